#include "preview/gate.h"

#include <arpa/inet.h>
#include <sys/random.h>

#include <algorithm>
#include <charconv>
#include <string_view>

namespace banxin {

namespace {

std::string without_brackets(std::string_view host) {
  if (host.size() > 2 && host.front() == '[' && host.back() == ']') host = host.substr(1, host.size() - 2);
  return std::string(host);
}

bool is_address(const std::string& host) {
  unsigned char bytes[16];
  return inet_pton(AF_INET, host.c_str(), bytes) == 1 || inet_pton(AF_INET6, host.c_str(), bytes) == 1;
}

std::optional<int> port_of(std::string_view text) {
  int port = -1;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), port);
  if (error != std::errc() || end != text.data() + text.size() || port < 0 || port > 65535)
    return std::nullopt;
  return port;
}

/// The same time for every wrong guess.
bool same(std::string_view a, std::string_view b) {
  unsigned different = a.size() == b.size() ? 0 : 1;
  for (std::size_t i = 0; i < a.size(); ++i)
    different |= static_cast<unsigned>(a[i]) ^ static_cast<unsigned>(b[b.empty() ? 0 : i % b.size()]);
  return different == 0;
}

}  // namespace

bool is_loopback(const std::string& host) {
  return host == "localhost" || host == "::1" || (host.starts_with("127.") && is_address(host));
}

std::optional<Gate> parse_address(const std::string& text) {
  Gate gate;
  const std::size_t colon = text.rfind(':');
  const std::optional<int> port = port_of(colon == std::string::npos ? text : text.substr(colon + 1));
  if (!port) return std::nullopt;
  gate.port = *port;
  if (colon == std::string::npos) return gate;
  gate.host = without_brackets(text.substr(0, colon));
  if (gate.host.empty() || (gate.host.find(':') != std::string::npos && !is_address(gate.host)))
    return std::nullopt;
  return gate;
}

std::optional<Refusal> refusal(const Gate& gate, const Knock& knock) {
  if (knock.method != "GET") return Refusal{405, "only GET"};
  const std::optional<Gate> asked = parse_address(knock.host);
  if (knock.hosts != 1 || !asked || asked->port != gate.port || knock.host.find(':') == std::string::npos)
    return Refusal{403, "foreign Host"};
  const bool open = !is_loopback(gate.host);
  if (asked->host != gate.host && !is_loopback(asked->host) && !(open && is_address(asked->host)))
    return Refusal{403, "foreign Host"};
  if (!knock.origin.empty() && knock.origin != "http://" + knock.host) return Refusal{403, "foreign Origin"};
  const bool from_elsewhere = knock.site == "cross-site" || knock.site == "same-site";
  if (from_elsewhere && knock.mode != "navigate") return Refusal{403, "foreign page"};
  if (!gate.token.empty() && !same(knock.token, gate.token)) return Refusal{403, "wrong token"};
  return std::nullopt;
}

std::string random_token() {
  constexpr std::string_view kLetters = "abcdefghijklmnopqrstuvwxyz234567";
  unsigned char bytes[32];
  for (std::size_t got = 0; got < sizeof bytes;) {
    const ssize_t n = getrandom(bytes + got, sizeof bytes - got, 0);
    if (n > 0) got += static_cast<std::size_t>(n);
  }
  std::string token;
  for (const unsigned char byte : bytes) token += kLetters[byte & 31];
  return token;
}

}  // namespace banxin
