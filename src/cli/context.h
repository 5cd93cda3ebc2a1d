// One run of the program, and what its commands share.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "base/diagnostic.h"
#include "font/font_set.h"

namespace banxin {

/// Exit status of the program (docs: README, "Exit status").
enum class Exit { kOk = 0, kInputErrors = 1, kUsage = 2, kMachine = 3 };

/// One run of the program.
struct Context {
  Exit exit = Exit::kOk;
  std::string diagnostics_format = "human";  ///< --diagnostics human|json
  std::string fonts;                         ///< --fonts FILE: a catalogue instead of the built-in one
  Sources sources;
  Diagnostics diags;
  std::size_t reported = 0;  ///< findings that have been written

  void fail(Exit status) { exit = status; }
};

/// Writes the findings so far to standard error, once each, and sets the exit status when there are errors.
/// Returns false when there are.
bool report(Context& context);

/// Reports a file named on the command line that cannot be read; `problem` as read_file_bytes says it.
void cannot_read(const std::string& what, const std::string& problem, Context& context,
                 const char* code = "not-found");

/// "3/40", written over on a terminal, for what takes a while.
void show_progress(std::size_t done, std::size_t all);

/// The faces of the catalogue (the built-in one or `--fonts`); nullopt when it has errors.
std::optional<FontSet> open_fonts(Context& context);
/// Puts what came up of the faces before what was found since, which may be because of it.
void add_font_findings(const FontSet& fonts, Context& context);

}  // namespace banxin
