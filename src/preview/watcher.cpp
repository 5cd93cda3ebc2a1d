#include "preview/watcher.h"

#include <poll.h>
#include <sys/eventfd.h>
#include <sys/inotify.h>
#include <unistd.h>

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace banxin {

namespace {

constexpr std::chrono::milliseconds kPolling{250};  // without inotify

/// Names that editors and we ourselves give to what is not an input (yet).
bool passing(std::string_view name) {
  return name.starts_with('.') || name.ends_with('~') || name.ends_with(".part") || name.ends_with(".swp") ||
         name == "4913";  // vim tries with it whether a folder can be written
}

}  // namespace

Watcher::Watcher() : inotify_(inotify_init1(IN_NONBLOCK | IN_CLOEXEC)), stop_(eventfd(0, EFD_CLOEXEC)) {}

Watcher::~Watcher() {
  if (inotify_ >= 0) ::close(inotify_);
  if (stop_ >= 0) ::close(stop_);
}

void Watcher::watch_folder(const std::filesystem::path& folder) {
  if (inotify_ < 0) return;
  const std::filesystem::path named = folder.empty() ? "." : folder;
  // Added each time: a folder that went and came back is another one. The kernel knows those it has.
  constexpr std::uint32_t kEvents = IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE | IN_CREATE;
  const int watch = inotify_add_watch(inotify_, named.c_str(), kEvents | IN_ONLYDIR);
  if (watch >= 0) folders_[named] = watch;
}

bool Watcher::drain() {
  bool real = false;
  alignas(inotify_event) char buffer[16384];
  for (ssize_t n = 0; (n = ::read(inotify_, buffer, sizeof buffer)) > 0;) {
    for (ssize_t at = 0; at < n;) {
      inotify_event event;
      std::memcpy(&event, buffer + at, sizeof event);
      const char* name = buffer + at + sizeof event;
      real |= (event.mask & IN_Q_OVERFLOW) != 0 || (event.len > 0 && !passing(name));
      at += static_cast<ssize_t>(sizeof event + event.len);
    }
  }
  return real;
}

Watcher::Woken Watcher::wait(std::optional<std::chrono::milliseconds> timeout) {
  using Clock = std::chrono::steady_clock;
  const auto end = Clock::now() + timeout.value_or(std::chrono::hours(24 * 365));
  for (;;) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - Clock::now());
    const auto most = good() ? std::chrono::milliseconds(60'000) : kPolling;
    pollfd fds[2] = {{stop_, POLLIN, 0}, {inotify_, POLLIN, 0}};
    ::poll(fds, 2, static_cast<int>(std::clamp(left, std::chrono::milliseconds(0), most).count()));
    if ((fds[0].revents & POLLIN) != 0) return Woken::kStop;
    if ((fds[1].revents & POLLIN) != 0 && drain()) return Woken::kChange;
    if (Clock::now() >= end) return Woken::kTimeout;
    if (!good()) return Woken::kChange;
  }
}

void Watcher::stop() {
  const std::uint64_t one = 1;
  static_cast<void>(!::write(stop_, &one, sizeof one));
}

}  // namespace banxin
