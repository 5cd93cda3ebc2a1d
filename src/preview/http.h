// The HTTP library with limits of our own: one request a connection, within a time and a size; a thread for
// each connection up to a number. Included only by the files of the server.
#pragma once

#include <httplib.h>

#include <chrono>

namespace banxin {

struct HttpLimits {
  std::chrono::milliseconds request{5000};  ///< for all of a request to arrive
  std::chrono::milliseconds silence{5000};  ///< of a client that takes none of the answer
  std::size_t request_bytes = 16384;
  std::size_t threads = 256;  ///< more connections wait for their turn
};

class HttpServer final : public httplib::Server {
 public:
  explicit HttpServer(const HttpLimits& limits);

  /// Whether the client whose request this thread answers has closed its side: then nobody waits for what
  /// takes long. (One that has only said all it has to say looks the same.)
  static bool client_has_left();

  /// Binds to the host and port (0: any free one) with room for many that knock at once. The port, or -1.
  int bind(const std::string& host, int port);

 private:
  bool process_and_close_socket(socket_t socket) override;
  HttpLimits limits_;
};

}  // namespace banxin
