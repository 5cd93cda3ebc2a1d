// The preview server under clients that are slow, many, rude or broken: nothing leaks, nothing stops.
#include <gmock/gmock.h>

#include <atomic>
#include <chrono>
#include <functional>
#include <memory>
#include <random>
#include <string>
#include <thread>
#include <vector>

#include "running_server.h"

namespace banxin {
namespace {

using namespace std::chrono_literals;
using test::Client;
using test::open_files;
using testing::AnyOf;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

/// At the end of each test the server still answers, and nothing is left open.
class ServerUnder : public test::Server {
 protected:
  void SetUp() override {
    test::Server::SetUp();
    EXPECT_THAT(get("/tile?page=0&ppi=72&x=0&y=0"), StartsWith("HTTP/1.1 200"));  // its fonts are open now
    EXPECT_TRUE(settles_at(0));
    before_ = open_files();
  }
  void TearDown() override {
    EXPECT_TRUE(settles_at(before_)) << open_files() << " files are open, " << before_ << " were";
    EXPECT_THAT(get("/"), StartsWith("HTTP/1.1 200"));
  }
  /// Connections end a little after their client; waits until no more than `most` files are open, or, with 0,
  /// until their number stays the same.
  static bool settles_at(std::ptrdiff_t most) {
    for (int i = 0; i < 400; ++i) {
      const auto now = open_files();
      if (most != 0 && now <= most) return true;
      std::this_thread::sleep_for(50ms);
      if (most == 0 && now == open_files()) return true;
    }
    return false;
  }

  std::ptrdiff_t before_ = 0;
};

TEST_F(ServerUnder, TwoHundredAtOnceSomeOfThemSlow) {
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
}

TEST_F(ServerUnder, AClientThatTakesNothingIsDropped) {
  std::vector<std::unique_ptr<Client>> clients;
  for (int i = 0; i < 8; ++i) {
    clients.push_back(std::make_unique<Client>(port_));
    clients.back()->send("GET /tile?page=0&ppi=2400&x=0&y=0 HTTP/1.1\r\nHost: " + host() + "\r\n\r\n");
  }
  EXPECT_THAT(get("/"), StartsWith("HTTP/1.1 200"));
}

TEST_F(ServerUnder, EndlessHeadersEnd) {
  const Client client(port_);
  client.send("GET / HTTP/1.1\r\nHost: " + host() + "\r\n");
  for (int i = 0; i < 2000; ++i) client.send("X-Filler: 0123456789012345678901234567890123456789\r\n");
  client.send("\r\n");
  EXPECT_THAT(client.read(8000ms), Not(StartsWith("HTTP/1.1 200")));
  EXPECT_THAT(get("/"), StartsWith("HTTP/1.1 200"));
}

/// Requests that were right once, with some bytes changed, cut, doubled or thrown in.
TEST_F(ServerUnder, FuzzedRequests) {
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

/// One byte a second: the time for a request is over before the request is.
TEST_F(ServerUnder, AByteASecond) {
  std::vector<std::unique_ptr<Client>> slow;
  for (int i = 0; i < 40; ++i) slow.push_back(std::make_unique<Client>(port_));
  const std::string request = begun("/") + "X-Filler: ";
  const auto start = std::chrono::steady_clock::now();
  for (std::size_t i = 0; i < 7; ++i) {
    for (const auto& client : slow) client->send(request.substr(i, 1));
    EXPECT_THAT(get("/preview.css"), StartsWith("HTTP/1.1 200"));
    std::this_thread::sleep_for(1s);
  }
  for (const auto& client : slow) EXPECT_TRUE(client->closed(1000ms));
  EXPECT_LT(std::chrono::steady_clock::now() - start, 12s);
}

TEST_F(ServerUnder, RequestsInOnePacketGetOneAnswer) {
  std::string many;
  for (int i = 0; i < 20; ++i) many += begun("/map?page=0") + "\r\n";
  for (int i = 0; i < 20; ++i) {
    const std::string answer = ask(many);
    EXPECT_THAT(answer, StartsWith("HTTP/1.1 200"));
    EXPECT_EQ(answer.find("HTTP/1.1", 1), std::string::npos) << "one request a connection";
  }
}

TEST_F(ServerUnder, SocketsThatAreHalfClosed) {
  for (int i = 0; i < 60; ++i) {
    const Client silent(port_), midway(port_), impatient(port_);
    silent.end_of_request();
    midway.send(begun("/"));
    midway.end_of_request();
    impatient.send(begun("/tile?page=0&ppi=300&x=0&y=0") + "\r\n");
    impatient.takes_no_more();
    EXPECT_THAT(silent.read(2000ms), Not(HasSubstr("200 OK")));
  }
}

/// Closed with a reset, before, in the middle of and after the request, and while an answer is on its way.
TEST_F(ServerUnder, ConnectionsThatAreReset) {
  const std::string requests[] = {"",
                                  "G",
                                  begun("/"),
                                  begun("/") + "\r\n",
                                  begun("/events") + "\r\n",
                                  begun("/tile?page=0&ppi=600&x=0&y=0") + "\r\n"};
  for (int i = 0; i < 300; ++i) {
    Client client(port_);
    client.send(requests[i % 6]);
    if (i % 5 == 0) client.read(20ms, "HTTP");
    client.reset();
  }
}

/// Windows that listen and go give up their places while pages come.
TEST_F(ServerUnder, WindowsThatComeAndGo) {
  for (int round = 0; round < 30; ++round) {
    std::vector<std::unique_ptr<Client>> windows;
    for (int i = 0; i < 10; ++i) {
      windows.push_back(std::make_unique<Client>(port_));
      windows.back()->send(begun("/events") + "\r\n");
    }
    server_.show(test::live(100 + round));
    if (round % 2 == 0) windows.back()->read(1000ms, "data:");
    if (round % 3 == 0) windows.front()->reset();
  }
}

TEST_F(ServerUnder, HeadersAndPathsWithoutEnd) {
  const std::string long_one(100'000, 'a');
  for (const std::string& request :
       {"GET /" + long_one + " HTTP/1.1\r\nHost: " + host() + "\r\n\r\n",
        begun("/") + "X-" + long_one + ": 1\r\n\r\n", begun("/") + "Cookie: " + long_one + "\r\n\r\n",
        "GET /?" + long_one + "=1 HTTP/1.1\r\nHost: " + host() + "\r\n\r\n",
        begun("/?token=" + long_one) + "\r\n", long_one, std::string(100'000, '\0'),
        std::string(50'000, '\n'),
        "POST / HTTP/1.1\r\nHost: " + host() + "\r\nContent-Length: 99999999999999999999\r\n\r\n"}) {
    const std::string answer = ask(request);
    EXPECT_TRUE(answer.empty() || answer.starts_with("HTTP/1.1 4"))
        << answer.substr(0, 40) << " to " << request.substr(0, 60);
  }
}

/// Nobody waits for what a GET brings along, or reads it.
TEST_F(ServerUnder, ABodyIsNotTaken) {
  const auto start = std::chrono::steady_clock::now();
  for (const char* said :
       {"Content-Length: 1000000000\r\n\r\nabc", "Transfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFF\r\nabc"})
    EXPECT_THAT(ask(begun("/") + said), StartsWith("HTTP/1.1 200"));
  EXPECT_LT(std::chrono::steady_clock::now() - start, 3s);
}

/// Every way to write a path that leads out. Nothing is read from the disk at all: what is not ours is 404.
TEST_F(ServerUnder, PathsThatLeadOut) {
  const std::string ups[] = {
      "../",   "..%2f",           "..%2F",         "%2e%2e/",     "%2E%2E%2F",   "..\\",
      "..%5c", "%252e%252e%252f", "..%c0%af",      "..%e0%80%af", "..%ef%bc%8f", ".../",
      "..;/",  "..%00/",          "%u002e%u002e/", "..%0d%0a/",   "/",           "%2f"};
  const std::string targets[] = {"etc/passwd", "etc%2fpasswd", "proc/self/environ", "edition.yaml",
                                 "preview.js"};
  for (const std::string& up : ups) {
    for (const std::string& target : targets) {
      for (const char* start : {"/", "/tile/", "/preview.js/", "/map?page=", "/tile?page=0&ppi=72&x=0&y="}) {
        std::string path = start;
        for (int depth = 0; depth < 6; ++depth) path += up;
        const std::string answer = get(path + target);
        EXPECT_TRUE(answer.starts_with("HTTP/1.1 404") || answer.starts_with("HTTP/1.1 40"))
            << path << target << " " << answer.substr(0, 60);
        EXPECT_THAT(answer, Not(AnyOf(HasSubstr("root:"), HasSubstr("PATH="), HasSubstr("'use strict'"))))
            << path << target;
      }
    }
  }
}

/// A page of another site, a name that somebody makes lead here, a frame of another origin.
TEST_F(ServerUnder, ForeignHostsAndOrigins) {
  const std::string port = std::to_string(port_);
  for (const std::string& name : std::vector<std::string>{
           "evil.example", "evil.example:" + port, "127.0.0.1.evil.example:" + port, "127.0.0.1",
           "127.0.0.1:1", "localhost", "0x7f.1:" + port, "2130706433:" + port,
           "127.0.0.1:" + port + "@evil.example", "evil.example#127.0.0.1:" + port, "[::1", "",
           "127.0.0.1:" + port + ", evil.example", "192.168.1.1:" + port})
    EXPECT_THAT(ask("GET / HTTP/1.1\r\nHost: " + name + "\r\n\r\n"),
                AnyOf(StartsWith("HTTP/1.1 403"), StartsWith("HTTP/1.1 400")))
        << name;
  for (const std::string& origin : std::vector<std::string>{
           "http://evil.example", "null", "https://" + host(), "http://" + host() + ".evil.example",
           "http://localhost", "http://127.0.0.1", "file://"})
    EXPECT_THAT(get("/", "Origin: " + origin + "\r\n"), StartsWith("HTTP/1.1 403")) << origin;
  EXPECT_THAT(get("/", "Origin: http://" + host() + "\r\n"), StartsWith("HTTP/1.1 200"));
}

/// Somebody who zooms through a page leaves many pictures behind that nobody waits for.
TEST_F(ServerUnder, PicturesThatNobodyWaitsForAreNotPainted) {
  for (int i = 0; i < 200; ++i) Client(port_).send(begun("/tile?page=0&ppi=600&x=0&y=0") + "\r\n");
  const auto start = std::chrono::steady_clock::now();
  const Client client(port_);
  client.send(begun("/tile?page=0&ppi=72&x=0&y=0") + "\r\n");
  EXPECT_THAT(client.read(8000ms), StartsWith("HTTP/1.1 200"));
  EXPECT_LT(std::chrono::steady_clock::now() - start, 4s);
}

/// All of it at once, while somebody works.
TEST_F(ServerUnder, EverythingAtOnce) {
  std::atomic<bool> over = false;
  const auto again = [&](const std::function<void(Client&)>& rude) {
    return [this, &over, rude] {
      while (!over) {
        Client client(port_);
        rude(client);
        std::this_thread::sleep_for(5ms);
      }
    };
  };
  std::vector<std::thread> crowd;
  crowd.emplace_back(again([](Client& c) { c.send("GE"), c.reset(); }));
  crowd.emplace_back(again([&](Client& c) { c.send(begun("/events") + "\r\n"), c.read(30ms, "data:"); }));
  crowd.emplace_back(
      again([&](Client& c) { c.send(begun("/tile?page=0&ppi=96&x=0&y=0") + "\r\n"), c.takes_no_more(); }));
  crowd.emplace_back(again([](Client& c) { c.send(std::string(20'000, 'x')), c.read(30ms); }));
  crowd.emplace_back(again([](Client& c) { c.end_of_request(), c.read(30ms); }));
  const auto end = std::chrono::steady_clock::now() + 3s;
  int answers = 0;
  while (std::chrono::steady_clock::now() < end) {
    server_.show(test::live(100 + answers % 20));
    const Client client(port_);
    client.send(begun("/part?page=0&ppi=96&left=0&top=0&width=100&height=40") + "\r\n");
    EXPECT_THAT(client.read(8000ms), StartsWith("HTTP/1.1 200"));
    ++answers;
  }
  over = true;
  for (std::thread& thread : crowd) thread.join();
  EXPECT_GT(answers, 1);
}

}  // namespace
}  // namespace banxin
