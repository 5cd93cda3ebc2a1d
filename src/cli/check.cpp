// banxin check: an edition or a PDF as a press would look at it, and the plates that it needs.
#include <cstdio>
#include <iterator>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/side_by_side.h"
#include "cli/commands.h"
#include "cli/fit_report.h"
#include "cli/make_edition.h"
#include "cli/plates.h"
#include "cli/press.h"
#include "lint/lint.h"
#include "press/preflight.h"
#include "press/preflight_edition.h"

namespace banxin {

namespace {

FindingForm form_named(const std::string& name) {
  if (name == "short") return FindingForm::kShort;
  return name == "json" ? FindingForm::kJson : FindingForm::kHuman;
}

void tell(const std::string& text, const std::vector<PressFinding>& findings, Context& context) {
  std::fwrite(text.data(), 1, text.size(), stdout);
  for (const PressFinding& finding : findings) {
    if (finding.severity == Severity::kError && context.exit == Exit::kOk) context.fail(Exit::kInputErrors);
  }
}

void check_pdf(const CheckCommand& command, const PressProfile& profile, Context& context) {
  const std::optional<std::string> bytes = press_pdf(command.file, command.press, context);
  if (!bytes) return;
  const std::vector<PressFinding> findings = preflight(*bytes, profile, {threads_for(0), show_progress});
  tell(written_findings(findings, command.file, form_named(command.format)), findings, context);
}

/// What reading, layout and lint have said, in the form of the press' findings.
std::vector<PressFinding> as_findings(const Diagnostics& diags) {
  std::vector<PressFinding> out;
  for (const Diagnostic& d : diags.all()) {
    PressFinding f;
    f.code = d.code, f.severity = d.severity, f.message = d.message, f.hint = d.hint, f.where = d.where;
    out.push_back(std::move(f));
  }
  return out;
}

/// The fit of every frame, then all findings, as one array.
std::string as_json(const MadeEdition* made, const std::vector<PressFinding>& findings,
                    const CheckCommand& command, const Context& context) {
  JsonWriter json;
  json.begin_array();
  if (made != nullptr) write_fits(json, made->placed, command.file);
  for (const PressFinding& f : findings) write_finding(json, f, context.sources, command.file);
  json.line().end_array();
  return json.text() + "\n";
}

/// Before anything is drawn: what the reading and the layout found and an editor would mark, how the copy
/// fits, then what the press would find. For a reader these go to where they always go, standard error first;
/// for a program all of it is one result.
void check_edition(const CheckCommand& command, const PressProfile& profile, Context& context) {
  const std::optional<FontSet> fonts = open_fonts(context);
  if (!report(context) || !fonts) return;
  const std::optional<MadeEdition> made =
      make_edition(command.file, *fonts, context.sources, context.diags, {.threads = threads_for(0)});
  add_font_findings(*fonts, context);
  if (made) lint_edition(made->document, made->placed, context.diags);
  const FindingForm form = form_named(command.format);
  std::vector<PressFinding> findings;
  if (form != FindingForm::kHuman) findings = as_findings(context.diags);
  // They are in the result, and nowhere else. Of JSON, which a program takes, a person is told too why there
  // are no pages, unless what is told goes to a program as well.
  const bool person = context.diagnostics_format != "json";
  if (form == FindingForm::kShort || (form == FindingForm::kJson && (made || !person))) {
    context.reported = context.diags.all().size();
  }
  report(context);
  if (made) {
    std::vector<PressFinding> of_press = preflight_edition(made->document, made->placed, profile);
    findings.insert(findings.end(), std::make_move_iterator(of_press.begin()),
                    std::make_move_iterator(of_press.end()));
  }
  if (form == FindingForm::kJson)
    return tell(as_json(made ? &*made : nullptr, findings, command, context), findings, context);
  if (form == FindingForm::kHuman && made) {
    const std::string fit = fit_report(made->placed);
    std::fwrite(fit.data(), 1, fit.size(), stdout);
  }
  tell(written_findings(findings, context.sources, command.file, form), findings, context);
}

}  // namespace

void run_check(const CheckCommand& command, Context& context) {
  const std::optional<PressProfile> profile = open_press_profile(command.press, context);
  if (!report(context) || !profile) return;
  if (command.plates || !command.against.empty()) {
    return write_plate_matrix(command.file, command.press, command.against, command.format == "json",
                              context);
  }
  if (is_pdf(command.file)) {
    check_pdf(command, *profile, context);
  } else {
    check_edition(command, *profile, context);
  }
  if (command.heat_map.empty()) return;
  const std::optional<std::string> pdf = press_pdf(command.file, command.press, context);
  if (pdf) write_heat_map(*pdf, profile->limits.ink, command.heat_map, context);
}

}  // namespace banxin
