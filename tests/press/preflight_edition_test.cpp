// What the press would find wrong before anything is drawn, at its place in the files.
#include "press/preflight_edition.h"

#include <gtest/gtest.h>

#include <cstring>
#include <tuple>

#include "../render/support.h"
#include "press/artwork.h"
#include "small_pdf.h"

namespace banxin {
namespace {

using Kind = StructureNode::Kind;

/// A page of 200 × 160 pt with a folio frame and a story frame; a good line of text, to be spoilt.
class EditionPreflight : public ::testing::Test {
 protected:
  EditionPreflight() {
    const std::uint32_t layout = sources_.add("l.yaml", "frames:\n  folio: {}\n  lead: {}\n");
    const std::uint32_t article = sources_.add("a.md", "太谷饼香\n名扬四海\n");
    placed_ = test::edition(200_pt, 160_pt);
    text_ = test::add_node(placed_, Kind::kParagraph);
    placed_.structure[text_].source = {article, 13, 25};
    placed_.pages[0].items = {test::line(text_, "名扬四海", {20_pt, 60_pt})};
    document_.edition.pages.resize(1);
    PageLayout& page = document_.layouts.emplace_back();
    page.file = layout;
    page.origin = {10_pt, 10_pt};
    page.grid = {WritingMode::kHorizontal, 10_pt, 12_pt, 1, 18, {}, 12};
    for (const auto& [name, begin, rows] :
         {std::tuple{"folio", 10u, Range{1, 1}}, std::tuple{"lead", 22u, Range{3, 12}}}) {
      Frame& frame = page.frames.emplace_back();
      frame.name = {name, {layout, begin, begin + static_cast<std::uint32_t>(std::strlen(name))}};
      frame.columns.value = {1, 1}, frame.rows.value = rows;
    }
  }

  DrawText& line() { return std::get<DrawText>(placed_.pages[0].items[0]); }
  void add(DrawItem item) { placed_.pages[0].items.push_back(std::move(item)); }
  std::string said(FindingForm form = FindingForm::kShort) const {
    return written_findings(preflight_edition(document_, placed_, profile_), sources_, "e.yaml", form);
  }

  test::TempFolder folder_;
  Sources sources_;
  Document document_;
  PlacedEdition placed_;
  PressProfile profile_;
  NodeId text_ = kArtifact;
};

TEST_F(EditionPreflight, HasNothingAgainstAGoodPage) { EXPECT_EQ(said(), ""); }

TEST_F(EditionPreflight, PointsAtTheCopy) {
  line().size = 4_pt;
  EXPECT_EQ(said(FindingForm::kHuman),
            "a.md:2:1: error[small-type]: page 1, 7.1 × 19.9 mm: type is too small (4 pt; limit 5)\n"
            "名扬四海\n^~~~~~~~\nhint: set it larger\n");
  EXPECT_EQ(
      said(FindingForm::kJson),
      "[\n{\"file\":\"a.md\",\"line\":2,\"column\":1,\"code\":\"small-type\",\"severity\":\"error\",\"page\":"
      "1,"
      "\"x\":7.1,\"y\":19.9,\"measured\":4,\"limit\":5,\"unit\":\"pt\",\"count\":1,\"message\":\"type is too "
      "small\",\"hint\":\"set it larger\"}\n]\n");
}

TEST_F(EditionPreflight, JudgesTypeByItsInk) {
  line().ink = Ink{0, 1000, 900, 0}, line().size = 8_pt;
  EXPECT_EQ(said(),
            "a.md:2:1: warning[coloured-type]: page 1, 7.1 × 18.7 mm: type in several inks is small (8 pt; "
            "limit 9)\n");
  line().ink = Ink{0, 0, 0, 600}, line().size = Length::points(7.5);
  EXPECT_EQ(
      said(),
      "a.md:2:1: warning[tinted-type]: page 1, 7.1 × 18.8 mm: type in a tint is small (7.5 pt; limit 8)\n");
  line().ink = kWhite;
  EXPECT_EQ(
      said(),
      "a.md:2:1: warning[reversed-type]: page 1, 7.1 × 18.8 mm: white type is small (7.5 pt; limit 8)\n");
  line().ink = Ink{300, 300, 300, 1000}, line().size = 12_pt;
  EXPECT_EQ(said(),
            "a.md:2:1: error[rich-black]: page 1, 7.1 × 17.4 mm: black type is in more than one ink (12 pt; "
            "limit 18)\n");
  line().ink = Ink{1000, 1000, 600, 0};
  EXPECT_EQ(said(),
            "a.md:2:1: error[too-much-ink]: page 1, 7.1 × 17.4 mm: a colour has more ink than the paper "
            "takes (260 %; "
            "limit 240)\n");
}

TEST_F(EditionPreflight, KnowsWhichPagesPrintInColour) {
  line().ink = Ink{0, 1000, 0, 0};
  profile_.colour_pages = {1};
  EXPECT_EQ(said(), "");
  profile_.colour_pages = {2};
  EXPECT_EQ(
      said(),
      "a.md:2:1: error[colour-page]: page 1, 7.1 × 18.1 mm: the press prints this page in black alone\n");
}

TEST_F(EditionPreflight, PointsAtTheFrameOfFurniture) {
  add(DrawRule{kArtifact, {10_pt, 20_pt, 180_pt, Length::points(0.2)}, kBlack});
  EXPECT_EQ(said(),
            "l.yaml:2:3: error[hairline]: page 1, 3.5 × 7.1 mm: a rule is too thin (0.2 pt; limit 0.25)\n");
  placed_.pages[0].items.back() =
      DrawStroke{kArtifact, {{20_pt, 100_pt}, {90_pt, 100_pt}}, Length::points(0.4), kBlack};
  EXPECT_EQ(said(),
            "l.yaml:3:3: warning[hairline]: page 1, 7 × 35.2 mm: a rule is thin (0.4 pt; limit 0.5)\n");
}

TEST_F(EditionPreflight, MeasuresPhotosAtTheirPlace) {
  placed_.images = {test::image_of(folder_.write("p.jpg", test::make_jpeg({})), 400, 300)};
  add(DrawImage{text_, {20_pt, 80_pt, 144_pt, 72_pt}, 0, 0, 0, 0.5, 0.5});
  EXPECT_EQ(said(),
            "a.md:2:1: warning[picture-resolution]: page 1, 7.1 × 28.2 mm: the picture is coarse (100 ppi; "
            "limit 150)\n");
  placed_.images[0].width = 300;
  EXPECT_EQ(said(),
            "a.md:2:1: error[picture-resolution]: page 1, 7.1 × 28.2 mm: the picture is too coarse (75 ppi; "
            "limit 100)\n");
}

TEST_F(EditionPreflight, NamesPhotosWithTransparency) {
  placed_.images = {test::image_of(folder_.write("p.png", test::make_png(40, 30, false, true)), 400, 300)};
  add(DrawImage{text_, {20_pt, 80_pt, 48_pt, 36_pt}, 0});
  EXPECT_EQ(said(),
            "a.md:2:1: warning[photo-alpha]: page 1, 7.1 × 28.2 mm: the photo 'p.png' has transparency; it "
            "prints as on "
            "white paper\n");
  Diagnostics diags;
  report_for_press(document_, placed_, profile_, diags);
  ASSERT_EQ(diags.all().size(), 1u);
  EXPECT_EQ(diags.all()[0].code, "photo-alpha");
  EXPECT_EQ(diags.all()[0].where, placed_.structure[text_].source);
  EXPECT_FALSE(diags.has_errors());
}

/// A delivered page in a box of half its size, named at "lead".
class PlacedAdvert : public EditionPreflight {
 protected:
  std::string said_of(const test::SmallPdf& pdf) {
    Artwork art;
    art.kind = Artwork::Kind::kPdf, art.path = folder_.write("ad.pdf", pdf.bytes());
    art.file = {"ad.pdf", {0, 22, 26}};
    document_.edition.pages[0].adverts["ad"].art = art;
    Diagnostics diags;
    measure_artwork(document_, diags);
    EXPECT_TRUE(diags.all().empty());
    placed_.artworks = {document_.edition.pages[0].adverts.at("ad").art};
    placed_.pages[0].items.resize(1);
    add(DrawArtwork{kArtifact, {20_pt, 70_pt, 80_pt, 80_pt}, 0});
    return said();
  }
  /// What stops it from being drawn for this press.
  std::string stops() {
    Diagnostics diags;
    report_for_press(document_, placed_, profile_, diags);
    std::string out;
    for (const Diagnostic& d : diags.all())
      out += (d.severity == Severity::kError ? "error " : "") + d.code + "\n";
    return out;
  }
};

TEST_F(PlacedAdvert, HasNothingAgainstAGoodOne) {
  test::SmallPdf pdf;
  pdf.page = "/Group << /S /Transparency /CS /DeviceRGB >> /Rotate 90";  // nothing shines through
  pdf.content = "/BLACK gs 0 0 0 1 k 20 20 50 50 re f 0 0 5 5 re f";     // to the trim's edge; a mark outside
  EXPECT_EQ(said_of(pdf), "");
  EXPECT_EQ(stops(), "");
}

TEST_F(PlacedAdvert, NeedsNoTagsOfItsOwn) {
  test::SmallPdf pdf;
  pdf.content = "/P <</MCID 0>> BDC /BLACK gs 0 0 0 1 k 40 40 50 50 re f EMC";
  EXPECT_EQ(said_of(pdf), "");
}

TEST_F(PlacedAdvert, MustNotBringScreenColours) {
  test::SmallPdf pdf;
  pdf.content = "1 0 0 rg 40 100 80 40 re f";
  EXPECT_EQ(said_of(pdf),
            "l.yaml:3:3: error[colour-space]: page 1, 10.6 × 31.8 mm: 'ad.pdf': a colour is in DeviceRGB\n");
  EXPECT_EQ(stops(), "error colour-space\n");
  profile_.weights["colour-space"] = Weighting::kWarning;
  EXPECT_EQ(
      said_of(pdf),
      "l.yaml:3:3: warning[colour-space]: page 1, 10.6 × 31.8 mm: 'ad.pdf': a colour is in DeviceRGB\n");
  EXPECT_EQ(stops(), "colour-space\n");
}

TEST_F(PlacedAdvert, MustBringItsFonts) {
  test::SmallPdf pdf;
  pdf.objects = {"<< /Type /Font /Subtype /TrueType /BaseFont /Arial /Encoding /WinAnsiEncoding >>"};
  pdf.fonts = "/G 10 0 R";
  EXPECT_EQ(
      said_of(pdf),
      "l.yaml:3:3: error[font-not-embedded]: page 1, 7.1 × 24.7 mm: 'ad.pdf': the font 'Arial' is not in "
      "the file\n");
  EXPECT_EQ(stops(), "error font-not-embedded\n");
}

TEST_F(PlacedAdvert, MayShineThroughWhereTheStandardAllowsIt) {
  test::SmallPdf pdf;
  pdf.objects = {"<< /ca 0.5 >>"};
  pdf.content = "/T gs 0 0 0 1 k 40 40 50 50 re f";
  pdf.states = "/T 10 0 R";
  pdf.page = "/Group << /S /Transparency /CS /DeviceCMYK >>";
  EXPECT_EQ(said_of(pdf), "");
  profile_.standard = PressProfile::Standard::kX1a;
  EXPECT_EQ(said_of(pdf),
            "l.yaml:3:3: error[transparency]: page 1, 7.1 × 24.7 mm: 'ad.pdf': something on the page is "
            "transparent\n"
            "l.yaml:3:3: error[transparency]: page 1, 7.1 × 24.7 mm: 'ad.pdf': something on the page is a "
            "transparency group\n");
  EXPECT_EQ(stops(), "error transparency\nerror transparency\n");
  profile_.standard = PressProfile::Standard::kX4;
  pdf.page = "/Group << /S /Transparency /CS /DeviceRGB >>";
  EXPECT_EQ(said_of(pdf),
            "l.yaml:3:3: error[group-space]: page 1, 7.1 × 24.7 mm: 'ad.pdf': a group does not blend in "
            "CMYK\n");
}

TEST_F(PlacedAdvert, LosesItsNotesAndSaysSo) {
  test::SmallPdf pdf;
  pdf.page = "/Annots [<< /Type /Annot /Subtype /Stamp /Rect [30 30 40 40] >>]";
  EXPECT_EQ(
      said_of(pdf),
      "l.yaml:3:3: warning[annotation]: page 1, 7.1 × 24.7 mm: 'ad.pdf': its links, notes and fields do "
      "not print\n");
  EXPECT_EQ(stops(), "");
}

TEST_F(EditionPreflight, WantsBleedToBeReached) {
  placed_.pages[0].bleed = 9_pt;
  add(DrawRule{kArtifact, {-9_pt, 100_pt, 60_pt, 20_pt}, Ink{0, 0, 0, 300}});
  EXPECT_EQ(said(), "");
  placed_.pages[0].items.back() = DrawRule{kArtifact, {Length(), 100_pt, 60_pt, 20_pt}, Ink{0, 0, 0, 300}};
  EXPECT_EQ(said(),
            "l.yaml:3:3: error[bleed]: page 1, 0 × 35.3 mm: something ends between the trim and the edge of "
            "the bleed (0 "
            "mm; limit 3.18)\n");
  placed_.pages[0].bleed = Length();
  EXPECT_EQ(said(), "") << "flush with the trim of a page without bleed";
  placed_.pages[0].items.back() = DrawRule{kArtifact, {-9_pt, 100_pt, 60_pt, 20_pt}, Ink{0, 0, 0, 300}};
  EXPECT_EQ(said(),
            "l.yaml:1:1: error[outside-trim]: page 1, -3.2 × 35.3 mm: something leaves a page without bleed "
            "(3.18 mm; "
            "limit 0)\n");
}

TEST_F(EditionPreflight, KeepsTypeOffTheTrim) {
  placed_.pages[0].items = {test::line(text_, "名", {4_pt, 60_pt})};
  EXPECT_EQ(
      said(),
      "a.md:2:1: warning[near-trim]: page 1, 1.4 × 18.1 mm: type is near the trim (1.41 mm; limit 2)\n");
}

TEST_F(EditionPreflight, LooksAtNamedInks) {
  const SourceSpan entry{0, 10, 15};
  placed_.spots = {{"Warm Red", Ink{0, 900, 800, 0}, false, entry},
                   {"warm red", Ink{0, 900, 800, 0}, false, entry},
                   {"网页蓝", Ink{1000, 500, 0, 0}, true, entry}};
  for (std::uint8_t spot = 1; spot <= 3; ++spot) {
    add(DrawRule{kArtifact, {20_pt, 100_pt, 60_pt, 20_pt}, Ink{0, 900, 800, 0, spot, 1000}});
  }
  EXPECT_EQ(said(),
            "l.yaml:2:3: warning[spot-colour]: page 1: the spot colour 'Warm Red' needs a plate of its own\n"
            "l.yaml:2:3: warning[spot-colour]: page 1: the spot colour 'warm red' needs a plate of its own\n"
            "l.yaml:2:3: warning[spot-alike]: page 1: the spot colours 'Warm Red' and 'warm red' differ in "
            "writing alone\n"
            "l.yaml:2:3: error[screen-colour]: page 1: the ink '网页蓝' is for screens alone\n");
  Diagnostics diags;
  report_for_press(document_, placed_, profile_, diags);
  ASSERT_EQ(diags.all().size(), 1u);
  EXPECT_EQ(diags.all()[0].code, "screen-colour");
  EXPECT_TRUE(diags.has_errors());
}

TEST_F(EditionPreflight, ComparesPagesAndSizes) {
  profile_.limits.width = 390_mm, profile_.limits.height = 540_mm;
  PlacedPage other = placed_.pages[0];
  other.number = 2, other.width = 210_pt;
  placed_.pages.push_back(other);
  document_.edition.pages.resize(2);
  EXPECT_EQ(said(),
            "l.yaml:1:1: error[trim-size]: page 1: the page is 70.6 mm × 56.4 mm; this press wants 390 mm × "
            "540 mm\n"
            "l.yaml:1:1: error[trim-size]: page 2: the page is 74.1 mm × 56.4 mm; this press wants 390 mm × "
            "540 mm\n"
            "l.yaml:1:1: warning[page-sizes]: page 2: the page has another size than the first\n");
}

TEST_F(EditionPreflight, ASpreadIsTwoPagesOfTheSize) {
  PlacedPage spread = placed_.pages[0];
  spread.number = 2, spread.spread = true, spread.width = spread.width * 2;
  placed_.pages.push_back(spread);
  document_.edition.pages.resize(2);
  EXPECT_EQ(said(), "");
}

TEST_F(EditionPreflight, FindsEmptyPagesMissingGlyphsAndMarks) {
  line().glyphs[0].id = 0;
  add(DrawRule{kArtifact, {20_pt, 100_pt, 60_pt, 20_pt}, kRegistration});
  EXPECT_EQ(said(),
            "a.md:2:1: error[missing-glyph]: page 1, 7.1 × 18.1 mm: a character has no glyph\n"
            "l.yaml:3:3: error[marks-in-trim]: page 1, 7.1 × 35.3 mm: something on the page prints on every "
            "plate\n");
  placed_.pages[0].items.clear();
  EXPECT_EQ(said(), "l.yaml:1:1: warning[empty-page]: page 1: nothing is on the page\n");
}

}  // namespace
}  // namespace banxin
