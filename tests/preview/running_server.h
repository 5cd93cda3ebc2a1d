// A preview server that is running, for tests from the outside.
#pragma once

#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>
#include <iterator>
#include <string>

#include "client.h"
#include "preview/server.h"
#include "support.h"

namespace banxin::test {

/// How many files and sockets this process has open.
inline auto open_files() {
  return std::distance(std::filesystem::directory_iterator("/proc/self/fd"),
                       std::filesystem::directory_iterator());
}

class Server : public testing::Test {
 protected:
  void SetUp() override {
    std::string problem;
    ASSERT_TRUE(server_.start({}, problem)) << problem;
    const std::string url = server_.url();
    port_ = std::stoi(url.substr(url.rfind(':') + 1));
    server_.show(live(100));
  }

  std::string host() const { return "127.0.0.1:" + std::to_string(port_); }
  std::string ask(const std::string& request) const {
    const Client client(port_);
    client.send(request);
    client.end_of_request();
    return client.read(std::chrono::seconds(8));
  }
  /// A request without the empty line at its end.
  std::string begun(const std::string& path) const {
    return "GET " + path + " HTTP/1.1\r\nHost: " + host() + "\r\n";
  }
  std::string get(const std::string& path, const std::string& headers = {}) const {
    return ask(begun(path) + headers + "\r\n");
  }

  PreviewServer server_;
  int port_ = 0;
};

}  // namespace banxin::test
