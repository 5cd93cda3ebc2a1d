// banxin capacity LAYOUT.yaml: how many 字 each frame takes, before a word is written.
#include <cstdio>

#include "cli/commands.h"
#include "cli/fit_report.h"
#include "cli/make_edition.h"
#include "read/read.h"

namespace banxin {

void run_capacity(const CapacityCommand& command, Context& context) {
  const std::optional<FontSet> fonts = open_fonts(context);
  if (!report(context) || !fonts) return;
  const std::optional<MadeEdition> made =
      looks_like_layout(command.file) ? make_sample_page(command.file, *fonts, context.sources, context.diags)
                                      : make_edition(command.file, *fonts, context.sources, context.diags);
  add_font_findings(*fonts, context);
  report(context);
  if (!made) return;
  const std::string text =
      command.format == "json" ? fits_as_json(made->placed) : capacity_report(made->placed);
  std::fwrite(text.data(), 1, text.size(), stdout);
}

}  // namespace banxin
