// Shapes a paragraph once: segments of one face and script, with language set and contextual spacing off.
#include <algorithm>
#include <array>
#include <span>

#include "base/utf8.h"
#include "text/cells.h"

namespace banxin {

namespace {

using enum CharClass;

/// How a segment is handed to the font.
enum class Script : std::uint8_t {
  kChinese,
  kWestern,
  kDigits,  ///< Western with half-width digits
  kUnit,    ///< one 2-em unit, shaped alone: a font may join ———— as 3 + 1
  kNone,    ///< not shaped
};

// Spacing by the font would be done a second time (typography.md 3.3): chws and vchw count as on by default,
// halt and palt do not. Kerning among Han marks is spacing too.
constexpr Feature kChineseFeatures[] = {{"chws", false}, {"vchw", false}, {"kern", false}};
// Latin-form quotes and dashes of a Chinese face are one em wide without pwid.
constexpr Feature kWesternFeatures[] = {{"chws", false}, {"pwid", true}};
constexpr Feature kDigitFeatures[] = {{"hwid", true}};

constexpr Em kHalf = Em::of(0.5);

// Blank is cut although the ink of a mark reaches this far over its half: the side bearings around it hold
// that, and two marks fill exactly one em.
constexpr Em kOverlap = Em::of(1.0 / 32);

bool is_ambiguous(char32_t cp) {  // shared with Latin: its East Asian Width is ambiguous
  return cp >= 0x80 && cp < 0x3000;
}

Script script_of(const Cell& cell, const Setting& setting) {
  if (cell.c == kForcedBreak) return Script::kNone;
  if (cell.c == kDash || (cell.c == kEll && cell.pair)) return Script::kUnit;
  if (cell.c == kNum && setting.half_width_digits) return Script::kDigits;
  const bool ascii_mark = (cell.c == kSol || cell.c == kConn1 || cell.c == kConn2) && cell.cp < 0x80;
  const bool western = is_western(cell.c) || cell.c == kSpace || ascii_mark;
  return western && !is_wide_sign(cell.cp) ? Script::kWestern : Script::kChinese;
}

FontSet::Part part_of(const Cell& cell, Script script) {
  if (script == Script::kWestern || script == Script::kDigits) return FontSet::Part::kLatin;
  return is_ambiguous(cell.cp) && cell.c != kHan ? FontSet::Part::kMarks : FontSet::Part::kHan;
}

class ParagraphShaper {
 public:
  ParagraphShaper(const TextToSet& text, const FontSet& fonts)
      : text_(text), fonts_(fonts), p_(start_paragraph(text)) {}

  ShapedParagraph shape() {
    p_.cells = make_cells(read_characters(text_.text), text_);
    choose_faces();
    for (std::size_t i = 0; i < cells().size();) {
      const std::size_t end = segment_end(i);
      shape_segment(i, end);
      i = end;
    }
    drop_absorbed();
    finish_paragraph(p_, text_);
    for (std::size_t run = 0; run < p_.hyphens.size(); ++run) p_.hyphens[run] = shape_hyphen(run);
    return std::move(p_);
  }

 private:
  /// What a cell is shaped with. Sizes and inks do not matter to shaping, so runs that differ in nothing else
  /// are one.
  struct Look {
    FaceId face = kNoFace;
    Script script = Script::kNone;
    bool absorbed = false;  ///< part of the ligature of the cell before
    bool operator==(const Look&) const = default;
  };

  std::vector<Cell>& cells() { return p_.cells; }
  Length size_of(const Cell& cell) const { return p_.run_sizes[cell.run]; }

  char32_t variation_of(const Cell& cell) const {
    const std::size_t next = cell.text_begin + decode_utf8(p_.text, cell.text_begin).bytes;
    if (next >= cell.text_end) return 0;
    const char32_t cp = decode_utf8(p_.text, next).cp;
    const bool selector = (cp >= 0xFE00 && cp <= 0xFE0F) || (cp >= 0xE0100 && cp <= 0xE01EF);
    return selector ? cp : 0;
  }

  void choose_faces() {
    const FontChoice standard;
    looks_.resize(cells().size());
    for (std::size_t i = 0; i < cells().size(); ++i) {
      const Cell& cell = cells()[i];
      Look& look = looks_[i];
      look.script = script_of(cell, p_.setting);
      if (look.script == Script::kNone || extends_cluster(cell.cp)) continue;
      const FontChoice& choice = text_.runs.empty() ? standard : text_.runs[cell.run].font;
      look.face = fonts_.face_for(choice, part_of(cell, look.script), cell.cp, variation_of(cell));
      if (look.face == kNoFace) miss(cell);
    }
  }

  void miss(const Cell& cell) {
    const std::size_t bytes = decode_utf8(p_.text, cell.text_begin).bytes;
    p_.missing.push_back({cell.cp, cell.text_begin, cell.text_begin + bytes});
  }

  std::size_t segment_end(std::size_t i) const {
    std::size_t end = i + 1;
    if (looks_[i].script == Script::kUnit) return end;
    while (end < looks_.size() && looks_[end] == looks_[i]) ++end;
    return end;
  }

  std::vector<ShapedGlyph> shape_range(const Look& look, std::string_view text, std::size_t begin,
                                       std::size_t end) const {
    ShapeRequest request{.face = look.face, .text = text, .begin = begin, .end = end};
    request.language = p_.setting.language;
    request.western = look.script == Script::kWestern || look.script == Script::kDigits;
    request.features = look.script == Script::kDigits    ? std::span<const Feature>(kDigitFeatures)
                       : look.script == Script::kWestern ? std::span<const Feature>(kWesternFeatures)
                                                         : std::span<const Feature>(kChineseFeatures);
    return fonts_.shape(request);
  }

  void shape_segment(std::size_t begin, std::size_t end) {
    const Look look = looks_[begin];
    if (look.face == kNoFace) {
      for (std::size_t i = begin; i < end; ++i) leave_blank(cells()[i]);
      return;
    }
    const std::vector<ShapedGlyph> glyphs =
        shape_range(look, p_.text, cells()[begin].text_begin, cells()[end - 1].text_end);
    std::size_t g = 0;
    for (std::size_t i = begin; i < end; ++i) {
      const std::size_t first = g;
      while (g < glyphs.size() && glyphs[g].cluster < cells()[i].text_end) ++g;
      if (first == g && i > begin) {
        looks_[i].absorbed = true;
      } else {
        place(cells()[i], look, std::span(glyphs).subspan(first, g - first));
      }
    }
  }

  /// One em without a glyph for a character that no face has.
  void leave_blank(Cell& cell) {
    const bool invisible = cell.c == kForcedBreak || extends_cluster(cell.cp);
    set_cell_width(cell, invisible ? Em() : Em::of(1), {}, p_.setting, size_of(cell));
  }

  void place(Cell& cell, const Look& look, std::span<const ShapedGlyph> glyphs) {
    std::vector<ShapedGlyph> joined;
    if (cell.c == kDash && cell.pair && glyphs.size() == 2) {
      joined = join_dash(look, glyphs);
      glyphs = joined;
    }
    Em advance;
    for (const ShapedGlyph& g : glyphs) advance += g.advance;
    const Room room = room_for(cell, look, glyphs, advance);
    const Length size = size_of(cell);
    const Length inset = set_cell_width(cell, room.width, room.blanks, p_.setting, size);
    cell.first_glyph = static_cast<std::uint32_t>(p_.glyphs.size());
    Em pen = room.shift;
    for (const ShapedGlyph& g : glyphs) {
      if (g.id == 0) miss(cell);  // an accent that the face of its letter lacks
      p_.glyphs.push_back({look.face, g.id, (pen + g.dx).at(size) - inset, g.dy.at(size)});
      pen += g.advance;
    }
    cell.glyph_count = static_cast<std::uint32_t>(glyphs.size());
  }

  /// A cell, and where its glyphs start in it.
  struct Room {
    Em width, shift;
    Blanks blanks;
  };

  Room room_for(Cell& cell, const Look& look, std::span<const ShapedGlyph> glyphs, Em advance) const {
    if (is_quote(cell) && advance <= kHalf && p_.setting.style != PunctuationStyle::kPlain) {
      return narrow_quote(cell, advance);
    }
    Room room;
    room.width = class_width(cell, p_.setting).value_or(advance);
    room.shift = (room.width - advance) / 2;
    cell.side = nominal_side(cell, p_.setting.language);
    if (glyphs.size() != 1 || !has_blanks(cell.c)) return room;

    const InkBox ink = fonts_.ink_box(look.face, glyphs[0].id);
    cell.side = measured_side(cell, advance, ink);
    if (cell.c == kSol) room.width = std::max(room.width, advance - sides_free(advance, ink) * 2);
    room.shift = (room.width - advance) / 2;
    const Em start = room.shift + glyphs[0].dx;
    if (!ink.empty()) {
      room.blanks = mark_blanks(cell, room.width, ink.left + start + kOverlap,
                                room.width - ink.right - start + kOverlap);
    }
    return room;
  }

  /// “ of a font that draws it as narrow as Latin does: in the middle of its half of the cell, since in
  /// Chinese all quotes are one em (CLREQ).
  static Room narrow_quote(const Cell& cell, Em advance) {
    const Em shift = (kHalf - advance) / 2;
    if (cell.c == kOpen) return {kHalf * 2, kHalf + shift, {kHalf, Em()}};
    return {kHalf * 2, shift, {Em(), kHalf}};
  }

  static bool is_quote(const Cell& cell) {
    return (cell.c == kOpen || cell.c == kClose) && cell.cp >= U'‘' && cell.cp <= U'”';
  }

  /// Han are not measured: there is nothing to cut, and outlines take long to look at.
  static bool has_blanks(CharClass c) { return is_opening(c) || is_closing(c) || c == kMid || c == kSol; }

  /// What the narrower of the two sides leaves free of ink.
  static Em sides_free(Em advance, const InkBox& ink) {
    return std::max(Em(), std::min(ink.left, advance - ink.right));
  }

  /// Rule of typography.md 1.2; the language decides only where there is nothing to measure.
  InkSide measured_side(const Cell& cell, Em advance, const InkBox& ink) const {
    const bool pause = cell.c == kComma || cell.c == kColon || cell.c == kStop || cell.c == kExcl;
    if (!pause || ink.empty() || advance <= Em()) return nominal_side(cell, p_.setting.language);
    const double centre = (ink.left + ink.right).em() / 2 / advance.em();
    return centre < 0.35 ? InkSide::kLeft : centre <= 0.65 ? InkSide::kBoth : InkSide::kRight;
  }

  /// A dash that the font does not join: as U+2E3A where there is one, else a third glyph covers the hole, so
  /// that one rule goes from the ink of the first to the ink of the second.
  std::vector<ShapedGlyph> join_dash(const Look& look, std::span<const ShapedGlyph> glyphs) const {
    if (fonts_.has_glyph(look.face, U'\u2E3A')) {
      const std::string unit = to_utf8(U'\u2E3A');
      return shape_range(look, unit, 0, unit.size());
    }
    std::vector<ShapedGlyph> three{glyphs[0], glyphs[0], glyphs[1]};
    three[0].advance = glyphs[0].advance / 2;
    three[1].advance = glyphs[0].advance - three[0].advance;
    return three;
  }

  /// The hyphen of the run's Western face. Where there is none, words are divided without.
  Hyphen shape_hyphen(std::size_t run) const {
    static constexpr std::string_view kHyphen = "-";
    const FontChoice choice = text_.runs.empty() ? FontChoice() : text_.runs[run].font;
    const FaceId face = fonts_.face_for(choice, FontSet::Part::kLatin, U'-', 0);
    Hyphen out;
    if (face == kNoFace) return out;
    Em pen;
    const Look look{.face = face, .script = Script::kWestern};
    for (const ShapedGlyph& g : shape_range(look, kHyphen, 0, kHyphen.size())) {
      const Length size = p_.run_sizes[run];
      out.glyphs.push_back({face, g.id, (pen + g.dx).at(size), g.dy.at(size)});
      pen += g.advance;
    }
    out.width = pen.at(p_.run_sizes[run]);
    return out;
  }

  /// A ligature over several cells makes them one.
  void drop_absorbed() {
    if (std::none_of(looks_.begin(), looks_.end(), [](const Look& l) { return l.absorbed; })) return;
    std::size_t kept = 0;
    for (std::size_t i = 0; i < cells().size(); ++i) {
      if (looks_[i].absorbed) {
        cells()[kept - 1].text_end = cells()[i].text_end;
        cells()[kept - 1].control = cells()[i].control;
      } else {
        cells()[kept++] = cells()[i];
      }
    }
    cells().resize(kept);
  }

  const TextToSet& text_;
  const FontSet& fonts_;
  ShapedParagraph p_;
  std::vector<Look> looks_;
};

}  // namespace

ShapedParagraph shape_paragraph(const TextToSet& text, const FontSet& fonts) {
  return ParagraphShaper(text, fonts).shape();
}

}  // namespace banxin
