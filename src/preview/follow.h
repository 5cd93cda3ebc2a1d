// Makes an edition anew whenever one of its files changes.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <vector>

#include "preview/live_edition.h"
#include "preview/watcher.h"

namespace banxin {

struct FollowOptions {
  std::filesystem::path edition;                ///< whose folder is watched whatever it says
  std::vector<std::filesystem::path> more;      ///< further inputs: a font catalogue
  std::chrono::milliseconds quiet{4};           ///< without a change before anything is made
  std::chrono::milliseconds half_written{150};  ///< files that cannot be read are tried again so long
};

/// Every file that the edition was made from: YAML, Markdown, photos, delivered artwork, fonts.
std::vector<std::filesystem::path> inputs_of(const LiveEdition& edition);

/// Makes, shows, waits for a change, and so on until the watcher is stopped. `show` gets every edition that
/// was made, readable or not.
void follow(const FollowOptions& options, const MakeLive& make,
            const std::function<void(std::shared_ptr<const LiveEdition>)>& show, Watcher& watcher);

}  // namespace banxin
