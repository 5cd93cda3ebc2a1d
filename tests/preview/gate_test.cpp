// Which requests come in: a table.
#include "preview/gate.h"

#include <gtest/gtest.h>

#include <set>

namespace banxin {
namespace {

Gate at(const std::string& host, const std::string& token = "") { return {host, 8000, token}; }

TEST(Gate, Addresses) {
  const auto shown = [](const std::string& text) {
    const std::optional<Gate> gate = parse_address(text);
    return gate ? gate->host + " " + std::to_string(gate->port) : "none";
  };
  EXPECT_EQ(shown("8000"), "127.0.0.1 8000");
  EXPECT_EQ(shown("0"), "127.0.0.1 0");
  EXPECT_EQ(shown("localhost:80"), "localhost 80");
  EXPECT_EQ(shown("0.0.0.0:8000"), "0.0.0.0 8000");
  EXPECT_EQ(shown("[::1]:8000"), "::1 8000");
  for (const char* wrong :
       {"", "x", "-1", "65536", "80 ", "host", "host:", ":80", "a:b:80", "1:2:80", "8000x"})
    EXPECT_EQ(shown(wrong), "none") << wrong;
}

TEST(Gate, WhoComesIn) {
  struct Case {
    const char* name;
    Gate gate;
    Knock knock;
    int status;  // 0: comes in
  };
  const Case cases[] = {
      {"ours", at("127.0.0.1"), {"GET", "127.0.0.1:8000"}, 0},
      {"by name", at("127.0.0.1"), {"GET", "localhost:8000"}, 0},
      {"six", at("::1"), {"GET", "[::1]:8000"}, 0},
      {"own page",
       at("127.0.0.1"),
       {"GET", "localhost:8000", "http://localhost:8000", "same-origin", "cors"},
       0},
      {"typed", at("127.0.0.1"), {"GET", "localhost:8000", "", "none", "navigate"}, 0},
      {"link from elsewhere", at("127.0.0.1"), {"GET", "localhost:8000", "", "cross-site", "navigate"}, 0},
      {"image elsewhere", at("127.0.0.1"), {"GET", "localhost:8000", "", "cross-site", "no-cors"}, 403},
      {"no host", at("127.0.0.1"), {"GET", ""}, 403},
      {"no port", at("127.0.0.1"), {"GET", "127.0.0.1"}, 403},
      {"other port", at("127.0.0.1"), {"GET", "127.0.0.1:8001"}, 403},
      {"port alone", at("127.0.0.1"), {"GET", "8000"}, 403},
      {"rebound name", at("127.0.0.1"), {"GET", "evil.example:8000"}, 403},
      {"rebound prefix", at("127.0.0.1"), {"GET", "127.evil.example:8000"}, 403},
      {"another address", at("127.0.0.1"), {"GET", "192.168.0.7:8000"}, 403},
      {"foreign origin", at("127.0.0.1"), {"GET", "localhost:8000", "http://evil.example"}, 403},
      {"null origin", at("127.0.0.1"), {"GET", "localhost:8000", "null"}, 403},
      {"https origin", at("127.0.0.1"), {"GET", "localhost:8000", "https://localhost:8000"}, 403},
      {"post", at("127.0.0.1"), {"POST", "localhost:8000"}, 405},
      {"head", at("127.0.0.1"), {"HEAD", "localhost:8000"}, 405},
      {"options", at("127.0.0.1"), {"OPTIONS", "localhost:8000"}, 405},
      {"open, no token", at("0.0.0.0", "abc"), {"GET", "192.168.0.7:8000"}, 403},
      {"open, wrong token", at("0.0.0.0", "abc"), {"GET", "192.168.0.7:8000", "", "", "", "abd"}, 403},
      {"open, long token", at("0.0.0.0", "abc"), {"GET", "192.168.0.7:8000", "", "", "", "abcabc"}, 403},
      {"open, token", at("0.0.0.0", "abc"), {"GET", "192.168.0.7:8000", "", "", "", "abc"}, 0},
      {"open by its name", at("desk.local", "abc"), {"GET", "desk.local:8000", "", "", "", "abc"}, 0},
      {"open by another", at("0.0.0.0", "abc"), {"GET", "evil.example:8000", "", "", "", "abc"}, 403},
  };
  for (const Case& c : cases) {
    const std::optional<Refusal> no = refusal(c.gate, c.knock);
    EXPECT_EQ(no ? no->status : 0, c.status) << c.name;
  }
  Knock two{"GET", "localhost:8000"};
  two.hosts = 2;
  EXPECT_TRUE(refusal(at("127.0.0.1"), two)) << "two Host headers";
}

TEST(Gate, TokensDiffer) {
  std::set<std::string> tokens;
  for (int i = 0; i < 100; ++i) tokens.insert(random_token());
  EXPECT_EQ(tokens.size(), 100u);
  EXPECT_EQ(tokens.begin()->size(), 32u);
}

}  // namespace
}  // namespace banxin
