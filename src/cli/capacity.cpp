// banxin capacity LAYOUT.yaml: how many 字 each frame takes, before a word is written.
#include <cstdio>

#include "cli/commands.h"
#include "cli/fit_report.h"
#include "cli/make_edition.h"
#include "read/read.h"

namespace banxin {

namespace {

struct CapacityCommand {
  std::string file, format = "human";
};

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

}  // namespace

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

}  // namespace banxin
