#include "cli/output_file.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <mutex>
#include <set>
#include <system_error>
#include <vector>

namespace banxin {

namespace {

namespace fs = std::filesystem;

bool write_all(int fd, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t n = ::write(fd, bytes.data(), bytes.size());
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(n));
  }
  return true;
}

std::string failure(const fs::path& target) {
  return "cannot write '" + target.string() + "': " + std::strerror(errno);
}

/// Whether `fd` is what `path` names now.
bool is_at(int fd, const fs::path& path) {
  struct stat open_file {
  }, named{};
  return ::fstat(fd, &open_file) == 0 && ::lstat(path.c_str(), &named) == 0 &&
         open_file.st_ino == named.st_ino && open_file.st_dev == named.st_dev;
}

/// Opens a part and holds its lock, which tells the living from the dead: it goes with the process, whatever
/// ends it, and it is seen from other machines, where a process number says nothing. -1 when it is taken.
int open_locked(const fs::path& part, int flags) {
  const int fd = ::open(part.c_str(), flags | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0666);
  if (fd < 0) return -1;
  if (::flock(fd, LOCK_EX | LOCK_NB) == 0 && is_at(fd, part)) return fd;
  ::close(fd);
  errno = EWOULDBLOCK;
  return -1;
}

/// A new part beside the target: TARGET.banxin-PID.part. Another name is taken where a process of the same
/// number on another machine writes the same target.
int open_part(const fs::path& target, fs::path& part) {
  const std::string stem = target.string() + ".banxin-" + std::to_string(::getpid());
  for (int i = 0; i < 100; ++i) {
    part = stem + (i == 0 ? "" : "-" + std::to_string(i)) + ".part";
    const int fd = open_locked(part, O_WRONLY | O_CREAT);
    if (fd >= 0 && ::ftruncate(fd, 0) == 0) return fd;
    if (fd >= 0) ::close(fd);
    if (errno != EWOULDBLOCK) return -1;
  }
  return -1;
}

/// NAME.banxin-DIGITS.part or NAME.banxin-DIGITS-DIGITS.part
bool is_part(std::string_view name) {
  constexpr std::string_view kMiddle = ".banxin-", kEnd = ".part";
  const std::size_t middle = name.rfind(kMiddle);
  if (!name.ends_with(kEnd) || middle == name.npos || middle == 0) return false;
  const std::size_t from = middle + kMiddle.size(), to = name.size() - kEnd.size();
  return from < to && std::all_of(name.begin() + static_cast<std::ptrdiff_t>(from),
                                  name.begin() + static_cast<std::ptrdiff_t>(to),
                                  [](char c) { return (c >= '0' && c <= '9') || c == '-'; });
}

/// Takes away what killed runs left in the folder.
void clear_parts(const fs::path& folder) {
  std::error_code ec;
  std::vector<fs::path> parts;
  for (fs::directory_iterator at(folder, ec), end; !ec && at != end; at.increment(ec)) {
    if (is_part(at->path().filename().string())) parts.push_back(at->path());
  }
  for (const fs::path& part : parts) {
    const int fd = open_locked(part, O_RDONLY);
    if (fd < 0) continue;  // being written
    if (struct stat status{}; ::fstat(fd, &status) == 0 && S_ISREG(status.st_mode)) ::unlink(part.c_str());
    ::close(fd);
  }
}

/// Once a run for each folder.
void clear_parts_once(const fs::path& folder) {
  static std::mutex mutex;
  static std::set<fs::path> cleared;
  const std::lock_guard lock(mutex);
  if (cleared.insert(folder).second) clear_parts(folder);
}

/// What stands in the folder must outlive a loss of power like the file itself.
void sync_folder(const fs::path& folder) {
  const int fd = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (fd < 0) return;
  ::fsync(fd);
  ::close(fd);
}

/// A device or a pipe, /dev/stdout or /dev/null: it cannot be replaced, so it is written to.
bool is_stream(const fs::path& target) {
  std::error_code ec;
  const fs::file_status status = fs::status(target, ec);
  return fs::exists(status) && !fs::is_regular_file(status) && !fs::is_directory(status);
}

std::string write_stream(const fs::path& target, std::string_view bytes) {
  const int fd = ::open(target.c_str(), O_WRONLY | O_CLOEXEC);
  if (fd < 0) return failure(target);
  std::string message = write_all(fd, bytes) ? "" : failure(target);
  ::close(fd);
  return message;
}

}  // namespace

std::string write_whole(const fs::path& target, std::string_view bytes) {
  // A limit on the size of files (RLIMIT_FSIZE) is told like a full disk, not by a signal that ends us.
  static const auto quiet = std::signal(SIGXFSZ, SIG_IGN);
  (void)quiet;
  if (target == "-") return write_all(STDOUT_FILENO, bytes) ? "" : failure("standard output");
  if (is_stream(target)) return write_stream(target, bytes);
  const fs::path folder = target.has_parent_path() ? target.parent_path() : fs::path(".");
  std::error_code ignored;  // what matters is whether the file can be made, below
  fs::create_directories(folder, ignored);
  clear_parts_once(folder);
  fs::path part;
  const int fd = open_part(target, part);
  if (fd < 0) return failure(target);
  const bool written = write_all(fd, bytes) && ::fsync(fd) == 0;
  if (!written || std::rename(part.c_str(), target.c_str()) != 0) {
    const std::string message = failure(target);
    ::unlink(part.c_str());
    ::close(fd);
    return message;
  }
  ::close(fd);
  sync_folder(folder);
  return "";
}

std::string target_for(const std::string& out, int page) {
  const std::string number = std::to_string(page);
  if (const std::size_t at = out.find("{page}"); at != std::string::npos) {
    return out.substr(0, at) + number + out.substr(at + 6);
  }
  const fs::path path(out);
  return (path.parent_path() / (path.stem().string() + "-" + number + path.extension().string())).string();
}

}  // namespace banxin
