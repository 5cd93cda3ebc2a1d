// Opening PDFs: ours, and those that are no good.
#include <algorithm>
#include <cstdlib>
#include <utility>

#include "render/module.h"
#include "render/read_pdf_text.h"
#include "support.h"

namespace banxin {
namespace {

using test::line;

std::string two_pages() {
  PlacedEdition edition = test::edition(200_pt, 100_pt);
  edition.pages[0].items = {line(test::kArticle, "太谷饼香", {20_pt, 30_pt}, 10_pt),
                            line(test::kArticle, "飘四海", {20_pt, 50_pt}, 20_pt, test::kSans),
                            DrawRule{kArtifact, {100_pt, 60_pt, 50_pt, 20_pt}, kBlack}};
  edition.pages.push_back(edition.pages[0]);
  edition.pages[1].width = 90_pt, edition.pages[1].items.clear();
  Diagnostics diags;
  return test::must(render_pdf(edition, test::fonts(), {}, diags), diags);
}

PdfFile open(std::string bytes) {
  std::string problem;
  std::optional<PdfFile> file = PdfFile::open(std::move(bytes), problem);
  EXPECT_TRUE(file) << problem;
  return std::move(*file);
}

std::string refused(std::string bytes) {
  std::string problem;
  EXPECT_FALSE(PdfFile::open(std::move(bytes), problem));
  return problem;
}

std::string words(const std::vector<PdfCharacter>& characters) {
  std::string text;
  for (const PdfCharacter& c : characters) text += c.text;
  return text;
}

TEST(ReadPdf, KnowsThePages) {
  const PdfFile file = open(two_pages());
  ASSERT_EQ(file.pages(), 2);
  EXPECT_EQ(file.size(1).width, 200_pt);
  EXPECT_EQ(file.size(2).height, 100_pt);
  EXPECT_EQ(file.size(2).width, 90_pt);
  EXPECT_EQ(file.size(8).width, Length());
}

TEST(ReadPdf, FindsCharactersAtTheirPlaces) {
  const PdfText text = read_pdf_text(open(two_pages()), 1);
  ASSERT_EQ(text.lines.size(), 2u);
  EXPECT_EQ(words(text.lines[0]), "太谷饼香");
  EXPECT_EQ(words(text.lines[1]), "飘四海");
  const PdfCharacter& second = text.lines[0][1];
  EXPECT_NEAR(second.box.x.pt(), 30, 0.05);
  EXPECT_NEAR(second.box.width.pt(), 10, 0.05);
  EXPECT_TRUE(second.box.y < 30_pt && second.box.bottom() > 22_pt) << second.box.y.pt();
  EXPECT_NEAR(text.styles[second.style].size.pt(), 10, 0.01);
  EXPECT_NEAR(text.styles[text.lines[1][0].style].size.pt(), 20, 0.01);
  EXPECT_NE(text.styles[second.style].font, text.styles[text.lines[1][0].style].font);
  EXPECT_EQ(text.styles[second.style].font.find('+'), std::string::npos);
}

std::string lines_of(std::vector<DrawItem> items) {
  PlacedEdition edition = test::edition(200_pt, 100_pt);
  edition.pages[0].items = std::move(items);
  Diagnostics diags;
  std::string out;
  for (const auto& characters :
       read_pdf_text(open(test::must(render_pdf(edition, test::fonts(), {}, diags), diags)), 1).lines)
    out += words(characters) + "|";
  return out;
}

/// Sorted by place, the lines of two columns that stand side by side would be one.
TEST(ReadPdf, GoesThroughOneColumnAfterAnother) {
  EXPECT_EQ(lines_of({line(test::kArticle, "太谷饼香", {20_pt, 30_pt}, 10_pt),
                      line(test::kArticle, "飘四海", {20_pt, 45_pt}, 10_pt),
                      line(test::kArticle, "天下", {75_pt, 30_pt}, 10_pt),
                      line(test::kArticle, "知名", {75_pt, 45_pt}, 10_pt)}),
            "太谷饼香|飘四海|天下|知名|");
}

TEST(ReadPdf, KnowsVerticalLines) {
  EXPECT_EQ(lines_of({line(test::kArticle, "太", {80_pt, 30_pt}, 10_pt),
                      line(test::kArticle, "谷", {80_pt, 40_pt}, 10_pt),
                      line(test::kArticle, "饼", {80_pt, 50_pt}, 10_pt),
                      line(test::kArticle, "香", {65_pt, 30_pt}, 10_pt)}),
            "太谷饼|香|");
}

TEST(ReadPdf, PartsWordsButNotCharactersThatAreSpaced) {
  EXPECT_EQ(lines_of({line(test::kArticle, "ab", {20_pt, 30_pt}, 10_pt),
                      line(test::kArticle, "cd", {34_pt, 30_pt}, 10_pt),
                      line(test::kArticle, "海", {47_pt, 30_pt}, 10_pt),
                      line(test::kArticle, "角", {60_pt, 30_pt}, 10_pt)}),
            "ab cd海角|");
}

TEST(ReadPdf, DrawsThePage) {
  const Raster page = open(two_pages()).rasterise(1, 72);
  ASSERT_EQ(page.width, 200);
  ASSERT_EQ(page.height, 100);
  EXPECT_EQ(page.row(2)[4 * 2], 255);   // paper
  EXPECT_EQ(page.row(70)[4 * 120], 0);  // the rule
}

TEST(ReadPdf, FindsPictures) {
  const test::TempFolder folder;
  PlacedEdition edition = test::edition(200_pt, 100_pt);
  edition.images = {test::image_of(folder.write("a.jpg", test::make_jpeg({})), 64, 48)};
  edition.pages[0].items = {DrawImage{test::kArticle, {20_pt, 10_pt, 64_pt, 48_pt}, 0}};
  Diagnostics diags;
  const PdfFile file = open(test::must(render_pdf(edition, test::fonts(), {}, diags), diags));
  const std::vector<Rect> pictures = read_pdf_pictures(file, 1);
  ASSERT_EQ(pictures.size(), 1u);
  EXPECT_NEAR(pictures[0].x.pt(), 20, 0.1);
  EXPECT_NEAR(pictures[0].y.pt(), 10, 0.1);
  EXPECT_NEAR(pictures[0].height.pt(), 48, 0.1);
}

TEST(ReadPdf, SaysWhyItCannot) {
  EXPECT_EQ(refused(""), "is damaged");
  EXPECT_EQ(refused("a letter to the editor"), "is damaged");
  EXPECT_EQ(refused(two_pages().substr(0, 60)), "is damaged");
  const test::TempFolder folder;
  const std::string plain = folder.write("a.pdf", two_pages()), locked = folder.path("b.pdf");
  test::run("qpdf --encrypt secret owner 256 -- " + plain + " " + locked);
  std::string bytes = test::run("cat " + locked);
  EXPECT_EQ(refused(bytes), "is encrypted");
}

TEST(ReadPdf, RefusesPagesBeyondMemory) {
  const PdfFile file = open(two_pages());
  EXPECT_EQ(file.rasterise(1, 100000).width, 0);
}

/// Cut anywhere, with a byte turned anywhere: an answer, never an end of the program.
TEST(ReadPdf, SurvivesDamage) {
  const std::string good = two_pages();
  for (std::size_t i = 1; i < 40; ++i) {
    std::string bad = good;
    bad[good.size() * i / 40] ^= static_cast<char>(0x5A + i);
    if (i % 3 == 0) bad.resize(good.size() * i / 40);
    std::string problem;
    const std::optional<PdfFile> file = PdfFile::open(bad, problem);
    if (!file) continue;
    for (int page = 1; page <= file->pages(); ++page) {
      read_pdf_text(*file, page), read_pdf_pictures(*file, page), file->rasterise(page, 20);
    }
  }
}

TEST(ReadPdf, SaysWhichPartOfTheProgramIsMissing) {
  std::string problem;
  EXPECT_EQ(pdf_module_table("banxin_no_such_table", problem), nullptr);
  EXPECT_EQ(problem, "cannot be read without banxin-pdf.so, a part of banxin that is not installed");
  EXPECT_NE(pdf_module(problem), nullptr);
}

}  // namespace
}  // namespace banxin
