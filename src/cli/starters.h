// The projects that `banxin init` starts with: layouts/starters/, compiled in.
#pragma once

#include <span>
#include <string_view>

namespace banxin {

struct EmbeddedFile {
  std::string_view path;  ///< "front/edition.yaml"
  std::string_view text;
};

std::span<const EmbeddedFile> starters();

}  // namespace banxin
