// A client that sends what it is told, byte by byte, to the server of the test on this machine.
#pragma once

#include <arpa/inet.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <chrono>
#include <string>
#include <string_view>

namespace banxin::test {

class Client {
 public:
  explicit Client(int port) : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    sockaddr_in to{};
    to.sin_family = AF_INET, to.sin_port = htons(static_cast<std::uint16_t>(port));
    to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    good_ = ::connect(socket_, reinterpret_cast<const sockaddr*>(&to), sizeof to) == 0;
  }
  ~Client() {
    if (socket_ >= 0) ::close(socket_);
  }
  Client(const Client&) = delete;
  Client& operator=(const Client&) = delete;
  bool good() const { return good_; }

  void send(std::string_view bytes) const {
    static_cast<void>(!::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL));
  }
  void end_of_request() const { ::shutdown(socket_, SHUT_WR); }
  void takes_no_more() const { ::shutdown(socket_, SHUT_RD); }
  /// Closes the connection at once, with what is on its way.
  void reset() {
    const linger now{1, 0};
    ::setsockopt(socket_, SOL_SOCKET, SO_LINGER, &now, sizeof now);
    ::close(socket_);
    socket_ = -1;
  }

  /// What comes until the server closes or `wanted` is in it, for at most so long.
  std::string read(std::chrono::milliseconds most, std::string_view wanted = {}) const {
    const auto end = std::chrono::steady_clock::now() + most;
    std::string got;
    for (;;) {
      const auto left =
          std::chrono::duration_cast<std::chrono::milliseconds>(end - std::chrono::steady_clock::now());
      pollfd fd{socket_, POLLIN, 0};
      if (left.count() <= 0 || ::poll(&fd, 1, static_cast<int>(left.count())) <= 0) return got;
      char buffer[65536];
      const ssize_t n = ::recv(socket_, buffer, sizeof buffer, 0);
      if (n <= 0) return got;
      got.append(buffer, static_cast<std::size_t>(n));
      if (!wanted.empty() && got.find(wanted) != std::string::npos) return got;
    }
  }

  /// Whether the server has closed the connection within this time.
  bool closed(std::chrono::milliseconds most) const {
    pollfd fd{socket_, POLLIN | POLLRDHUP, 0};
    char byte;
    return ::poll(&fd, 1, static_cast<int>(most.count())) > 0 && ::recv(socket_, &byte, 1, MSG_PEEK) <= 0;
  }

 private:
  int socket_;
  bool good_ = false;
};

}  // namespace banxin::test
