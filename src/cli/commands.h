// Each add_… describes one subcommand to CLI11 and sets what it does; src/cli/<command>.cpp. Only the files
// of commands include this: CLI11 takes the compiler longer than all the rest of such a file.
#pragma once

#include <CLI/CLI.hpp>

#include "cli/context.h"

namespace banxin {

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
