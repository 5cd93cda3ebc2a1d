#include "text/shape_run.h"

#include <algorithm>
#include <span>

#include "base/utf8.h"
#include "text/cells.h"

namespace banxin {

namespace {

using enum CharClass;

// Spacing by the font would be done a second time (typography.md 3.3): chws and vchw count as on by default,
// halt and palt do not. Kerning among Han marks is spacing too.
constexpr Feature kChineseFeatures[] = {{"chws", false}, {"vchw", false}, {"kern", false}};
// Latin-form quotes and dashes of a Chinese face are one em wide without pwid.
constexpr Feature kWesternFeatures[] = {{"chws", false}, {"pwid", true}};
constexpr Feature kDigitFeatures[] = {{"hwid", true}};
constexpr Feature kLetterFeatures[] = {{"chws", false}, {"vchw", false}, {"fwid", true}};

constexpr Em kHalf = Em::of(0.5), kQuarter = Em::of(0.25), kOne = Em::of(1);
constexpr Em kMostOfCombined = Em::of(1.05);  // a little over one 字 is not seen (CLREQ)
constexpr int kLeastPercent = 70;

bool is_ambiguous(char32_t cp) {  // shared with Latin: its East Asian Width is ambiguous
  return cp >= 0x80 && cp < 0x3000;
}

std::vector<Feature> special_features(const Look& look) {
  std::vector<Feature> out = letter_features(look.forms);
  out.push_back({"chws", false});
  out.push_back(look.script == Script::kDigits ? Feature{"hwid", true} : Feature{"pwid", true});
  if (look.script != Script::kDigits) out.push_back({"pnum", true});
  return out;
}

std::span<const Feature> features_of(Script script) {
  switch (script) {
    case Script::kDigits:
      return kDigitFeatures;
    case Script::kWestern:
      return kWesternFeatures;
    case Script::kLetters:
      return kLetterFeatures;
    default:
      return kChineseFeatures;
  }
}

Em width_of(std::span<const ShapedGlyph> glyphs) {
  Em width;
  for (const ShapedGlyph& g : glyphs) width += g.advance;
  return width;
}

std::vector<GlyphInCell> combined_digits(const FontSet& fonts, Look look, Language language,
                                         std::string_view digits) {
  look.script = Script::kWestern;
  std::vector<ShapedGlyph> glyphs = shape_run(fonts, look, language, digits);
  if (width_of(glyphs) > kMostOfCombined) {
    look.script = Script::kDigits;
    glyphs = shape_run(fonts, look, language, digits);
  }
  const Em width = width_of(glyphs);
  int percent = 100;
  if (width > kMostOfCombined) {
    percent = std::max(kLeastPercent, static_cast<int>(kOne.units() * 100 / width.units()));
  }
  const auto narrowed = [&](Em em) { return em * percent / 100; };
  std::vector<GlyphInCell> out;
  Em pen = -width / 2;
  for (const ShapedGlyph& g : glyphs) {
    out.push_back(
        {look.face, g.id, fonts.em_box_ascent(look.face) - g.dy, narrowed(pen + g.dx), Turn::kNone, percent});
    pen += g.advance;
  }
  return out;
}

/// Each in the middle of its half.
std::vector<GlyphInCell> combined_marks(const FontSet& fonts, Look look, Language language,
                                        std::string_view marks) {
  look.script = Script::kChinese;
  std::vector<GlyphInCell> out;
  Em middle = -kQuarter;
  std::uint32_t cluster = 0;
  for (const ShapedGlyph& g : shape_run(fonts, look, language, marks)) {
    if (g.cluster != cluster) middle = kQuarter;
    cluster = g.cluster;
    const InkBox ink = fonts.ink_box(look.face, g.id);
    out.push_back(
        {look.face, g.id, fonts.em_box_ascent(look.face) - g.dy, middle - (ink.left + ink.right) / 2});
  }
  return out;
}

}  // namespace

Script script_of(const Cell& cell) {
  if (cell.c == kForcedBreak) return Script::kNone;
  if (cell.c == kDash || (cell.c == kEll && cell.pair)) return Script::kUnit;
  if (cell.shown != cell.cp) return Script::kChinese;
  const bool ascii_mark = (cell.c == kSol || cell.c == kConn1 || cell.c == kConn2) && cell.cp < 0x80;
  const bool western = is_western(cell.c) || cell.c == kSpace || ascii_mark;
  if (!western || is_wide_sign(cell.cp)) return Script::kChinese;
  if (cell.orientation == Orientation::kUpright) return Script::kLetters;
  return cell.half_width ? Script::kDigits : Script::kWestern;
}

FontSet::Part part_of(const Cell& cell, Script script) {
  if (script == Script::kWestern || script == Script::kDigits) return FontSet::Part::kLatin;
  // A full-width letter is drawn to go with the Han.
  if (script == Script::kLetters) return FontSet::Part::kHan;
  return is_ambiguous(cell.shown) && cell.c != kHan ? FontSet::Part::kMarks : FontSet::Part::kHan;
}

std::vector<ShapedGlyph> shape_run(const FontSet& fonts, const Look& look, Language language,
                                   std::string_view text, std::size_t begin, std::size_t end) {
  ShapeRequest request{.face = look.face, .text = text, .begin = begin, .end = end};
  request.language = language;
  request.right_to_left = look.right_to_left;
  request.western = look.script == Script::kWestern || look.script == Script::kDigits;
  std::vector<Feature> special;
  if (look.forms.special())
    request.features = special = special_features(look);
  else
    request.features = features_of(look.script);
  if (look.orientation == Orientation::kUpright) request.direction = Direction::kVertical;
  return fonts.shape(request);
}

GlyphInCell glyph_in_cell(const FontSet& fonts, const Look& look, const ShapedGlyph& g, Em pen) {
  switch (look.orientation) {
    case Orientation::kUpright:
      return {look.face, g.id, pen - g.dy, g.dx};
    case Orientation::kTurned: {
      // The em box of the face, turned, has its middle on the middle of the line.
      const Em baseline = fonts.em_box_ascent(look.face) - kHalf;
      return {look.face, g.id, pen + g.dx, g.dy - baseline, Turn::kClockwise};
    }
    default:
      return {look.face, g.id, pen + g.dx, g.dy};
  }
}

InkAlong ink_along(const Look& look, const ShapedGlyph& g, const InkBox& ink) {
  if (look.orientation == Orientation::kUpright) return {-g.dy - ink.top, -g.dy - ink.bottom};
  return {g.dx + ink.left, g.dx + ink.right};
}

std::vector<GlyphInCell> combined_glyphs(const FontSet& fonts, const FontChoice& choice, const Cell& cell,
                                         Language language, std::string_view characters) {
  const bool digits = cell.c == kNum;
  Look look{.orientation = Orientation::kCombined};
  if (digits) look.forms = choice.forms;
  look.face = fonts.face_for(choice, digits ? FontSet::Part::kLatin : FontSet::Part::kHan, cell.cp);
  if (look.face == kNoFace) return {};
  return digits ? combined_digits(fonts, look, language, characters)
                : combined_marks(fonts, look, language, characters);
}

}  // namespace banxin
