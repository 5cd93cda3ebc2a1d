// banxin check FILE.pdf: the preflight, as a press would look at the file.
#include <cstdio>
#include <fstream>
#include <iterator>

#include "cli/commands.h"
#include "cli/press.h"
#include "press/preflight.h"

namespace banxin {

namespace {

struct CheckCommand {
  std::string file, format = "human", press = "newspaper";
};

FindingForm form_named(const std::string& name) {
  if (name == "short") return FindingForm::kShort;
  return name == "json" ? FindingForm::kJson : FindingForm::kHuman;
}

void run_check(const CheckCommand& command, Context& context) {
  std::ifstream in(command.file, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(in), {}};
  if (!in) context.diags.error("not-found", {}, "cannot read '" + command.file + "'");
  const std::optional<PressProfile> profile = open_press_profile(command.press, context);
  if (!report(context) || !profile) return;
  const std::vector<PressFinding> findings = preflight(bytes, *profile);
  const std::string text = written_findings(findings, command.file, form_named(command.format));
  std::fwrite(text.data(), 1, text.size(), stdout);
  for (const PressFinding& finding : findings) {
    if (finding.severity == Severity::kError) context.fail(Exit::kInputErrors);
  }
}

}  // namespace

void add_check(CLI::App& app, Context& context) {
  CLI::App* sub = app.add_subcommand("check", "say what a press would find wrong with a PDF");
  auto command = std::make_shared<CheckCommand>();
  sub->add_option("file", command->file, "the PDF, ours or anybody's")->required()->type_name("FILE.pdf");
  sub->add_option("--press", command->press,
                  "what to hold it against: newspaper, x4, x1a or a profile's YAML file")
      ->capture_default_str()
      ->type_name("PROFILE");
  sub->add_option("--format", command->format, "how the findings are written")
      ->check(CLI::IsMember({"human", "short", "json"}))
      ->capture_default_str()
      ->type_name("FORMAT");
  sub->callback([command, &context] { run_check(*command, context); });
}

}  // namespace banxin
