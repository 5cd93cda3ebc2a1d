// banxin diff: what differs between two PDFs, editions or dumps, in words, places and pixels.
#include <cstdio>

#include "cli/commands.h"
#include "cli/output_file.h"
#include "cli/side.h"
#include "cli/visual.h"
#include "compare/report.h"
#include "compare/write_changes.h"

namespace banxin {

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

}  // namespace banxin
