// The same numbers with real fonts: what the engine takes from a font is what the font-free metrics say.
#include <gtest/gtest.h>

#include <cmath>
#include <utility>

#include "../font/faces.h"
#include "matrix.h"
#include "support.h"
#include "text/cells.h"

namespace banxin::test {
namespace {

bool has_letters(std::string_view text) {
  for (const char c : text) {
    if ((c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == ' ' || c == '%' || c == '.' || c == '/')
      return true;
  }
  return false;
}

/// Faces without contextual or half-width spacing features (LXGW WenKai) and with halt (Noto): the same
/// layout, typography.md F07.
constexpr const char* kRoles[] = {"song", "kai", "hei", "fangsong"};

/// LXGW WenKai draws ，。 at the lower left whatever the language, and the side is the glyph's
/// (typography.md 1.2).
bool is_mainland_face(std::string_view role) { return role == "kai" || role == "fangsong"; }

Job in_role(const char* role, std::string_view text, std::string_view options) {
  Job job = make_job(text, options);
  job.text.runs[0].font.role = role;
  return job;
}

TEST(Fonts, WidthsAreThoseOfTheMatrix) {
  for (const WidthRow& row : kWidthRows) {
    if (has_letters(row.text)) continue;
    for (const char* role : kRoles) {
      if (is_mainland_face(role) && row.options.find("Hant") != std::string_view::npos) continue;
      SCOPED_TRACE(std::string(row.id) + " " + role);
      const Job job = in_role(role, row.text, row.options);
      const ShapedParagraph p = shape_paragraph(job.text, test_fonts());
      EXPECT_TRUE(p.missing.empty());
      EXPECT_NEAR(break_lines(p, job.measures, job.options).lines.at(0).natural / kEm, row.want, 0.001);
    }
  }
}

TEST(Fonts, ParagraphsAreThoseOfTheMatrix) {
  for (const LineRow& row : kParagraphRows) {
    if (has_letters(row.text)) continue;
    for (const char* role : kRoles) {
      SCOPED_TRACE(std::string(row.id) + " " + role);
      const Job job = in_role(role, row.text, row.options);
      const ShapedParagraph p = shape_paragraph(job.text, test_fonts());
      EXPECT_EQ(lines_text(p, break_lines(p, job.measures, job.options), job.options), row.lines);
    }
  }
}

TEST(Fonts, RunsOfOneLookAreShapedTogether) {
  for (const LineRow& row : kParagraphRows) {
    SCOPED_TRACE(row.id);
    Job job = make_job(row.text, row.options);
    const ShapedParagraph whole = shape_paragraph(job.text, test_fonts());
    cut_runs(job, character_starts(row.text));
    const ShapedParagraph cut = shape_paragraph(job.text, test_fonts());
    ASSERT_EQ(whole.cells.size(), cut.cells.size());
    const Breaking a = break_lines(whole, job.measures, job.options),
                   b = break_lines(cut, job.measures, job.options);
    EXPECT_EQ(a.cost, b.cost);
    EXPECT_EQ(lines_text(whole, a, job.options), lines_text(cut, b, job.options));
  }
}

struct Placed {
  const char* role;
  std::string_view text;
  std::string_view options;
  std::string_view want;  ///< glyphs by origin and advance, in thousandths of an em
};

constexpr Placed kPlaced[] = {
    // F03: · is .327 wide in one face and 1 in the other, its cell .5 in both.
    {"song", "国·国", "", "0+1000 1087+500 1500+1000"},
    {"hei", "国·国", "", "0+1000 750+500 1500+1000"},
    // An opening mark keeps its glyph: the origin stands half an em left of the body.
    {"song", "“国”", "", "-500+500 500+1000 1500+500"},
    // F04: an apostrophe is not one em wide.
    {"song", "n’t", "", "0+661 661+266 927+367"},
    // Digits are half an em.
    {"song", "国12", "", "0+1000 1250+500 1750+500"},
    {"kai", "国12", "", "0+1000 1200+500 1700+500"},  // .6 wide, without hwid: in the middle of half an em
    // —— : one glyph of two em.
    {"song", "国——国", "", "0+1000 1000+2000 3000+1000"},
    // Centred marks give up both halves.
    {"song", "國，國", "--lang zh-Hant-TW --measure 2.5 --justify-last", "0+1000 750+500 1500+1000"},
    // The side is the glyph's: this face has the comma of the mainland, whatever the language.
    {"kai", "國，國", "--lang zh-Hant-TW --measure 2.5 --justify-last", "0+1000 1000+500 1500+1000"},
};

std::string dump(const ShapedParagraph& p, const Job& job) {
  std::string out;
  for (const Line& line : break_lines(p, job.measures, job.options).lines) {
    for (const SetGlyph& g : set_line(p, line, job.options)) {
      const auto thousandths = [](Length l) {
        return std::to_string(static_cast<long>(std::lround(l / kEm * 1000)));
      };
      if (g.advance == Length()) continue;
      out += (out.empty() ? "" : " ") + thousandths(g.x) + "+" + thousandths(g.advance);
    }
  }
  return out;
}

TEST(Fonts, PlacesGlyphs) {
  for (const Placed& c : kPlaced) {
    SCOPED_TRACE(std::string(c.text) + " " + c.role);
    const Job job = in_role(c.role, c.text, c.options);
    EXPECT_EQ(dump(shape_paragraph(job.text, test_fonts()), job), c.want);
  }
}

// What the ink leaves free is all that can be cut: a tight mark keeps its shape and its place.
TEST(Fonts, ATightMarkLosesNoMoreThanItsBlank) {
  const auto cut = [](char32_t cp, CharClass c, InkSide side, double left, double right) {
    Cell cell;
    cell.cp = cp, cell.c = c, cell.side = side;
    const Blanks blanks = mark_blanks(cell, Em::of(1), Em::of(left), Em::of(right));
    return std::pair(blanks.left, blanks.right);
  };
  const Em none, half = Em::of(.5), quarter = Em::of(.25), little = Em::of(.2);
  EXPECT_EQ(cut(U'，', CharClass::kComma, InkSide::kLeft, .1, .7), std::pair(none, half));
  EXPECT_EQ(cut(U'，', CharClass::kComma, InkSide::kLeft, .1, .2), std::pair(none, little));
  EXPECT_EQ(cut(U'，', CharClass::kComma, InkSide::kBoth, .4, .2), std::pair(quarter, little));
  EXPECT_EQ(cut(U'（', CharClass::kOpen, InkSide::kLeft, .2, .1), std::pair(little, none));
  EXPECT_EQ(cut(U'）', CharClass::kClose, InkSide::kLeft, .1, -.1), std::pair(none, none))
      << "ink over the cell";
}

TEST(Fonts, DashWithoutLigatureIsOneRule) {
  FontCatalogue catalogue = test_catalogue();
  catalogue.roles = {{{"kai", {}}, Weight::kRegular, {kWenKai}, {}, {}}};
  Diagnostics diags;
  const FontSet fonts(std::move(catalogue), diags);
  const Job job = in_role("kai", "国——国", "");
  const ShapedParagraph p = shape_paragraph(job.text, fonts);
  ASSERT_EQ(p.cells.size(), 3u);
  EXPECT_EQ(p.cells[1].body, kEm * 2);
  // Ink without a hole from end to end.
  Length reached = kEm / 4;
  for (std::uint32_t g = 0; g < p.cells[1].glyph_count; ++g) {
    const CellGlyph& glyph = p.glyphs[p.cells[1].first_glyph + g];
    const InkBox ink = fonts.ink_box(glyph.face, glyph.id);
    EXPECT_LE(glyph.dx + ink.left.at(kEm), reached);
    reached = glyph.dx + ink.right.at(kEm);
  }
  EXPECT_GE(reached, kEm * 2 - kEm / 4);
}

// Readers of the PDF that do not know ActualText found no character behind them.
TEST(Fonts, EachGlyphOfAnEllipsisIsOneCharacter) {
  const Job job = in_role("song", "国……国", "");
  const ShapedParagraph p = shape_paragraph(job.text, test_fonts());
  const Line line = break_lines(p, job.measures, job.options).lines.at(0);
  std::string out;
  for (const SetGlyph& g : set_line(p, line, job.options)) {
    out += p.text.substr(g.text_begin, g.text_end - g.text_begin) + "|";
  }
  EXPECT_EQ(out, "国|…|…|国|");
}

TEST(Fonts, MissingCharactersKeepTheirPlace) {
  const Job job = make_job("国\U000FFFFD国");
  const ShapedParagraph p = shape_paragraph(job.text, test_fonts());
  ASSERT_EQ(p.missing.size(), 1u);
  EXPECT_EQ(p.missing[0].cp, U'\U000FFFFD');
  EXPECT_EQ(p.missing[0].begin, 3u);
  EXPECT_EQ(p.missing[0].end, 7u);
  EXPECT_EQ(dump(p, job), "0+1000 2000+1000");
}

TEST(Fonts, LigaturesAreOneCell) {
  const Job job = make_job("office");
  const ShapedParagraph p = shape_paragraph(job.text, test_fonts());
  std::uint32_t at = 0;
  for (const Cell& cell : p.cells) {
    EXPECT_EQ(cell.text_begin, at);
    at = cell.text_end;
  }
  EXPECT_EQ(at, job.text.text.size());
}

/// Glyphs as origin+advance@size, and ^ how far across the line, in thousandths of an em.
std::string dump_sizes(const ShapedParagraph& p, const Job& job) {
  const auto thousandths = [](Length l) { return std::to_string(std::lround(l / kEm * 1000)); };
  std::string out;
  for (const Line& line : break_lines(p, job.measures, job.options).lines) {
    for (const SetGlyph& g : set_line(p, line, job.options)) {
      out += (out.empty() ? "" : " ") + thousandths(g.x) + "+" + thousandths(g.advance) + "@" +
             thousandths(g.size) + "^" + thousandths(g.y);
    }
  }
  return out;
}

struct Matched {
  const char* name;
  std::string_view text, options;
  double latin_scale, latin_raise, han_scale;
  std::string_view want;
};

// typography.md 7.7: letters take what they are drawn at, digits stay half an em, the gap is of the Han em.
constexpr Matched kMatched[] = {
    {"as it is", "国n5", "", 1, 0, 1, "0+1000@1000^0 1250+661@1000^0 1911+500@1000^0"},
    {"larger letters", "国n国", "", 1.1, 0, 1, "0+1000@1000^0 1250+727@1100^0 2227+1000@1000^0"},
    {"raised", "国n国", "", 1, .05, 1, "0+1000@1000^0 1250+661@1000^50 2161+1000@1000^0"},
    {"lowered and smaller", "国n", "", .9, -.02, 1, "0+1000@1000^0 1250+595@900^-20"},
    {"turned", "国nn国", "--vertical", 1.1, .05, 1,
     "880+1000@1000^-500 1250+727@1100^-330 1977+727@1100^-330 3834+1000@1000^-500"},
    {"larger Han in the same cells", "国国", "", 1, 0, 1.1, "-50+1000@1100^-38 950+1000@1100^-38"},
    {"the same on a vertical line", "国国", "--vertical", 1, 0, 1.1,
     "918+1000@1100^-550 1918+1000@1100^-550"},
    {"marks lose the same blanks", "国，", "", 1, 0, 1.1, "-50+1000@1100^-38 950+500@1100^-38"},
};

TEST(Fonts, FacesAreMatchedByScaleAndRaise) {
  for (const Matched& c : kMatched) {
    SCOPED_TRACE(c.name);
    FontCatalogue catalogue = test_catalogue();
    CatalogueFace latin = catalogue.faces[kSerifSC];
    latin.scale = Em::of(c.latin_scale), latin.raise = Em::of(c.latin_raise);
    catalogue.faces[kSerifSC].scale = Em::of(c.han_scale);
    catalogue.faces.push_back(latin);
    catalogue.roles = {{{"song", {}}, Weight::kRegular, {kSerifSC}, {kFaces}, {}}};
    Diagnostics diags;
    const FontSet fonts(std::move(catalogue), diags);
    const Job job = in_role("song", c.text, c.options);
    EXPECT_EQ(dump_sizes(shape_paragraph(job.text, fonts), job), c.want);
  }
}

/// Noto as song, with TeX Gyre Termes for special forms.
FontCatalogue catalogue_with_forms() {
  FontCatalogue catalogue = test_catalogue();
  catalogue.faces.push_back({{"termes", {}},
                             "TeX Gyre Termes",
                             {"/usr/share/texmf/fonts/opentype/public/tex-gyre/texgyretermes-regular.otf"},
                             0,
                             "fonts-texgyre"});
  catalogue.roles[0].forms = {kFaces};
  return catalogue;
}

struct FormCase {
  std::string_view text;
  LetterForms forms;
  std::string_view want;  ///< a letter a cell: Serif, Termes; ' behind one that is no usual glyph; its width
};

using enum Capitals;
using enum Numerals;
using enum DigitWidth;

constexpr FormCase kForms[] = {
    {"国An1", {}, "S1000 S718 S661 S500"},
    {"国An1", {kSmall}, "S1000 T722 T'565 T500"},
    {"国An1", {kAllSmall}, "S1000 T'565 T'565 T500"},
    {"国An1", {kUsual, kOldStyle}, "S1000 T722 T500 T'500"},
    {"国An1", {kUsual, kOldStyle, kProportional}, "S1000 T722 T500 T'363"},
    {"国An1", {kUsual, kLining, kProportional}, "S1000 S718 S661 S549"},
    {"国An1", {kAllSmall, kOldStyle}, "S1000 T'565 T'565 T'500"},
    {"Ж1", {kSmall, kOldStyle}, "S T'500"},  // Termes has no Cyrillic: in the face that has it
};

TEST(Fonts, SpecialFormsComeFromAFaceThatHasThem) {
  Diagnostics diags;
  const FontSet fonts(catalogue_with_forms(), diags);
  for (const FormCase& c : kForms) {
    SCOPED_TRACE(c.want);
    Job job = in_role("song", c.text, "");
    job.text.runs[0].font.forms = c.forms;
    const ShapedParagraph p = shape_paragraph(job.text, fonts);
    std::string is;
    for (const Cell& cell : p.cells) {
      const CellGlyph& glyph = p.glyphs[cell.first_glyph];
      is += (is.empty() ? "" : " ") + std::string(glyph.face == kFaces ? "T" : "S");
      if (glyph.face == kFaces && glyph.id != fonts.nominal_glyph(kFaces, cell.cp)) is += "'";
      if (cell.cp != U'Ж') is += std::to_string(std::lround(cell.body / kEm * 1000));
    }
    EXPECT_EQ(is, c.want);
  }
}

TEST(Fonts, FormsThatNoFaceHasAreToldAndSetPlainly) {
  Job job = in_role("song", "国Ab12和3", "");
  const std::string usual = dump(shape_paragraph(job.text, test_fonts()), job);
  job.text.runs[0].font.forms = {kSmall, kOldStyle};
  const ShapedParagraph p = shape_paragraph(job.text, test_fonts());
  EXPECT_EQ(dump(p, job), usual);
  std::string told;
  for (const PlainForm& plain : p.plain)
    told += std::string(plain.feature.tag) + " " + p.text.substr(plain.begin, plain.end - plain.begin) + "|";
  EXPECT_EQ(told, "smcp b|onum 12|onum 3|");
}

// The cuts of spans do not matter to them either: a letter at a time gives the same glyphs.
TEST(Fonts, SpecialFormsDoNotDependOnTheCutsOfRuns) {
  Diagnostics diags;
  const FontSet fonts(catalogue_with_forms(), diags);
  Job job = in_role("song", "国Nato 2019年", "");
  job.text.runs[0].font.forms = {kSmall, kOldStyle};
  const std::string whole = dump(shape_paragraph(job.text, fonts), job);
  cut_runs(job, character_starts(job.text.text));
  EXPECT_EQ(dump(shape_paragraph(job.text, fonts), job), whole);
}

TEST(Fonts, HyphensAreAsLargeAsTheirWords) {
  FontCatalogue catalogue = test_catalogue();
  catalogue.faces.push_back(catalogue.faces[kSerifSC]);
  catalogue.faces[kFaces].scale = Em::of(1.1);
  catalogue.roles[0].latin = {kFaces};
  Diagnostics diags;
  const FontSet fonts(std::move(catalogue), diags);
  const Job job = in_role("song", "editor", "--hyphenate en");
  const ShapedParagraph was = shape_paragraph(job.text, test_fonts()), is = shape_paragraph(job.text, fonts);
  ASSERT_FALSE(was.hyphens.empty());
  ASSERT_FALSE(is.hyphens.empty());
  EXPECT_NEAR(is.hyphens[0].width / was.hyphens[0].width, 1.1, .001);
  EXPECT_EQ(is.hyphens[0].glyphs.at(0).scale, Em::of(1.1));
}

TEST(Fonts, SizesOfRunsAreTheirOwn) {
  Job job = make_job("国（国");
  cut_runs(job, {3});
  job.text.runs[1].size = kEm / 2;
  const ShapedParagraph p = shape_paragraph(job.text, test_fonts());
  EXPECT_EQ(break_lines(p, job.measures, job.options).lines[0].natural, kEm * 2);
  EXPECT_EQ(p.cells[1].left, kEm / 4);
}

}  // namespace
}  // namespace banxin::test
