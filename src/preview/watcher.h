// Waits for files to change, by inotify.
#pragma once

#include <chrono>
#include <filesystem>
#include <map>
#include <optional>
#include <vector>

namespace banxin {

class Watcher {
 public:
  Watcher();
  ~Watcher();
  Watcher(const Watcher&) = delete;
  Watcher& operator=(const Watcher&) = delete;

  /// False when the machine gives no inotify: then `wait` reports a change every 250 ms, and the caller finds
  /// out whether there was one.
  bool good() const { return inotify_ >= 0; }

  /// Watches a folder: files in it that are written, come, go or are renamed. Folders that are not there are
  /// left out; those watched already cost nothing.
  void watch_folder(const std::filesystem::path& folder);

  enum class Woken { kChange, kTimeout, kStop };
  /// Without a time it waits for ever. Hidden files, backups and our own files in the making wake nobody.
  Woken wait(std::optional<std::chrono::milliseconds> timeout = {});

  /// Ends every wait from now on. From any thread, and from a signal handler.
  void stop();

 private:
  bool drain();
  int inotify_ = -1, stop_ = -1;
  std::map<std::filesystem::path, int> folders_;
};

}  // namespace banxin
