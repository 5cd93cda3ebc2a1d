#include "base/file_stamp.h"

#include <sys/stat.h>

namespace banxin {

FileStamp stamp_of(const std::string& path) {
  struct stat found {};
  if (::stat(path.c_str(), &found) != 0) return {};
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
