// What Ghostscript's plates, poppler and qpdf say about the files that come out.
#include "press/press.h"

#include <qpdf/QPDF.hh>

#include "base/json.h"
#include "plates.h"
#include "press/builtin.h"
#include "press/page_content.h"
#include "press/preflight.h"
#include "press/separate.h"

namespace banxin {
namespace {

using test::add_node;
using test::finished;
using test::line;
using test::Plates;
using test::profile_named;
using Kind = StructureNode::Kind;

/// What `tool FILE last` says about the PDF.
std::string ask(const std::string& pdf, const std::string& tool, const std::string& last = "") {
  const test::TempFolder folder;
  return test::run(tool + " " + folder.write("a.pdf", pdf) + " " + last);
}

std::size_t count(std::string_view text, std::string_view what) {
  std::size_t n = 0;
  for (std::size_t at = text.find(what); at != text.npos; at = text.find(what, at + 1)) ++n;
  return n;
}

/// Every object as text.
std::string opened(const std::string& pdf) { return ask(pdf, "qpdf --qdf --object-streams=disable", "-"); }

std::string findings(const std::string& pdf, const PressProfile& profile) {
  return written_findings(preflight(pdf, profile), "a.pdf", FindingForm::kShort);
}

Rect square(Length x, Length y) { return {x, y, 20_pt, 20_pt}; }

/// A headline, two columns of text, a rule between them, a red panel with black and white type on it, a photo
/// with its caption.
class Press : public ::testing::Test {
 protected:
  Press() {
    page_ = test::edition(200_pt, 160_pt);
    const NodeId head = add_node(page_, Kind::kHeadline), text = add_node(page_, Kind::kParagraph);
    const NodeId figure = add_node(page_, Kind::kFigure), caption = add_node(page_, Kind::kCaption);
    page_.structure[figure].title = "两块颜色 & 一块白";
    page_.images = {
        test::image_of(folder_.write("photo.jpg", test::make_jpeg({.width = 400, .height = 300})), 400, 300)};
    DrawText on_red = line(text, "一", {150_pt, 100_pt}, 10_pt, test::kSans);
    DrawText white = line(text, "一", {160_pt, 100_pt}, 10_pt, test::kSans);
    white.ink = kWhite;
    page_.pages[0].items = {
        line(kArtifact, "2024年1月8日", {10_pt, 8_pt}, 8_pt),
        line(head, "太谷饼香", {10_pt, 36_pt}, 24_pt, test::kSans),
        line(text, "名扬四海用心", {10_pt, 56_pt}),
        line(text, "做饼是老字号", {10_pt, 68_pt}),
        line(text, "的目标。", {110_pt, 56_pt}),
        DrawRule{kArtifact, {100_pt, 46_pt, 0.5_pt, 24_pt}, kBlack},
        DrawRule{kArtifact, square(10_pt, 130_pt), Ink{0, 0, 0, 400}},
        DrawRule{kArtifact, {140_pt, 86_pt, 50_pt, 24_pt}, Ink{0, 1000, 900, 50}},
        on_red,
        white,
        DrawImage{figure, {10_pt, 76_pt, 64_pt, 48_pt}, 0},
        line(caption, "图为太谷饼。", {80_pt, 120_pt}, 7_pt),
    };
  }

  test::TempFolder folder_;
  PlacedEdition page_;
};

TEST_F(Press, ScreensGetBlackTextOnTheBlackPlateAlone) {
  page_.pages[0].items.erase(page_.pages[0].items.begin() + 7, page_.pages[0].items.end() - 1);
  EXPECT_EQ(ask(finished(page_), "gs -q -o - -sDEVICE=ink_cov").substr(0, 27), " 0.00000  0.00000  0.00000 ");
}

TEST_F(Press, ScreensKeepTheirColours) {
  const std::string pdf = finished(page_);
  EXPECT_NE(opened(pdf).find("0.95 0 0.095 rg"), std::string::npos);
  EXPECT_EQ(opened(pdf).find("/Group"), std::string::npos);
  EXPECT_NE(ask(pdf, "pdfimages -list").find("rgb"), std::string::npos);
}

TEST_F(Press, APictureMayStandOnAPageTwice) {
  DrawImage again = std::get<DrawImage>(page_.pages[0].items[10]);
  again.box.x = 110_pt;
  page_.pages[0].items.push_back(again);
  const std::string pdf = finished(page_);
  EXPECT_EQ(count(opened(pdf), "/Subtype /Image"), 1u);
  EXPECT_NE(ask(pdf, "qpdf --check").find("No syntax"), std::string::npos);
  const PressProfile newspaper = profile_named("newspaper");
  EXPECT_NE(ask(finished(page_, &newspaper), "qpdf --check").find("No syntax"), std::string::npos);
}

TEST_F(Press, AddsWhatReadersNeed) {
  const std::string pdf = finished(page_), objects = opened(pdf);
  EXPECT_NE(ask(pdf, "qpdf --check").find("No syntax or stream encoding errors found"), std::string::npos);
  EXPECT_EQ(ask(pdf, "pdftotext -raw", "/dev/null"), "");
  EXPECT_NE(objects.find("/Lang (zh-Hans)"), std::string::npos);
  EXPECT_NE(objects.find("/DisplayDocTitle true"), std::string::npos);
  EXPECT_NE(objects.find("/Tabs /S"), std::string::npos);
  const std::string json = ask(pdf, "qpdf --json=2 --json-key=qpdf");
  EXPECT_EQ(count(json, "\"/Alt\": \"u:两块颜色 & 一块白\""), 1u) << json;
}

TEST_F(Press, MarksWhatIsPaintedOutsideTheTagsAsArtifacts) {
  const std::string objects = opened(finished(page_));
  // The date line; column rule, tint and panel in one.
  EXPECT_EQ(count(objects, "/Artifact BMC"), 2u) << objects;
  EXPECT_EQ(count(objects, "EMC"), count(objects, "BDC") + 2) << objects;
  EXPECT_EQ(findings(finished(page_),
                     [] {
                       PressProfile plain;
                       plain.standard = PressProfile::Standard::kPlain;
                       for (const std::string& code : preflight_codes())
                         plain.weights[code] = Weighting::kOff;
                       plain.weights["untagged"] = Weighting::kError;
                       return plain;
                     }()),
            "");
}

TEST_F(Press, ThreadsTheArticleThroughItsColumns) {
  const std::string objects = opened(finished(page_));
  EXPECT_EQ(count(objects, "/Type /Thread"), 1u);
  EXPECT_EQ(count(objects, "/Type /Bead"), 4u) << objects;  // headline, two columns, the panel
}

TEST_F(Press, SaysTheSameInBothMetadata) {
  const std::string pdf = finished(page_);
  const std::string info = ask(pdf, "TZ=UTC pdfinfo"), xmp = ask(pdf, "pdfinfo -meta");
  EXPECT_NE(info.find("ModDate:         Mon Jan  8 00:00:00 2024 UTC"), std::string::npos) << info;
  for (const char* want :
       {"<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">一版</rdf:li>", "<rdf:li>编辑部</rdf:li>",
        "<xmp:CreateDate>2024-01-08T00:00:00Z<", "<xmp:ModifyDate>2024-01-08T00:00:00Z<",
        "<pdf:Producer>cairo 1.16.0 (https://cairographics.org)<", "<xmp:CreatorTool>banxin<"}) {
    EXPECT_NE(xmp.find(want), std::string::npos) << want << " in " << xmp;
  }
}

TEST_F(Press, IsTheSameFromRunToRun) {
  EXPECT_EQ(finished(page_), finished(page_));
  for (const char* name : {"newspaper", "x4", "x1a"}) {
    const PressProfile profile = profile_named(name);
    EXPECT_EQ(finished(page_, &profile), finished(page_, &profile)) << name;
  }
}

TEST_F(Press, PutsEveryInkOnItsPlates) {
  const PressProfile profile = profile_named("newspaper");
  const Plates plates(finished(page_, &profile));
  for (const char* plate : {"Cyan", "Magenta", "Yellow"}) {
    EXPECT_EQ(plates.most(plate, 0, 0, 200, 75), 0) << plate;    // date, headline, body, rule
    EXPECT_EQ(plates.most(plate, 80, 111, 80, 20), 0) << plate;  // caption
  }
  EXPECT_EQ(plates.most("Black", 10, 10, 100, 28), 100);
  EXPECT_EQ(plates.at(20, 140), "0/0/0/40");
  EXPECT_EQ(plates.at(145, 105), "0/100/90/5");
  EXPECT_EQ(plates.at(5, 5), "0/0/0/0");
}

/// 一 in a heavy face is a bar: black overprints the red under it, white leaves paper.
TEST_F(Press, BlackOverprintsAndWhiteKnocksOut) {
  const PressProfile profile = profile_named("x1a");
  const Plates plates(finished(page_, &profile));
  const double room = profile.room.pt();
  EXPECT_EQ(plates.at(room + 155, room + 96.5), "0/100/90/100");
  EXPECT_EQ(plates.at(room + 165, room + 96.5), "0/0/0/0");
}

/// A named ink has a plate of its own, tints and all, and nothing of it is on the four.
TEST_F(Press, PrintsNamedInksFromTheirOwnPlates) {
  const PressProfile profile = profile_named("x1a");
  page_.spots = {{"PANTONE 485 C", Ink{0, 950, 1000, 0}, false, {}}};
  std::get<DrawRule>(page_.pages[0].items[6]).ink = Ink{0, 380, 400, 0, 1, 400};
  std::get<DrawText>(page_.pages[0].items[1]).ink = Ink{0, 950, 1000, 0, 1, 1000};
  const std::string pdf = finished(page_, &profile);
  const Plates plates(pdf);
  const double room = profile.room.pt();
  EXPECT_EQ(std::lround(plates.at("PANTONE 485 C", room + 20, room + 140)), 40);
  EXPECT_EQ(plates.at(room + 20, room + 140), "0/0/0/0");
  EXPECT_EQ(plates.most("PANTONE 485 C", room + 10, room + 10, 100, 28), 100);
  for (const char* plate : {"Cyan", "Magenta", "Yellow", "Black"}) {
    EXPECT_EQ(plates.most(plate, room + 10, room + 12, 100, 26), 0) << plate;
  }
  EXPECT_NE(ask(pdf, "qpdf --check").find("No syntax or stream encoding errors found"), std::string::npos);
  EXPECT_EQ(ask(pdf, "pdftotext -raw", "/dev/null"), "");
  EXPECT_EQ(
      findings(pdf, profile),
      "a.pdf: page 1: warning[spot-colour]: the spot colour 'PANTONE 485 C' needs a plate of its own\n");
}

TEST_F(Press, RefusesAnInkForScreens) {
  const PressProfile profile = profile_named("newspaper");
  page_.spots = {{"网页蓝", Ink{1000, 500, 0, 0}, true, {}}};
  std::get<DrawRule>(page_.pages[0].items[6]).ink = Ink{1000, 500, 0, 0, 1, 1000};
  page_.pages[0].items.erase(page_.pages[0].items.begin() + 10);  // the photo was not separated
  Diagnostics diags;
  RenderOptions drawing;
  drawing.inks = InkUse::kKeys;
  const std::string drawn = test::must(render_pdf(page_, test::fonts(), drawing, diags), diags);
  FinishOptions options;
  options.press = &profile, options.icc = builtin_newsprint_icc();
  EXPECT_FALSE(finish_pdf(drawn, page_, options, diags));
  ASSERT_EQ(diags.all().size(), 1u);
  EXPECT_EQ(diags.all()[0].message, "the PDF could not be completed: the ink '网页蓝' is for screens alone");
}

/// Each plate says its own name and no other's.
TEST_F(Press, NamesEveryPlateInItsOwnInk) {
  const PressProfile profile = profile_named("x1a");
  page_.spots = {{"PANTONE 485 C", Ink{0, 950, 1000, 0}, false, {}}};
  std::get<DrawRule>(page_.pages[0].items[6]).ink = Ink{0, 380, 400, 0, 1, 400};
  const std::string pdf = finished(page_, &profile);
  EXPECT_NE(ask(pdf, "pdftotext -raw", "-").find("2024"), std::string::npos);
  EXPECT_NE(ask(pdf, "pdftotext -raw", "-").find("C M Y K PANTONE 485"), std::string::npos)
      << ask(pdf, "pdftotext -raw", "-");
}

/// A story that another one interrupts, and that goes on over the page: one Art, one P.
TEST_F(Press, JoinsAStoryThatWasInterrupted) {
  const NodeId other = static_cast<NodeId>(page_.structure.size());
  page_.structure.push_back({Kind::kArticle, test::kDocument, "另一篇", {}});
  const NodeId others = add_node(page_, Kind::kParagraph, other), text = 3;
  PlacedPage& first = page_.pages[0];
  first.items = {line(2, "头条", {10_pt, 30_pt}, 20_pt), line(text, "从这里", {10_pt, 56_pt}),
                 line(others, "插进来", {10_pt, 68_pt}), line(text, "接着说", {110_pt, 56_pt})};
  PlacedPage second = first;
  second.number = 2;
  second.items = {line(others, "也转版", {10_pt, 30_pt}), line(text, "到此完", {10_pt, 56_pt})};
  page_.pages.push_back(second);
  const PressProfile profile = profile_named("newspaper");
  for (const PressProfile* press : {static_cast<const PressProfile*>(nullptr), &profile}) {
    const std::string pdf = finished(page_, press), tree = ask(pdf, "pdfinfo -struct-text");
    EXPECT_EQ(count(tree, "Art"), 2u) << tree;
    EXPECT_EQ(count(tree, "P (block)"), 2u) << tree;
    std::string flat = tree;
    std::erase_if(flat, [](char c) { return c == ' ' || c == '\n' || c == '"'; });
    EXPECT_NE(flat.find("从这里接着说到此完"), std::string::npos) << tree;
    EXPECT_NE(flat.find("插进来也转版"), std::string::npos) << tree;
    EXPECT_NE(ask(pdf, "qpdf --check").find("No syntax or stream encoding errors found"), std::string::npos);
    EXPECT_EQ(findings(pdf,
                       [] {
                         PressProfile plain;
                         plain.standard = PressProfile::Standard::kPlain;
                         for (const std::string& code : preflight_codes())
                           plain.weights[code] = Weighting::kOff;
                         plain.weights["structure-incomplete"] = plain.weights["untagged"] =
                             Weighting::kError;
                         return plain;
                       }()),
              "");
  }
}

/// The rows of a table stay in one table, those of a list in one list, when another story stands between
/// them.
TEST_F(Press, JoinsATableAndAListThatWereInterrupted) {
  const NodeId other = static_cast<NodeId>(page_.structure.size());
  page_.structure.push_back({Kind::kArticle, test::kDocument, "另一篇", {}});
  const NodeId others = add_node(page_, Kind::kParagraph, other);
  const NodeId table = add_node(page_, Kind::kTable, test::kArticle),
               list = add_node(page_, Kind::kList, test::kArticle);
  std::vector<DrawItem> before, after;
  for (std::vector<DrawItem>* half : {&before, &after}) {
    const NodeId row = add_node(page_, Kind::kTableRow, table), item = add_node(page_, Kind::kListItem, list);
    half->push_back(line(add_node(page_, Kind::kTableCell, row), "甲", {10_pt, 30_pt}));
    half->push_back(line(add_node(page_, Kind::kListBody, item), "乙", {10_pt, 42_pt}));
  }
  before.push_back(line(others, "插", {10_pt, 56_pt}));
  before.insert(before.end(), after.begin(), after.end());
  page_.pages[0].items = before;
  const std::string tree = ask(finished(page_), "pdfinfo -struct-text");
  for (const auto& [tag, times] : {std::pair{"Art", 2u}, {"Table", 1u}, {"TR", 2u}, {"LI", 2u}}) {
    EXPECT_EQ(count(tree, std::string(" ") + tag), times) << tag << "\n" << tree;
  }
}

/// Strokes as Cairo writes them: inks, overprint and artifacts as with fills.
TEST(RewriteContent, TreatsStrokesAsRules) {
  const auto key = [](Ink ink) {
    const InkKey k = ink_key(ink);
    std::string out;
    for (const int channel : {k.r, k.g, k.b}) out += json_number(channel / 65535.0, 9) + " ";
    return out;
  };
  const auto rewritten = [&](const std::string& content) {
    const Rewritten out = rewrite_content(content, {Colours::kPlates, {}}, {});
    EXPECT_EQ(out.problem, "");
    return out.content;
  };
  EXPECT_EQ(
      rewritten("q " + key(kBlack) + "RG 0.5 w 0 0 m 9 9 l S 4 w 0 0 m 9 9 l S Q " + key(kWhite) +
                "RG 0.5 w 0 0 m 9 9 l S"),
      "q\n0 0 0 1 K\n0.5 w\n/Artifact BMC\n/BxOverprint gs\n0 0 m\n9 9 l\nS\n4 w\n/BxKnockout gs\n0 0 m\n"
      "9 9 l\nS\nEMC\nQ\n0 0 0 0 K\n0.5 w\n/Artifact BMC\n/BxKnockout gs\n0 0 m\n9 9 l\nS\nEMC\n");
}

/// The bytes do not depend on how many threads complete the pages.
TEST_F(Press, ManyThreadsGiveTheSameFile) {
  PlacedEdition pages = page_;
  for (int i = 0; i < 20; ++i) pages.pages.push_back(page_.pages.front());
  Diagnostics diags;
  const std::string drawn = test::must(render_pdf(pages, test::fonts(), {}, diags), diags);
  const std::string one = test::must(finish_pdf(drawn, pages, {}, diags), diags);
  FinishOptions options;
  options.threads = 3;
  EXPECT_EQ(test::must(finish_pdf(drawn, pages, options, diags), diags), one);
}

/// Marked content that Cairo opens inside a text object stays inside it, and nothing is glued together.
TEST(RewriteContent, NestsMarkedContent) {
  const Rewritten rewritten = rewrite_content(
      "0 0 0 rg BT /F 1 Tf /Span<</ActualText(a)>>BDC(a)Tj EMC ET/P<</MCID 0>>BDC "
      "BT(b)Tj ET EMC 0.5 0.5 0.5 RG 0 0 1 1 re W n",
      {Colours::kScreen, {}}, {});
  EXPECT_EQ(
      rewritten.content,
      "0 g\n/Artifact BMC\nBT\n/F 1 Tf\n/Span<</ActualText(a)>>BDC\n(a)Tj\nEMC\nET\nEMC\n/P<</MCID 0>>BDC\n"
      "BT\n(b)Tj\nET\nEMC\n0.5 G\n/Artifact BMC\n0 0 1 1 re\nW\nn\nEMC\n");
  EXPECT_EQ(rewritten.problem, "");
}

TEST_F(Press, SeparatesPhotosWithinTheLimitOfInk) {
  const PressProfile profile = profile_named("newspaper");
  const std::string pdf = finished(page_, &profile);
  const std::string list = ask(pdf, "pdfimages -list");
  EXPECT_EQ(count(list, "cmyk"), 1u) << list;
  EXPECT_NE(list.find("220   220"), std::string::npos) << "450 ppi come down to 220: " << list;
  const Plates plates(pdf);
  EXPECT_GT(plates.at("Magenta", 20, 115), 60);  // red
  EXPECT_LT(plates.at("Cyan", 20, 115), 10);
  EXPECT_GT(plates.at("Cyan", 20, 85), 60);  // blue
  EXPECT_LT(plates.most_ink(10, 76, 64, 48), 225);
}

TEST_F(Press, LowersInkToTheProfilesLimit) {
  PressProfile profile = profile_named("newspaper");
  profile.photo_ink = 120;
  EXPECT_LT(Plates(finished(page_, &profile)).most_ink(10, 76, 64, 48), 126);
}

TEST_F(Press, KeepsGreyPhotosOnTheBlackPlate) {
  const PressProfile profile = profile_named("x1a");
  for (const std::string& photo :
       {folder_.write("g.jpg", test::make_jpeg({.width = 400, .height = 300, .kind = test::JpegKind::kGrey})),
        folder_.write("g.png", test::make_png(400, 300, true, false))}) {
    page_.images[0].path = photo;
    const std::string pdf = finished(page_, &profile);
    EXPECT_EQ(count(ask(pdf, "pdfimages -list"), "gray"), 1u) << photo;
    const Plates plates(pdf);
    const double room = profile.room.pt();
    for (const char* plate : {"Cyan", "Magenta", "Yellow"}) {
      EXPECT_EQ(plates.most(plate, room + 10, room + 76, 64, 48), 0) << plate << " of " << photo;
    }
  }
}

/// Photoshop's files are inverted; over the limit they are brought under it.
TEST_F(Press, TakesCmykPhotosAsTheyAre) {
  const PressProfile profile = profile_named("newspaper");
  for (const test::JpegKind kind : {test::JpegKind::kCmyk, test::JpegKind::kAdobeCmyk}) {
    page_.images[0].path =
        folder_.write("c.jpg", test::make_jpeg({.width = 400, .height = 300, .kind = kind}));
    const Plates plates(finished(page_, &profile));
    EXPECT_EQ(plates.at(20, 115), "0/100/100/0");
    EXPECT_EQ(plates.at(20, 85), "100/100/0/0");
    EXPECT_EQ(plates.at(60, 100), "0/0/0/0");
  }
}

TEST_F(Press, NestsTheBoxes) {
  const PressProfile profile = profile_named("x4");
  page_.pages[0].bleed = 3_mm;
  const std::string boxes = ask(finished(page_, &profile), "pdfinfo -box");
  // 14 mm of room and 3 mm of bleed: 39.69 and 48.19 pt.
  EXPECT_NE(boxes.find("MediaBox:            0.00     0.00   296.38   256.38"), std::string::npos) << boxes;
  EXPECT_NE(boxes.find("BleedBox:           39.69    39.69   256.69   216.69"), std::string::npos) << boxes;
  EXPECT_NE(boxes.find("TrimBox:            48.19    48.19   248.19   208.19"), std::string::npos) << boxes;
}

TEST_F(Press, KeepsThePageInItsPlaceInsideTheMarks) {
  PressProfile plain = profile_named("newspaper"), marked = profile_named("x4");
  const Plates without(finished(page_, &plain)), with(finished(page_, &marked));
  const double room = marked.room.pt();
  EXPECT_EQ(with.at(room + 20, room + 140), without.at(20, 140));
  EXPECT_EQ(with.at(room + 145, room + 105), without.at(145, 105));
}

TEST_F(Press, DrawsMarksOnEveryPlateOutsideTheTrim) {
  const PressProfile profile = profile_named("x4");
  const std::string pdf = finished(page_, &profile);
  const Plates plates(pdf);
  const double room = profile.room.pt();
  for (const char* plate : {"Cyan", "Magenta", "Yellow", "Black"}) {
    EXPECT_GT(plates.most(plate, room - 1, 0, 2, room - 9), 20) << plate;        // crop mark
    EXPECT_GT(plates.most(plate, room + 98, 0, 4, room - 9), 20) << plate;       // registration
    EXPECT_GT(plates.most(plate, room + 105, room + 168, 90, 12), 20) << plate;  // slug line
    EXPECT_EQ(plates.most(plate, room + 60, room + 0.5, 100, 6), plate == std::string("Black") ? 0 : 0)
        << plate;
  }
  EXPECT_EQ(count(opened(pdf), "/Separation"), 1u);
  EXPECT_EQ(findings(pdf, profile), "");
}

TEST_F(Press, DrawsTheMarksThatAreAskedFor) {
  PressProfile profile = profile_named("newspaper");
  profile.room = 14_mm;
  const Plates plates(finished(page_, &profile));
  const double room = profile.room.pt();
  for (const char* plate : {"Cyan", "Magenta", "Yellow", "Black"}) {
    EXPECT_EQ(plates.most(plate, 0, 0, 200 + 2 * room, room), 0) << plate;
    EXPECT_EQ(plates.most(plate, 0, room + 160, 200 + 2 * room, room - 1), 0) << plate;
  }
}

TEST_F(Press, WritesTheStandardsAsTheyAre) {
  for (const char* name : {"newspaper", "x4", "x1a"}) {
    SCOPED_TRACE(name);
    const PressProfile profile = profile_named(name);
    const std::string pdf = finished(page_, &profile), objects = opened(pdf);
    EXPECT_NE(ask(pdf, "qpdf --check").find("No syntax or stream encoding errors found"), std::string::npos);
    EXPECT_EQ(ask(pdf, "pdftotext -raw", "/dev/null"), "");
    EXPECT_EQ(count(objects, "/DeviceRGB"), 0u);
    EXPECT_EQ(count(objects, "/GTS_PDFX\n"), 1u);
    EXPECT_EQ(count(objects, "/Trapped /False"), 1u);
    EXPECT_EQ(findings(pdf, profile), "");
    EXPECT_EQ(pdf.substr(0, 8), std::string(name) == "x1a" ? "%PDF-1.4" : "%PDF-1.6");
  }
  const PressProfile x1a = profile_named("x1a");
  const std::string pdf = finished(page_, &x1a);
  EXPECT_EQ(pdf.find("/ObjStm"), std::string::npos);
  EXPECT_NE(ask(pdf, "pdfinfo").find("PDF subtype:    PDF/X-1a:2003"), std::string::npos);
}

TEST_F(Press, EmbedsTheOutputProfile) {
  const PressProfile profile = profile_named("newspaper");
  const std::string objects = opened(finished(page_, &profile));
  EXPECT_NE(objects.find(builtin_newsprint_icc()), std::string::npos);
  EXPECT_NE(objects.find("/OutputConditionIdentifier (CGATS TR 002)"), std::string::npos);
  EXPECT_EQ(problem_of_output_profile(builtin_newsprint_icc()), "");
  EXPECT_NEAR(ink_limit_of(builtin_newsprint_icc()), 220, 1);
}

TEST(OutputProfile, IsLookedAt) {
  EXPECT_EQ(problem_of_output_profile("no profile"), "is no ICC profile");
  EXPECT_EQ(problem_of_output_profile(""), "is no ICC profile");
  EXPECT_EQ(problem_of_output_profile(builtin_newsprint_icc().substr(0, 60)), "is no ICC profile");
}

/// Drawn for a screen and finished for a press: every colour is a mistake, none is converted in silence.
TEST_F(Press, RefusesAColourThatIsNoInk) {
  const PressProfile profile = profile_named("newspaper");
  page_.pages[0].items.resize(1);
  Diagnostics diags;
  const std::string drawn = test::must(render_pdf(page_, test::fonts(), {}, diags), diags);
  FinishOptions options;
  options.press = &profile, options.icc = builtin_newsprint_icc();
  EXPECT_FALSE(finish_pdf(drawn, page_, options, diags));
  ASSERT_EQ(diags.all().size(), 1u);
  EXPECT_EQ(diags.all()[0].code, "cannot-finish");
  EXPECT_EQ(diags.all()[0].message,
            "the PDF could not be completed: the colour '0 0 0 rg' is not a registered ink");
}

TEST_F(Press, RefusesAPhotoThatWasNotSeparated) {
  const PressProfile profile = profile_named("newspaper");
  Diagnostics diags;
  RenderOptions drawing;
  drawing.inks = InkUse::kKeys;
  const std::string drawn = test::must(render_pdf(page_, test::fonts(), drawing, diags), diags);
  FinishOptions options;
  options.press = &profile, options.icc = builtin_newsprint_icc();
  EXPECT_FALSE(finish_pdf(drawn, page_, options, diags));
  ASSERT_EQ(diags.all().size(), 1u);
  EXPECT_TRUE(diags.all()[0].message.ends_with("is not in inks")) << diags.all()[0].message;
}

TEST(FinishPdf, RefusesBrokenFiles) {
  Diagnostics diags;
  EXPECT_FALSE(finish_pdf("%PDF-1.5\nnothing", PlacedEdition{}, {}, diags));
  ASSERT_EQ(diags.all().size(), 1u);
  EXPECT_EQ(diags.all()[0].code, "cannot-finish");
}

TEST(InkKey, IsExactAndNeverMistaken) {
  for (const Ink ink : {kBlack, kWhite, kRegistration, Ink{0, 1000, 900, 50}, Ink{1, 2, 3, 4},
                        Ink{1000, 0, 0, 0}, Ink{0, 0, 0, 0, 1, 1000}, Ink{0, 0, 0, 0, 255, 0}}) {
    EXPECT_EQ(ink_of(ink_key(ink)), ink);
    InkKey wrong = ink_key(ink);
    wrong.b = static_cast<std::uint16_t>(wrong.b + 1);
    EXPECT_EQ(ink_of(wrong), std::nullopt);
  }
  EXPECT_EQ(ink_of(InkKey{0, 0, 0}), std::nullopt) << "the black that nobody chose";
  EXPECT_EQ(ink_of(InkKey{0xFFFF, 0xFFFF, 0xFFFF}), std::nullopt);
}

TEST(InkKey, KeepsInksAndDeliveredPagesApart) {
  for (const Ink ink :
       {kBlack, kRegistration, Ink{0, 0, 0, 0, 1, 0}, Ink{0, 0, 0, 0, 1, 1000}, Ink{0, 0, 0, 0, 255, 1000}}) {
    EXPECT_EQ(artwork_of(ink_key(ink)), std::nullopt);
  }
  for (const std::uint32_t index : {0u, 1u, 254u, 1000u, 256u * 1001u, 0xFFFFFFFFu}) {
    EXPECT_EQ(artwork_of(artwork_key(index)), index);
    EXPECT_EQ(ink_of(artwork_key(index)), std::nullopt);
  }
}

}  // namespace
}  // namespace banxin
