// Shapes a paragraph once: segments of one face and script, with language set and contextual spacing off.
#include <algorithm>
#include <optional>
#include <span>

#include "base/utf8.h"
#include "text/cells.h"
#include "text/orientation.h"
#include "text/shape_run.h"

namespace banxin {

namespace {

using enum CharClass;

constexpr Em kHalf = Em::of(0.5);

// Blank is cut although the ink of a mark reaches this far over its half: the side bearings around it hold
// that, and two marks fill exactly one em.
constexpr Em kOverlap = Em::of(1.0 / 32);

bool is_curled(char32_t cp) { return cp >= U'‘' && cp <= U'”'; }

/// 『 for “: what mainland vertical lines show (typography.md 5.5), from a face that has no vertical “.
char32_t corner_of(char32_t cp) {
  constexpr std::u32string_view kCurled = U"“”‘’", kCorners = U"『』「」";
  const std::size_t at = kCurled.find(cp);
  return at == kCurled.npos ? cp : kCorners[at];
}

bool same_glyphs(std::span<const ShapedGlyph> a, std::span<const ShapedGlyph> b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](const ShapedGlyph& x, const ShapedGlyph& y) { return x.id == y.id; });
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
  std::vector<Cell>& cells() { return p_.cells; }
  Length em_of(const Cell& cell) const { return p_.run_ems[cell.run]; }

  char32_t variation_of(const Cell& cell) const {
    constexpr std::uint32_t kShortest = 4;  // a byte, and the three of U+FE00
    if (cell.text_end - cell.text_begin < kShortest) return 0;
    const std::size_t next = cell.text_begin + decode_utf8(p_.text, cell.text_begin).bytes;
    if (next >= cell.text_end) return 0;
    const char32_t cp = decode_utf8(p_.text, next).cp;
    const bool selector = (cp >= 0xFE00 && cp <= 0xFE0F) || (cp >= 0xE0100 && cp <= 0xE01EF);
    return selector ? cp : 0;
  }

  void choose_faces() {
    looks_.resize(cells().size());
    for (std::size_t i = 0; i < cells().size(); ++i) {
      const Cell& cell = cells()[i];
      Look& look = looks_[i];
      look.script = script_of(cell);
      look.orientation = cell.orientation;
      look.right_to_left = cell.level % 2 == 1;
      if (look.script == Script::kNone || extends_cluster(cell.cp)) continue;
      look.face =
          fonts_.face_for(choice_of(cell.run), part_of(cell, look.script), cell.shown, variation_of(cell));
      if (look.face == kNoFace) miss(cell);
      look_for_forms(cell, look);
    }
  }

  /// The forms of letters and digits that the run asks for; where the face has none, that is told.
  void look_for_forms(const Cell& cell, Look& look) {
    const LetterForms forms = choice_of(cell.run).forms;
    const bool western = part_of(cell, look.script) == FontSet::Part::kLatin;
    if (!forms.special() || !western || look.face == kNoFace) return;
    look.forms = forms;
    const Feature wanted = feature_for(forms, cell.cp);
    if (wanted.on && !fonts_.has_feature(look.face, wanted)) note_plain(cell, wanted, look.face);
  }

  /// Letters that follow one another are told as one.
  void note_plain(const Cell& cell, Feature feature, FaceId face) {
    const std::string_view tag = feature.tag;
    const bool goes_on = !p_.plain.empty() && p_.plain.back().end == cell.text_begin &&
                         p_.plain.back().face == face && tag == p_.plain.back().feature.tag;
    if (!goes_on) p_.plain.push_back({feature, face, cell.text_begin, cell.text_end});
    p_.plain.back().end = cell.text_end;
  }

  const FontChoice& choice_of(std::size_t run) const {
    static const FontChoice kUsual;
    return text_.runs.empty() ? kUsual : text_.runs[run].font;
  }

  void miss(const Cell& cell) {
    const std::size_t bytes = decode_utf8(p_.text, cell.text_begin).bytes;
    p_.missing.push_back({cell.cp, cell.text_begin, cell.text_begin + bytes});
  }

  /// Shaped by itself, whatever stands beside it.
  bool is_alone(std::size_t i) const {
    return looks_[i].script == Script::kUnit || looks_[i].orientation == Orientation::kCombined ||
           p_.cells[i].shown != p_.cells[i].cp;
  }

  std::size_t segment_end(std::size_t i) const {
    std::size_t end = i + 1;
    if (is_alone(i)) return end;
    while (end < looks_.size() && looks_[end] == looks_[i] && !is_alone(end)) ++end;
    return end;
  }

  std::vector<ShapedGlyph> shape_cell(const Cell& cell, const Look& look) const {
    if (cell.shown != cell.cp) return shape_run(fonts_, look, p_.setting.language, to_utf8(cell.shown));
    return shape_run(fonts_, look, p_.setting.language, p_.text, cell.text_begin, cell.text_end);
  }

  void shape_segment(std::size_t begin, std::size_t end) {
    const Look look = looks_[begin];
    if (look.face == kNoFace) {
      for (std::size_t i = begin; i < end; ++i) leave_blank(cells()[i]);
      return;
    }
    if (look.orientation == Orientation::kCombined) return place_combined(cells()[begin]);
    if (is_alone(begin)) return place_as_it_stands(cells()[begin], look, shape_cell(cells()[begin], look));
    const std::vector<ShapedGlyph> glyphs = shape_run(fonts_, look, p_.setting.language, p_.text,
                                                      cells()[begin].text_begin, cells()[end - 1].text_end);
    std::size_t g = 0;
    for (std::size_t i = begin; i < end; ++i) {
      const std::size_t first = g;
      while (g < glyphs.size() && glyphs[g].cluster < cells()[i].text_end) ++g;
      if (first == g && i > begin) {
        looks_[i].absorbed = true;
      } else {
        place_as_it_stands(cells()[i], look, std::span(glyphs).subspan(first, g - first));
      }
    }
  }

  /// On a vertical line, a mark of which the face has no vertical form is turned; a quote is first tried as
  /// the corner bracket that it becomes there.
  void place_as_it_stands(Cell& cell, Look look, std::span<const ShapedGlyph> glyphs) {
    if (!lacks_vertical_form(cell, look, glyphs)) {
      if (const auto moved = moved_to_its_corner(cell, look, glyphs)) glyphs = {&*moved, 1};
      return place(cell, look, glyphs);
    }
    const bool chinese = p_.setting.language != Language::kJapanese;
    if (const char32_t corner = corner_of(cell.shown); corner != cell.shown && chinese) {
      cell.shown = corner;
      const FaceId face = fonts_.face_for(choice_of(cell.run), FontSet::Part::kHan, corner);
      if (face != kNoFace) look.face = face;
      const std::vector<ShapedGlyph> brackets = shape_cell(cell, look);
      if (!lacks_vertical_form(cell, look, brackets)) return place(cell, look, brackets);
    }
    cell.orientation = look.orientation = Orientation::kTurned;
    place(cell, look, shape_cell(cell, look));
  }

  /// ，。 that a face has only for horizontal lines, in the lower left of the 字: their place on a vertical
  /// line is the upper right.
  std::optional<ShapedGlyph> moved_to_its_corner(const Cell& cell, const Look& look,
                                                 std::span<const ShapedGlyph> glyphs) const {
    constexpr Em kOffMiddle = Em::of(0.15);
    const bool pause = cell.c == kComma || cell.c == kStop;
    if (!pause || look.orientation != Orientation::kUpright || glyphs.size() != 1) return std::nullopt;
    ShapedGlyph g = glyphs[0];
    const InkBox ink = fonts_.ink_box(look.face, g.id);
    const Em across = g.dx + (ink.left + ink.right) / 2, up = (ink.top + ink.bottom) / 2;
    if (ink.empty() || across > -kOffMiddle || -g.dy - up < kHalf + kOffMiddle) return std::nullopt;
    g.dx -= across * 2;
    g.dy = -Em::of(1) - g.dy - up * 2;
    return g;
  }

  bool lacks_vertical_form(const Cell& cell, const Look& look, std::span<const ShapedGlyph> glyphs) const {
    if (look.orientation != Orientation::kUpright || look.script == Script::kLetters) return false;
    const VerticalOrientation wanted = vertical_orientation(cell.shown);
    if (wanted != VerticalOrientation::kRotated && wanted != VerticalOrientation::kTransformedRotated)
      return false;
    Look level = look;
    level.orientation = Orientation::kLevel;
    if (!same_glyphs(glyphs, shape_cell(cell, level))) return false;
    // Faces for Taiwan have one ： for both directions, and mean it.
    return cell.c != kColon || !turns_brackets(level);
  }

  /// Whether the face has vertical forms at all.
  bool turns_brackets(Look look) const {
    static constexpr std::string_view kBracket = "（";
    const std::vector<ShapedGlyph> level = shape_run(fonts_, look, p_.setting.language, kBracket);
    look.orientation = Orientation::kUpright;
    return !same_glyphs(level, shape_run(fonts_, look, p_.setting.language, kBracket));
  }

  void place_combined(Cell& cell) {
    set_cell_width(cell, Em::of(1), {}, p_.setting, em_of(cell));
    const std::string_view text =
        std::string_view(p_.text).substr(cell.text_begin, cell.text_end - cell.text_begin);
    put(cell, combined_glyphs(fonts_, choice_of(cell.run), cell, p_.setting.language, text), Length());
  }

  void put(Cell& cell, std::span<const GlyphInCell> glyphs, Length inset) {
    cell.first_glyph = static_cast<std::uint32_t>(p_.glyphs.size());
    cell.glyph_count = static_cast<std::uint32_t>(glyphs.size());
    for (const GlyphInCell& g : glyphs) {
      if (g.id == 0) miss(cell);  // an accent that the face of its letter lacks
      p_.glyphs.push_back(set_in_run(g, cell.run));
      p_.glyphs.back().dx -= inset;
    }
  }

  /// In the size of the run, and as narrow as it is.
  CellGlyph set_in_run(const GlyphInCell& g, std::size_t run) const {
    const int narrowed = text_.runs.empty() ? 100 : text_.runs[run].width_percent;
    return {g.face,
            g.id,
            g.along.at(p_.run_ems[run]),
            g.across.at(p_.run_sizes[run]),
            g.turn,
            g.width_percent * narrowed / 100,
            fonts_.scale(g.face)};
  }

  /// One em without a glyph for a character that no face has.
  void leave_blank(Cell& cell) {
    const bool invisible = cell.c == kForcedBreak || extends_cluster(cell.cp);
    set_cell_width(cell, invisible ? Em() : Em::of(1), {}, p_.setting, em_of(cell));
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
    Length inset = set_cell_width(cell, room.width, room.blanks, p_.setting, em_of(cell));
    if (cell.run < text_.runs.size()) {
      const TextRun& run = text_.runs[cell.run];
      cell.body += run.pad_left + run.pad_right, inset -= run.pad_left;
    }
    placed_.clear();
    Em pen = room.shift;
    for (const ShapedGlyph& g : glyphs) {
      placed_.push_back(glyph_in_cell(fonts_, look, g, pen));
      pen += g.advance;
    }
    put(cell, placed_, inset);
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
    room.width = class_width(cell, p_.setting).value_or(natural_width(look, advance));
    room.shift = (room.width - advance) / 2;
    cell.side = nominal_side(cell, p_.setting.language);
    if (glyphs.size() != 1 || !has_blanks(cell.c)) return room;

    const InkBox box = fonts_.ink_box(look.face, glyphs[0].id);
    if (box.empty()) return room;
    const InkAlong ink = ink_along(look, glyphs[0], box);
    cell.side = measured_side(cell, advance, ink);
    if (cell.c == kSol) room.width = std::max(room.width, advance - sides_free(advance, ink) * 2);
    room.shift = (room.width - advance) / 2;
    room.blanks = mark_blanks(cell, room.width, ink.begin + room.shift + kOverlap,
                              room.width - ink.end - room.shift + kOverlap);
    return room;
  }

  /// A letter takes what it is drawn at; the 字 of a face that draws its Han larger or smaller stays as it
  /// is.
  Em natural_width(const Look& look, Em advance) const {
    const Em scale = fonts_.scale(look.face);
    if (scale == Em::of(1) || look.script == Script::kWestern || look.script == Script::kDigits)
      return advance;
    return Em::units(mul_div(advance.units(), Em::kUnitsPerEm, scale.units()));
  }

  /// “ of a font that draws it as narrow as Latin does: in the middle of its half of the cell, since in
  /// Chinese all quotes are one em (CLREQ).
  static Room narrow_quote(const Cell& cell, Em advance) {
    const Em shift = (kHalf - advance) / 2;
    if (cell.c == kOpen) return {kHalf * 2, kHalf + shift, {kHalf, Em()}};
    return {kHalf * 2, shift, {Em(), kHalf}};
  }

  static bool is_quote(const Cell& cell) {
    return (cell.c == kOpen || cell.c == kClose) && is_curled(cell.shown);
  }

  /// Han are not measured: there is nothing to cut, and outlines take long to look at.
  static bool has_blanks(CharClass c) { return is_opening(c) || is_closing(c) || c == kMid || c == kSol; }

  /// What the narrower of the two sides leaves free of ink.
  static Em sides_free(Em advance, const InkAlong& ink) {
    return std::max(Em(), std::min(ink.begin, advance - ink.end));
  }

  /// Rule of typography.md 1.2; the language decides only where there is nothing to measure.
  InkSide measured_side(const Cell& cell, Em advance, const InkAlong& ink) const {
    const InkSide nominal = nominal_side(cell, p_.setting.language);
    const bool pause = cell.c == kComma || cell.c == kColon || cell.c == kStop || cell.c == kExcl;
    if (!pause || is_rigid(cell) || advance <= Em()) return nominal;
    const double centre = (ink.begin + ink.end).em() / 2 / advance.em();
    return centre < 0.35 ? InkSide::kLeft : centre <= 0.65 ? InkSide::kBoth : InkSide::kRight;
  }

  /// A dash that the font does not join: as U+2E3A where there is one, else a third glyph covers the hole, so
  /// that one rule goes from the ink of the first to the ink of the second.
  std::vector<ShapedGlyph> join_dash(const Look& look, std::span<const ShapedGlyph> glyphs) const {
    if (fonts_.has_glyph(look.face, U'\u2E3A')) {
      return shape_run(fonts_, look, p_.setting.language, to_utf8(U'\u2E3A'));
    }
    std::vector<ShapedGlyph> three{glyphs[0], glyphs[0], glyphs[1]};
    three[0].advance = glyphs[0].advance / 2;
    three[1].advance = glyphs[0].advance - three[0].advance;
    return three;
  }

  /// The hyphen of the run's Western face. Where there is none, words are divided without.
  Hyphen shape_hyphen(std::size_t run) const {
    static constexpr std::string_view kHyphen = "-";
    const bool vertical = p_.setting.direction == Direction::kVertical;
    Look look{.script = Script::kWestern,
              .orientation = vertical ? Orientation::kTurned : Orientation::kLevel};
    look.face = fonts_.face_for(choice_of(run), FontSet::Part::kLatin, U'-', 0);
    Hyphen out;
    if (look.face == kNoFace) return out;
    Em pen;
    for (const ShapedGlyph& shaped : shape_run(fonts_, look, p_.setting.language, kHyphen)) {
      const GlyphInCell g = glyph_in_cell(fonts_, look, shaped, pen);
      out.glyphs.push_back(set_in_run(g, run));
      pen += shaped.advance;
    }
    out.width = pen.at(p_.run_ems[run]);
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
  std::vector<GlyphInCell> placed_;  // of one cell: kept, so that not each one asks for memory
};

}  // namespace

ShapedParagraph shape_paragraph(const TextToSet& text, const FontSet& fonts) {
  return ParagraphShaper(text, fonts).shape();
}

}  // namespace banxin
