// Which requests the preview server answers at all.
#pragma once

#include <optional>
#include <string>

namespace banxin {

/// Where a server listens. Other machines can reach it only when the host is not loopback; a token in the URL
/// is then asked for.
struct Gate {
  std::string host = "127.0.0.1";
  int port = 0;
  std::string token;  ///< empty: none is asked for
};

/// What a request says of itself.
struct Knock {
  std::string method, host, origin, site, mode, token;  ///< site and mode: Sec-Fetch-Site and -Mode
  std::size_t hosts = 1;                                ///< how many Host headers there are
};

struct Refusal {
  int status = 403;
  std::string reason;
};

/// nullopt when it may come in. Methods other than GET: 405. A Host that is neither ours nor an address, a
/// page of another origin, a wrong token: 403. A Host by name could be anybody's name that leads here (DNS
/// rebinding); an address is what the user typed.
std::optional<Refusal> refusal(const Gate& gate, const Knock& knock);

bool is_loopback(const std::string& host);

/// "8000", "localhost:8000", "[::1]:8000"; nullopt when there is no port from 0 to 65535 (0: any free one).
std::optional<Gate> parse_address(const std::string& text);

/// 32 letters that nobody can guess.
std::string random_token();

}  // namespace banxin
