// What shows that a file has become another one, without reading it.
#pragma once

#include <cstdint>
#include <string>

namespace banxin {

struct FileStamp {
  bool there = false;
  std::uint64_t size = 0;    ///< bytes
  std::int64_t written = 0;  ///< nanoseconds since 1970
  std::uint64_t inode = 0;   ///< another one when a file was renamed into its place
  bool operator==(const FileStamp&) const = default;
};

/// Of what the path leads to; links are followed. Of a file written within the last tick of its clock it is
/// given a few milliseconds later, so that whatever is written after it was given makes another stamp.
FileStamp stamp_of(const std::string& path);

/// The stamp in words, for keys: the same for the same stamp.
std::string to_string(const FileStamp& stamp);

}  // namespace banxin
