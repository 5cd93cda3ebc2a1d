// The preview server from the outside, with sockets on this machine only.
#include "preview/server.h"

#include <dirent.h>
#include <gmock/gmock.h>

#include <chrono>
#include <memory>
#include <random>
#include <thread>

#include "client.h"
#include "support.h"

namespace banxin {
namespace {

using namespace std::chrono_literals;
using test::Client;
using testing::AnyOf;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

int open_files() {
  int count = 0;
  DIR* folder = opendir("/proc/self/fd");
  while (folder != nullptr && readdir(folder) != nullptr) ++count;
  if (folder != nullptr) closedir(folder);
  return count;
}

class Server : public testing::Test {
 protected:
  void SetUp() override {
    std::string problem;
    ASSERT_TRUE(server_.start({}, problem)) << problem;
    const std::string url = server_.url();
    port_ = std::stoi(url.substr(url.rfind(':') + 1));
    server_.show(test::live(100));
  }

  std::string host() const { return "127.0.0.1:" + std::to_string(port_); }
  std::string ask(const std::string& request) const {
    const Client client(port_);
    client.send(request);
    client.end_of_request();
    return client.read(8000ms);
  }
  std::string get(const std::string& path, const std::string& headers = {}) const {
    return ask("GET " + path + " HTTP/1.1\r\nHost: " + host() + "\r\n" + headers + "\r\n");
  }
  std::string key() const {
    const Client client(port_);
    client.send("GET /events HTTP/1.1\r\nHost: " + host() + "\r\n\r\n");
    const std::string state = client.read(5000ms, "diagnostics");
    const std::size_t at = state.find("\"key\":\"");
    return at == std::string::npos ? "" : state.substr(at + 7, state.find('"', at + 7) - at - 7);
  }

  PreviewServer server_;
  int port_ = 0;
};

TEST_F(Server, ServesItsOwnPagesAndNothingElse) {
  EXPECT_THAT(get("/"),
              AllOf(StartsWith("HTTP/1.1 200"), HasSubstr("Content-Security-Policy: default-src 'none'"),
                    HasSubstr("<title>banxin preview</title>")));
  EXPECT_THAT(get("/preview.js"), HasSubstr("text/javascript"));
  EXPECT_THAT(get("/map?page=0"),
              AllOf(StartsWith("HTTP/1.1 200"), HasSubstr("\"frames\":[{\"name\":\"lead\"")));
  EXPECT_THAT(get("/tile?page=0&ppi=72&x=0&y=0"), AllOf(StartsWith("HTTP/1.1 200"), HasSubstr("\x89PNG")));
  for (const char* path : {"/etc/passwd",
                           "/../../../../etc/passwd",
                           "/..%2f..%2fetc/passwd",
                           "/%2e%2e/%2e%2e/etc/passwd",
                           "/..\\..\\x",
                           "//etc/passwd",
                           "/preview.js/../edition.yaml",
                           "/edition.yaml",
                           "/.git/config",
                           "/tile",
                           "/map",
                           "/preview.js%00.yaml",
                           "*",
                           "http://evil.example/",
                           "/map?page=1",
                           "/map?page=-1",
                           "/map?page=0x0",
                           "/map?page=99999999999999999999",
                           "/tile?page=0&ppi=nan&x=0&y=0",
                           "/tile?page=0&ppi=1e9&x=0&y=0",
                           "/tile?page=0&ppi=inf&x=0&y=0",
                           "/tile?page=0&ppi=0&x=0&y=0",
                           "/tile?page=0&ppi=72&x=-1&y=0",
                           "/tile?page=0&ppi=72&x=2147483647&y=0",
                           "/tile?page=0&ppi=72&x=0&y=9",
                           "/part?page=0&ppi=72&left=0&top=0&width=0&height=9",
                           "/part?page=0&ppi=72&left=-1&top=0&width=9&height=9",
                           "/part?page=0&ppi=72&left=2147483647&top=0&width=9&height=9",
                           "/part?page=0&ppi=72&left=0&top=0&width=2147483647&height=9",
                           "/part?page=0&ppi=2400&left=0&top=0&width=4097&height=9",
                           "/part?page=0&ppi=72&left=0&top=0&width=9"}) {
    const std::string answer = get(path);
    EXPECT_THAT(answer,
                AnyOf(StartsWith("HTTP/1.1 404"), StartsWith("HTTP/1.1 400"), StartsWith("HTTP/1.1 403")))
        << path;
    EXPECT_THAT(answer, Not(HasSubstr("root:"))) << path;
  }
}

TEST_F(Server, ATileWithItsKeyMayBeKept) {
  EXPECT_THAT(get("/tile?page=0&ppi=72&x=0&y=0&key=" + key()), HasSubstr("immutable"));
  EXPECT_THAT(get("/tile?page=0&ppi=72&x=0&y=0&key=1"), HasSubstr("Cache-Control: no-store"));
}

TEST_F(Server, TellsWhatHasChangedAndPaintsThatAlone) {
  const std::string before = key();
  server_.show(test::live(101));
  const Client client(port_);
  client.send("GET /events HTTP/1.1\r\nHost: " + host() + "\r\n\r\n");
  EXPECT_THAT(client.read(5000ms, "diagnostics"), HasSubstr("\"before\":\"" + before + "\",\"changed\":["));
  const std::string part = get("/part?page=0&ppi=72&left=30&top=60&width=40&height=20");
  EXPECT_THAT(part, StartsWith("HTTP/1.1 200"));
  const std::size_t png = part.find("\x89PNG");
  ASSERT_NE(png, std::string::npos);
  EXPECT_EQ(part.substr(png + 16, 8), std::string("\0\0\0\x28\0\0\0\x14", 8)) << "40 by 20 pixels";
}

TEST_F(Server, RefusesWhatIsForeign) {
  EXPECT_THAT(ask("GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n"), StartsWith("HTTP/1.1 403"));
  EXPECT_THAT(ask("GET / HTTP/1.1\r\n\r\n"), StartsWith("HTTP/1.1 403"));
  EXPECT_THAT(ask("GET / HTTP/1.1\r\nHost: " + host() + "\r\nHost: evil.example\r\n\r\n"),
              StartsWith("HTTP/1.1 403"));
  EXPECT_THAT(get("/events", "Origin: http://evil.example\r\n"), StartsWith("HTTP/1.1 403"));
  EXPECT_THAT(get("/tile?page=0&ppi=72&x=0&y=0", "Sec-Fetch-Site: cross-site\r\n"),
              StartsWith("HTTP/1.1 403"));
  for (const char* method : {"POST", "PUT", "DELETE", "PATCH", "OPTIONS", "HEAD"}) {
    const std::string answer =
        ask(std::string(method) + " / HTTP/1.1\r\nHost: " + host() + "\r\nContent-Length: 3\r\n\r\nabc");
    EXPECT_THAT(answer, AllOf(StartsWith("HTTP/1.1 405"), HasSubstr("Allow: GET"))) << method;
  }
}

TEST_F(Server, RangesDoNotMultiply) {
  std::string ranges = "Range: bytes=0-";
  for (int i = 0; i < 500; ++i) ranges += ",0-";
  const std::string answer = get("/preview.js", ranges + "\r\n");
  EXPECT_THAT(answer, Not(StartsWith("HTTP/1.1 2")));
  EXPECT_LT(answer.size(), 200'000u);
}

TEST_F(Server, EventsTellOfEveryChange) {
  const Client client(port_);
  client.send("GET /events HTTP/1.1\r\nHost: " + host() + "\r\n\r\n");
  EXPECT_THAT(client.read(5000ms, "\n\n"), HasSubstr("\"number\":1,\"stale\":false,\"paper\":\"测试报\""));
  server_.show(test::live(120));
  EXPECT_THAT(client.read(5000ms, "diagnostics"), HasSubstr("\"number\":2,\"stale\":false"));
  auto broken = std::make_shared<LiveEdition>();
  broken->fonts = test::live(1)->fonts;
  broken->diags.error("yaml", {}, "a stray ']'");
  server_.show(broken);
  const std::string last = client.read(5000ms, "stray");
  EXPECT_THAT(last, AllOf(HasSubstr("\"number\":3,\"stale\":true"), HasSubstr("\"pages\":[{\"number\":1")))
      << "the last good page stays";
  EXPECT_THAT(get("/tile?page=0&ppi=72&x=0&y=0"), StartsWith("HTTP/1.1 200"));
}

TEST_F(Server, OnlySoManyWindowsListen) {
  std::vector<std::unique_ptr<Client>> clients;
  int busy = 0;
  for (int i = 0; i < 40; ++i) {
    clients.push_back(std::make_unique<Client>(port_));
    clients.back()->send("GET /events HTTP/1.1\r\nHost: " + host() + "\r\n\r\n");
    busy += clients.back()->read(5000ms, "\r\n").starts_with("HTTP/1.1 503") ? 1 : 0;
  }
  EXPECT_EQ(busy, 8);
  clients.clear();
  std::string answer;
  for (int i = 0; i < 50 && !answer.starts_with("HTTP/1.1 200"); ++i) {
    const Client client(port_);
    client.send("GET /events HTTP/1.1\r\nHost: " + host() + "\r\n\r\n");
    answer = client.read(200ms, "data:");
    std::this_thread::sleep_for(40ms);
  }
  EXPECT_THAT(answer, StartsWith("HTTP/1.1 200")) << "a window that was closed gives up its place";
}

TEST_F(Server, TwoHundredAtOnceAndTheSlowDoNotStopIt) {
  const int before = open_files();
  {
    std::vector<std::unique_ptr<Client>> slow;
    for (int i = 0; i < 200; ++i) {
      slow.push_back(std::make_unique<Client>(port_));
      ASSERT_TRUE(slow.back()->good()) << i;
      slow.back()->send(i % 2 == 0 ? "GET /" : "GET / HTTP/1.1\r\nHost: ");
    }
    const auto start = std::chrono::steady_clock::now();
    EXPECT_THAT(get("/"), StartsWith("HTTP/1.1 200"));
    EXPECT_LT(std::chrono::steady_clock::now() - start, 3s);
    for (int i = 0; i < 3; ++i) {  // a byte now and then buys no time
      for (const auto& client : slow) client->send("x");
      std::this_thread::sleep_for(500ms);
    }
    for (const auto& client : slow) client->read(8000ms);
  }
  std::vector<std::unique_ptr<Client>> quick;
  for (int i = 0; i < 200; ++i) {
    quick.push_back(std::make_unique<Client>(port_));
    quick.back()->send("GET /preview.css HTTP/1.1\r\nHost: " + host() + "\r\n\r\n");
  }
  for (const auto& client : quick) EXPECT_THAT(client->read(10000ms), StartsWith("HTTP/1.1 200"));
  quick.clear();
  for (int i = 0; i < 40 && open_files() > before; ++i) std::this_thread::sleep_for(50ms);
  EXPECT_LE(open_files(), before) << "a connection was left open";
}

TEST_F(Server, AClientThatTakesNothingIsDropped) {
  std::vector<std::unique_ptr<Client>> clients;
  for (int i = 0; i < 8; ++i) {
    clients.push_back(std::make_unique<Client>(port_));
    clients.back()->send("GET /tile?page=0&ppi=2400&x=0&y=0 HTTP/1.1\r\nHost: " + host() + "\r\n\r\n");
  }
  EXPECT_THAT(get("/"), StartsWith("HTTP/1.1 200"));
}

TEST_F(Server, EndlessHeadersEnd) {
  const Client client(port_);
  client.send("GET / HTTP/1.1\r\nHost: " + host() + "\r\n");
  for (int i = 0; i < 2000; ++i) client.send("X-Filler: 0123456789012345678901234567890123456789\r\n");
  client.send("\r\n");
  EXPECT_THAT(client.read(8000ms), Not(StartsWith("HTTP/1.1 200")));
  EXPECT_THAT(get("/"), StartsWith("HTTP/1.1 200"));
}

/// Requests that were right once, with some bytes changed, cut, doubled or thrown in.
TEST_F(Server, FuzzedRequests) {
  const std::string good[] = {
      "GET /tile?page=0&ppi=72&x=0&y=0 HTTP/1.1\r\nHost: " + host() + "\r\n\r\n",
      "GET /map?page=0 HTTP/1.1\r\nHost: " + host() + "\r\nOrigin: http://" + host() + "\r\n\r\n",
      "GET / HTTP/1.0\r\nHost: " + host() + "\r\nRange: bytes=0-4\r\nAccept-Encoding: gzip\r\n\r\n",
      "POST /x HTTP/1.1\r\nHost: " + host() +
          "\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nabcde\r\n0\r\n\r\n"};
  std::minstd_rand random(7);
  const auto any = [&](std::size_t n) { return static_cast<std::size_t>(random()) % n; };
  for (int i = 0; i < 400; ++i) {
    std::string request = good[any(4)];
    for (std::size_t change = any(6) + 1; change > 0 && !request.empty(); --change) {
      const std::size_t at = any(request.size());
      switch (any(5)) {
        case 0:
          request[at] = static_cast<char>(random());
          break;
        case 1:
          request.erase(at, any(20));
          break;
        case 2:
          request.insert(at, request.substr(any(request.size()), any(30)));
          break;
        case 3:
          request.insert(at, std::string(any(3000), static_cast<char>(random())));
          break;
        default:
          request.insert(at, "\r\n");
          break;
      }
    }
    const Client client(port_);
    client.send(request);
    client.end_of_request();
    const std::string answer = client.read(8000ms, "\r\n");
    EXPECT_THAT(answer, AnyOf("", StartsWith("HTTP/1.1 "))) << i;
  }
  EXPECT_THAT(get("/"), StartsWith("HTTP/1.1 200"));
}

TEST(ServerAlone, APortThatIsTaken) {
  PreviewServer first, second;
  std::string problem;
  ASSERT_TRUE(first.start({}, problem));
  Gate same;
  same.port = std::stoi(first.url().substr(first.url().rfind(':') + 1));
  EXPECT_FALSE(second.start(same, problem));
  EXPECT_THAT(problem, HasSubstr("the port is taken"));
}

TEST(ServerAlone, StopsAtOnceWithWindowsOpen) {
  auto server = std::make_unique<PreviewServer>();
  std::string problem;
  ASSERT_TRUE(server->start({}, problem));
  server->show(test::live(50));
  const int port = std::stoi(server->url().substr(server->url().rfind(':') + 1));
  const Client client(port);
  client.send("GET /events HTTP/1.1\r\nHost: 127.0.0.1:" + std::to_string(port) + "\r\n\r\n");
  client.read(5000ms, "diagnostics");
  const auto start = std::chrono::steady_clock::now();
  server.reset();
  EXPECT_LT(std::chrono::steady_clock::now() - start, 3s);
}

}  // namespace
}  // namespace banxin
