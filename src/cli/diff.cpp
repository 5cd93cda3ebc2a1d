// banxin diff: what differs between two PDFs, editions or dumps, in words, places and pixels.
#include <cstdio>

#include "cli/commands.h"
#include "cli/output_file.h"
#include "cli/side.h"
#include "cli/visual.h"
#include "compare/report.h"
#include "compare/write_changes.h"

namespace banxin {

namespace {

struct DiffCommand {
  std::string old_name, new_name, report, fuzz = "0,0", format = "human";
  int ppi = 96;
};

void run_diff(const DiffCommand& command, Context& context) {
  const std::optional<Fuzz> fuzz = parse_fuzz(command.fuzz);
  if (!fuzz) {
    std::fprintf(stderr, "banxin: --fuzz is two numbers, LEVEL,PIXELS: 2,100\n");
    return context.fail(Exit::kUsage);
  }
  Side before, after;
  before.name = command.old_name, after.name = command.new_name;
  LazyFonts fonts(context);
  if (!open_sides(before, after, fonts, context)) {
    report(context);
    return context.fail(Exit::kUsage);
  }
  report(context);  // what an edition has against itself does not keep us from comparing it
  context.exit = Exit::kOk;
  Diagnostics of_reading;
  std::swap(of_reading, context.diags), context.reported = 0;
  Comparison comparison = compare_scenes(before.scene, after.scene);
  const bool dumps = before.kind == Side::Kind::kDump || after.kind == Side::Kind::kDump;
  const bool draw = command.ppi > 0 && (!dumps || (!command.report.empty() && !comparison.same()));
  std::vector<ReportPage> pages;
  if (draw || !command.report.empty()) {
    pages = compare_pages(before, after, {draw ? command.ppi : 0, *fuzz, dumps, !command.report.empty()},
                          comparison, fonts, context);
  }
  const SideNames names{command.old_name, command.new_name};
  const std::string text = command.format == "json"
                               ? changes_as_json(comparison, before.scene, after.scene, names)
                               : changes_for_people(comparison);
  std::fwrite(text.data(), 1, text.size(), stdout);
  if (!report(context)) return context.fail(Exit::kMachine);
  if (!comparison.same()) context.fail(Exit::kInputErrors);
  if (command.report.empty()) return;
  const std::string title = command.old_name + " → " + command.new_name;
  write_report(command.report,
               html_report(title, {{names, &before.scene, &after.scene, &comparison, pages, {}}}), context);
}

}  // namespace

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

}  // namespace banxin
