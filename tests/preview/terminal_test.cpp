// Which pictures a terminal can show, as real ones say it.
#include "preview/terminal.h"

#include <gtest/gtest.h>

#include <optional>
#include <string>

namespace banxin {
namespace {

constexpr auto kAsk = std::nullopt;

TEST(TerminalGraphics, ByEnvironment) {
  struct Case {
    const char* name;
    TerminalEnvironment said;
    std::optional<Graphics> graphics;
  };
  const Case cases[] = {
      {"kitty", {true, true, "xterm-kitty", "", "1", ""}, Graphics::kKitty},
      {"kitty, another TERM", {true, true, "xterm-256color", "", "1", ""}, Graphics::kKitty},
      {"kitty, input from a pipe", {true, false, "xterm-kitty", "", "1", ""}, Graphics::kKitty},
      {"WezTerm", {true, true, "xterm-256color", "WezTerm", "", ""}, Graphics::kKitty},
      {"ghostty", {true, true, "xterm-ghostty", "ghostty", "", ""}, Graphics::kKitty},
      {"ghostty over ssh", {true, true, "xterm-ghostty", "", "", ""}, Graphics::kKitty},
      {"foot", {true, true, "foot", "", "", ""}, kAsk},
      {"xterm", {true, true, "xterm-256color", "", "", ""}, kAsk},
      {"xterm, input from a pipe", {true, false, "xterm-256color", "", "", ""}, Graphics::kBlocks},
      {"tmux", {true, true, "tmux-256color", "tmux", "", "/tmp/tmux-0/default,1,0"}, kAsk},
      {"tmux in kitty", {true, true, "tmux-256color", "tmux", "1", "/tmp/tmux-0/default,1,0"}, kAsk},
      {"tmux in kitty, TERM kept", {true, true, "xterm-kitty", "", "1", "/tmp/tmux-0/default,1,0"}, kAsk},
      {"screen in WezTerm", {true, true, "screen-256color", "WezTerm", "", ""}, kAsk},
      {"nothing said", {true, true, "", "", "", ""}, kAsk},
      {"no terminal", {false, true, "xterm-kitty", "", "1", ""}, Graphics::kBlocks},
      {"no terminal at all", {false, false, "", "", "", ""}, Graphics::kBlocks},
  };
  for (const Case& c : cases) EXPECT_EQ(graphics_by_environment(c.said), c.graphics) << c.name;
}

TEST(TerminalGraphics, ByAnswer) {
  struct Case {
    const char* name;
    std::string answer;
    Graphics graphics;
  };
  const Case cases[] = {
      {"kitty", "\x1b_Gi=31;OK\x1b\\\x1b[?62;c", Graphics::kKitty},
      {"kitty and sixel", "\x1b_Gi=31;OK\x1b\\\x1b[?62;4;22c", Graphics::kKitty},
      {"the protocol is known, pictures are not", "\x1b_Gi=31;ENOTSUPPORTED\x1b\\\x1b[?62;22c",
       Graphics::kBlocks},
      {"foot", "\x1b[?62;4;22;28c", Graphics::kSixel},
      {"xterm with sixel", "\x1b[?64;1;2;4;6;9;15;16;17;18;21;22;28c", Graphics::kSixel},
      {"xterm without", "\x1b[?64;1;2;6;9;15;16;17;18;21;22;28c", Graphics::kBlocks},
      {"sixel is the last", "\x1b[?1;2;4c", Graphics::kSixel},
      {"44 and 64 are not 4", "\x1b[?64;44c", Graphics::kBlocks},
      {"tmux without sixel", "\x1b[?1;2c", Graphics::kBlocks},
      {"tmux with sixel", "\x1b[?1;2;4c", Graphics::kSixel},
      {"keys typed before the answer", "c4;\x1b[?62;4c", Graphics::kSixel},
      {"keys typed after it", "\x1b[?62;22c;4;c", Graphics::kBlocks},
      {"cut off", "\x1b[?62;4;2", Graphics::kBlocks},
      {"no answer", "", Graphics::kBlocks},
  };
  for (const Case& c : cases) EXPECT_EQ(graphics_by_answer(c.answer), c.graphics) << c.name;
}

}  // namespace
}  // namespace banxin
