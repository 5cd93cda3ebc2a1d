// Output files appear whole or not at all.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace banxin {

/// Writes beside the target, syncs, renames: killed at any moment, the old file is whole or the new one is,
/// and of two runs that write the same target one wins. Returns an empty string, or what went wrong in words
/// for the user; then the old file, if there was one, is as it was. "-" is standard output; a device or a
/// pipe is written to. What killed runs left in the folder, files NAME.banxin-PID.part, is taken away.
std::string write_whole(const std::filesystem::path& target, std::string_view bytes);

/// The file for one page: {page} in `out` becomes its number; without it the number goes before the ending.
std::string target_for(const std::string& out, int page);

}  // namespace banxin
