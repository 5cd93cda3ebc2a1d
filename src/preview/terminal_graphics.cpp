// Which pictures a terminal can show, from what it says.
#include "preview/terminal.h"

namespace banxin {

std::optional<Graphics> graphics_by_environment(const TerminalEnvironment& environment) {
  if (!environment.output_is_terminal) return Graphics::kBlocks;
  const std::string& term = environment.term;
  const std::string& program = environment.program;
  const bool within_another = !environment.tmux.empty() || term.starts_with("tmux") ||
                              term.starts_with("screen") || program == "tmux";
  const bool kitty = !environment.kitty_window_id.empty() || term == "xterm-kitty" ||
                     term == "xterm-ghostty" || program == "WezTerm" || program == "ghostty";
  if (kitty && !within_another) return Graphics::kKitty;
  if (!environment.input_is_terminal) return Graphics::kBlocks;  // no answer can be read
  return std::nullopt;
}

Graphics graphics_by_answer(std::string_view answer) {
  if (answer.find("_Gi=31;OK") != std::string_view::npos) return Graphics::kKitty;
  const std::size_t from = answer.find("\x1b[?");
  if (from == std::string_view::npos) return Graphics::kBlocks;
  const std::size_t end = answer.find('c', from);
  if (end == std::string_view::npos) return Graphics::kBlocks;  // cut off
  const std::string attributes = ";" + std::string(answer.substr(from + 3, end - from - 3)) + ";";
  return attributes.find(";4;") != std::string::npos ? Graphics::kSixel : Graphics::kBlocks;
}

}  // namespace banxin
