// The command line, described to CLI11. No other file but lines_options.cpp includes that: it takes the
// compiler longer than all the rest of such a file.
#include "cli/cli.h"

#include <CLI/CLI.hpp>
#include <cstdio>
#include <exception>
#include <memory>
#include <new>

#include "cli/commands.h"
#include "cli/starters.h"

namespace banxin {

namespace {

void add_init(CLI::App& app, Context& context) {
  CLI::App* sub = app.add_subcommand(
      "init", "start a project: a layout, an edition and articles that render as they are");
  auto command = std::make_shared<InitCommand>();
  sub->add_option("folder", command->folder, "the folder to make")->required()->type_name("DIR");
  sub->add_option("--template", command->starter,
                  "what to begin with: a front page, an edition of several pages, a vertical page")
      ->check(CLI::IsMember(starter_names()))
      ->capture_default_str();
  sub->callback([command, &context] { run_init(*command, context); });
}

void add_output_options(CLI::App& sub, RenderCommand& command) {
  sub.add_option("--format", command.format, "pdf, png, svg or json (default: by the ending of OUT)")
      ->check(CLI::IsMember({"pdf", "png", "svg", "json"}))
      ->type_name("FORMAT");
  sub.add_option("--pages", command.pages, "which pages, by number: 1,3-5 (default: all)")->type_name("LIST");
  sub.add_option("--ppi", command.ppi, "resolution of PNG")
      ->check(CLI::Range(18, 1200))
      ->capture_default_str();
  sub.add_flag("--split", command.split, "one file a page");
}

void add_render(CLI::App& app, Context& context) {
  CLI::App* sub = app.add_subcommand("render", "make the pages of an edition: PDF, PNG, SVG or a JSON dump");
  auto command = std::make_shared<RenderCommand>();
  sub->add_option("edition", command->edition, "the edition's YAML file")
      ->required()
      ->type_name("EDITION.yaml");
  sub->add_option("-o,--output", command->out,
                  "the file to write; {page} in it is the page number; - is standard output")
      ->type_name("OUT");
  add_output_options(*sub, *command);
  sub->add_option("--jobs", command->jobs,
                  "files made side by side, or photos of one PDF for a press (default: one a core)")
      ->check(CLI::Range(1, 256));
  sub->add_option("--changes", command->changes,
                  "of an overlay: where to say which pages differ from its base (default: standard output)")
      ->type_name("FILE");
  sub->add_flag("--changed", command->changed, "of an overlay: only the pages that differ from its base");
  sub->add_flag("--explain", command->explain,
                "say on standard output, or in OUT.txt, why each line ends where it does");
  sub->add_option("--press", command->press,
                  "for a press: newspaper, x4, x1a or the YAML file of a profile; none: for screens")
      ->capture_default_str()
      ->type_name("PROFILE");
  sub->add_option("--output-icc", command->output_icc,
                  "the ICC profile of your press, instead of the profile's")
      ->type_name("FILE");
  sub->callback([command, &context] { run_render(*command, context); });
}

void add_preview(CLI::App& app, Context& context) {
  CLI::App* sub = app.add_subcommand("preview", "look at an edition, or at a layout filled with sample copy");
  auto command = std::make_shared<PreviewCommand>();
  sub->add_option("file", command->file, "an edition or a layout")->required()->type_name("FILE.yaml");
  sub->add_option("-o,--output", command->out, "a picture to write; {page} in it is the page number")
      ->type_name("FILE.png");
  sub->add_option("--serve", command->serve, "a live page in the browser; 0: any free port")
      ->type_name("[HOST:]PORT");
  sub->add_flag("--terminal", command->terminal, "draw on the terminal");
  sub->add_flag("--dummy", command->dummy, "print the dummy 版样 as text");
  sub->add_flag("--contact-sheet", command->contact_sheet, "all pages on one picture");
  sub->add_flag("--plates", command->plates, "the plates of each page side by side; of a PDF too");
  sub->add_option("--press", command->press,
                  "with --plates and --serve: the press profile of an edition; none: no preflight")
      ->capture_default_str()
      ->type_name("PROFILE");
  sub->add_option("--show", command->show, "overlays: grid, frames, slots, baselines, order")
      ->type_name("LIST");
  sub->add_option("--pages", command->pages, "which pages, by number: 1,3-5 (default: all)")
      ->type_name("LIST");
  sub->add_option("--ppi", command->ppi, "resolution of pictures")
      ->check(CLI::Range(9, 1200))
      ->capture_default_str();
  sub->add_option("--width", command->width, "columns of the dummy")
      ->check(CLI::Range(40, 400))
      ->capture_default_str();
  sub->add_option("--graphics", command->graphics, "for the terminal, instead of what it says it can do")
      ->check(CLI::IsMember({"kitty", "sixel", "blocks"}))
      ->type_name("kitty|sixel|blocks");
  sub->callback([command, &context] { run_preview(*command, context); });
}

void add_watch(CLI::App& app, Context& context) {
  CLI::App* sub = app.add_subcommand("watch", "write an edition again whenever one of its files changes");
  auto command = std::make_shared<RenderCommand>();
  sub->add_option("edition", command->edition, "the edition's YAML file")
      ->required()
      ->type_name("EDITION.yaml");
  sub->add_option("-o,--output", command->out, "the file to write; {page} in it is the page number")
      ->required()
      ->type_name("OUT");
  add_output_options(*sub, *command);
  sub->callback([command, &context] { run_watch(*command, context); });
}

void add_check(CLI::App& app, Context& context) {
  CLI::App* sub = app.add_subcommand(
      "check", "say how copy fits, what an editor would mark and what a press would find wrong");
  auto command = std::make_shared<CheckCommand>();
  sub->add_option("file", command->file, "the edition's YAML file, or a PDF, ours or anybody's")
      ->required()
      ->type_name("EDITION.yaml|FILE.pdf");
  sub->add_option("--press", command->press,
                  "what to hold it against: newspaper, x4, x1a or a profile's YAML file")
      ->capture_default_str()
      ->type_name("PROFILE");
  sub->add_option("--format", command->format, "how the findings are written")
      ->check(CLI::IsMember({"human", "short", "json"}))
      ->capture_default_str()
      ->type_name("FORMAT");
  sub->add_option("--heat-map", command->heat_map,
                  "write a map of the ink of each page; {page} in it is the page's place in the file")
      ->type_name("FILE.png");
  sub->add_flag("--plates", command->plates, "instead: which page needs which plate");
  sub->add_option("--against", command->against, "with --plates: which have changed against this earlier one")
      ->type_name("OLD.pdf");
  sub->callback([command, &context] { run_check(*command, context); });
}

void add_capacity(CLI::App& app, Context& context) {
  CLI::App* sub =
      app.add_subcommand("capacity", "say how many 字 each frame takes with its headline and photos");
  auto command = std::make_shared<CapacityCommand>();
  sub->add_option("file", command->file,
                  "a layout, its headlines taken from sample copy, or an edition with its own")
      ->required()
      ->type_name("LAYOUT.yaml|EDITION.yaml");
  sub->add_option("--format", command->format, "how it is written")
      ->check(CLI::IsMember({"human", "json"}))
      ->capture_default_str();
  sub->callback([command, &context] { run_capacity(*command, context); });
}

void add_lines(CLI::App& app, Context& context) {
  CLI::App* sub = app.add_subcommand("lines", "set one paragraph from standard input and print the lines");
  auto command = std::make_shared<LinesCommand>();
  add_options(*sub, *command);
  sub->callback([command, &context] { run_lines(*command, context); });
}

void add_fonts(CLI::App& app, Context& context) {
  auto command = std::make_shared<FontsCommand>();
  CLI::App* const sub =
      app.add_subcommand("fonts", "list the roles' faces, or check that they have a text's characters");
  sub->add_option("--check", command->texts, "report the characters of these texts that the role cannot set")
      ->type_name("TEXTFILE");
  sub->add_option("--role", command->role, "the role to check with")->capture_default_str();
  sub->add_option("--weight", command->weight, "its weight")
      ->check(CLI::IsMember({"regular", "bold"}))
      ->type_name("regular|bold")
      ->capture_default_str();
  sub->add_option("--format", command->format, "how the result is written")
      ->check(CLI::IsMember({"text", "json"}))
      ->type_name("text|json")
      ->capture_default_str();
  sub->callback([command, &context] { run_fonts(*command, context); });
}

void add_schema(CLI::App& app, Context& context) {
  CLI::App* command = app.add_subcommand("schema", "Prints the JSON Schema (draft-07) of a kind of file");
  const auto name = std::make_shared<std::string>();
  command->add_option("NAME", *name,
                      "layout, edition, overlay, article or catalogue; without it, the names are listed");
  command->callback([name, &context] { run_schema(*name, context); });
}

void add_diff(CLI::App& app, Context& context) {
  CLI::App* sub = app.add_subcommand("diff", "say what differs between two PDFs, editions or dumps");
  auto command = std::make_shared<DiffCommand>();
  sub->add_option("old", command->old_name, "a PDF, an edition's YAML file or a dump (JSON)")
      ->required()
      ->type_name("OLD");
  sub->add_option("new", command->new_name, "what to hold against it")->required()->type_name("NEW");
  sub->add_option("--report", command->report,
                  "write DIR/index.html: both pages side by side, with every change")
      ->type_name("DIR");
  sub->add_option("--fuzz", command->fuzz,
                  "pixels count as equal when at most PIXELS of a page differ, by at most LEVEL (0-255)")
      ->capture_default_str()
      ->type_name("LEVEL,PIXELS");
  sub->add_option("--ppi", command->ppi, "resolution at which pixels are compared; 0: not at all")
      ->check(CLI::Range(0, 600))
      ->capture_default_str();
  sub->add_option("--format", command->format, "how the changes are written")
      ->check(CLI::IsMember({"human", "json"}))
      ->capture_default_str()
      ->type_name("FORMAT");
  sub->footer(
      "Exit status: 0 nothing differs, 1 something does, 2 a side cannot be read, 3 the machine failed.");
  sub->callback([command, &context] { run_diff(*command, context); });
}

void add_test(CLI::App& app, Context& context) {
  CLI::App* sub = app.add_subcommand("test", "hold editions against their approved pages");
  auto command = std::make_shared<TestCommand>();
  sub->add_option("folders", command->folders, "folders with editions, or editions (default: this folder)")
      ->type_name("DIR");
  sub->add_flag("--update", command->update, "show what changed, then approve it");
  sub->add_option("--report", command->report, "write DIR/index.html when something changed")
      ->type_name("DIR");
  sub->add_option("--jobs", command->jobs, "editions made side by side (default: one a core)")
      ->check(CLI::Range(1, 256));
  sub->add_option("--ppi", command->ppi,
                  "with --update: approve pictures too, at so many ppi; 0: no pictures")
      ->check(CLI::Range(0, 300));
  sub->add_option("--fuzz", command->fuzz,
                  "pixels of a picture count as equal when at most PIXELS differ by at most LEVEL")
      ->capture_default_str()
      ->type_name("LEVEL,PIXELS");
  sub->footer(
      "Exit status: 0 all pages are as approved, 1 some are not, 2 wrong usage, 3 the machine failed.");
  sub->callback([command, &context] { run_test(*command, context); });
}

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
