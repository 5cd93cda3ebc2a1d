// Shaping as a table, in the manner of HarfBuzz's own .tests files.
#include <sstream>
#include <thread>

#include "base/json.h"
#include "base/utf8.h"
#include "faces.h"

namespace banxin {
namespace {

struct Case {
  FaceId face;
  std::string_view how;  ///< language, then features and switches: "hant hwid vertical western"
  std::string_view text;
  std::string_view want;  ///< cluster+advance@dx,dy in em; the offsets are left out where both are 0
};

ShapeRequest request(FaceId face, std::string_view text) {
  return {.face = face, .text = text, .begin = 0, .end = text.size()};
}

ShapeRequest request(const Case& c, std::vector<Feature>& features) {
  ShapeRequest r = request(c.face, c.text);
  std::istringstream words{std::string(c.how)};
  for (std::string word; words >> word;) {
    if (word == "hans")
      r.language = Language::kHans;
    else if (word == "tw")
      r.language = Language::kHantTW;
    else if (word == "hk")
      r.language = Language::kHantHK;
    else if (word == "ja")
      r.language = Language::kJapanese;
    else if (word == "vertical")
      r.direction = Direction::kVertical;
    else if (word == "western")
      r.western = true;
    else
      features.push_back({{word[0], word[1], word[2], word[3]}, true});
  }
  r.features = features;
  return r;
}

std::string dump(const std::vector<ShapedGlyph>& glyphs) {
  std::string out;
  for (const ShapedGlyph& g : glyphs) {
    out += (out.empty() ? "" : "|") + std::to_string(g.cluster) + "+" + json_number(g.advance.em(), 3);
    if (g.dx != Em() || g.dy != Em())
      out += "@" + json_number(g.dx.em(), 3) + "," + json_number(g.dy.em(), 3);
  }
  return "[" + out + "]";
}

constexpr Case kCases[] = {
    // Han is one em, whatever the language.
    {kSerifSC, "hans", "国家", "[0+1|3+1]"},
    {kSerifSC, "ja", "国家", "[0+1|3+1]"},
    {kWenKai, "hans", "国家", "[0+1|3+1]"},
    // 破折号: one glyph of two em and one cluster, but only with a Chinese language; a run of four must be
    // cut in
    // pairs by who asks.
    {kSerifSC, "hans", "国——国", "[0+1|3+2|9+1]"},
    {kSerifSC, "tw", "——", "[0+2]"},
    {kSansSC, "hans", "——", "[0+2]"},
    {kSerifSC, "western", "——", "[0+1.69]"},
    {kSerifSC, "western", "—", "[0+0.89]"},
    {kSerifSC, "hans", "————", "[0+3|9+1]"},
    {kWenKai, "hans", "——", "[0+1|3+1]"},
    {kSerifSC, "hans", "……", "[0+1|3+1]"},
    // 间隔号: the fonts do not agree (typography.md F03).
    {kSerifSC, "hans", "·", "[0+0.327]"},
    {kSansSC, "hans", "·", "[0+1]"},
    // Quotes: full in Chinese, proportional in Japanese (F06), and proportional on request (F04).
    {kSerifSC, "hans", "“国”", "[0+1|3+1|6+1]"},
    {kSerifSC, "ja", "“国”", "[0+0.462|3+1|6+0.462]"},
    {kSerifSC, "hans pwid", "’", "[0+0.266]"},
    {kSerifSC, "western", "’", "[0+1]"},
    {kSerifSC, "western pwid", "’", "[0+0.266]"},
    {kWenKai, "hans", "“国”", "[0+0.35|3+1|6+0.35]"},
    // Digits: not tabular in Serif; two of them fill a character with hwid.
    {kSerifSC, "hans", "2026", "[0+0.558|1+0.557|2+0.558|3+0.558]"},
    {kSerifSC, "hans hwid", "2026", "[0+0.5|1+0.5|2+0.5|3+0.5]"},
    {kSerifSC, "western hwid", "2026", "[0+0.5|1+0.5|2+0.5|3+0.5]"},
    {kSansSC, "hans hwid", "2026", "[0+0.5|1+0.5|2+0.5|3+0.5]"},
    {kWenKai, "hans hwid", "20", "[0+0.6|1+0.6]"},
    // halt, which the engine computes for itself (F01, F07).
    {kSerifSC, "hans halt", "“，）", "[0+0.5@-0.5,0|3+0.5|6+0.5]"},
    {kSerifSC, "tw halt", "，。", "[0+0.5@-0.25,0|3+0.5@-0.25,0]"},
    {kWenKai, "hans halt", "，", "[0+1]"},
    // Vertical: the pen is at the top centre of the cell; the dash is one glyph of two em here too (V04).
    {kSerifSC, "vertical", "国", "[0+1@-0.5,-0.88]"},
    {kSerifSC, "vertical", "——", "[0+2@-0.5,-1.38]"},
    {kWenKai, "vertical", "，", "[0+1@-0.5,-0.88]"},
    // Graphemes: an accent and a variation selector stay with their character; what is never seen leaves no
    // glyph.
    {kSerifSC, "hans", "e\u0301国", "[0+0.546|3+1]"},
    {kSerifSC, "hans", "，\uFE01国", "[0+1|6+1]"},
    {kSerifSC, "hans", "“\uFE01国",
     "[0+1|6+1]"},  // no such sequence in the font: no extra glyph all the same
    {kSerifSC, "hans", "国\u200B国\u00ADx", "[0+1|6+1|11+0.564]"},
    {kSerifSC, "hans", "", "[]"},
};

TEST(Shape, Table) {
  for (const Case& c : kCases) {
    SCOPED_TRACE(test_catalogue().faces[c.face].family + "; " + std::string(c.how) + "; " +
                 std::string(c.text));
    std::vector<Feature> features;
    EXPECT_EQ(dump(test_fonts().shape(request(c, features))), c.want);
  }
}

std::uint32_t glyph(FaceId face, std::string_view text, Language language, Direction direction) {
  ShapeRequest r = request(face, text);
  r.language = language;
  r.direction = direction;
  const std::vector<ShapedGlyph> glyphs = test_fonts().shape(r);
  return glyphs.size() == 1 ? glyphs[0].id : 0;
}

TEST(Shape, VerticalQuotesAreCornerBrackets) {  // typography.md V03
  constexpr auto kVertical = Direction::kVertical;
  for (const FaceId face : std::initializer_list<FaceId>{kSerifSC, kSansSC, kWenKai}) {
    EXPECT_NE(glyph(face, "“", Language::kHans, kVertical), 0u);
    EXPECT_EQ(glyph(face, "“", Language::kHans, kVertical), glyph(face, "『", Language::kHans, kVertical));
    EXPECT_EQ(glyph(face, "‘", Language::kHans, kVertical), glyph(face, "「", Language::kHans, kVertical));
    EXPECT_NE(glyph(face, "“", Language::kHans, kVertical),
              glyph(face, "“", Language::kHans, Direction::kHorizontal));
  }
}

// One face serves all regions: the catalogue needs no faces for Taiwan, Hong Kong and Japan.
TEST(Shape, LanguagePicksTheFormsOfTheRegion) {
  constexpr auto kHorizontal = Direction::kHorizontal;
  const std::uint32_t mainland = glyph(kSerifSC, "骨", Language::kHans, kHorizontal);
  const std::uint32_t taiwan = glyph(kSerifSC, "骨", Language::kHantTW, kHorizontal);
  EXPECT_NE(mainland, taiwan);
  EXPECT_EQ(taiwan, glyph(kSerifTC, "骨", Language::kHantTW, kHorizontal));
  EXPECT_EQ(mainland, glyph(kSerifTC, "骨", Language::kHans, kHorizontal));
  EXPECT_NE(glyph(kSerifSC, "返", Language::kHantHK, kHorizontal),
            glyph(kSerifSC, "返", Language::kHantTW, kHorizontal));
}

TEST(Shape, TheMainlandFaceHasEveryIdeographOfTheTaiwanFace) {
  std::string other;
  for (char32_t cp = 0x4E00; cp <= 0x9FA5; ++cp) {
    const std::string text = to_utf8(cp);
    const bool equal = glyph(kSerifSC, text, Language::kHantTW, Direction::kHorizontal) ==
                       test_fonts().nominal_glyph(kSerifTC, cp);
    if (!equal) other += text;
  }
  EXPECT_EQ(other, "户");  // Taiwan writes 戶, another code point
}

// HarfBuzz would make such a cell as high as a line of hhea; which face it is does not matter here.
TEST(Shape, AFaceWithoutVerticalMetricsGetsCellsOfOneEm) {
  FontCatalogue catalogue;
  catalogue.faces = {{{"latin", {}},
                      "DejaVu Sans",
                      {"/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"},
                      0,
                      "fonts-dejavu-core"}};
  Diagnostics diags;
  const FontSet fonts(catalogue, diags);
  ShapeRequest r = request(0, "Aé");
  r.direction = Direction::kVertical;
  for (const ShapedGlyph& g : fonts.shape(r)) {
    EXPECT_EQ(g.advance, Em::of(1));
    EXPECT_NEAR(g.dy.em(), -fonts.em_box_ascent(0).em(), 0.001);
  }
}

TEST(Shape, ClustersCountInTheWholeText) {
  constexpr std::string_view kText = "甲乙——丙";
  ShapeRequest r = request(kSerifSC, kText);
  r.begin = 3;
  r.end = 12;
  EXPECT_EQ(dump(test_fonts().shape(r)), "[3+1|6+2]");
}

TEST(Shape, WithoutAFaceThereAreNoGlyphs) {
  EXPECT_TRUE(test_fonts().shape(request(kNoFace, "国")).empty());
  EXPECT_TRUE(test_fonts().shape(request(kAbsent, "国")).empty());
}

TEST(Shape, ManyThreadsGetTheSameGlyphs) {
  Diagnostics diags;
  const FontSet fonts(test_catalogue(), diags);  // a new one: the threads race to open its faces
  const std::string text = "国家2026年——“新闻”，ABC·国";
  const std::string want = dump(test_fonts().shape(request(kSerifSC, text)));
  std::vector<std::string> got(4);
  {
    std::vector<std::jthread> threads;
    for (std::string& mine : got) {
      threads.emplace_back([&fonts, &text, &mine] {
        for (int i = 0; i < 200; ++i) {
          const std::vector<ShapedGlyph> glyphs = fonts.shape(request(kSerifSC, text));
          for (const ShapedGlyph& g : glyphs) fonts.ink_box(kSerifSC, g.id);
          mine = dump(glyphs);
        }
      });
    }
  }
  for (const std::string& mine : got) EXPECT_EQ(mine, want);
}

}  // namespace
}  // namespace banxin
