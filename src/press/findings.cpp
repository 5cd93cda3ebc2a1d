#include "press/findings.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <cstdint>
#include <cstring>

#include "base/json.h"
#include "base/packed.h"
#include "base/utf8.h"

namespace banxin {

namespace {

constexpr Weighting kError = Weighting::kError, kWarning = Weighting::kWarning;

constexpr Check kChecks[] = {
    {"broken-file", kError, "save it again from the program that made it"},
    {"encrypted", kError, "save it without a password"},
    {"pdf-version", kError, "export for the standard that the press asks for"},
    {"object-streams", kError, "save it as PDF 1.4"},
    {"no-id", kError, "save it again from the program that made it"},
    {"output-intent", kError,
     "export with one output intent: the press' printing condition and its ICC profile"},
    {"output-profile", kError, "give the press' own CMYK profile of class 'prtr'"},
    {"output-ink", kWarning, "choose a profile that is made for this paper"},
    {"pdfx-version", kError, "export as the PDF/X that the press asks for"},
    {"metadata", kError, "export with title and dates"},
    {"metadata-differs", kError, "save it again so that the XMP packet and the info dictionary agree"},
    {"trapped", kError, "say whether the file is trapped"},
    {"active-content", kError, "remove scripts, actions and forms"},
    {"optional-content", kError, "flatten the layers"},
    {"no-language", kWarning, "give the document its language"},
    {"no-alt", kWarning, "describe the picture: key 'alt' of the photo"},
    {"no-trim-box", kError, "set the TrimBox to the size of the page"},
    {"art-box", kError, "remove the ArtBox: a page has a TrimBox or an ArtBox"},
    {"boxes-nest", kError, "put the TrimBox into the BleedBox and that into the MediaBox"},
    {"page-turned", kError, "turn the content instead of the page, at its true size"},
    {"page-sizes", kWarning, "give all pages one trim size"},
    {"empty-page", kWarning, "is this page meant to be empty?"},
    {"one-picture", kWarning, "send type as type: a page that is one picture prints with ragged letters"},
    {"annotation", kError, "remove links and notes from the page"},
    {"group-space", kError, "blend in CMYK: a page group in RGB makes black of four inks"},
    {"transparency", kError, "flatten the transparency"},
    {"font-not-embedded", kError, "embed the font"},
    {"font-broken", kError, "export it again with the font embedded"},
    {"font-type3", kWarning, "use an outline font"},
    {"font-no-unicode", kWarning, "export with a ToUnicode map, or the text cannot be searched"},
    {"missing-glyph", kError, "choose a font that has the character"},
    {"colour-space", kError, "convert it to CMYK, grey or a spot colour"},
    {"black-knocks-out", kError, "set black type and rules to overprint, with overprint mode 1"},
    {"grey-black", kError, "make it 100 K in CMYK: DeviceGray does not overprint"},
    {"rich-black", kError, "set it in black alone"},
    {"white-overprints", kError, "let white knock out, or it disappears"},
    {"small-type", kError, "set it larger"},
    {"coloured-type", kWarning, "set it larger, or in one ink: the plates never fit exactly"},
    {"reversed-type", kWarning, "set it larger or bolder, or black on white"},
    {"hairline", kError, "draw it thicker"},
    {"coloured-rule", kWarning, "draw it thicker, or in one ink"},
    {"picture-resolution", kError, "use a larger picture, or a smaller place for it"},
    {"picture-too-fine", kWarning, "bring it down to what the press can show"},
    {"picture-filter", kError, "save the picture as JPEG or without loss"},
    {"picture-depth", kWarning, "save the picture with 8 bits a channel"},
    {"picture-black", kWarning, "separate it with less black: solid shadows fill in"},
    {"picture-highlight", kWarning, "give it a first dot, or paper: so small a dot does not print"},
    {"colour-page", kError, "print it in black alone, or move it to a page that has colour"},
    {"picture-inverted", kError, "save the picture as CMYK without inversion"},
    {"too-much-ink", kError, "separate it for this paper, with its limit of ink"},
    {"marks-in-trim", kError, "move registration marks outside the trim"},
    {"spot-colour", kWarning, "convert it to CMYK, unless the press has this ink"},
    {"spot-differs", kError, "give one spot colour one make-up"},
    {"trim-size", kError, "make the page as large as this press wants it"},
    {"outside-trim", kError, "keep it inside the trim, or give the page a bleed"},
    {"bleed", kError, "let it run on to the edge of the bleed, or keep it off the trim"},
    {"near-trim", kWarning, "move it away from where the sheet is cut"},
    {"tinted-type", kWarning, "set it larger, or solid: a screen of dots frays thin strokes"},
    {"spot-alike", kWarning, "write the name of one ink in one way, or it gets two plates"},
    {"screen-colour", kError, "give the ink its plates: cmyk, or spot with cmyk"},
    {"photo-alpha", kWarning, "flatten the photo on its ground if that is not white"},
    {"press-settings", kError, "remove transfer functions, halftones and OPI: they are the press' own"},
    {"postscript", kError, "save the file without PostScript in it"},
    {"picture-components", kError, "save the picture again, in the colours that it says it has"},
    {"ink-overlap", kError, "lighten what lies under the type, or what lies on it"},
    {"structure-incomplete", kWarning,
     "tag it, or mark it as an artifact: it is in no element of the structure"},
    {"many-fonts", kWarning, "set the page in fewer faces: each costs some 57 kB"},
    {"unknown-operator", kError, "save it again: readers stop or go on as they please at such a word"},
    {"untagged", kWarning, "mark what is no text as an artifact"},
};

const Check& check_named(const char* code) {
  for (const Check& check : kChecks) {
    if (std::strcmp(check.code, code) == 0) return check;
  }
  assert(false);
  return kChecks[0];
}

std::string place_in_words(const PressFinding& f) {
  if (f.page == 0) return "";
  std::string out = "page " + std::to_string(f.page);
  if (f.has_place) out += ", " + json_number(f.x, 1) + " × " + json_number(f.y, 1) + " mm";
  return out + ": ";
}

std::string in_words(const PressFinding& f, const std::string& file) {
  return file + ": " + place_in_words(f) + (f.severity == Severity::kError ? "error[" : "warning[") + f.code +
         "]: " + said_of(f) + "\n";
}

void write_json(JsonWriter& json, const PressFinding& f, const std::string& file, const LineColumn* written) {
  json.line().begin_object().member("file", file);
  if (written != nullptr) json.member("line", written->line).member("column", written->column);
  json.member("code", f.code);
  json.member("severity", f.severity == Severity::kError ? "error" : "warning");
  if (f.page > 0) json.member("page", f.page);
  if (f.has_place) json.member("x", std::round(f.x * 10) / 10).member("y", std::round(f.y * 10) / 10);
  if (!f.unit.empty()) {
    json.member("measured", std::round(f.measured * 100) / 100).member("limit", f.allowed);
    json.member("unit", f.unit);
  }
  json.member("count", f.count).member("message", f.message).member("hint", f.hint).end_object();
}

/// As a diagnostic of the edition's files, whose place on paper stands before what is said.
Diagnostic as_diagnostic(const PressFinding& f, bool with_hint) {
  return {f.severity, f.code, f.where, place_in_words(f) + said_of(f), with_hint ? f.hint : std::string()};
}

}  // namespace

std::string said_of(const PressFinding& f) {
  std::string out = f.message;
  if (!f.unit.empty()) {
    out += " (" + json_number(f.measured, 2) + " " + f.unit + "; limit " + json_number(f.allowed, 2) + ")";
  }
  if (f.count > 1) out += ", " + std::to_string(f.count) + " times on this page";
  return out;
}

std::span<const Check> all_checks() { return kChecks; }

std::vector<std::string> preflight_codes() {
  std::vector<std::string> out;
  for (const Check& check : kChecks) out.emplace_back(check.code);
  return out;
}

void Findings::add(const char* code, FindingPlace place, std::string message, Measure measure) {
  const Check& check = check_named(code);
  add(check, check.weight, place, std::move(message), measure);
}

void Findings::warn(const char* code, FindingPlace place, std::string message, Measure measure) {
  add(check_named(code), kWarning, place, std::move(message), measure);
}

void Findings::add(const Check& check, Weighting weight, FindingPlace place, std::string message,
                   Measure measure) {
  const auto own = profile_.weights.find(check.code);
  if (own != profile_.weights.end()) weight = own->second;
  if (weight == Weighting::kOff) return;
  message = printable(message);  // it holds names that others gave
  const std::string key = std::string(check.code) + "/" + std::to_string(place.page) + "/" + message;
  const auto [found, is_new] = known_.try_emplace(key, all_.size());
  if (is_new) {
    PressFinding f;
    f.code = check.code, f.hint = check.hint, f.message = std::move(message);
    all_.push_back(std::move(f));
    all_.back().count = 0;
  }
  PressFinding& f = all_[found->second];
  ++f.count;
  if (!is_new && std::abs(measure.value - measure.limit) <= std::abs(f.measured - f.allowed)) return;
  f.severity = weight == kError ? Severity::kError : Severity::kWarning;
  f.page = place.page, f.has_place = place.known, f.x = place.x, f.y = place.y;
  f.where = place.where;
  f.measured = measure.value, f.allowed = measure.limit, f.unit = measure.unit;
}

double Findings::worst(std::string_view code, int page) const {
  double most = 0;
  for (const PressFinding& f : all_) {
    if (f.code == code && f.page == page) most = std::max(most, f.measured);
  }
  return most;
}

bool Findings::has(std::string_view code, int page) const {
  return std::any_of(all_.begin(), all_.end(),
                     [&](const PressFinding& f) { return f.code == code && f.page == page; });
}

std::vector<PressFinding> Findings::take() {
  std::stable_sort(all_.begin(), all_.end(),
                   [](const PressFinding& a, const PressFinding& b) { return a.page < b.page; });
  return std::move(all_);
}

std::string written_findings(const std::vector<PressFinding>& findings, const std::string& file,
                             FindingForm form) {
  std::string out;
  JsonWriter json;
  json.begin_array();
  for (const PressFinding& f : findings) {
    if (form == FindingForm::kJson) write_json(json, f, file, nullptr);
    if (form != FindingForm::kJson) out += in_words(f, file);
    if (form == FindingForm::kHuman) out += "hint: " + f.hint + "\n";
  }
  json.line().end_array();
  return form == FindingForm::kJson ? json.text() + "\n" : out;
}

void write_finding(JsonWriter& json, const PressFinding& finding, const Sources& sources,
                   const std::string& edition) {
  if (finding.where.file == SourceSpan::kNoFile) return write_json(json, finding, edition, nullptr);
  const Sources::File& file = sources.at(finding.where.file);
  const LineColumn written = line_column(file.text, finding.where.begin);
  write_json(json, finding, file.path, &written);
}

std::string written_findings(const std::vector<PressFinding>& findings, const Sources& sources,
                             const std::string& edition, FindingForm form) {
  std::string out;
  JsonWriter json;
  json.begin_array();
  for (const PressFinding& f : findings) {
    if (form == FindingForm::kJson) {
      write_finding(json, f, sources, edition);
    } else if (f.where.file == SourceSpan::kNoFile) {
      out += in_words(f, edition);
      if (form == FindingForm::kHuman) out += "hint: " + f.hint + "\n";
    } else {
      const std::string all = render(as_diagnostic(f, form == FindingForm::kHuman), sources);
      out += form == FindingForm::kHuman ? all : all.substr(0, all.find('\n') + 1);
    }
  }
  json.line().end_array();
  return form == FindingForm::kJson ? json.text() + "\n" : out;
}

std::string packed(const std::vector<PressFinding>& findings) {
  PackedWriter out;
  out.whole(static_cast<std::int64_t>(findings.size()));
  for (const PressFinding& f : findings) {
    for (const std::string& text : {f.code, f.unit, f.message, f.hint}) out.text(text);
    for (const double number : {f.x, f.y, f.measured, f.allowed}) out.number(number);
    for (const int whole : {f.severity == Severity::kError ? 1 : 0, f.page, f.has_place ? 1 : 0, f.count}) {
      out.whole(whole);
    }
  }
  return out.take();
}

std::vector<PressFinding> unpacked(std::string_view bytes) {
  PackedReader in(bytes);
  std::vector<PressFinding> out(static_cast<std::size_t>(in.whole()));
  for (PressFinding& f : out) {
    for (std::string* text : {&f.code, &f.unit, &f.message, &f.hint}) *text = in.text();
    for (double* number : {&f.x, &f.y, &f.measured, &f.allowed}) *number = in.number();
    f.severity = in.whole() == 1 ? Severity::kError : Severity::kWarning;
    f.page = static_cast<int>(in.whole());
    f.has_place = in.whole() == 1;
    f.count = static_cast<int>(in.whole());
  }
  return out;
}

}  // namespace banxin
