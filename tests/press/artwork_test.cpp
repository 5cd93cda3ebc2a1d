// Delivered pages: measured, placed and printed as they were delivered.
#include "press/artwork.h"

#include <filesystem>

#include "plates.h"
#include "press/builtin.h"
#include "press/preflight.h"
#include "press/press.h"
#include "small_pdf.h"

namespace banxin {
namespace {

using test::finished;
using test::Plates;
using test::profile_named;

Artwork artwork(const std::string& path, Artwork::Kind kind = Artwork::Kind::kPdf) {
  Artwork art;
  art.path = path, art.kind = kind;
  art.file.value = std::filesystem::path(path).filename().string();
  return art;
}

/// A document with one advert.
struct Booked {
  Document document;
  Diagnostics diags;

  explicit Booked(Artwork art) {
    document.edition.pages.emplace_back();
    document.edition.pages[0].adverts["ad"].art = std::move(art);
    measure_artwork(document, diags);
  }
  const Artwork& art() const { return document.edition.pages[0].adverts.at("ad").art; }
  std::string said() const {
    return diags.all().empty() ? "" : diags.all()[0].code + ": " + diags.all()[0].message;
  }
};

/// Trim 160 × 160 inside 200 × 200: a square of spot-free red at its lower left, marks outside the trim.
test::SmallPdf advert_pdf() {
  test::SmallPdf pdf;
  pdf.content = "0 1 .9 .05 k 20 20 80 80 re f 1 1 1 1 k 0 0 10 200 re f";
  return pdf;
}

TEST(Artwork, IsMeasuredByItsBox) {
  const test::TempFolder folder;
  test::SmallPdf pdf = advert_pdf();
  const Booked trim(artwork(folder.write("a.pdf", pdf.bytes())));
  EXPECT_EQ(trim.said(), "");
  EXPECT_TRUE(trim.art().usable);
  EXPECT_EQ(trim.art().width, 160_pt);
  EXPECT_EQ(trim.art().left, 20_pt);
  Artwork whole = artwork(folder.path("a.pdf"));
  whole.box = Artwork::Box::kMedia;
  EXPECT_EQ(Booked(whole).art().width, 200_pt);
  pdf.boxes = "/MediaBox [0 0 200 100] /TrimBox [10 20 190 70] /Rotate 90 /UserUnit 2";
  const Booked turned(artwork(folder.write("b.pdf", pdf.bytes())));
  EXPECT_EQ(turned.art().width, 100_pt);
  EXPECT_EQ(turned.art().height, 360_pt);
  EXPECT_EQ(turned.art().left, 40_pt);
  EXPECT_EQ(turned.art().top, 20_pt);
}

TEST(Artwork, ThatCannotBeUsedIsTold) {
  const test::TempFolder folder;
  const std::string good = folder.write("a.pdf", advert_pdf().bytes());
  test::run("qpdf --encrypt a b 256 -- " + good + " " + folder.path("locked.pdf"));
  test::run("qpdf --encrypt '' b 256 -- " + good + " " + folder.path("owned.pdf"));
  Artwork no_page = artwork(good);
  no_page.page.value = 2;
  const std::pair<Artwork, std::string> rows[] = {
      {artwork(folder.path("none.pdf")), "not-found: artwork 'none.pdf' is not there"},
      {artwork(folder.path("locked.pdf")), "bad-artwork: artwork 'locked.pdf' is encrypted"},
      {artwork(folder.path("owned.pdf")), "bad-artwork: artwork 'owned.pdf' is encrypted"},
      {no_page, "no-such-page: 'a.pdf' has no page 2"},
      {artwork(folder.write("text.pdf", "no PDF")), "bad-artwork: artwork 'text.pdf' is no PDF"},
      {artwork(folder.write("half.pdf", advert_pdf().bytes().substr(0, 300))),
       "bad-artwork: artwork 'half.pdf' is "},
      {artwork(folder.write("x.svg", "<svg"), Artwork::Kind::kSvg),
       "bad-artwork: artwork 'x.svg' is no drawing"},
      {artwork(folder.write("x.jpg", "no"), Artwork::Kind::kPicture),
       "bad-artwork: artwork 'x.jpg' is neither JPEG nor PNG"},
  };
  for (const auto& [art, said] : rows) {
    const Booked booked(art);
    EXPECT_EQ(booked.said().substr(0, said.size()), said);
    EXPECT_FALSE(booked.art().usable);
  }
}

/// The advert at half its size in the middle of a page of 200 × 200, on grey.
PlacedEdition page_with(const Artwork& art) {
  PlacedEdition page = test::edition(200_pt, 200_pt);
  const Booked booked(art);
  page.artworks.push_back(booked.art());
  page.pages[0].items = {DrawRule{kArtifact, {10_pt, 10_pt, 20_pt, 20_pt}, kBlack},
                         DrawArtwork{kArtifact, {60_pt, 60_pt, 80_pt, 80_pt}, 0},
                         DrawRule{kArtifact, {10_pt, 170_pt, 20_pt, 20_pt}, {0, 1000, 0, 0}}};
  return page;
}

TEST(Artwork, KeepsItsInksAndLosesItsMarks) {
  const test::TempFolder folder;
  const PlacedEdition page = page_with(artwork(folder.write("a.pdf", advert_pdf().bytes())));
  const PressProfile press = profile_named("x1a");
  const std::string pdf = finished(page, &press);
  const Plates plates(pdf);
  const double room = press.room.pt();
  const auto at = [&](double x, double y) { return plates.at(room + x, room + y); };
  EXPECT_EQ(at(70, 130), "0/100/90/5");  // lower left quarter, as delivered
  EXPECT_EQ(at(130, 70), "0/0/0/0");
  EXPECT_EQ(at(56, 100), "0/0/0/0");   // the mark beside the trim
  EXPECT_EQ(at(20, 20), "0/0/0/100");  // and our own things round it
  EXPECT_EQ(at(20, 180), "0/100/0/0");
  EXPECT_EQ(written_findings(preflight(pdf, press), "a.pdf", FindingForm::kShort), "");
}

TEST(Artwork, OfADrawingGetsInks) {
  const test::TempFolder folder;
  const Artwork art = artwork(
      folder.write("a.svg",
                   "<svg xmlns='http://www.w3.org/2000/svg' width='100pt' height='100pt'><rect width='50' "
                   "height='133'/><rect x='67' width='67' height='133' fill='#e00000'/></svg>"),
      Artwork::Kind::kSvg);
  const PressProfile press = profile_named("newspaper");
  const Plates plates(finished(page_with(art), &press));
  EXPECT_EQ(plates.at(70, 100), "0/0/0/100");  // black is black alone
  EXPECT_GT(plates.at("Magenta", 120, 100), 60);
  EXPECT_GT(plates.at("Yellow", 120, 100), 60);
  EXPECT_LT(plates.at("Black", 120, 100), 20);
}

TEST(Artwork, WithAGradientHasNoInks) {
  const test::TempFolder folder;
  const Artwork art = artwork(
      folder.write(
          "a.svg",
          "<svg xmlns='http://www.w3.org/2000/svg' width='100pt' height='100pt'><linearGradient id='g'>"
          "<stop stop-color='red'/><stop offset='1' stop-color='blue'/></linearGradient>"
          "<rect width='50' height='50' fill='url(#g)'/></svg>"),
      Artwork::Kind::kSvg);
  const PlacedEdition page = page_with(art);
  const PressProfile press = profile_named("newspaper");
  RenderOptions options;
  options.inks = InkUse::kKeys;
  Diagnostics diags;
  const std::string drawn = test::must(render_pdf(page, test::fonts(), options, diags), diags);
  EXPECT_FALSE(finish_pdf(drawn, page, {.press = &press, .icc = builtin_newsprint_icc()}, diags));
  ASSERT_EQ(diags.all().size(), 1u);
  EXPECT_EQ(diags.all()[0].code, "bad-artwork");
}

TEST(Artwork, IsDrawnInPictures) {
  const test::TempFolder folder;
  const PlacedEdition page = page_with(artwork(folder.write("a.pdf", advert_pdf().bytes())));
  Diagnostics diags;
  RenderOptions options;
  options.ppi = 72;
  const test::PngPixels png =
      test::read_png(test::must(render_png(page, test::fonts(), options, diags), diags));
  EXPECT_GT(png.at(70, 130, 0), 200);
  EXPECT_LT(png.at(70, 130, 1), 60);
  EXPECT_EQ(png.at(130, 70, 1), 255);
  EXPECT_EQ(png.at(56, 100, 1), 255);
  const std::string svg = test::must(render_svg(page, test::fonts(), options, diags), diags);
  EXPECT_EQ(svg.find("<image"), std::string::npos);  // vectors
}

}  // namespace
}  // namespace banxin
