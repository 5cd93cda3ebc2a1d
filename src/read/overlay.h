// Editions and zones as overlays: a base and what differs from it, merged before anything is read from them.
#pragma once

#include <deque>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "read/file.h"
#include "read/node.h"

namespace banxin {

/// A story that the base gives to a frame, and that an overlay takes from it.
struct TakenAway {
  std::string article;  ///< its path
  std::string frame;
  int page = 0;
  SourceSpan where;  ///< of the words in the overlay that do so
};

/// An edition file with those that it stands on, as one tree. Every value points at the file that wrote it.
struct OverlaidEdition {
  std::deque<Tree> trees;
  std::deque<YamlNode> merged;  ///< maps and lists that come from two files
  const YamlNode* root = nullptr;
  std::uint32_t file = SourceSpan::kNoFile;  ///< the topmost
  std::vector<TakenAway> taken;
  Spanned<std::string> base;  ///< path of the file that it stands on; empty: none
};

/// Whether `a` was written in an overlay that stands on the edition that wrote `b`: the topmost is read
/// first.
inline bool lies_over(SourceSpan a, SourceSpan b) { return a.file < b.file; }

/// Where a page is told that its layout and what `written` says do not go together: in the upper file of the
/// two.
inline SourceSpan told_at(SourceSpan layout, SourceSpan written) {
  return lies_over(layout, written) ? layout : written;
}

/// An entry of the base for a frame that the layout does not have: where an overlay names the layout, it is
/// told there. `gives`: "gives a story"; `group`: the key that holds the entry. False: the layout is the
/// base's own.
bool report_lost_frame(const Entry& entry, SourceSpan layout, std::string_view gives, std::string_view group,
                       Reading& in);

/// Reads the file and, where it has `base`, what it stands on. In an overlay
/// - maps are merged, other values replace those of the base, and an empty value takes the key away;
/// - `pages` are matched by their number, `remove: true` takes one away, a new one goes where its number is;
/// - `replace` gives files of the base their stand-ins, wherever they are named; `project` is told.
std::optional<OverlaidEdition> read_overlaid(const std::filesystem::path& path, Project& project,
                                             Reading& in);

}  // namespace banxin
