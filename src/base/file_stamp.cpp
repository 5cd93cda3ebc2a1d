#include "base/file_stamp.h"

#include <sys/stat.h>

#include <chrono>
#include <thread>

namespace banxin {

namespace {

/// The clock that a file is stamped with goes on by up to so much at a time (100 ticks a second).
constexpr std::chrono::nanoseconds kTick = std::chrono::milliseconds(12);

/// How long another write might still leave the same time.
std::chrono::nanoseconds until_settled(const struct stat& file) {
  const auto written =
      std::chrono::seconds(file.st_mtim.tv_sec) + std::chrono::nanoseconds(file.st_mtim.tv_nsec);
  const auto age = std::chrono::system_clock::now().time_since_epoch() - written;
  return age < age.zero() || age >= kTick ? std::chrono::nanoseconds(0) : kTick - age;
}

}  // namespace

FileStamp stamp_of(const std::string& path) {
  struct stat found {};
  if (::stat(path.c_str(), &found) != 0) return {};
  for (int tries = 0; tries < 3; ++tries) {
    const std::chrono::nanoseconds left = until_settled(found);
    if (left.count() == 0) break;
    std::this_thread::sleep_for(left);
    if (::stat(path.c_str(), &found) != 0) return {};
  }
  FileStamp stamp;
  stamp.there = true;
  stamp.size = static_cast<std::uint64_t>(found.st_size);
  stamp.written = std::int64_t{found.st_mtim.tv_sec} * 1'000'000'000 + found.st_mtim.tv_nsec;
  stamp.inode = found.st_ino;
  return stamp;
}

std::string to_string(const FileStamp& stamp) {
  if (!stamp.there) return "-";
  return std::to_string(stamp.size) + "/" + std::to_string(stamp.written) + "/" + std::to_string(stamp.inode);
}

}  // namespace banxin
