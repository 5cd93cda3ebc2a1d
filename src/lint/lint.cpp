#include "lint/lint.h"

#include <algorithm>
#include <utility>

#include "lint/rules.h"

namespace banxin {

namespace {

constexpr Weighting kWarning = Weighting::kWarning, kError = Weighting::kError;

constexpr LintRule kRules[] = {
    {"headlines-meet", kWarning, "碰题: headlines of one face and size side by side or on one another"},
    {"lead-outshone", kWarning, "a headline is larger than the lead's"},
    {"text-outside-head", kWarning, "text of a story does not stand below its headline"},
    {"caption-in-the-way", kWarning, "a caption stands between a headline and its text"},
    {"gutter-through", kWarning, "通线: a gutter runs through the page from its head to its foot"},
    {"page-cut", kWarning, "断版: the page falls into two halves at the fold"},
    {"ambiguous-turn", kWarning, "where a column turns, the reader meets another story first"},
    {"single-character", kWarning, "单字不占行: the last line of a paragraph is one character"},
    {"single-line", kWarning,
     "单行不占栏: the last line of a paragraph stands alone at the head of a column"},
    {"single-first-line", kWarning, "the first line of a paragraph stands alone at the foot of a column"},
    {"jump-short", kWarning, "a story has fewer lines before or behind a jump than its layout wants"},
    {"empty-slots", kWarning, "a story leaves lines of its frame empty"},
    {"photo-without-caption", kWarning, "a photo has no caption"},
    {"photo-without-credit", kWarning, "a photo has no credit"},
    {"photo-twice", kWarning, "the same photo stands on the pages twice"},
    {"wrong-weekday", kError, "a date has the weekday of another day"},
    {"page-reference", kError, "the copy sends readers to a page that the edition does not have"},
    {"torn-paragraph", kWarning,
     "a paragraph breaks off in mid-sentence, as copy taken from a printed page does where its columns end"},
};

const LintRule* rule_named(std::string_view code) {
  const auto rule =
      std::find_if(std::begin(kRules), std::end(kRules), [&](const LintRule& r) { return r.code == code; });
  return rule == std::end(kRules) ? nullptr : rule;
}

std::string all_codes() {
  std::string out;
  for (const LintRule& rule : kRules) out += (out.empty() ? "" : ", ") + std::string(rule.code);
  return out;
}

}  // namespace

std::span<const LintRule> lint_rules() { return kRules; }

void LintFindings::add(std::string_view code, SourceSpan where, std::string message, std::string hint,
                       std::vector<SourceSpan> also) {
  const LintRule* rule = rule_named(code);
  Weighting weight = rule == nullptr ? Weighting::kOff : rule->weight;
  if (const auto own = weights_.find(std::string(code)); own != weights_.end()) weight = own->second.value;
  if (weight == Weighting::kOff) return;
  const Severity severity = weight == kError ? Severity::kError : Severity::kWarning;
  diags_.add(
      {severity, std::string(code), where, std::move(message), std::move(hint), std::move(also), pages_});
}

void lint_edition(const Document& document, const PlacedEdition& edition, Diagnostics& diags) {
  for (const auto& [code, weight] : document.edition.lint) {
    if (rule_named(code) != nullptr) continue;
    diags.error("unknown-rule", weight.where, "the lint has no rule '" + code + "'",
                "the rules are: " + all_codes());
  }
  LintFindings findings(document.edition.lint, diags);
  std::vector<PageParts> pages;
  for (std::size_t i = 0; i < edition.pages.size(); ++i) {
    PageParts page = parts_of(document, edition, i);
    if (page.layout != nullptr) pages.push_back(std::move(page));
  }
  for (const PageParts& page : pages) {
    findings.about({page.page->number});
    lint_headlines(page, findings);
    lint_page_shape(page, findings);
    lint_lines(page, findings);
  }
  lint_jumps(pages, findings);
  lint_empty_slots(pages, findings);
  findings.about({});
  lint_photos(document, edition, findings);
  lint_copy(document, findings);
  lint_torn_copy(document, findings);
}

}  // namespace banxin
