// Files of the user as checked text, and the fence round the project that they must not leave.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>

#include "read/reading.h"

namespace banxin {

inline constexpr std::uintmax_t kLargestText = 16u << 20;  ///< bytes of a YAML or Markdown file

/// How a path was come by: `what` names it in messages ("article"), `where` is the place that names it.
struct Asked {
  std::string what;
  SourceSpan where;
};

/// Reads a text file into the sources, named by `path` in messages: a byte order mark is taken off, CR alone
/// is a line end; broken UTF-8, control characters, and files that are too large, empty or no files are
/// errors at `asked`.
std::optional<std::uint32_t> load_text(const std::filesystem::path& path, const Asked& asked, Reading& in);
/// The same checks for text that is already here.
std::optional<std::uint32_t> add_text(const std::string& name, std::string text, Reading& in);

/// The folder whose files an edition may name: the nearest one above it that holds `layouts/` or `.git`, else
/// its own. So an edition from elsewhere cannot make the engine read /etc.
class Project {
 public:
  explicit Project(const std::filesystem::path& edition);

  /// `written` as named in the file `from`, seen from the current directory; nullopt (and an error) when it
  /// leaves the project, is not there, or runs in a circle of links.
  std::optional<std::filesystem::path> resolve(const std::string& written, const std::filesystem::path& from,
                                               const Asked& asked, Reading& in) const;

  /// From now on `resolve` gives `stand_in` wherever a file names `old`; `where` is the place that says so.
  void replace(const std::filesystem::path& old, const std::filesystem::path& stand_in, SourceSpan where);
  /// Reports every stand-in that nobody asked for.
  void report_unused(Reading& in) const;

  /// The same for a file that may be missing.
  std::optional<std::filesystem::path> locate(const std::string& written, const std::filesystem::path& from,
                                              const Asked& asked, Reading& in) const;

 private:
  struct StandIn {
    std::filesystem::path path;
    SourceSpan where;
    mutable bool used = false;
  };
  std::filesystem::path root_;
  std::map<std::filesystem::path, StandIn> stand_ins_;  // by the canonical path of the old one
};

}  // namespace banxin
