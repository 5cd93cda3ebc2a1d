// The preview server from the outside, with sockets on this machine only.
#include "preview/server.h"

#include <gmock/gmock.h>

#include <chrono>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "running_server.h"

namespace banxin {
namespace {

using namespace std::chrono_literals;
using test::Client;
using testing::AnyOf;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

class Server : public test::Server {
 protected:
  std::string key() const {
    const Client client(port_);
    client.send(begun("/events") + "\r\n");
    const std::string state = client.read(5000ms, "diagnostics");
    const std::size_t at = state.find("\"key\":\"");
    return at == std::string::npos ? "" : state.substr(at + 7, state.find('"', at + 7) - at - 7);
  }
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
