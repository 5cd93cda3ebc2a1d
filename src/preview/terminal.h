// A picture on a terminal: the kitty protocol, sixel, or half blocks with 24-bit colour.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/diagnostic.h"
#include "render/raster.h"

namespace banxin {

enum class Graphics { kKitty, kSixel, kBlocks };

/// What a terminal can show.
struct Terminal {
  Graphics graphics = Graphics::kBlocks;
  int columns = 80, rows = 24;            ///< cells
  int cell_width = 10, cell_height = 20;  ///< pixels
};

/// What the environment says about the terminal.
struct TerminalEnvironment {
  bool output_is_terminal = true, input_is_terminal = true;
  std::string term;             ///< TERM
  std::string program;          ///< TERM_PROGRAM
  std::string kitty_window_id;  ///< KITTY_WINDOW_ID
  std::string tmux;             ///< TMUX
};

/// What the environment decides alone; nullopt: the terminal is to be asked. Within tmux and screen what the
/// outer terminal has left in the environment does not count: they pass on only what they know themselves.
std::optional<Graphics> graphics_by_environment(const TerminalEnvironment& environment);

/// What the terminal has answered to a question of the kitty protocol (number 31) and to "primary device
/// attributes": kitty when it said OK, sixel when its attributes name number 4, else half blocks.
Graphics graphics_by_answer(std::string_view answer);

/// Looks at standard output and its terminal: the environment first, then questions that a terminal answers
/// within 200 ms. Without a terminal: half blocks, and COLUMNS × LINES or 80 × 24.
Terminal look_at_terminal();
/// The same, but its graphics are chosen: nothing is asked.
Terminal look_at_terminal(Graphics graphics);

/// How many pixels a picture may have to fill the terminal but for one line.
struct PixelRoom {
  int width = 0, height = 0;
};
PixelRoom room_for_picture(const Terminal& terminal);

/// The bytes that show the picture (kBgrx), and a newline. Sixel and kitty may fail for want of memory: an
/// empty string and an error.
std::string picture_for_terminal(const Raster& picture, Graphics graphics, Diagnostics& diags);

}  // namespace banxin
