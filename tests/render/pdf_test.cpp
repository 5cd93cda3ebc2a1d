// PDF files are judged by readers that are not ours: poppler's tools and qpdf.
#include <algorithm>
#include <memory>
#include <thread>
#include <utility>
#include <vector>

#include "support.h"

namespace banxin {
namespace {

using test::add_node;
using test::kArticle;
using test::line;
using Kind = StructureNode::Kind;

std::string pdf_of(const PlacedEdition& edition, const RenderOptions& options = {}) {
  Diagnostics diags;
  return test::must(render_pdf(edition, test::fonts(), options, diags), diags);
}

/// What `tool options FILE last` says about the PDF.
std::string ask(const std::string& pdf, const std::string& tool, const std::string& last = "") {
  const test::TempFolder folder;
  return test::run(tool + " " + folder.write("a.pdf", pdf) + " " + last);
}

std::size_t count(std::string_view text, std::string_view what) {
  std::size_t n = 0;
  for (std::size_t at = text.find(what); at != std::string_view::npos; at = text.find(what, at + 1)) ++n;
  return n;
}

std::string without_blanks(std::string text) {
  std::erase_if(text, [](char c) { return c == ' ' || c == '\n' || c == '\f'; });
  return text;
}

/// A headline, a paragraph that runs over two columns round a photo, a second one; furniture between.
PlacedEdition small_page(const std::string& photo) {
  PlacedEdition page = test::edition(200_pt, 160_pt);
  const NodeId head = add_node(page, Kind::kHeadline), byline = add_node(page, Kind::kByline);
  const NodeId first = add_node(page, Kind::kParagraph), second = add_node(page, Kind::kParagraph);
  const NodeId figure = add_node(page, Kind::kFigure), caption = add_node(page, Kind::kCaption, figure);
  page.images = {test::image_of(photo, 64, 48)};
  page.pages[0].items = {
      DrawRule{kArtifact, {10_pt, 8_pt, 180_pt, 0.5_pt}, kBlack},
      line(kArtifact, "2024年1月8日 星期一", {10_pt, 6_pt}, 5_pt),
      line(head, "太谷饼香飘四海", {10_pt, 30_pt}, 18_pt, test::kSans),
      line(byline, "本报记者 用心", {10_pt, 42_pt}, 7_pt),
      line(first, "“太谷饼”——名扬", {10_pt, 56_pt}),
      line(first, "四海……用心做饼，", {10_pt, 68_pt}),
      line(first, "是老字号的目标。", {110_pt, 56_pt}),
      line(second, "干部说：“谷”字好。", {110_pt, 68_pt}),
      DrawImage{figure, {10_pt, 80_pt, 64_pt, 48_pt}, 0},
      line(caption, "图为太谷饼。", {10_pt, 136_pt}, 7_pt),
  };
  return page;
}

class Pdf : public ::testing::Test {
 protected:
  test::TempFolder folder_;
  std::string jpeg_ = test::make_jpeg({});
  std::string photo_ = folder_.write("photo.jpg", jpeg_);
};

TEST_F(Pdf, IsWellFormed) {
  const std::string pdf = pdf_of(small_page(photo_));
  EXPECT_NE(ask(pdf, "qpdf --check").find("No syntax or stream encoding errors found"), std::string::npos);
  EXPECT_EQ(ask(pdf, "pdftotext -raw", "/dev/null"), "");
}

TEST_F(Pdf, CopiesCharacterForCharacter) {
  const std::string text = ask(pdf_of(small_page(photo_)), "pdftotext -raw", "-");
  EXPECT_EQ(without_blanks(text),
            "2024年1月8日星期一太谷饼香飘四海本报记者用心“太谷饼”——名扬四海……用心做饼，是老字号的目标。"
            "干部说：“谷”字好。图为太谷饼。");
}

TEST_F(Pdf, MakesOneElementOfAParagraphRoundAPhoto) {
  const std::string tree = ask(pdf_of(small_page(photo_)), "pdfinfo -struct-text");
  EXPECT_EQ(count(tree, "\n    P (block)"), 3u) << tree;  // the byline and two paragraphs
  EXPECT_EQ(count(tree, "\n  Art\n"), 1u) << tree;
  EXPECT_EQ(count(tree, "H1 (block)"), 1u) << tree;
  EXPECT_EQ(count(tree, "\n    Figure"), 1u) << tree;
  EXPECT_EQ(count(tree, "\n    Caption"), 1u) << tree;
  EXPECT_NE(without_blanks(tree).find("\"“太谷饼”——名扬四海……用心做饼，是老字号的目标。\""),
            std::string::npos)
      << tree;
  EXPECT_EQ(tree.find("星期一"), std::string::npos) << "page furniture is outside the tree: " << tree;
}

/// The paragraph goes on on the next page, after that page's furniture: still one P, and the furniture
/// outside.
TEST_F(Pdf, KeepsAParagraphWholeOverPages) {
  PlacedEdition two = test::edition(120_pt, 60_pt);
  const NodeId paragraph = add_node(two, Kind::kParagraph), next = add_node(two, Kind::kParagraph);
  two.pages.push_back(two.pages[0]);
  two.pages[0].items = {line(kArtifact, "第一版", {10_pt, 10_pt}),
                        line(paragraph, "上半段，", {10_pt, 30_pt})};
  two.pages[1].items = {line(kArtifact, "第二版", {10_pt, 10_pt}),
                        line(paragraph, "下半段。", {10_pt, 30_pt}), line(next, "另一段。", {10_pt, 42_pt})};
  const std::string pdf = pdf_of(two);
  const std::string tree = ask(pdf, "pdfinfo -struct-text");
  EXPECT_EQ(count(tree, "\n    P (block)"), 2u) << tree;
  EXPECT_EQ(count(tree, "\n  Art\n"), 1u) << tree;
  EXPECT_NE(without_blanks(tree).find("Span(inline)\"上半段，\"Span(inline)\"下半段。\"P(block)"),
            std::string::npos)
      << tree;
  EXPECT_EQ(tree.find("第二版"), std::string::npos) << tree;
  EXPECT_NE(ask(pdf, "qpdf --check").find("No syntax"), std::string::npos);
  EXPECT_EQ(without_blanks(ask(pdf, "pdftotext -raw", "-")), "第一版上半段，第二版下半段。另一段。");
}

/// Without furniture in between nothing needs splitting: a plain P over both pages.
TEST_F(Pdf, NeedsNoSpansWithoutFurniture) {
  PlacedEdition two = test::edition(120_pt, 60_pt);
  const NodeId paragraph = add_node(two, Kind::kParagraph);
  two.pages.push_back(two.pages[0]);
  two.pages[0].items = {line(paragraph, "上半段，", {10_pt, 30_pt})};
  two.pages[1].items = {line(paragraph, "下半段。", {10_pt, 30_pt})};
  const std::string tree = ask(pdf_of(two), "pdfinfo -struct-text");
  EXPECT_EQ(count(tree, "P (block)"), 1u) << tree;
  EXPECT_EQ(count(tree, "Span"), 0u) << tree;
  EXPECT_NE(without_blanks(tree).find("下半段。"), std::string::npos) << tree;
}

TEST_F(Pdf, ReopensAStoryThatGoesOnBehindAnother) {
  PlacedEdition jump = test::edition(120_pt, 60_pt);
  const NodeId paragraph = add_node(jump, Kind::kParagraph);
  const NodeId other = add_node(jump, Kind::kArticle, test::kDocument);
  const NodeId theirs = add_node(jump, Kind::kParagraph, other);
  jump.pages[0].items = {line(paragraph, "甲上", {10_pt, 10_pt}), line(theirs, "乙", {10_pt, 22_pt}),
                         line(paragraph, "甲下", {10_pt, 34_pt})};
  const std::string tree = ask(pdf_of(jump), "pdfinfo -struct-text");
  EXPECT_EQ(count(tree, "\n  Art\n"), 3u) << tree;
  EXPECT_LT(tree.find("甲上"), tree.find("乙")) << tree;
  EXPECT_LT(tree.find("乙"), tree.find("甲下")) << tree;
}

TEST_F(Pdf, EmbedsSubsetsOnly) {
  const std::string fonts = ask(pdf_of(small_page(photo_)), "pdffonts");
  EXPECT_EQ(count(fonts, "CID Type 0C"), 2u) << fonts;
  EXPECT_EQ(count(fonts, "yes yes yes"), 2u) << fonts;
  EXPECT_LT(pdf_of(small_page(photo_)).size(), 60'000u);
}

// Cairo sees a box for each glyph (faces.cpp): where the boxes went wrong, it moved glyphs back by the width
// that they had lost, and clipped text beside photos.
TEST_F(Pdf, TakesTheWidthsOfEveryKindOfFont) {
  PlacedEdition page = test::edition(200_pt, 160_pt);
  const NodeId text = add_node(page, Kind::kParagraph);
  const NodeId figure = add_node(page, Kind::kFigure);
  page.images = {test::image_of(photo_, 64, 48)};
  page.pages[0].items = {DrawImage{figure, {100_pt, 40_pt, 64_pt, 48_pt}, 0}};
  for (const FaceId face : {test::kSerif, test::kSans, test::kKai}) {
    const Length y = 30_pt + 12_pt * static_cast<std::int64_t>(face);
    page.pages[0].items.push_back(line(text, "太谷饼，用心", {10_pt, y}, 10_pt, face));
    page.pages[0].items.push_back(line(text, "做饼", {100_pt, y}, 10_pt, face));
  }
  const std::string plain = ask(pdf_of(page), "qpdf --qdf --object-streams=disable", "-");
  EXPECT_EQ(count(plain, "<000100020003000400050006>-3000<00070003>]TJ"), 3u) << plain;
  EXPECT_EQ(count(plain, " 1000"), 3u * 8);
  EXPECT_EQ(count(plain, " re W n"), 0u);  // the photo fills its box
}

TEST_F(Pdf, PassesJpegThrough) {
  const std::string pdf = pdf_of(small_page(photo_));
  EXPECT_NE(pdf.find(jpeg_), std::string::npos);
  const std::string list = ask(pdf, "pdfimages -list");
  EXPECT_EQ(count(list, "jpeg"), 1u) << list;
  EXPECT_EQ(count(list, "smask"), 0u) << list;
  EXPECT_EQ(pdf.find("/Interpolate true"), std::string::npos);
}

/// 64 points wide: 300 ppi are 267 pixels.
TEST_F(Pdf, BringsDownWhatHasFarMorePixelsThanAScreenShows) {
  for (const std::string& photo :
       {folder_.write("p.jpg", test::make_jpeg({.width = 2400, .height = 1800})),
        folder_.write("p.png", test::make_png(640, 480, false, false)),
        folder_.write("c.jpg",
                      test::make_jpeg({.width = 2400, .height = 1800, .kind = test::JpegKind::kCmyk}))}) {
    const std::string list = ask(pdf_of(small_page(photo)), "pdfimages -list");
    EXPECT_NE(list.find("    267   200 "), list.npos) << list;
    EXPECT_NE(list.find("   300   300 "), list.npos) << list;
  }
}

TEST_F(Pdf, SharesARepeatedPhoto) {
  PlacedEdition page = small_page(photo_);
  page.images.push_back(page.images[0]);
  const NodeId figure = add_node(page, Kind::kFigure);
  page.pages[0].items.emplace_back(DrawImage{figure, {110_pt, 80_pt, 32_pt, 24_pt}, 1, 0.25, 0.25, 0.5, 0.5});
  page.pages.push_back(page.pages[0]);
  const std::string pdf = pdf_of(page);
  EXPECT_EQ(count(pdf, jpeg_), 1u);
}

TEST_F(Pdf, TakesGreyProgressiveAndPlainCmykAsTheyAre) {
  for (const test::JpegForm& form :
       {test::JpegForm{.kind = test::JpegKind::kGrey}, test::JpegForm{.progressive = true},
        test::JpegForm{.kind = test::JpegKind::kCmyk}}) {
    const std::string jpeg = test::make_jpeg(form);
    EXPECT_NE(pdf_of(small_page(folder_.write("p.jpg", jpeg))).find(jpeg), std::string::npos);
  }
}

/// Photoshop's CMYK is inverted; Cairo 1.16 cannot say so to a reader, which would show a negative.
TEST_F(Pdf, TurnsInvertedCmykRound) {
  const std::string jpeg = test::make_jpeg({.kind = test::JpegKind::kAdobeCmyk});
  const std::string pdf = pdf_of(small_page(folder_.write("p.jpg", jpeg)));
  EXPECT_EQ(pdf.find(jpeg), std::string::npos);
  EXPECT_EQ(count(ask(pdf, "pdfimages -list"), "cmyk"), 1u);
  const test::TempFolder out;
  test::run("pdftoppm -r 72 -png " + out.write("a.pdf", pdf) + " " + out.path("page"));
  const test::PngPixels pixels = test::read_png(test::run("cat " + out.path("page-1.png")));
  ASSERT_EQ(pixels.width, 200);
  EXPECT_GT(pixels.at(20, 120, 0), 150);  // lower left: red
  EXPECT_LT(pixels.at(20, 120, 1), 110);
  EXPECT_GT(pixels.at(20, 90, 2), pixels.at(20, 90, 0));  // upper left: blue
  EXPECT_GT(pixels.at(60, 100, 1), 240);                  // right: paper
}

TEST_F(Pdf, CropsAndTurns) {
  const std::string jpeg = test::make_jpeg({.width = 64, .height = 48, .orientation = 6});
  PlacedEdition page = test::edition(100_pt, 100_pt);
  const NodeId figure = add_node(page, Kind::kFigure);
  page.images = {test::image_of(folder_.write("p.jpg", jpeg), 48, 64)};
  page.pages[0].items = {DrawImage{figure, {10_pt, 10_pt, 48_pt, 64_pt}, 0}};
  const auto rendered = [&] {
    const test::TempFolder out;
    test::run("pdftoppm -r 72 -png " + out.write("a.pdf", pdf_of(page)) + " " + out.path("page"));
    return test::read_png(test::run("cat " + out.path("page-1.png")));
  };
  // Turned a quarter clockwise: red and blue on top, blue to the right.
  const test::PngPixels whole = rendered();
  EXPECT_GT(whole.at(15, 20, 0), 200);
  EXPECT_LT(whole.at(15, 20, 2), 80);
  EXPECT_GT(whole.at(52, 20, 2), 200);
  EXPECT_GT(whole.at(30, 65, 1), 240);
  // The top half alone.
  std::get<DrawImage>(page.pages[0].items[0]).crop_height = 0.5;
  const test::PngPixels half = rendered();
  EXPECT_LT(half.at(15, 65, 1), 80);
  EXPECT_GT(half.at(15, 80, 1), 240);
}

TEST_F(Pdf, DrawsPngPhotos) {
  PlacedEdition page = small_page(folder_.write("p.png", test::make_png(64, 48, false, true)));
  const std::string list = ask(pdf_of(page), "pdfimages -list");
  EXPECT_EQ(count(list, "rgb"), 1u) << list;
  EXPECT_EQ(count(list, "smask"), 0u) << list;
  page = small_page(folder_.write("p.png", test::make_png(64, 48, true, false)));
  EXPECT_EQ(count(ask(pdf_of(page), "pdfimages -list"), "gray"), 1u);
}

TEST_F(Pdf, SaysWhatItIs) {
  RenderOptions options;
  options.creation_time = 1704672000;  // 2024-01-08T00:00:00Z
  const std::string info = ask(pdf_of(small_page(photo_), options), "TZ=UTC pdfinfo");
  for (const char* want : {"Title:           一版", "Author:          编辑部", "Subject:         晋中日报",
                           "Creator:         banxin", "CreationDate:    Mon Jan  8 00:00:00 2024",
                           "Tagged:          yes", "Page size:       200 x 160 pts"}) {
    EXPECT_NE(info.find(want), std::string::npos) << want << " in " << info;
  }
}

TEST_F(Pdf, HasAnOutline) {
  PlacedEdition page = small_page(photo_);
  page.pages.insert(page.pages.begin(), PlacedPage{});
  page.pages[0].width = 200_pt, page.pages[0].height = 160_pt;
  const std::string json = ask(pdf_of(page), "qpdf --json=2 --json-key=outlines");
  EXPECT_EQ(count(json, "\"title\": \"头条\""), 1u) << json;
  EXPECT_NE(json.find("\"destpageposfrom1\": 2"), std::string::npos) << json;
}

TEST_F(Pdf, AddsTheBleedAllAround) {
  PlacedEdition page = small_page(photo_);
  page.pages[0].bleed = 3_pt;
  EXPECT_NE(ask(pdf_of(page), "pdfinfo").find("206 x 166 pts"), std::string::npos);
}

TEST_F(Pdf, DrawsTheChosenPages) {
  PlacedEdition two = test::edition(100_pt, 40_pt);
  two.pages.push_back(two.pages[0]);
  two.pages[0].items = {line(kArtifact, "一", {10_pt, 20_pt})};
  two.pages[1].items = {line(kArtifact, "二", {10_pt, 20_pt})};
  RenderOptions options;
  options.pages = {1, 0};
  EXPECT_EQ(without_blanks(ask(pdf_of(two, options), "pdftotext -raw", "-")), "二一");
  options.pages = {1};
  EXPECT_EQ(without_blanks(ask(pdf_of(two, options), "pdftotext -raw", "-")), "二");
}

TEST_F(Pdf, IsTheSameFromRunToRunAndOnTwoThreads) {
  const PlacedEdition page = small_page(photo_);
  const std::string first = pdf_of(page);
  EXPECT_EQ(pdf_of(page), first);
  test::fonts();
  std::string results[4];
  std::vector<std::thread> threads;
  for (std::string& result : results) threads.emplace_back([&] { result = pdf_of(page); });
  for (std::thread& thread : threads) thread.join();
  for (const std::string& result : results) EXPECT_EQ(result, first);
}

/// Clusters that do not add up must cost the copied text its order at worst, never the page.
/// The file does not tell what was drawn before with the fonts that are still open: fewer glyphs, others, or
/// another face.
TEST_F(Pdf, KeepsFontsOpenFromFileToFile) {
  const auto page_of = [](std::vector<std::pair<std::string, FaceId>> lines) {
    PlacedEdition page = test::edition(200_pt, 160_pt);
    Length y = 20_pt;
    for (const auto& [text, face] : lines) {
      const NodeId paragraph = add_node(page, Kind::kParagraph);
      page.pages[0].items.push_back(line(paragraph, text, {10_pt, y += 14_pt}, 10_pt, face));
    }
    return page;
  };
  const PlacedEdition pages[] = {
      page_of({{"用心做饼，", test::kSerif}}),
      page_of({{"做饼用心。", test::kSerif}}),
      page_of({{"“太谷饼”——名扬四海", test::kSerif}, {"用心", test::kKai}}),
      page_of({{"饼", test::kSerif}, {"太谷饼香", test::kSans}, {"心用", test::kKai}}),
  };
  const std::shared_ptr<Faces> faces = faces_to_keep();
  for (const int i : {2, 0, 1, 3, 2, 0}) {
    EXPECT_TRUE(pdf_of(pages[i], {.faces = faces}) == pdf_of(pages[i])) << i;
  }
}

TEST_F(Pdf, SurvivesOddClusters) {
  PlacedEdition page = test::edition(200_pt, 80_pt);
  const NodeId p = add_node(page, Kind::kParagraph);
  DrawText gap = line(p, "甲 乙", {10_pt, 20_pt});
  gap.glyphs.erase(gap.glyphs.begin() + 1);  // the blank has no glyph
  DrawText hyphen = line(p, "ab-", {10_pt, 32_pt});
  hyphen.text = "ab";
  hyphen.glyphs[2].text_begin = hyphen.glyphs[2].text_end = 2;
  DrawText backwards = line(p, "丙丁", {10_pt, 44_pt});
  std::swap(backwards.glyphs[0], backwards.glyphs[1]);
  DrawText mute = line(p, "戊", {10_pt, 56_pt});
  mute.text.clear();
  mute.glyphs[0].text_end = 0;
  DrawText silent;
  silent.node = p;
  DrawText faceless = line(p, "己", {10_pt, 68_pt});
  faceless.face = kNoFace;
  page.pages[0].items = {gap, hyphen, backwards, mute, silent, faceless};
  const std::string text = ask(pdf_of(page), "pdftotext -raw", "-");
  EXPECT_NE(without_blanks(text).find("甲乙"), std::string::npos) << text;
  EXPECT_NE(text.find("丙丁"), std::string::npos) << text;
  EXPECT_NE(text.find("ab"), std::string::npos) << text;
}

TEST_F(Pdf, RefusesAnEmptyEdition) {
  Diagnostics diags;
  EXPECT_FALSE(render_pdf(PlacedEdition{}, test::fonts(), {}, diags));
  ASSERT_EQ(diags.all().size(), 1u);
  EXPECT_EQ(diags.all()[0].code, "no-pages");
}

}  // namespace
}  // namespace banxin
