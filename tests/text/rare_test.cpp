// Rare characters: fallback, variation sequences, combining sequences, emoji, words that read from right to
// left. Nothing is lost, nothing is a hole.
#include <gtest/gtest.h>

#include <algorithm>

#include "support.h"
#include "text/bidi.h"

namespace banxin::test {
namespace {

/// 宋 with what stands behind it in the built-in catalogue.
const FontSet& song() {
  static Diagnostics diags;
  static const FontSet fonts = [] {
    FontCatalogue c;
    c.faces = {
        {{"serif", {}},
         "Noto Serif CJK SC",
         {"/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc"},
         2,
         ""},
        {{"min-a", {}}, "HanaMinA", {"/usr/share/fonts/truetype/hanazono/HanaMinA.ttf"}, 0, "fonts-hanazono"},
        {{"min-b", {}}, "HanaMinB", {"/usr/share/fonts/truetype/hanazono/HanaMinB.ttf"}, 0, "fonts-hanazono"},
        {{"dejavu", {}}, "DejaVu Sans", {"/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"}, 0, ""}};
    c.roles = {{{"song", {}}, Weight::kRegular, {0, 1, 2, 3}, {}, {}}};
    return FontSet(std::move(c), diags);
  }();
  return fonts;
}

ShapedParagraph shape(std::string_view text) { return shape_paragraph(make_job(text).text, song()); }

TEST(Rare, ExtensionsComeFromTheFacesBehind) {
  if (song().path(1).empty() || song().path(2).empty()) GTEST_SKIP() << "fonts-hanazono is not installed";
  // Extensions A to F: 㑇 𠀋 𪜀 𫝀 𫠝 𬺰
  const ShapedParagraph p = shape("国㑇𠀋𪜀𫝀𫠝𬺰国");
  EXPECT_TRUE(p.missing.empty());
  ASSERT_EQ(p.cells.size(), 8u);
  for (const Cell& cell : p.cells) {
    EXPECT_EQ(cell.body, kEm);
    EXPECT_GT(p.glyphs[cell.first_glyph].id, 0u);
  }
}

TEST(Rare, VariationSequencesReachTheFont) {
  // 葛 and 辻 have forms of their own in the collection Adobe-Japan1; a selector that no font knows is
  // nothing.
  for (const std::string_view text : {"葛\U000E0100飾", "葛\U000E0101飾", "辻\U000E0101", "国\U000E01EF国"}) {
    const ShapedParagraph p = shape(text);
    EXPECT_TRUE(p.missing.empty()) << text;
    for (const Cell& cell : p.cells) EXPECT_EQ(cell.glyph_count, 1u) << text;
  }
  const ShapedParagraph plain = shape("葛"), other = shape("葛\U000E0101");
  EXPECT_EQ(other.cells.size(), 1u);
  EXPECT_EQ(other.cells[0].text_end, 7u);
  EXPECT_NE(plain.glyphs[0].id, other.glyphs[0].id);
}

TEST(Rare, CombiningSequencesAreOneCell) {
  for (const std::string_view text : {"e\u0301", "a\u0304\u0301", "é", "ǖ", "国\u3099", "☎\uFE0E"}) {
    const ShapedParagraph p = shape(text);
    EXPECT_EQ(p.cells.size(), 1u) << text;
    EXPECT_TRUE(p.missing.empty()) << text;
  }
}

TEST(Rare, EmojiIsAnOutlineOrMissing) {
  const ShapedParagraph drawn = shape("国😀国");
  EXPECT_TRUE(drawn.missing.empty());
  const CellGlyph& glyph = drawn.glyphs[drawn.cells[1].first_glyph];
  EXPECT_FALSE(song().ink_box(glyph.face, glyph.id).empty());
  const ShapedParagraph family = shape("国👨\u200D👩\u200D👧国");
  EXPECT_EQ(family.cells.size(), 3u);
  EXPECT_EQ(family.missing.size(), 1u);
}

// ---- Right to left

/// The characters of a line as they stand from left to right.
std::string shown(std::string_view text, std::string_view options = {}) {
  const Job job = make_job(text, options);
  const ShapedParagraph p = nominal_paragraph(job.text);
  return lines_text(p, break_lines(p, job.measures, job.options), job.options);
}

TEST(Bidi, WordsStandFromRightToLeft) {
  EXPECT_EQ(shown("他说שלום了"), "他说םולש了|");
  EXPECT_EQ(shown("他说“שלום”了"), "他说“םולש”了|");
  EXPECT_EQ(shown("他说שלום עולם了"), "他说םלוע םולש了|") << "two words";
  EXPECT_EQ(shown("他说של12ום了"), "他说םו12לש了|") << "numbers read from the left";
  EXPECT_EQ(shown("（שלום）。"), "（םולש）。|") << "marks of the Chinese line stay";
  EXPECT_EQ(shown("שלום"), "םולש|");
  EXPECT_EQ(shown("国国国שלום עולם国国", "--measure 6"), "国国国םולש|םלוע国国|") << "each line by itself";
}

TEST(Bidi, WidthsAndTextAreTheSame) {
  for (const std::string_view text : {"他说שלום了他说שלום עולם了，他说של12ום了。", "国שלום", "שלום国",
                                      "مرحبا بالعالم，他说。国国国国国国国"}) {
    const Job job = make_job(text, "--measure 7");
    const ShapedParagraph p = nominal_paragraph(job.text);
    for (const Line& line : break_lines(p, job.measures, job.options).lines) {
      const std::vector<SetGlyph> glyphs = set_line(p, line, job.options);
      Length reached;
      std::size_t bytes = 0;
      for (std::size_t i = 0; i < glyphs.size(); ++i) {
        EXPECT_GE(glyphs[i].x, reached - kEm / 2) << text;  // no two on one another
        reached = glyphs[i].x + glyphs[i].advance;
        bytes += glyphs[i].text_end - glyphs[i].text_begin;
      }
      if (!line.last) {
        EXPECT_LE((reached - line.measure).units() * (reached - line.measure).units(), 1) << text;
      }
      std::size_t want = p.cells[line.end - 1].text_end - p.cells[line.begin].text_begin;
      for (std::uint32_t k = line.end; k > line.begin && p.cells[k - 1].dropped_at_end; --k)
        want -= p.cells[k - 1].text_end - p.cells[k - 1].text_begin;
      EXPECT_EQ(bytes, want) << text;
    }
  }
}

TEST(Bidi, ArabicLettersAreJoined) {
  const ShapedParagraph p = shape("他说مرحبا了");
  EXPECT_TRUE(p.missing.empty());
  const ShapedParagraph alone = shape("م");
  ASSERT_EQ(p.cells.size(), 8u);
  EXPECT_NE(p.glyphs[p.cells[2].first_glyph].id, alone.glyphs[0].id) << "the form of a word's beginning";
  EXPECT_EQ(p.cells[2].level, 1);
  EXPECT_EQ(p.cells[7].level, 0);
}

TEST(Bidi, ALigatureIsOneCell) {
  const ShapedParagraph p = shape("国لا国");  // lam and alef
  EXPECT_EQ(p.cells.size(), 3u);
  EXPECT_EQ(p.cells[1].text_end, 7u);
}

TEST(Bidi, OrderOfCells) {
  std::vector<Cell> cells(6);
  const std::uint8_t levels[] = {0, 1, 1, 2, 2, 0};
  for (std::size_t i = 0; i < cells.size(); ++i) cells[i].level = levels[i];
  EXPECT_EQ(visual_order(cells, 0, 6), (std::vector<std::uint32_t>{0, 3, 4, 2, 1, 5}));
  EXPECT_EQ(visual_order(cells, 1, 3), (std::vector<std::uint32_t>{2, 1}));
  EXPECT_EQ(visual_order(cells, 5, 6), (std::vector<std::uint32_t>{5}));
}

}  // namespace
}  // namespace banxin::test
