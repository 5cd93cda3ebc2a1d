// The projects that `banxin init` starts with: layouts/starters/, compiled in.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace banxin {

struct EmbeddedFile {
  std::string_view path;  ///< "front/edition.yaml"
  std::string_view text;
};

std::span<const EmbeddedFile> starters();

/// "front": what may be begun with.
std::vector<std::string> starter_names();

}  // namespace banxin
