// Editions and zones as overlays: a base and what differs from it, merged before anything is read from them.
#pragma once

#include <deque>
#include <filesystem>
#include <optional>

#include "read/file.h"
#include "read/node.h"

namespace banxin {

/// An edition file with those that it stands on, as one tree. Every value points at the file that wrote it.
struct OverlaidEdition {
  std::deque<Tree> trees;
  std::deque<YamlNode> merged;  ///< maps and lists that come from two files
  const YamlNode* root = nullptr;
  std::uint32_t file = SourceSpan::kNoFile;  ///< the topmost
  Spanned<std::string> base;                 ///< path of the file that it stands on; empty: none
};

/// Reads the file and, where it has `base`, what it stands on. In an overlay
/// - maps are merged, other values replace those of the base, and an empty value takes the key away;
/// - `pages` are matched by their number, `remove: true` takes one away, a new one goes where its number is;
/// - `replace` gives files of the base their stand-ins, wherever they are named; `project` is told.
std::optional<OverlaidEdition> read_overlaid(const std::filesystem::path& path, Project& project,
                                             Reading& in);

}  // namespace banxin
