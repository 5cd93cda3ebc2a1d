#include "layout/readings.h"

#include "base/utf8.h"

namespace banxin {

namespace {

using Kind = InterlinearMark::Kind;

Length width_of(const TextToSet& text, const Setter& setter) {
  const Length wide = text.size * 1000;
  const ShapedParagraph shaped = setter.shape_trial(text);
  Length widest;
  for (const Line& line : break_lines(shaped, std::span(&wide, 1), {.justify = false}).lines) {
    widest = std::max(widest, line.natural);
  }
  return widest;
}

Length width_in(const std::string& text, const Style& style, const Setter& setter) {
  const TextRun run{.begin = 0, .end = text.size(), .font = style.font, .size = style.size};
  return width_of({text, {run}, style.size, setter.layout().setting, {}}, setter);
}

int characters_in(const std::string& text) {
  int count = 0;
  for (std::size_t i = 0; i < text.size(); i += decode_utf8(text, i).bytes) ++count;
  return count;
}

}  // namespace

std::vector<Pad> pads_of(const std::vector<InterlinearMark>& marks, const Copy& copy, const Style& style,
                         const Setter& setter) {
  std::vector<Pad> out;
  Style small = setter.style("emphasis");
  small.size = style.size / 2, small.font.italic = false;
  for (const InterlinearMark& m : marks) {
    // On a vertical line it stands in the gap beside the line.
    const bool level = setter.writing() == WritingMode::kHorizontal;
    if (m.kind == Kind::kBopomofo && level) out.push_back({m.begin, m.end, {}, kBopomofoRoom.at(style.size)});
    if (m.kind != Kind::kRuby || setter.layout().setting.readings != Readings::kSpread) continue;
    const std::string base = copy.text.substr(m.begin, m.end - m.begin);
    const Length missing =
        width_in(m.reading.text, small, setter) + small.size / 4 - width_in(base, style, setter);
    if (missing <= Length()) continue;
    const Length each = missing / (characters_in(base) * 2);
    out.push_back({m.begin, m.end, each, each});
  }
  return out;
}

}  // namespace banxin
