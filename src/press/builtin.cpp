#include "press/builtin.h"

namespace banxin {

// Made by the build from the files of these names.
std::string_view builtin_press_newspaper();
std::string_view builtin_press_x4();
std::string_view builtin_press_x1a();

std::optional<std::string_view> builtin_press_profile(std::string_view name) {
  if (name == "newspaper") return builtin_press_newspaper();
  if (name == "x4") return builtin_press_x4();
  if (name == "x1a") return builtin_press_x1a();
  return std::nullopt;
}

std::vector<std::string> builtin_press_names() { return {"newspaper", "x4", "x1a"}; }

}  // namespace banxin
