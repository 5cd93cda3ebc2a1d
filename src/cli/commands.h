// What the commands share. Each add_… describes one subcommand to CLI11 and sets what it does;
// src/cli/<command>.cpp.
#pragma once

#include <CLI/CLI.hpp>
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

void add_init(CLI::App& app, Context& context);
void add_capacity(CLI::App& app, Context& context);
void add_render(CLI::App& app, Context& context);
void add_preview(CLI::App& app, Context& context);
void add_watch(CLI::App& app, Context& context);
void add_check(CLI::App& app, Context& context);
void add_fonts(CLI::App& app, Context& context);
void add_schema(CLI::App& app, Context& context);
void add_lines(CLI::App& app, Context& context);
void add_diff(CLI::App& app, Context& context);
void add_test(CLI::App& app, Context& context);

}  // namespace banxin
