#include "text/missing_characters.h"

#include <string>

#include "base/utf8.h"

namespace banxin {

void report_missing(const TextToSet& text, const ShapedParagraph& shaped, const FontSet& fonts,
                    const std::function<SourceSpan(std::size_t, std::size_t)>& source_of,
                    Diagnostics& diags) {
  static const FontChoice kUsual;
  for (const MissingCharacter& m : shaped.missing) {
    const TextRun* const run = run_at(text, m.begin);
    const FontChoice& font = run == nullptr ? kUsual : run->font;
    const std::string packages = fonts.packages_missing(font);
    diags.error(
        "missing-glyph", source_of(m.begin, m.end),
        "no font of role '" + font.role + "' has '" + to_utf8(m.cp) + "' (" + code_point_name(m.cp) + ")",
        (packages.empty() ? "" : "install " + packages + ", which may have it; ") +
            "add a face that has it to the role in the font catalogue, or write another character");
  }
}

}  // namespace banxin
