#include "preview/follow.h"

#include <algorithm>
#include <chrono>
#include <map>
#include <set>

#include "base/file_stamp.h"

namespace banxin {

namespace fs = std::filesystem;

namespace {

using Clock = std::chrono::steady_clock;

class Inputs {
 public:
  /// Inputs of editions that could not be read stay: they are still wanted.
  void take(const LiveEdition& edition, const FollowOptions& options) {
    if (edition.document) files_.clear();
    for (const fs::path& file : inputs_of(edition)) files_.insert(file);
    files_.insert(options.edition);
    files_.insert(options.more.begin(), options.more.end());
  }
  /// Before an edition is made: a change that comes while it is being made is then seen as one.
  void stamp() {
    for (const fs::path& file : files_) stamps_[file] = stamp_of(file);
  }
  /// Afterwards, for the files that it turned out to need. One that was written just now may have been read
  /// before: it gets no stamp, and counts as changed when something happens.
  void stamp_new() {
    const auto just_now = std::chrono::system_clock::now() - std::chrono::seconds(2);
    for (const fs::path& file : files_) {
      const FileStamp stamp = stamp_of(file);
      if (!stamp.there || std::chrono::nanoseconds(stamp.written) < just_now.time_since_epoch())
        stamps_.emplace(file, stamp);
    }
  }
  bool changed() const {
    return std::any_of(files_.begin(), files_.end(), [&](const fs::path& file) {
      const auto known = stamps_.find(file);
      return known == stamps_.end() || known->second != stamp_of(file);
    });
  }
  void watch(Watcher& watcher) const {
    std::set<fs::path> folders;
    for (const fs::path& file : files_) folders.insert(file.parent_path());
    for (const fs::path& folder : folders) watcher.watch_folder(folder);
  }

 private:
  std::set<fs::path> files_;
  std::map<fs::path, FileStamp> stamps_;
};

/// The folders of the project, so that a file that is missing is seen when it comes.
void watch_project(const fs::path& edition, Watcher& watcher) {
  constexpr int kDeepest = 2, kMost = 200;
  const fs::path top = edition.parent_path();
  watcher.watch_folder(top);
  std::error_code error;
  fs::recursive_directory_iterator at(top.empty() ? fs::path(".") : top, error);
  for (int i = 0; !error && at != fs::recursive_directory_iterator() && i < kMost; at.increment(error)) {
    if (!at->is_directory(error)) continue;
    if (at.depth() >= kDeepest || at->path().filename().string().starts_with('.')) {
      at.disable_recursion_pending();
      continue;
    }
    watcher.watch_folder(at->path());
    ++i;
  }
}

/// Waits until nothing has changed for a moment; false when the watcher was stopped.
bool settle(const FollowOptions& options, Watcher& watcher) {
  const auto end = Clock::now() + options.quiet * 10;
  while (Clock::now() < end) {
    const Watcher::Woken woken = watcher.wait(options.quiet);
    if (woken == Watcher::Woken::kStop) return false;
    if (woken == Watcher::Woken::kTimeout) return true;
  }
  return true;
}

/// Makes the edition; while it cannot be read, a file may be half written, and it is tried again.
std::shared_ptr<LiveEdition> make_patiently(const FollowOptions& options, const MakeLive& make,
                                            Inputs& inputs, Watcher& watcher) {
  const auto end = Clock::now() + options.half_written;
  for (;;) {
    inputs.stamp();
    std::shared_ptr<LiveEdition> made = make();
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - Clock::now());
    if (made->document || left.count() <= 0) return made;
    if (watcher.wait(std::min(left, std::chrono::milliseconds(25))) == Watcher::Woken::kStop) return made;
  }
}

}  // namespace

std::vector<fs::path> inputs_of(const LiveEdition& edition) {
  std::vector<fs::path> files;
  for (std::uint32_t i = 0; i < edition.sources->size(); ++i) files.emplace_back(edition.sources->at(i).path);
  if (edition.document) {
    for (const Article& article : edition.document->articles) {
      for (const Photo& photo : article.photos) files.emplace_back(photo.path);
    }
    for (const PageSpec& page : edition.document->edition.pages) {
      for (const Artwork* art : edition.document->artwork_of(page)) files.emplace_back(art->path);
    }
  }
  if (edition.fonts) {
    for (std::size_t i = 0; i < edition.fonts->catalogue().faces.size(); ++i)
      files.emplace_back(edition.fonts->path(static_cast<FaceId>(i)));
  }
  std::erase_if(files, [](const fs::path& file) { return !file.has_parent_path() && !fs::exists(file); });
  return files;
}

void follow(const FollowOptions& options, const MakeLive& make,
            const std::function<void(std::shared_ptr<const LiveEdition>)>& show, Watcher& watcher) {
  Inputs inputs;
  watch_project(options.edition, watcher);
  std::shared_ptr<LiveEdition> made = make();
  inputs.take(*made, options);
  inputs.stamp_new();
  inputs.watch(watcher);
  show(made);
  for (;;) {
    if (watcher.wait() == Watcher::Woken::kStop || !settle(options, watcher)) return;
    // While something is missing or broken, any file may be the one that mends it.
    if (made->document && !made->diags.has_errors() && !inputs.changed()) continue;
    made = make_patiently(options, make, inputs, watcher);
    inputs.take(*made, options);
    inputs.stamp_new();
    inputs.watch(watcher);
    if (!made->document) watch_project(options.edition, watcher);
    show(made);
  }
}

}  // namespace banxin
