#include "cli/cli.h"

#include <cstdio>
#include <exception>
#include <new>

#include "cli/commands.h"

namespace banxin {

namespace {

int run_command(int argc, char** argv) {
  CLI::App app{"Sets print-ready Chinese newspaper pages from YAML layouts and Markdown articles.", "banxin"};
  Context context;
  app.set_version_flag("--version", std::string("banxin ") + BANXIN_VERSION);
  app.add_option("--diagnostics", context.diagnostics_format, "how findings are written to standard error")
      ->check(CLI::IsMember({"human", "json"}))
      ->type_name("human|json");
  app.add_option("--fonts", context.fonts, "a font catalogue instead of the built-in one")->type_name("FILE");
  app.require_subcommand(1);
  app.fallthrough();
  add_init(app, context);
  add_render(app, context);
  add_preview(app, context);
  add_watch(app, context);
  add_check(app, context);
  add_capacity(app, context);
  add_lines(app, context);
  add_fonts(app, context);
  add_schema(app, context);
  add_diff(app, context);
  add_test(app, context);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& e) {
    const int code = app.exit(e);  // prints help, version or what is wrong
    if (code != 0) return static_cast<int>(Exit::kUsage);
  }
  report(context);
  if (std::fflush(stdout) != 0 || std::ferror(stdout) != 0) {
    std::fputs("banxin: cannot write 'standard output'\n", stderr);
    context.fail(Exit::kMachine);
  }
  return static_cast<int>(context.exit);
}

}  // namespace

int run(int argc, char** argv) try { return run_command(argc, argv); } catch (const std::bad_alloc&) {
  std::fputs("banxin: out of memory\n", stderr);
  return static_cast<int>(Exit::kMachine);
} catch (const std::exception& e) {
  std::fprintf(stderr, "banxin: %s\n", e.what());
  return static_cast<int>(Exit::kMachine);
}

}  // namespace banxin
