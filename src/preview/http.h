// HTTP for the live preview, in a few plain types: what a browser asks, what it gets. The library behind them
// brings OpenSSL and three more, which take a third of the time that the program takes to start; so it stands
// in a module (base/module.h) that is opened by the first server.
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace banxin {

/// One request a connection, within a time and a size; a thread for each connection up to a number.
struct HttpLimits {
  std::chrono::milliseconds request{5000};  ///< for all of a request to arrive
  std::chrono::milliseconds silence{5000};  ///< of a client that takes none of the answer
  std::size_t request_bytes = 16384;
  std::size_t threads = 256;  ///< more connections wait for their turn
};

using HttpFields = std::vector<std::pair<std::string, std::string>>;  ///< name, value; a name may come twice

struct HttpRequest {
  std::string method, path;
  HttpFields headers;     ///< names in small letters
  HttpFields parameters;  ///< of the query, decoded
  bool ranges = false;    ///< asks for a part of the answer only

  /// The first value of that name; empty when there is none.
  std::string_view header(std::string_view name) const;
  std::string_view parameter(std::string_view name) const;
};

/// Where a stream goes.
struct HttpSink {
  std::function<bool()> open;                   ///< whether the client still listens
  std::function<bool(std::string_view)> write;  ///< false: it has left
};

struct HttpAnswer {
  int status = 200;
  HttpFields headers;
  std::string type, body;
  /// Instead of a body: called again and again until it returns false or the client leaves; `ended` is called
  /// once after that.
  std::function<bool(const HttpSink&)> stream;
  std::function<void()> ended;
};

/// Called on several threads at once. What it throws is answered with 500.
using HttpHandler = std::function<HttpAnswer(const HttpRequest&)>;

/// What the module does. A server is a void* outside; all functions but `open` and `close` may be called from
/// any thread.
struct HttpModule {
  void* (*open)(const HttpLimits& limits, const HttpFields& headers, HttpHandler handler);
  int (*bind)(void* server, const std::string& host, int port);
  void (*listen)(void* server);
  bool (*running)(void* server);
  void (*stop)(void* server);
  void (*close)(void* server);
  bool (*client_has_left)();
};

/// A server as long as it lives.
class HttpServer {
 public:
  /// `headers` go with every answer. nullptr and what is wrong when the module is not installed.
  static std::unique_ptr<HttpServer> open(const HttpLimits& limits, const HttpFields& headers,
                                          HttpHandler handler, std::string& problem);
  HttpServer(const HttpServer&) = delete;
  HttpServer& operator=(const HttpServer&) = delete;
  ~HttpServer() { module_.close(server_); }

  /// Binds to the host and port (0: any free one) with room for many that knock at once. The port, or -1.
  int bind(const std::string& host, int port) { return module_.bind(server_, host, port); }
  /// Answers until `stop`; after `bind`.
  void listen() { module_.listen(server_); }
  bool running() const { return module_.running(server_); }
  void stop() { module_.stop(server_); }
  /// Whether the client whose request this thread answers has closed its side: then nobody waits for what
  /// takes long. (One that has only said all it has to say looks the same.)
  bool client_has_left() const { return module_.client_has_left(); }

 private:
  HttpServer(const HttpModule& module, void* server) : module_(module), server_(server) {}
  const HttpModule& module_;
  void* server_;
};

}  // namespace banxin
