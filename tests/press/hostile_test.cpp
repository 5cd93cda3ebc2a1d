// Artwork that was made to do harm, or by a program that went wrong: refused with a reason, in bounded time
// and memory.
#include <cstddef>
#include <cstdlib>
#include <filesystem>
#include <ostream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "plates.h"
#include "press/artwork.h"
#include "press/plates.h"
#include "press/preflight.h"
#include "render/zlib.h"
#include "small_pdf.h"

namespace banxin {
namespace {

using test::SmallPdf;
using test::stream;

struct Hostile {
  std::string name, file;  // of the row; its ending says what the file is
  std::string bytes;
  std::string said;  // how the problem begins; empty: the file is good
};

void PrintTo(const Hostile& row, std::ostream* out) { *out << row.name; }

std::string times(std::size_t count, std::string_view text) {
  std::string all;
  all.reserve(count * text.size());
  for (std::size_t i = 0; i < count; ++i) all += text;
  return all;
}

Hostile pdf_with(const std::string& name, const std::string& boxes, const std::string& page,
                 const std::string& said) {
  SmallPdf pdf;
  if (!boxes.empty()) pdf.boxes = boxes;
  pdf.page = page;
  return {name, "a.pdf", pdf.bytes(), said};
}

/// A form that draws the next one ten times, and so on.
SmallPdf forms_in_forms(int depth) {
  SmallPdf pdf;
  pdf.resources = "/XObject << /X 10 0 R >>";
  pdf.content = "/X Do";
  for (int i = 1; i <= depth; ++i) {
    const std::string next = "<< /XObject << /X " + std::to_string(10 + i) + " 0 R >> >>";
    pdf.objects.push_back(
        stream("/Type /XObject /Subtype /Form /BBox [0 0 200 200] /Resources " + (i < depth ? next : "<< >>"),
               i < depth ? times(10, "/X Do ") : "40 40 5 5 re f"));
  }
  return pdf;
}

/// Objects that lead from one to the next, reached by way of the resources.
SmallPdf chain_from(const std::string& resources) {
  SmallPdf pdf;
  pdf.resources = resources;
  for (int i = 1; i < 2000; ++i) pdf.objects.push_back("<< /Next " + std::to_string(10 + i) + " 0 R >>");
  pdf.objects.emplace_back("<< >>");
  return pdf;
}

/// A square on a layer at 10 0 R, with more keys of the layer and of the catalogue.
Hostile layer(const std::string& name, const std::string& keys, const std::string& usual,
              const std::string& said) {
  SmallPdf pdf;
  pdf.resources = "/Properties << /L 10 0 R >>";
  pdf.content = "/OC /L BDC 0 0 0 1 k 40 40 50 50 re f EMC";
  pdf.objects = {"<< /Type /OCG /Name (a) " + keys + " >>"};
  if (keys.starts_with("/Type")) pdf.objects[0] = "<< " + keys + " >>";
  pdf.catalog = "/OCProperties << /OCGs [10 0 R] /D << " + usual + " >> >>";
  return {name, "a.pdf", pdf.bytes(), said};
}

/// 300 MB of blanks, in 300 KB.
std::string packed_blanks() { return zlib_packed(std::string(std::size_t{300} << 20, ' '), 1); }

std::string svg(const std::string& size, const std::string& inside) {
  return "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' " + size + ">" +
         inside + "</svg>";
}

std::vector<Hostile> rows() {
  const std::string media = "/MediaBox [0 0 200 200] ";
  SmallPdf itself = forms_in_forms(1);
  itself.objects = {
      stream("/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 10 0 R "
             ">> >>",
             "/X Do")};
  SmallPdf respelt = itself;
  respelt.content = "/#58 Do", respelt.objects[0].replace(respelt.objects[0].rfind("/X Do"), 5, "/X%\nDo");
  const std::string hidden = "has layers that are hidden, or do not print";
  return {
      pdf_with("Turned", "", "/Rotate 91", "has a page turned by 91 degrees; PDF knows multiples of 90"),
      pdf_with("TurnedByAWord", "", "/Rotate /East", "has a page turned by /East degrees"),
      pdf_with("TurnedBack", "", "/Rotate -90", ""),
      pdf_with("NoSize", "/MediaBox [0 0 0 0]", "", "has a page without a size"),
      pdf_with("NoBox", " ", "", "has a page without a size"),
      pdf_with("Huge", "/MediaBox [0 0 1000000 1000000]", "", "has a page of more than 5 × 5 m"),
      pdf_with("FarAway", "/MediaBox [90000000 0 90000100 100]", "", "has a page too far from its origin"),
      pdf_with("CropBeside", media + "/CropBox [500 500 700 700]", "", "has a CropBox outside its MediaBox"),
      pdf_with("CropTooLarge", media + "/CropBox [100 100 700 700] /TrimBox [0 0 200 200]", "", ""),
      pdf_with("TrimBeside", media + "/TrimBox [500 500 700 700]", "",
               "has a page of which nothing is inside its MediaBox"),
      pdf_with("UnitOfNothing", "", "/UserUnit 0", "has a page with an impossible UserUnit"),
      pdf_with("UnitBackwards", "", "/UserUnit -1", "has a page with an impossible UserUnit"),
      pdf_with("UnitOfMiles", "", "/UserUnit 4000000", "has a page with an impossible UserUnit"),
      pdf_with("UnitTooLarge", "", "/UserUnit 100", "has a page of more than 5 × 5 m"),
      {"Forms", "a.pdf", forms_in_forms(12).bytes(), "draws its forms more than 100,000 times"},
      {"FewForms", "a.pdf", forms_in_forms(3).bytes(), ""},
      {"FormInItself", "a.pdf", itself.bytes(), "draws a form inside itself"},
      {"FormInItselfByAnotherSpelling", "a.pdf", respelt.bytes(), "draws a form inside itself"},
      {"ChainOfObjects", "a.pdf", chain_from("/Pattern << /P 10 0 R >>").bytes(), "is nested too deeply"},
      {"ChainOfNothing", "a.pdf", chain_from("/Nothing 10 0 R").bytes(), ""},
      layer("ShownLayer", "", "/ON [10 0 R]", ""),
      layer("LayerShownAfterAll", "", "/BaseState /OFF /ON [10 0 R]", ""),
      layer("HiddenLayer", "", "/OFF [10 0 R]", hidden),
      layer("AllLayersHidden", "", "/BaseState /OFF", hidden),
      layer("LayerOfTheScreen", "/Usage << /Print << /PrintState /OFF >> >>", "", hidden),
      layer("LayerWhenAnotherIsOff", "/Type /OCMD /P /AllOff", "", hidden),
      {"Empty", "a.pdf", "", "is no PDF"},
      {"OtherType", "a.pdf", test::make_png(8, 8, false, false), "is no PDF"},
      {"DrawingAsPdf", "a.pdf", svg("width='9' height='9'", ""), "is no PDF"},
      {"EmptyDrawing", "a.svg", "", "is no drawing: "},
      {"PdfAsDrawing", "a.svg", SmallPdf().bytes(), "is no drawing: "},
      {"Backwards", "a.svg", svg("width='-10' height='-5'", ""), "has no size"},
      {"BoxBackwards", "a.svg", svg("viewBox='0 0 -10 -10'", ""), "has no size"},
      {"Flat", "a.svg", svg("width='0' height='10'", ""), "has no size"},
      {"DrawingOfMiles", "a.svg", svg("width='1e9' height='1e9'", ""), "is larger than 5 × 5 m"},
      {"Deep", "a.svg", svg("width='9' height='9'", times(5000, "<g>") + times(5000, "</g>")),
       "is no drawing"},
      {"Entities", "a.svg",
       "<!DOCTYPE svg [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'>"
       "<!ENTITY c '&c;&b;'>]>" +
           svg("width='9' height='9'", "<text>&c;</text>"),
       "is no drawing"},
  };
}

Diagnostics findings_of(const Hostile& row) {
  const test::TempFolder folder;
  Document document;
  document.edition.pages.emplace_back();
  Artwork& art = document.edition.pages[0].adverts["ad"].art;
  art.kind = row.file == "a.svg" ? Artwork::Kind::kSvg : Artwork::Kind::kPdf;
  art.path = folder.write(row.file, row.bytes), art.file = {row.file, {0, 8, 11}};
  Diagnostics diags;
  measure_artwork(document, diags);
  return diags;
}

/// One error, which names the file at its place and goes on as said.
void expect_told(const Diagnostics& diags, const std::string& file, const std::string& said) {
  ASSERT_EQ(diags.all().size(), 1u);
  const Diagnostic& told = diags.all()[0];
  EXPECT_EQ(told.code, "bad-artwork");
  EXPECT_EQ(told.where, (SourceSpan{0, 8, 11}));
  const std::string begins = "artwork '" + file + "' " + said;
  EXPECT_EQ(told.message.substr(0, begins.size()), begins);
}

void expect_refused(const Hostile& row) {
  const Diagnostics diags = findings_of(row);
  if (row.said.empty()) {
    EXPECT_TRUE(diags.all().empty());
  } else {
    expect_told(diags, row.file, row.said);
  }
}

class HostileArtwork : public testing::TestWithParam<Hostile> {};

TEST_P(HostileArtwork, IsRefusedWithAReason) { expect_refused(GetParam()); }

INSTANTIATE_TEST_SUITE_P(All, HostileArtwork, testing::ValuesIn(rows()),
                         [](const testing::TestParamInfo<Hostile>& row) { return row.param.name; });

/// No row of the table: every test of the program makes that, and this one takes a second to make.
TEST(HostileStream, PackedTwiceIsRefusedWithAReason) {
  SmallPdf pdf;
  pdf.objects = {
      stream("/Type /XObject /Subtype /Image /Width 9 /Height 9 /ColorSpace /DeviceGray "
             "/BitsPerComponent 8 /Filter [/FlateDecode /FlateDecode]",
             zlib_packed(packed_blanks(), 1))};
  expect_refused({"", "a.pdf", pdf.bytes(), "unpacks to more than 256 MB"});
}

/// A billion tiles: nothing that a look at the file's structure finds. Drawn nowhere for longer than allowed.
SmallPdf tiles() {
  SmallPdf pdf;
  pdf.objects = {
      stream("/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 1 1] /XStep "
             "0.0001 /YStep 0.0001 /Resources << >>",
             "0 0 0 1 k 0 0 1 1 re f")};
  pdf.resources = "/Pattern << /P 10 0 R >>";
  pdf.content = "/Pattern cs /P scn 0 0 200 200 re f";
  return pdf;
}

class HostilePage : public testing::Test {
 protected:
  HostilePage() { ::setenv("BANXIN_READ_SECONDS", "1", 1); }
  ~HostilePage() override { ::unsetenv("BANXIN_READ_SECONDS"); }

  /// What is said at the line that names the file when it is drawn on a picture.
  static std::string problem_of_drawing(const SmallPdf& pdf) {
    const test::TempFolder folder;
    PlacedEdition page = test::edition(200_pt, 200_pt);
    Artwork art;
    art.kind = Artwork::Kind::kPdf, art.path = folder.write("a.pdf", pdf.bytes());
    art.file = {"a.pdf", {0, 8, 11}}, art.usable = true;
    art.width = art.height = 200_pt;
    page.artworks.push_back(art);
    page.pages[0].items = {DrawArtwork{kArtifact, {0_pt, 0_pt, 200_pt, 200_pt}, 0}};
    Diagnostics diags;
    EXPECT_FALSE(render_png(page, test::fonts(), {}, diags));
    if (diags.all().size() != 1) return std::to_string(diags.all().size()) + " findings";
    EXPECT_EQ(diags.all()[0].where, (SourceSpan{0, 8, 11}));
    return diags.all()[0].message;
  }
};

/// It needs too much time or too much memory: whichever comes first.
TEST_F(HostilePage, IsNotMeasuredForLongerThanAllowed) {
  const Diagnostics diags = findings_of(
      {"", "a.svg",
       svg("width='14000' height='14000'",
           "<filter id='f' width='100%' height='100%'><feTurbulence baseFrequency='0.9' numOctaves='1000'/>"
           "</filter><rect width='100%' height='100%' filter='url(#f)'/>"),
       ""});
  expect_told(diags, "a.svg", "");
}

TEST_F(HostilePage, IsNotDrawnForLongerThanAllowed) {
  EXPECT_EQ(problem_of_drawing(tiles()), "artwork 'a.pdf' takes more than 1 s to read");
}

/// Cairo waits for a lock that it holds when a letter is set while it is drawn.
TEST_F(HostilePage, DoesNotWaitForItself) {
  SmallPdf pdf;
  pdf.fonts = "/T 10 0 R";
  pdf.content = "BT /T 40 Tf 40 40 Td (A) Tj ET";
  pdf.objects = {
      "<< /Type /Font /Subtype /Type3 /FontBBox [0 0 10 10] /FontMatrix [.1 0 0 .1 0 0] /CharProcs << /A 11 "
      "0 R "
      ">> /Encoding << /Differences [65 /A] >> /FirstChar 65 /LastChar 65 /Widths [10] /Resources << /Font "
      "<< /T "
      "10 0 R >> >> >>",
      stream("", "10 0 d0 0 0 8 8 re f BT /T 10 Tf (A) Tj ET")};
  EXPECT_EQ(problem_of_drawing(pdf), "artwork 'a.pdf' makes its reader wait for ever: it is damaged");
}

/// Nor is one that the preflight is asked about.
TEST_F(HostilePage, IsAFindingOfThePreflight) {
  SmallPdf pdf;
  pdf.resources = "/XObject << /X 10 0 R >>";
  pdf.content = "q 50 0 0 50 40 40 cm /X Do Q";
  pdf.objects = {
      stream("/Type /XObject /Subtype /Image /Width 60000 /Height 60000 /ColorSpace /DeviceGray "
             "/BitsPerComponent 1 /Filter /FlateDecode",
             packed_blanks())};
  bool told = false;
  for (const PressFinding& finding : preflight(pdf.bytes(), test::profile_named("newspaper"))) {
    told = told || (finding.code == "broken-file" && finding.page == 1);
  }
  EXPECT_TRUE(told);
}

/// Names may hold anything but NUL; what is said of them is text that a terminal and JSON can take.
TEST(HostileSpots, AreNamedInText) {
  SmallPdf pdf;
  std::string spaces;
  const std::string names[] = {"#1B#5B31mRed",  "a#0Ab",   "#FF#FE", "#E4#B8#93#E7#BA#A2",
                               times(300, "x"), "q#22#5C", "a#20b",  "A#20B",
                               "None",          "All"};
  pdf.content.clear();
  for (std::size_t i = 0; i < std::size(names); ++i) {
    const std::string name = "/S" + std::to_string(i);
    spaces += name + " [/Separation /" + names[i] +
              " /DeviceCMYK << /FunctionType 2 /Domain [0 1] /C0 [0 0 0 0] /C1 [0 1 1 0] /N 1 >>] ";
    pdf.content += name + " cs 1 scn " + std::to_string(30 + 14 * i) + " 40 10 10 re f\n";
  }
  pdf.resources = "/ColorSpace << " + spaces + ">>";
  const std::vector<PressFinding> findings = preflight(pdf.bytes(), test::profile_named("newspaper"));
  for (const FindingForm form : {FindingForm::kHuman, FindingForm::kShort, FindingForm::kJson}) {
    const std::string text = written_findings(findings, "a.pdf", form);
    EXPECT_EQ(text.find('\x1B'), text.npos) << text;
    EXPECT_EQ(text.find("a\nb"), text.npos);
    EXPECT_EQ(text.find('\xFF'), text.npos);
    EXPECT_NE(text.find("专红"), text.npos) << text;
  }
}

}  // namespace
}  // namespace banxin
