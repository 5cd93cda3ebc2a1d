// The module that serves HTTP, with cpp-httplib.
#include "preview/http.h"

#include <arpa/inet.h>
#include <httplib.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <exception>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

namespace banxin {

namespace {

using Clock = std::chrono::steady_clock;

/// One connection: a request must be here by a time, however slowly its bytes come.
class Connection final : public httplib::Stream {
 public:
  Connection(socket_t socket, const HttpLimits& limits)
      : socket_(socket), limits_(limits), deadline_(Clock::now() + limits.request) {}

  bool is_readable() const override { return begin_ < end_ || ready(POLLIN, left()); }
  bool is_writable() const override { return ready(POLLOUT, limits_.silence) && !hung_up(); }

  ssize_t read(char* to, std::size_t size) override {
    if (begin_ == end_ && !fill()) return -1;
    const std::size_t n = std::min(size, end_ - begin_);
    std::copy_n(buffer_ + begin_, n, to);
    begin_ += n;
    return static_cast<ssize_t>(n);
  }

  ssize_t write(const char* from, std::size_t size) override {
    if (!ready(POLLOUT, limits_.silence)) return -1;
    return ::send(socket_, from, size, MSG_NOSIGNAL | MSG_DONTWAIT);
  }

  void get_remote_ip_and_port(std::string& ip, int& port) const override { ip.clear(), port = 0; }
  void get_local_ip_and_port(std::string& ip, int& port) const override { ip.clear(), port = 0; }
  socket_t socket() const override { return socket_; }
  bool hung_up() const {
    pollfd fd{socket_, POLLRDHUP, 0};
    return ::poll(&fd, 1, 0) > 0 && (fd.revents & (POLLRDHUP | POLLHUP | POLLERR)) != 0;
  }

 private:
  std::chrono::milliseconds left() const {
    return std::max(std::chrono::milliseconds(0),
                    std::chrono::duration_cast<std::chrono::milliseconds>(deadline_ - Clock::now()));
  }
  bool ready(short events, std::chrono::milliseconds most) const {
    pollfd fd{socket_, events, 0};
    return ::poll(&fd, 1, static_cast<int>(most.count())) > 0 && (fd.revents & events) != 0;
  }
  bool fill() {
    if (total_ >= limits_.request_bytes || left().count() == 0 || !ready(POLLIN, left())) return false;
    const ssize_t n = ::recv(socket_, buffer_, std::min(sizeof buffer_, limits_.request_bytes - total_), 0);
    if (n <= 0) return false;
    begin_ = 0, end_ = static_cast<std::size_t>(n);
    total_ += end_;
    return true;
  }

  socket_t socket_;
  const HttpLimits& limits_;
  Clock::time_point deadline_;
  char buffer_[4096];
  std::size_t begin_ = 0, end_ = 0, total_ = 0;
};

thread_local const Connection* answered = nullptr;  // by this thread

/// Threads as they are needed; those that are idle are taken again.
class Threads final : public httplib::TaskQueue {
 public:
  explicit Threads(std::size_t most) : most_(most) {}

  void enqueue(std::function<void()> job) override {
    const std::lock_guard lock(mutex_);
    jobs_.push_back(std::move(job));
    if (idle_ < jobs_.size() && threads_.size() < most_) threads_.emplace_back([this] { work(); });
    wake_.notify_one();
  }

  void shutdown() override {
    {
      const std::lock_guard lock(mutex_);
      ending_ = true;
    }
    wake_.notify_all();
    for (std::thread& thread : threads_) thread.join();
  }

 private:
  void work() {
    std::unique_lock lock(mutex_);
    for (;;) {
      ++idle_;
      wake_.wait(lock, [this] { return ending_ || !jobs_.empty(); });
      --idle_;
      if (jobs_.empty()) return;
      const std::function<void()> job = std::move(jobs_.front());
      jobs_.pop_front();
      lock.unlock();
      job();
      lock.lock();
    }
  }

  std::size_t most_, idle_ = 0;
  bool ending_ = false;
  std::mutex mutex_;
  std::condition_variable wake_;
  std::deque<std::function<void()>> jobs_;
  std::vector<std::thread> threads_;
};

/// Lets the client read the answer before the door shuts: closing with bytes unread would take it away.
void close_gently(socket_t socket) {
  ::shutdown(socket, SHUT_WR);
  char rest[1024];
  pollfd fd{socket, POLLIN, 0};
  for (int i = 0; i < 16 && ::poll(&fd, 1, 100) > 0; ++i) {
    if (::recv(socket, rest, sizeof rest, MSG_DONTWAIT) <= 0) break;
  }
  ::close(socket);
}

class Server final : public httplib::Server {
 public:
  explicit Server(const HttpLimits& limits) : limits_(limits) {
    new_task_queue = [this]() -> httplib::TaskQueue* { return new Threads(limits_.threads); };
    set_payload_max_length(0);
    set_tcp_nodelay(true);
  }

  int bind(const std::string& host, int port) {
    // Not the library's own options: with SO_REUSEPORT a second server would share the port in silence.
    set_socket_options([](socket_t socket) {
      const int yes = 1;
      setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    });
    const int bound = port == 0 ? bind_to_any_port(host) : (bind_to_port(host, port) ? port : -1);
    // The library's queue of five would turn away many that come at once.
    if (bound > 0) ::listen(svr_sock_, 256);
    return bound;
  }

 private:
  bool process_and_close_socket(socket_t socket) override {
    Connection connection(socket, limits_);
    bool closed = false;
    answered = &connection;
    const bool good = process_request(connection, true, closed, [](httplib::Request&) {});
    answered = nullptr;
    close_gently(socket);
    return good;
  }
  HttpLimits limits_;
};

HttpRequest request_of(const httplib::Request& from) {
  HttpRequest to;
  to.method = from.method, to.path = from.path, to.ranges = !from.ranges.empty();
  for (const auto& [name, value] : from.headers) {
    std::string small = name;
    for (char& c : small) {
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    to.headers.emplace_back(std::move(small), value);
  }
  to.parameters.assign(from.params.begin(), from.params.end());
  return to;
}

void give(HttpAnswer from, httplib::Response& to) {
  to.status = from.status;
  for (const auto& [name, value] : from.headers) to.set_header(name, value);
  if (!from.stream) return to.set_content(std::move(from.body), from.type);
  const auto next = [stream = std::move(from.stream)](std::size_t, httplib::DataSink& sink) {
    return stream({[&] { return sink.is_writable(); },
                   [&](std::string_view text) { return sink.write(text.data(), text.size()); }});
  };
  to.set_chunked_content_provider(from.type, next, [ended = std::move(from.ended)](bool) {
    if (ended) ended();
  });
}

Server& server_of(void* server) { return *static_cast<Server*>(server); }

void* open_server(const HttpLimits& limits, const HttpFields& headers, HttpHandler handler) {
  auto server = std::make_unique<Server>(limits);
  server->set_default_headers({headers.begin(), headers.end()});
  // All routing is the handler's: the library would match every path against regular expressions.
  server->set_pre_routing_handler(
      [handler = std::move(handler)](const httplib::Request& request, httplib::Response& response) {
        give(handler(request_of(request)), response);
        return httplib::Server::HandlerResponse::Handled;
      });
  server->set_exception_handler([](const httplib::Request&, httplib::Response& response, std::exception_ptr) {
    response.status = 500;
    response.set_header("Cache-Control", "no-store");
    response.set_content("failed\n", "text/plain; charset=utf-8");
  });
  return server.release();
}

int bind_server(void* server, const std::string& host, int port) {
  return server_of(server).bind(host, port);
}
void listen_server(void* server) { server_of(server).listen_after_bind(); }
bool is_running(void* server) { return server_of(server).is_running(); }
void stop_server(void* server) { server_of(server).stop(); }
void close_server(void* server) { delete &server_of(server); }
bool client_has_left() { return answered != nullptr && answered->hung_up(); }

}  // namespace

}  // namespace banxin

extern "C" __attribute__((visibility("default"))) const void* banxin_http() {
  using namespace banxin;
  static constexpr HttpModule table{open_server, bind_server,  listen_server,  is_running,
                                    stop_server, close_server, client_has_left};
  return &table;
}
