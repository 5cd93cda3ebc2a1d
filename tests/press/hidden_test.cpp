// What a page holds where nobody looks for it: colours that are no inks, what shines through, and what is no
// ink at all.
#include <functional>
#include <ostream>
#include <string>
#include <vector>

#include "plates.h"
#include "preflight_cases.h"
#include "press/artwork.h"
#include "press/builtin.h"
#include "press/preflight.h"
#include "small_pdf.h"

namespace banxin {
namespace {

using test::SmallPdf;
using test::Standard;
using test::stream;

constexpr const char* kRed = "1 0 0 rg 0 0 8 8 re f";
constexpr const char* kRgbSpot =
    "[/Separation /Red /DeviceRGB << /FunctionType 2 /Domain [0 1] /C0 [1 1 1] /C1 [1 0 0] /N 1 >>]";

std::string form(const std::string& keys, const std::string& content) {
  return stream("/Type /XObject /Subtype /Form /BBox [0 0 200 200] " + keys, content);
}

std::string gradient(const std::string& space) {
  return "<< /ShadingType 2 /ColorSpace " + space +
         " /Coords [40 0 90 0] /Function << /FunctionType 2 /Domain [0 1] /C0 [0] /C1 [1] /N 1 >> >>";
}

std::string number(std::size_t index) { return std::to_string(10 + index) + " 0 R"; }

/// Forms in forms, and `last` in the innermost.
SmallPdf forms(std::size_t depth, const std::string& last) {
  SmallPdf pdf;
  pdf.resources = "/XObject << /X 10 0 R >>";
  pdf.content = "/X Do";
  for (std::size_t i = 1; i < depth; ++i) {
    pdf.objects.push_back(form("/Resources << /XObject << /X " + number(i) + " >> >>", "/X Do"));
  }
  pdf.objects.push_back(form("/Resources << >>", last));
  return pdf;
}

SmallPdf with(const std::string& resources, const std::string& content, std::vector<std::string> objects) {
  SmallPdf pdf;
  pdf.resources = resources, pdf.content = content, pdf.objects = std::move(objects);
  return pdf;
}

/// A font of type 3 at 10 0 R with the letter A.
SmallPdf drawn_letters(const std::string& letter, const std::string& states) {
  SmallPdf pdf;
  pdf.fonts = "/T 10 0 R";
  pdf.content = "0 0 0 1 k BT /T 40 Tf 40 40 Td (A) Tj ET";
  pdf.objects = {
      "<< /Type /Font /Subtype /Type3 /FontBBox [0 0 10 10] /FontMatrix [.1 0 0 .1 0 0] /CharProcs << /A 11 "
      "0 R "
      ">> /Encoding << /Differences [65 /A] >> /FirstChar 65 /LastChar 65 /Widths [10] /Resources << "
      "/ExtGState "
      "<< " +
          states + " >> >> >>",
      stream("", letter)};
  return pdf;
}

struct Hidden {
  const char* name;
  Standard standard;
  SmallPdf pdf;
  const char* code;  ///< of the error that must be among the findings; empty: no error
};

void PrintTo(const Hidden& row, std::ostream* out) { *out << row.name; }

std::vector<Hidden> rows() {
  const std::string tile =
      "/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 9 9] /XStep 9 /YStep 9 ";
  const std::string fill = "/Pattern cs /P scn 40 40 50 50 re f", draw = "q 50 0 0 50 40 40 cm /X Do Q";
  const std::string mask = "/Type /XObject /Subtype /Image /Width 8 /Height 8 /BitsPerComponent 1 ";
  SmallPdf modes = with("", "/M gs 0 0 0 1 k 40 40 50 50 re f", {});
  modes.states = "/M << /BM [/Multiply /Normal] >>";
  const std::string icc = std::string(12, '\0') + "prtrRGB " + std::string(110, '\0');
  return {
      {"FormsIn20Forms", Standard::kPlain, forms(20, kRed), "colour-space"},
      {"FormsInTooManyForms", Standard::kPlain, forms(60, kRed), "broken-file"},
      {"TilesInForms", Standard::kPlain,
       with("/XObject << /X 10 0 R >>", "/X Do",
            {form("/Resources << /Pattern << /P 11 0 R >> >>", fill),
             stream(tile + "/Resources << >>", kRed)}),
       "colour-space"},
      {"Letters", Standard::kPlain, drawn_letters("10 0 d0 " + std::string(kRed), ""), "colour-space"},
      {"LettersShining", Standard::kX1a, drawn_letters("10 0 d0 /G gs 0 0 8 8 re f", "/G << /ca .5 >>"),
       "transparency"},
      {"LettersInTheColourOfTheText", Standard::kPlain, drawn_letters("10 0 0 0 8 8 d1 0 0 8 8 re f", ""),
       ""},
      {"FontOfAState", Standard::kPlain,
       [] {
         SmallPdf pdf = drawn_letters("10 0 d0 " + std::string(kRed), "");
         pdf.fonts = "", pdf.states = "/G << /Font [10 0 R 40] >>";
         pdf.content = "/G gs BT 40 40 Td (A) Tj ET";
         return pdf;
       }(),
       "colour-space"},
      {"StencilInRgb", Standard::kPlain,
       with("/XObject << /X 10 0 R >>", "1 0 0 rg " + draw, {stream(mask + "/ImageMask true", "12345678")}),
       "colour-space"},
      {"InlineStencilInRgb", Standard::kPlain,
       with("", "1 0 0 rg q 50 0 0 50 40 40 cm BI /W 8 /H 8 /BPC 1 /IM true ID 12345678 EI Q", {}),
       "colour-space"},
      {"GradientOfARgbSpot", Standard::kPlain,
       with("/Shading << /S " + gradient(kRgbSpot) + " >>", "/S sh", {}), "colour-space"},
      {"TileOfARgbSpot", Standard::kPlain,
       with("/Pattern << /P << /PatternType 2 /Shading " + gradient(kRgbSpot) + " >> >>", fill, {}),
       "colour-space"},
      {"StateOfAGradient", Standard::kX1a,
       with("/Pattern << /P << /PatternType 2 /ExtGState << /ca .5 >> /Shading " + gradient("/DeviceGray") +
                " >> >>",
            fill, {}),
       "transparency"},
      {"SeveralModes", Standard::kX1a, modes, "transparency"},
      {"Jpeg2000WithoutASpace", Standard::kX4,
       with("/XObject << /X 10 0 R >>", draw, {stream(mask + "/Filter /JPXDecode", "12345678")}),
       "colour-space"},
      {"ProfileOfRgbForFourInks", Standard::kX4,
       with("/ColorSpace << /C [/ICCBased 10 0 R] >>", "/C cs 0 0 0 1 scn 40 40 50 50 re f",
            {stream("/N 4", icc)}),
       "colour-space"},
      {"ProfileInX1a", Standard::kX1a,
       with("/ColorSpace << /C [/ICCBased 10 0 R] >>", "/C cs 0 0 0 1 scn 40 40 50 50 re f",
            {stream("/N 4", std::string(builtin_newsprint_icc()))}),
       "colour-space"},
      {"ProfileInX4", Standard::kX4,
       with("/ColorSpace << /C [/ICCBased 10 0 R] >>", "/C cs 0 0 0 1 scn 40 40 50 50 re f",
            {stream("/N 4", std::string(builtin_newsprint_icc()))}),
       ""},
      {"GroupOfAProfile", Standard::kX4,
       with("/XObject << /X 10 0 R >>", "/X Do",
            {form("/Group << /S /Transparency /CS [/ICCBased 11 0 R] >>", "0 0 0 1 k 40 40 50 50 re f"),
             stream("/N 3", icc)}),
       "group-space"},
  };
}

class HiddenIn : public testing::TestWithParam<Hidden> {};

TEST_P(HiddenIn, IsFound) {
  const Hidden& row = GetParam();
  PressProfile profile;
  profile.standard = row.standard;
  for (const char* code : {"output-intent", "metadata", "trapped", "pdfx-version"}) {
    profile.weights[code] = Weighting::kOff;
  }
  std::string codes;
  for (const PressFinding& finding : preflight(row.pdf.bytes(), profile)) {
    if (finding.severity == Severity::kError) codes += finding.code + std::string(" ");
  }
  if (*row.code == '\0') {
    EXPECT_EQ(codes, "");
  } else {
    EXPECT_NE(codes.find(row.code), codes.npos) << codes;
  }
}

INSTANTIATE_TEST_SUITE_P(All, HiddenIn, testing::ValuesIn(rows()),
                         [](const testing::TestParamInfo<Hidden>& row) { return row.param.name; });

/// Scripts, files and descriptions may hang on anything that is drawn.
TEST(DeliveredPage, BringsNothingButInk) {
  SmallPdf pdf = with(
      "/XObject << /X 10 0 R /I 16 0 R >> /Properties << /L 17 0 R >> /Secret << /JS (secret one) >>",
      "/X Do /OC /L BDC q 50 0 0 50 40 40 cm /I Do Q EMC",
      {form("/AF [11 0 R] /AA << /O 13 0 R >> /A 13 0 R /Metadata 14 0 R /PieceInfo << /P << /Private 15 0 R "
            ">> >> "
            "/StructParents 0 /StructParent 7777 /LastModified (secret seven) /Ref << /F (secret eight) "
            "/Page 0 >>",
            "0 0 0 1 k 0 0 50 50 re f"),
       "<< /Type /Filespec /F (secret two) /EF << /F 12 0 R >> >>",
       stream("/Type /EmbeddedFile", "secret three"), "<< /S /JavaScript /JS (secret four) >>",
       stream("/Type /Metadata /Subtype /XML", "secret five"), stream("", "secret six"),
       stream("/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray "
              "/OC 17 0 R /F (secret nine) /Alternates [<< /Image 18 0 R /DefaultForPrinting true >>]",
              "x"),
       "<< /Type /OCG /Name (secret ten) >>",
       stream("/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceRGB",
              "secret")});
  const test::TempFolder folder;
  PlacedEdition page = test::edition(200_pt, 200_pt);
  Artwork art;
  art.kind = Artwork::Kind::kPdf, art.path = folder.write("a.pdf", pdf.bytes());
  art.width = art.height = 160_pt, art.left = art.top = 20_pt, art.usable = true;
  page.artworks.push_back(art);
  page.pages[0].items = {DrawArtwork{kArtifact, {0_pt, 0_pt, 200_pt, 200_pt}, 0}};
  const PressProfile press = test::profile_named("x4");
  for (const std::string& made : {test::finished(page), test::finished(page, &press)}) {
    folder.write("made.pdf", made);
    const std::string plain =
        test::run("qpdf --qdf --object-streams=disable " + folder.write("made.pdf", made) + " -");
    EXPECT_NE(plain.find("0 0 50 50 re"), plain.npos);
    for (const char* word : {"secret", "JavaScript", "OCG", "7777", "Alternates", "DeviceRGB"}) {
      EXPECT_EQ(plain.find(word), plain.npos) << plain.substr(plain.find(word), 60);
    }
  }
}

}  // namespace
}  // namespace banxin
