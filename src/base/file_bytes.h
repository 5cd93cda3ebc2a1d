// Whole files as bytes, with a bound: what has no end, and what nobody writes to, is not waited for.
#pragma once

#include <cstdint>
#include <string>

namespace banxin {

inline constexpr std::uintmax_t kMostFileBytes = std::uintmax_t{256} << 20;  ///< of a picture or artwork

/// What a path may lead to. A pipe is read only where the user names it on the command line, as a shell does
/// for `<(…)`; one that nobody writes to is empty.
enum class Readable { kFile, kFileOrPipe };

/// Returns what is wrong ("is not there", "is not a file", "is larger than 256 MB"), or nothing.
std::string read_file_bytes(const std::string& path, std::string& out, Readable kind = Readable::kFile,
                            std::uintmax_t most = kMostFileBytes);

}  // namespace banxin
