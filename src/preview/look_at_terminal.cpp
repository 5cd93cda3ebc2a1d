// What the terminal says about itself.
#include <poll.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>

#include "preview/terminal.h"

namespace banxin {

namespace {

std::string_view environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string_view() : value;
}

int number_in_environment(const char* name, int otherwise) {
  const int value = std::atoi(std::string(environment(name)).c_str());
  return value > 0 && value < 10000 ? value : otherwise;
}

/// Keys come one by one and unseen while it lives.
class RawMode {
 public:
  RawMode() : good_(tcgetattr(STDIN_FILENO, &before_) == 0) {
    if (!good_) return;
    termios raw = before_;
    raw.c_lflag &= ~static_cast<tcflag_t>(ICANON | ECHO);
    raw.c_cc[VMIN] = 0, raw.c_cc[VTIME] = 0;
    good_ = tcsetattr(STDIN_FILENO, TCSANOW, &raw) == 0;
  }
  ~RawMode() {
    if (good_) tcsetattr(STDIN_FILENO, TCSANOW, &before_);
  }
  RawMode(const RawMode&) = delete;
  RawMode& operator=(const RawMode&) = delete;
  bool good() const { return good_; }

 private:
  termios before_{};
  bool good_;
};

/// Asks, and reads until the answer to the last question (device attributes, "…c") or 200 ms have gone by.
std::string ask(std::string_view question) {
  using Clock = std::chrono::steady_clock;
  const RawMode raw;
  if (!raw.good() || ::write(STDOUT_FILENO, question.data(), question.size()) < 0) return {};
  std::string answer;
  const auto end = Clock::now() + std::chrono::milliseconds(200);
  while (answer.size() < 4096) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - Clock::now()).count();
    pollfd in{STDIN_FILENO, POLLIN, 0};
    if (left <= 0 || ::poll(&in, 1, static_cast<int>(left)) <= 0) break;
    char buffer[256];
    const ssize_t n = ::read(STDIN_FILENO, buffer, sizeof buffer);
    if (n <= 0) break;
    answer.append(buffer, static_cast<std::size_t>(n));
    const std::size_t attributes = answer.find("\x1b[?");
    if (attributes != std::string::npos && answer.find('c', attributes) != std::string::npos) break;
  }
  return answer;
}

Graphics graphics_of_terminal() {
  const auto value = [](const char* name) { return std::string(environment(name)); };
  const TerminalEnvironment said{isatty(STDOUT_FILENO) != 0, isatty(STDIN_FILENO) != 0, value("TERM"),
                                 value("TERM_PROGRAM"),      value("KITTY_WINDOW_ID"),  value("TMUX")};
  if (const std::optional<Graphics> graphics = graphics_by_environment(said)) return *graphics;
  return graphics_by_answer(ask("\x1b_Gi=31,s=1,v=1,a=q,t=d,f=24;AAAA\x1b\\\x1b[c"));
}

Terminal size_of_terminal() {
  Terminal terminal;
  terminal.columns = number_in_environment("COLUMNS", terminal.columns);
  terminal.rows = number_in_environment("LINES", terminal.rows);
  if (isatty(STDOUT_FILENO) == 0) return terminal;
  winsize size{};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 && size.ws_row > 0) {
    terminal.columns = size.ws_col, terminal.rows = size.ws_row;
    if (size.ws_xpixel > 0 && size.ws_ypixel > 0) {
      terminal.cell_width = std::max(1, size.ws_xpixel / size.ws_col);
      terminal.cell_height = std::max(1, size.ws_ypixel / size.ws_row);
    }
  }
  return terminal;
}

}  // namespace

Terminal look_at_terminal() {
  Terminal terminal = size_of_terminal();
  terminal.graphics = graphics_of_terminal();
  return terminal;
}

Terminal look_at_terminal(Graphics graphics) {
  Terminal terminal = size_of_terminal();
  terminal.graphics = graphics;
  return terminal;
}

}  // namespace banxin
