// A subset must draw what the whole face draws, in few bytes, and always the same bytes.
#include <filesystem>
#include <fstream>

#include "faces.h"

namespace banxin {
namespace {

constexpr std::string_view kText = "国家——“新闻”，2026年ABC……";

std::vector<std::uint32_t> glyphs_of(FaceId face) {
  std::vector<std::uint32_t> ids;
  const ShapeRequest request{.face = face, .text = kText, .begin = 0, .end = kText.size()};
  for (const ShapedGlyph& g : test_fonts().shape(request)) ids.push_back(g.id);
  return ids;
}

std::string bytes_of_table(const std::string& font, std::string_view tag) {
  const auto u = [&](std::size_t at, int n) {
    std::size_t v = 0;
    for (int i = 0; i < n; ++i)
      v = v << 8 | static_cast<unsigned char>(font.at(at + static_cast<std::size_t>(i)));
    return v;
  };
  for (std::size_t i = 0; i < u(4, 2); ++i) {
    const std::size_t record = 12 + 16 * i;
    if (font.compare(record, 4, tag) == 0) return font.substr(u(record + 8, 4), u(record + 12, 4));
  }
  return {};
}

/// The font with an empty cmap, so that a FontSet takes it: subsets have none.
std::string with_cmap(const std::string& font) {
  constexpr std::size_t kRecord = 16;
  const auto tables = static_cast<unsigned char>(font.at(5));
  const std::size_t directory = 12 + kRecord * tables;
  const auto u32 = [](std::size_t v) {
    return std::string{static_cast<char>(v >> 24), static_cast<char>(v >> 16), static_cast<char>(v >> 8),
                       static_cast<char>(v)};
  };
  std::string out = font.substr(0, directory) + "cmap" + u32(0) + u32(font.size() + kRecord) + u32(4);
  out[5] = static_cast<char>(tables + 1);
  for (std::size_t record = 12; record < directory; record += kRecord) {
    std::size_t offset = 0;
    for (std::size_t i = 8; i < 12; ++i)
      offset = offset << 8 | static_cast<unsigned char>(font.at(record + i));
    out.replace(record + 8, 4, u32(offset + kRecord));
  }
  return out + font.substr(directory) + std::string(4, '\0');
}

/// Glyph `id`'s advance in the subset, in units of 1000 to the em.
int advance_in(const std::string& font, std::uint32_t id) {
  const std::string hhea = bytes_of_table(font, "hhea"), hmtx = bytes_of_table(font, "hmtx");
  const auto u16 = [](const std::string& s, std::size_t at) {
    return static_cast<unsigned char>(s.at(at)) << 8 | static_cast<unsigned char>(s.at(at + 1));
  };
  const auto metrics = static_cast<std::uint32_t>(u16(hhea, 34));
  return u16(hmtx, 4 * std::size_t{std::min(id, metrics - 1)});
}

class Subset : public testing::TestWithParam<FaceId> {};
std::string format_name(const testing::TestParamInfo<FaceId>& face) {
  return face.param == kWenKai ? "TrueType" : face.param == kSansSC ? "CffSans" : "CffSerif";
}
INSTANTIATE_TEST_SUITE_P(Formats, Subset, testing::Values(kSerifSC, kSansSC, kWenKai), format_name);

TEST_P(Subset, IsSmallAndHoldsWhatWasAskedFor) {
  Diagnostics diags;
  std::vector<std::uint32_t> asked = glyphs_of(GetParam());
  asked.push_back(asked.front());  // once is enough
  const auto subset = test_fonts().subset(GetParam(), asked, diags);
  ASSERT_TRUE(subset);
  EXPECT_TRUE(diags.all().empty());
  EXPECT_TRUE(std::is_sorted(subset->glyphs.begin(), subset->glyphs.end()));
  EXPECT_EQ(subset->glyphs.size(), subset->subset_ids.size());
  EXPECT_LT(subset->glyphs.size(), asked.size());
  EXPECT_LT(subset->bytes.size(), 12'000u);
  for (const char* unneeded : {"GSUB", "GPOS", "cmap", "vmtx"}) {
    EXPECT_TRUE(bytes_of_table(subset->bytes, unneeded).empty()) << unneeded;
  }
  for (const std::uint32_t id : subset->subset_ids) EXPECT_NE(id, 0u);
}

TEST_P(Subset, DrawsTheSame) {
  Diagnostics diags;
  const auto subset = test_fonts().subset(GetParam(), glyphs_of(GetParam()), diags);
  ASSERT_TRUE(subset);
  const auto path =
      std::filesystem::path(testing::TempDir()) / ("banxin-subset-" + std::to_string(GetParam()) + ".otf");
  std::ofstream(path, std::ios::binary) << with_cmap(subset->bytes);
  FontCatalogue catalogue = test_catalogue();
  catalogue.faces[0].files = {path};
  catalogue.faces[0].index = 0;
  const FontSet reopened(catalogue, diags);
  for (std::size_t i = 0; i < subset->glyphs.size(); ++i) {
    const InkBox whole = test_fonts().ink_box(GetParam(), subset->glyphs[i]);
    const InkBox cut = reopened.ink_box(0, subset->subset_ids[i]);
    EXPECT_FALSE(whole.empty());
    EXPECT_EQ(whole.left, cut.left);
    EXPECT_EQ(whole.right, cut.right);
    EXPECT_EQ(whole.bottom, cut.bottom);
    EXPECT_EQ(whole.top, cut.top);
  }
  reopened.report(diags);
  EXPECT_TRUE(diags.all().empty());
  std::filesystem::remove(path);
}

TEST_P(Subset, KeepsTheAdvances) {
  Diagnostics diags;
  const auto subset = test_fonts().subset(GetParam(), glyphs_of(GetParam()), diags);
  ASSERT_TRUE(subset);
  const Feature no_kern[] = {{"kern", false}};
  ShapeRequest request{.face = GetParam(), .text = kText, .begin = 0, .end = kText.size()};
  request.features = no_kern;
  for (const ShapedGlyph& g : test_fonts().shape(request)) {
    const auto at =
        std::lower_bound(subset->glyphs.begin(), subset->glyphs.end(), g.id) - subset->glyphs.begin();
    EXPECT_NEAR(advance_in(subset->bytes, subset->subset_ids[static_cast<std::size_t>(at)]),
                g.advance.em() * 1000, .1);
  }
}

TEST_P(Subset, IsTheSameEveryTime) {
  Diagnostics diags;
  std::vector<std::uint32_t> asked = glyphs_of(GetParam());
  const auto first = test_fonts().subset(GetParam(), asked, diags);
  std::reverse(asked.begin(), asked.end());
  const FontSet other(test_catalogue(), diags);
  const auto second = other.subset(GetParam(), asked, diags);
  ASSERT_TRUE(first && second);
  EXPECT_EQ(first->bytes, second->bytes);
  EXPECT_EQ(first->subset_ids, second->subset_ids);
}

TEST(SubsetErrors, AreReported) {
  Diagnostics diags;
  const std::uint32_t one[] = {1};
  EXPECT_FALSE(test_fonts().subset(kAbsent, one, diags));
  EXPECT_FALSE(test_fonts().subset(kNoFace, one, diags));
  ASSERT_EQ(diags.all().size(), 2u);
  EXPECT_EQ(diags.all()[0].code, "font-subset");
}

TEST(SubsetErrors, AGlyphThatTheFaceLacksIsNotdef) {
  Diagnostics diags;
  const std::uint32_t beyond[] = {5, 0xFFFFFF};
  const auto subset = test_fonts().subset(kWenKai, beyond, diags);
  ASSERT_TRUE(subset);
  EXPECT_NE(subset->subset_ids[0], 0u);
  EXPECT_EQ(subset->subset_ids[1], 0u);
}

}  // namespace
}  // namespace banxin
