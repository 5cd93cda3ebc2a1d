#include "cli/changes.h"

#include <map>

namespace banxin {

PageChanges page_changes(const PlacedEdition& base, const PlacedEdition& edition,
                         const FontCatalogue& faces) {
  std::map<int, std::size_t> before;
  for (std::size_t i = 0; i < base.pages.size(); ++i) before.emplace(base.pages[i].number, i);
  PageChanges out;
  const auto say = [&](const PlacedPage& page, const char* what) {
    out.text += "page " + page.numbers() + ": " + what + "\n";
  };
  for (std::size_t i = 0; i < edition.pages.size(); ++i) {
    const int number = edition.pages[i].number;
    const auto old = before.find(number);
    const bool same = old != before.end() && dump(base, faces, {old->second}) == dump(edition, faces, {i});
    if (!same) out.different.push_back(i);
    say(edition.pages[i], same ? "same" : old == before.end() ? "new" : "changed");
    if (old != before.end()) before.erase(old);
  }
  for (const auto& [number, index] : before) say(base.pages[index], "removed");
  return out;
}

std::optional<PageChanges> changes_against_base(const MadeEdition& made, const FontSet& fonts,
                                                Context& context) {
  const Spanned<std::string>& base = made.document.edition.base;
  if (base.value.empty()) return std::nullopt;
  Sources sources;
  Diagnostics diags;
  const std::optional<MadeEdition> under = make_edition(base.value, fonts, sources, diags);
  if (under && !diags.has_errors()) return page_changes(under->placed, made.placed, fonts.catalogue());
  context.diags.warning("base-has-errors", base.where,
                        "the base has errors of its own, so nobody can tell which pages differ",
                        "render '" + base.value + "' to see them");
  return std::nullopt;
}

}  // namespace banxin
