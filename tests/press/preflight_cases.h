// Small files, each wrong in one way, and what the preflight says of them.
#pragma once

#include <functional>
#include <string>

#include "../render/support.h"
#include "document/press_profile.h"
#include "small_pdf.h"

namespace banxin::test {

using Standard = PressProfile::Standard;

inline std::string picture(const std::string& keys, std::size_t bytes, char fill) {
  return stream("/Type /XObject /Subtype /Image " + keys, std::string(bytes, fill));
}

inline constexpr const char* kCmyk = "/Width 100 /Height 100 /BitsPerComponent 8 /ColorSpace /DeviceCMYK";
/// 100 pixels on 36 pt: 200 ppi, 22 mm from the trim's left and top.
inline constexpr const char* kDraw = "/WHITE gs q 36 0 0 36 82.4 81.6 cm /X Do Q";
inline constexpr const char* kUse = "/XObject << /X 10 0 R >>";

/// A grey picture of 100 × 100 pixels at its place, with more keys; what its bytes are is never looked at.
inline std::function<void(SmallPdf&)> grey_picture(const std::string& keys) {
  return [keys](SmallPdf& p) {
    p.objects = {
        picture("/Width 100 /Height 100 /BitsPerComponent 8 /ColorSpace /DeviceGray " + keys, 20000, 'x')};
    p.resources = kUse;
    p.content = kDraw;
  };
}

struct Bad {
  const char* name;
  Standard standard;
  std::function<void(SmallPdf&)> spoil;
  const char* said;
};

inline const Bad kBad[] = {
    {"Good", Standard::kPlain, [](SmallPdf&) {}, ""},
    {"NoId", Standard::kPlain, [](SmallPdf& p) { p.trailer = ""; },
     "a.pdf: error[no-id]: the file has no ID\n"},
    {"NewVersion", Standard::kX1a, [](SmallPdf& p) { p.version = "1.7"; },
     "a.pdf: error[pdf-version]: the file is PDF 1.7; this standard allows 1.4\n"},
    {"NoTrimBox", Standard::kPlain, [](SmallPdf& p) { p.boxes = "/MediaBox [0 0 200 200]"; },
     "a.pdf: page 1: error[no-trim-box]: the page has no TrimBox\n"},
    {"ArtBox", Standard::kPlain, [](SmallPdf& p) { p.page = "/ArtBox [20 20 180 180]"; },
     "a.pdf: page 1: error[art-box]: the page has an ArtBox\n"},
    {"TrimOutsideBleed", Standard::kPlain,
     [](SmallPdf& p) {
       p.boxes = "/MediaBox [0 0 200 200] /BleedBox [30 30 170 170] /TrimBox [20 20 180 180]";
     },
     "a.pdf: page 1: error[boxes-nest]: the page's boxes do not stand one inside the other\n"},
    {"Turned", Standard::kPlain, [](SmallPdf& p) { p.page = "/Rotate 90"; },
     "a.pdf: page 1: error[page-turned]: the page is turned or scaled by a key\n"},
    {"Scaled", Standard::kPlain, [](SmallPdf& p) { p.page = "/UserUnit 2"; },
     "a.pdf: page 1: error[page-turned]: the page is turned or scaled by a key\n"},
    {"OtherSize", Standard::kPlain,
     [](SmallPdf& p) { p.more_pages = {"/MediaBox [0 0 300 200] /TrimBox [0 0 300 200]"}; },
     "a.pdf: page 2: warning[page-sizes]: the page has another size than the first\n"},
    {"Spread", Standard::kPlain,
     [](SmallPdf& p) { p.more_pages = {"/MediaBox [0 0 400 200] /TrimBox [20 20 340 180]"}; }, ""},
    {"Empty", Standard::kPlain, [](SmallPdf& p) { p.content = ""; },
     "a.pdf: page 1: warning[empty-page]: nothing is on the page\n"},
    {"Link", Standard::kPlain,
     [](SmallPdf& p) { p.page = "/Annots [<< /Type /Annot /Subtype /Link /Rect [30 30 40 40] >>]"; },
     "a.pdf: page 1: error[annotation]: the page has links, notes or fields\n"},
    {"GroupInRgb", Standard::kX4,
     [](SmallPdf& p) { p.page = "/Group << /S /Transparency /CS /DeviceRGB >>"; },
     "a.pdf: page 1: error[group-space]: the page's group does not blend in CMYK\n"},
    {"GroupInX1a", Standard::kX1a,
     [](SmallPdf& p) { p.page = "/Group << /S /Transparency /CS /DeviceCMYK >>"; },
     "a.pdf: page 1: error[transparency]: the page is a transparency group\n"},
    {"Alpha", Standard::kX1a,
     [](SmallPdf& p) {
       p.objects = {"<< /ca 0.5 >>"};
       p.content = "/T gs 0 0 0 1 k 40 40 50 50 re f";
       p.states = "/T 10 0 R";
     },
     "a.pdf: page 1: error[transparency]: something on the page is transparent\n"},
    {"Multiply", Standard::kX1a,
     [](SmallPdf& p) {
       p.content = "/T gs 0 0 0 1 k 40 40 50 50 re f";
       p.states = "/T << /BM /Multiply >>";
     },
     "a.pdf: page 1: error[transparency]: something on the page is transparent\n"},
    {"Script", Standard::kPlain, [](SmallPdf& p) { p.catalog = "/Names << /JavaScript << /Names [] >> >>"; },
     "a.pdf: error[active-content]: the file has scripts, actions, forms or files in it\n"},
    {"Layers", Standard::kPlain, [](SmallPdf& p) { p.catalog = "/OCProperties << /OCGs [] /D << >> >>"; },
     "a.pdf: error[optional-content]: the file has layers\n"},
    {"NoLanguage", Standard::kPlain, [](SmallPdf& p) { p.catalog = "/Lang ()"; },
     "a.pdf: warning[no-language]: the file does not name its language\n"},
    {"NoAlt", Standard::kPlain,
     [](SmallPdf& p) { p.catalog = "/StructTreeRoot << /K [<< /S /Figure >> << /S /Figure /Alt (a) >>] >>"; },
     "a.pdf: warning[no-alt]: a picture has no text in its place\n"},
    {"Untagged", Standard::kPlain, [](SmallPdf& p) { p.catalog = "/MarkInfo << /Marked true >>"; },
     "a.pdf: page 1, 7.1 × 31.8 mm: warning[untagged]: something is neither tagged nor an artifact\n"},
    {"Artifact", Standard::kPlain,
     [](SmallPdf& p) {
       p.catalog = "/MarkInfo << /Marked true >>";
       p.content = "/Artifact BMC 0 0 0 1 k 40 40 50 50 re f EMC";
     },
     ""},
    {"FontOutside", Standard::kPlain,
     [](SmallPdf& p) {
       p.objects = {"<< /Type /Font /Subtype /TrueType /BaseFont /Arial /Encoding /WinAnsiEncoding >>"};
       p.fonts = "/G 10 0 R";
     },
     "a.pdf: page 1: error[font-not-embedded]: the font 'Arial' is not in the file\n"},
    {"FontBroken", Standard::kPlain,
     [](SmallPdf& p) {
       p.objects = {
           "<< /Type /Font /Subtype /TrueType /BaseFont /Song /Encoding /WinAnsiEncoding /FontDescriptor "
           "<< /FontFile2 11 0 R >> >>",
           stream("", "no font")};
       p.fonts = "/G 10 0 R";
     },
     "a.pdf: error[font-broken]: the font 'Song' cannot be read\n"},
    {"FormInItself", Standard::kPlain,
     [](SmallPdf& p) {
       p.objects = {stream("/Type /XObject /Subtype /Form /BBox [0 0 200 200] /Resources << /XObject << /X "
                           "10 0 R >> >>",
                           "/X Do")};
       p.resources = "/XObject << /X 10 0 R >>";
       p.content += " /X Do";
     },
     "a.pdf: page 1: error[broken-file]: a form draws itself\n"},
    {"FontOfType3", Standard::kPlain,
     [](SmallPdf& p) {
       p.objects = {"<< /Type /Font /Subtype /Type3 /Encoding /X >>"};
       p.fonts = "/G 10 0 R";
     },
     "a.pdf: page 1: warning[font-type3]: the font 'G' is of type 3\n"},
    {"FontWithoutUnicode", Standard::kPlain,
     [](SmallPdf& p) {
       p.objects = {
           "<< /Type /Font /Subtype /Type0 /BaseFont /Song /Encoding /Identity-H /DescendantFonts [<< "
           "/FontDescriptor << /FontFile3 6 0 R >> >>] >>"};
       p.fonts = "/G 10 0 R";
     },
     "a.pdf: page 1: warning[font-no-unicode]: the font 'Song' does not say which characters it shows\n"},
    {"MissingGlyph", Standard::kPlain,
     [](SmallPdf& p) {
       p.objects = {
           "<< /Type /Font /Subtype /Type0 /BaseFont /Song /Encoding /Identity-H /ToUnicode 6 0 R "
           "/DescendantFonts [<< /FontDescriptor << /FontFile3 6 0 R >> >>] >>"};
       p.fonts = "/G 10 0 R";
       p.content = "0 0 0 1 k BT 20 0 0 20 48.35 151.65 Tm /G 1 Tf <000100000002> Tj ET";
     },
     "a.pdf: page 1, 10 × 10 mm: error[missing-glyph]: a character has no glyph\n"},
    {"Rgb", Standard::kPlain, [](SmallPdf& p) { p.content = "1 0 0 rg 48.35 101.65 50 50 re f"; },
     "a.pdf: page 1, 10 × 10 mm: error[colour-space]: a colour is in DeviceRGB\n"},
    {"RgbStroke", Standard::kPlain,
     [](SmallPdf& p) { p.content = "1 0 0 RG 5 w 48.35 151.65 m 100 151.65 l S"; },
     "a.pdf: page 1, 10 × 10 mm: error[colour-space]: a colour is in DeviceRGB\n"},
    {"RgbByProfile", Standard::kPlain,
     [](SmallPdf& p) {
       p.objects = {stream("/N 3", "")};
       p.resources = "/ColorSpace << /C [/ICCBased 10 0 R] >>";
       p.content = "/C cs 1 0 0 sc 48.35 101.65 50 50 re f";
     },
     "a.pdf: page 1, 10 × 10 mm: error[colour-space]: a colour is in ICCBased\n"},
    {"RgbGradient", Standard::kPlain,
     [](SmallPdf& p) {
       p.resources = "/Shading << /S << /ShadingType 2 /ColorSpace /DeviceRGB >> >>";
       p.content = "/S sh";
     },
     "a.pdf: page 1: error[colour-space]: a gradient is in DeviceRGB\n"},
    {"RgbInAForm", Standard::kPlain,
     [](SmallPdf& p) {
       p.objects = {stream("/Type /XObject /Subtype /Form /BBox [0 0 50 50]", "1 0 0 rg 0 0 50 50 re f")};
       p.resources = kUse;
       p.content = "q 1 0 0 1 48.35 101.65 cm /X Do Q";
     },
     "a.pdf: page 1, 10 × 10 mm: error[colour-space]: a colour is in DeviceRGB\n"},
    {"BlackKnocksOut", Standard::kPlain,
     [](SmallPdf& p) { p.content = "0 0 0 1 k BT 9 0 0 9 48.35 151.65 Tm /F 1 Tf (a) Tj ET"; },
     "a.pdf: page 1, 10 × 10 mm: error[black-knocks-out]: black type knocks out\n"},
    {"BlackInMode0", Standard::kPlain,
     [](SmallPdf& p) { p.content = "/NOMODE gs 0 0 0 1 k BT 9 0 0 9 48.35 151.65 Tm /F 1 Tf (a) Tj ET"; },
     "a.pdf: page 1, 10 × 10 mm: error[black-knocks-out]: black type knocks out\n"},
    {"BlackOverprints", Standard::kPlain,
     [](SmallPdf& p) { p.content = "/BLACK gs 0 0 0 1 k BT 9 0 0 9 48.35 151.65 Tm /F 1 Tf (a) Tj ET"; }, ""},
    {"BlackRuleKnocksOut", Standard::kPlain,
     [](SmallPdf& p) { p.content = "0 0 0 1 k 48.35 151.15 50 0.5 re f"; },
     "a.pdf: page 1, 10 × 10 mm: error[black-knocks-out]: black rule knocks out\n"},
    {"GreyBlack", Standard::kPlain,
     [](SmallPdf& p) { p.content = "/BLACK gs 0 g BT 9 0 0 9 48.35 151.65 Tm /F 1 Tf (a) Tj ET"; },
     "a.pdf: page 1, 10 × 10 mm: error[grey-black]: black type is in DeviceGray\n"},
    {"RichBlack", Standard::kPlain,
     [](SmallPdf& p) { p.content = "0.3 0.2 0.2 1 k BT 16 0 0 16 48.35 151.65 Tm /F 1 Tf (a) Tj ET"; },
     "a.pdf: page 1, 10 × 10 mm: error[rich-black]: black type is in more than one ink (16 pt; limit 18)\n"},
    {"WhiteTypeOverprints", Standard::kPlain,
     [](SmallPdf& p) { p.content = "/BLACK gs 0 0 0 0 k BT 16 0 0 16 48.35 151.65 Tm /F 1 Tf (a) Tj ET"; },
     "a.pdf: page 1, 10 × 10 mm: error[white-overprints]: white type overprints\n"},
    {"WhitePathOverprints", Standard::kPlain,
     [](SmallPdf& p) { p.content = "/BLACK gs 0 0 0 0 k 48.35 101.65 50 50 re f"; },
     "a.pdf: page 1, 10 × 10 mm: error[white-overprints]: white area overprints\n"},
    {"PictureOverprints", Standard::kPlain,
     [](SmallPdf& p) {
       p.objects = {picture(kCmyk, 40000, '\x30')};
       p.resources = kUse;
       p.content = "/BLACK gs q 36 0 0 36 82.4 81.6 cm /X Do Q";
     },
     "a.pdf: page 1, 22 × 22 mm: error[white-overprints]: a picture overprints what is under it\n"},
    {"TooSmallType", Standard::kPlain,
     [](SmallPdf& p) {
       p.content = "/BLACK gs 0 0 0 1 k BT /F 4 Tf 48.35 151.65 Td (a) Tj 0 -10 Td (b) Tj ET";
     },
     "a.pdf: page 1, 10 × 10 mm: error[small-type]: type is too small (4 pt; limit 5), 2 times on this "
     "page\n"},
    {"SmallType", Standard::kPlain,
     [](SmallPdf& p) {
       p.content = "/BLACK gs 0 0 0 1 k q 0.5 0 0 0.5 0 0 cm BT /F 12 Tf 96.7 303.3 Td (a) Tj ET Q";
     },
     "a.pdf: page 1, 10 × 10 mm: warning[small-type]: type is small (6 pt; limit 7)\n"},
    {"ColouredType", Standard::kPlain,
     [](SmallPdf& p) { p.content = "0 1 0.9 0 k BT /F 8 Tf 48.35 151.65 Td (a) Tj ET"; },
     "a.pdf: page 1, 10 × 10 mm: warning[coloured-type]: type in several inks is small (8 pt; limit 9)\n"},
    {"ReversedType", Standard::kPlain,
     [](SmallPdf& p) { p.content = "0 0 0 0 k BT /F 7.5 Tf 48.35 151.65 Td (a) Tj ET"; },
     "a.pdf: page 1, 10 × 10 mm: warning[reversed-type]: white type is small (7.5 pt; limit 8)\n"},
    {"Hairline", Standard::kPlain,
     [](SmallPdf& p) { p.content = "/BLACK gs 0 0 0 1 K 0.1 w 48.35 151.65 m 100 151.65 l S"; },
     "a.pdf: page 1, 10 × 10 mm: error[hairline]: a rule is too thin (0.1 pt; limit 0.25)\n"},
    {"ThinRule", Standard::kPlain,
     [](SmallPdf& p) { p.content = "/BLACK gs 0 0 0 1 k 48.35 151.25 50 0.4 re f"; },
     "a.pdf: page 1, 10 × 10 mm: warning[hairline]: a rule is thin (0.4 pt; limit 0.5)\n"},
    {"ColouredRule", Standard::kPlain, [](SmallPdf& p) { p.content = "0 1 1 0 k 48.35 150.95 50 0.7 re f"; },
     "a.pdf: page 1, 10 × 10 mm: warning[coloured-rule]: a rule in several inks is thin (0.7 pt; limit 1)\n"},
    {"WhiteRule", Standard::kPlain, [](SmallPdf& p) { p.content = "0 0 0 0 k 48.35 150.95 50 0.7 re f"; },
     "a.pdf: page 1, 10 × 10 mm: warning[coloured-rule]: a white rule is thin (0.7 pt; limit 1)\n"},
    {"CoarsePicture", Standard::kPlain,
     [](SmallPdf& p) {
       p.objects = {picture(kCmyk, 40000, '\x30')};
       p.resources = kUse;
       p.content = "/WHITE gs q 100 0 0 100 48.35 51.65 cm /X Do Q";
     },
     "a.pdf: page 1, 10 × 10 mm: error[picture-resolution]: the picture is too coarse (72 ppi; limit 100)\n"},
    {"RatherCoarsePicture", Standard::kPlain,
     [](SmallPdf& p) {
       p.objects = {picture(kCmyk, 40000, '\x30')};
       p.resources = kUse;
       p.content = "q 0 60 -60 0 108.35 91.65 cm /X Do Q";
     },
     "a.pdf: page 1, 10 × 31.2 mm: warning[picture-resolution]: the picture is coarse (120 ppi; limit "
     "150)\n"},
    {"FinePicture", Standard::kPlain,
     [](SmallPdf& p) {
       p.objects = {picture(kCmyk, 40000, '\x30')};
       p.resources = kUse;
       p.content = "q 18 0 0 18 48.35 133.65 cm /X Do Q";
     },
     "a.pdf: page 1, 10 × 10 mm: warning[picture-too-fine]: the picture is finer than the press (400 ppi; "
     "limit 350)\n"},
    {"CoarseLineArt", Standard::kPlain,
     [](SmallPdf& p) {
       p.objects = {
           picture("/Width 96 /Height 96 /BitsPerComponent 1 /ColorSpace /DeviceGray", 1152, '\x0F')};
       p.resources = kUse;
       p.content = kDraw;
     },
     "a.pdf: page 1, 22 × 22 mm: warning[picture-resolution]: the line art is coarse (192 ppi; limit 600)\n"},
    {"InkyPicture", Standard::kPlain,
     [](SmallPdf& p) {
       p.objects = {picture(kCmyk, 40000, '\xB0')};
       p.resources = kUse;
       p.content = kDraw;
     },
     "a.pdf: page 1, 22.8 × 22.8 mm: error[too-much-ink]: the picture has more ink than the paper takes "
     "(276.08 "
     "%; limit 240)\n"},
    {"RatherInkyPicture", Standard::kPlain,
     [](SmallPdf& p) {
       p.objects = {picture(kCmyk, 40000, '\x94')};
       p.resources = kUse;
       p.content = kDraw;
     },
     "a.pdf: page 1, 22.8 × 22.8 mm: warning[too-much-ink]: the picture has much ink (232.16 %; limit "
     "225)\n"},
    {"InkyColour", Standard::kPlain, [](SmallPdf& p) { p.content = "1 1 0.6 0 k 48.35 101.65 50 50 re f"; },
     "a.pdf: page 1, 10 × 10 mm: error[too-much-ink]: a colour has more ink than the paper takes (260 %; "
     "limit 240)\n"},
    {"RgbPicture", Standard::kPlain,
     [](SmallPdf& p) {
       p.objects = {picture("/Width 100 /Height 100 /BitsPerComponent 8 /ColorSpace /DeviceRGB", 30000, 'x')};
       p.resources = kUse;
       p.content = kDraw;
     },
     "a.pdf: page 1, 22 × 22 mm: error[colour-space]: a picture is in DeviceRGB\n"},
    {"DeepPicture", Standard::kPlain,
     [](SmallPdf& p) {
       p.objects = {
           picture("/Width 100 /Height 100 /BitsPerComponent 16 /ColorSpace /DeviceGray", 20000, 'x')};
       p.resources = kUse;
       p.content = kDraw;
     },
     "a.pdf: page 1, 22 × 22 mm: warning[picture-depth]: the picture has 16 bits a channel\n"},
    {"PackedAsJpx", Standard::kX1a,
     grey_picture("/Filter /JPXDecode"),
     "a.pdf: page 1, 22 × 22 mm: error[picture-filter]: the picture is packed as JPXDecode\n"},
    {"PackedAsJbig2", Standard::kX1a,
     grey_picture("/Filter /JBIG2Decode"),
     "a.pdf: page 1, 22 × 22 mm: error[picture-filter]: the picture is packed as JBIG2Decode\n"},
    {"PackedAsLzwInAscii", Standard::kX1a,
     [](SmallPdf& p) {
       p.objects = {stream("/Type /XObject /Subtype /Image /Width 5 /Height 2 /BitsPerComponent 8 "
                           "/ColorSpace /DeviceGray /Filter [/ASCIIHexDecode /LZWDecode]",
                           "800B6050220C0C8501>")};
       p.resources = kUse;
       p.content = "/WHITE gs q 1.8 0 0 0.72 82.4 116.88 cm /X Do Q";
     },
     "a.pdf: page 1, 22 × 22 mm: error[picture-filter]: the picture is packed as LZWDecode\n"},
    {"PackedNoPicture", Standard::kX1a,
     [](SmallPdf& p) { p.objects = {stream("/Filter /LZWDecode", std::string("\x80\x0B\x60\x50\x22\x0C\x0C\x85\x01", 9))}; p.resources = "/Properties << /P 10 0 R >>"; },
     "a.pdf: error[picture-filter]: something in the file is packed as LZWDecode\n"},
    {"PackedPictureInX4", Standard::kX4,
     grey_picture("/Filter /JBIG2Decode"),
     ""},
    {"MaskedPicture", Standard::kX1a,
     [](SmallPdf& p) {
       p.objects = {
           picture("/Width 100 /Height 100 /BitsPerComponent 8 /ColorSpace /DeviceGray /SMask 11 0 R", 10000,
                   'x'),
           picture("/Width 100 /Height 100 /BitsPerComponent 8 /ColorSpace /DeviceGray", 10000, 'x')};
       p.resources = kUse;
       p.content = kDraw;
     },
     "a.pdf: page 1, 22 × 22 mm: error[transparency]: the picture is transparent\n"},
    {"InvertedPicture", Standard::kPlain,
     [](SmallPdf& p) {
       p.objects = {
           stream("/Type /XObject /Subtype /Image /Filter /DCTDecode /Width 100 /Height 100 "
                  "/BitsPerComponent 8 /ColorSpace /DeviceCMYK",
                  test::make_jpeg({.width = 100, .height = 100, .kind = test::JpegKind::kAdobeCmyk}))};
       p.resources = kUse;
       p.content = kDraw;
     },
     "a.pdf: page 1, 30.4 × 22.8 mm: error[too-much-ink]: the picture has more ink than the paper takes (400 "
     "%; "
     "limit 240)\na.pdf: page 1, 22 × 22 mm: error[picture-inverted]: the picture may print as a negative: "
     "Adobe's CMYK without /Decode\n"},
    {"BrokenPicture", Standard::kPlain,
     [](SmallPdf& p) {
       p.objects = {
           stream("/Type /XObject /Subtype /Image /Filter /DCTDecode /Width 100 /Height 100 "
                  "/BitsPerComponent 8 /ColorSpace /DeviceCMYK",
                  "no JPEG")};
       p.resources = kUse;
       p.content = kDraw;
     },
     "a.pdf: error[broken-file]: error decoding stream data for object 10 0: Not a JPEG file: starts with "
     "0x6e 0x6f\na.pdf: page 1, 22 × 22 mm: error[broken-file]: the picture cannot be unpacked\n"},
    {"OnePicture", Standard::kPlain,
     [](SmallPdf& p) {
       p.objects = {
           picture("/Width 500 /Height 500 /BitsPerComponent 8 /ColorSpace /DeviceCMYK", 1000000, '\x30')};
       p.resources = kUse;
       p.content = "q 180 0 0 180 10 10 cm /X Do Q";
     },
     "a.pdf: page 1: warning[one-picture]: the page is one picture\n"},
    {"MarksInTrim", Standard::kPlain,
     [](SmallPdf& p) {
       p.resources =
           "/ColorSpace << /A [/Separation /All /DeviceCMYK << /FunctionType 2 /Domain [0 1] /C0 [0 0 0 0] "
           "/C1 [1 1 1 1] /N 1 >>] >>";
       p.content = "/A cs 1 scn 5 5 4 4 re f 48.35 101.65 50 50 re f";
     },
     "a.pdf: page 1, 10 × 10 mm: error[marks-in-trim]: something on the page prints on every plate\n"
     "a.pdf: page 1, 10.7 × 10.7 mm: error[ink-overlap]: what lies here together has too much ink (400 %; "
     "limit 240)\n"},
    {"Spot", Standard::kPlain,
     [](SmallPdf& p) {
       p.resources =
           "/ColorSpace << /A [/Separation /Gold /DeviceCMYK << /FunctionType 2 /Domain [0 1] /C0 [0 0 0 0] "
           "/C1 [0 0.2 0.8 0.1] /N 1 >>] >>";
     },
     "a.pdf: page 1: warning[spot-colour]: the spot colour 'Gold' needs a plate of its own\n"},
    {"SpotInTwoWays", Standard::kPlain,
     [](SmallPdf& p) {
       p.resources =
           "/ColorSpace << /A [/Separation /Gold /DeviceCMYK << /FunctionType 2 /Domain [0 1] /C0 [0 0 0 0] "
           "/C1 [0 0.2 0.8 0.1] /N 1 >>] /B [/Separation /Gold /DeviceCMYK << /FunctionType 2 /Domain [0 1] "
           "/C0 [0 0 0 0] /C1 [0 0.3 0.8 0.1] /N 1 >>] >>";
     },
     "a.pdf: page 1: warning[spot-colour]: the spot colour 'Gold' needs a plate of its own\na.pdf: page 1: "
     "error[spot-differs]: the spot colour 'Gold' is made up in two ways\n"},
    {"TypeNearTrim", Standard::kPlain,
     [](SmallPdf& p) { p.content = "/BLACK gs 0 0 0 1 k BT /F 9 Tf 24.252 151.65 Td (a) Tj ET"; },
     "a.pdf: page 1, 1.5 × 10 mm: warning[near-trim]: type is near the trim (1.5 mm; limit 2)\n"},
    {"EndsInTheBleed", Standard::kPlain, [](SmallPdf& p) { p.content = "0 1 0 0 k 15 100 50 20 re f"; },
     "a.pdf: page 1, -1.8 × 21.2 mm: error[bleed]: something ends between the trim and the edge of the bleed "
     "(1.76 "
     "mm; limit 3.53)\n"},
    {"RunsToTheBleed", Standard::kPlain, [](SmallPdf& p) { p.content = "0 1 0 0 k 10 100 50 20 re f"; }, ""},
    {"TintedType", Standard::kPlain,
     [](SmallPdf& p) { p.content = "0 0 0 0.5 k BT /F 7.5 Tf 48.35 151.65 Td (a) Tj ET"; },
     "a.pdf: page 1, 10 × 10 mm: warning[tinted-type]: type in a tint is small (7.5 pt; limit 8)\n"},
    {"SpotsAlike", Standard::kPlain,
     [](SmallPdf& p) {
       p.resources =
           "/ColorSpace << /A [/Separation /Warm#20Red /DeviceCMYK << /FunctionType 2 /Domain [0 1] /C0 [0 0 "
           "0 0] "
           "/C1 [0 0.9 0.8 0] /N 1 >>] /B [/Separation /WARM-RED /DeviceCMYK << /FunctionType 2 /Domain [0 "
           "1] "
           "/C0 [0 0 0 0] /C1 [0 0.9 0.8 0] /N 1 >>] >>";
     },
     "a.pdf: page 1: warning[spot-colour]: the spot colour 'Warm Red' needs a plate of its own\n"
     "a.pdf: page 1: warning[spot-colour]: the spot colour 'WARM-RED' needs a plate of its own\n"
     "a.pdf: page 1: warning[spot-alike]: the spot colours 'Warm Red' and 'WARM-RED' differ in writing "
     "alone\n"},
    {"SpotMadeOfRgb", Standard::kPlain,
     [](SmallPdf& p) {
       p.resources =
           "/ColorSpace << /A [/Separation /Gold /DeviceRGB << /FunctionType 2 /Domain [0 1] /C0 [1 1 1] "
           "/C1 [0.8 0.6 0.2] /N 1 >>] >>";
     },
     "a.pdf: page 1: error[colour-space]: the spot colour 'Gold' is made up in RGB\n"
     "a.pdf: page 1: warning[spot-colour]: the spot colour 'Gold' needs a plate of its own\n"},
    {"TransferFunction", Standard::kPlain,
     [](SmallPdf& p) {
       p.states = "/T << /TR << /FunctionType 2 /Domain [0 1] /N 2 >> >>";
       p.content = "/T gs 0 0 0 1 k 40 40 50 50 re f";
     },
     "a.pdf: page 1: error[press-settings]: the page brings transfer functions or halftones\n"},
    {"Opi", Standard::kPlain,
     [](SmallPdf& p) {
       p.objects = {picture(std::string(kCmyk) + " /OPI << /2.0 << >> >>", 40000, '\x30')};
       p.resources = kUse;
       p.content = kDraw;
     },
     "a.pdf: page 1, 22 × 34.7 mm: error[press-settings]: a picture is to be replaced by its OPI server\n"},
    {"PostScript", Standard::kPlain,
     [](SmallPdf& p) {
       p.objects = {stream("/Type /XObject /Subtype /PS", "showpage")};
       p.resources = kUse;
       p.content = "0 0 0 1 k 40 40 50 50 re f q 36 0 0 36 82.4 81.6 cm /X Do Q";
     },
     "a.pdf: page 1, 22 × 34.7 mm: error[postscript]: a piece of PostScript is on the page\n"},
    {"PictureOfOtherChannels", Standard::kPlain,
     [](SmallPdf& p) {
       p.objects = {
           stream("/Type /XObject /Subtype /Image /Filter /DCTDecode /Width 100 /Height 100 "
                  "/BitsPerComponent 8 /ColorSpace /DeviceCMYK",
                  test::make_jpeg({.width = 100, .height = 100, .kind = test::JpegKind::kGrey}))};
       p.resources = kUse;
       p.content = kDraw;
     },
     "a.pdf: page 1, 22 × 22 mm: error[picture-components]: the picture has 1 channels and is said to have "
     "4\n"},
    {"BlackOnMuchInk", Standard::kPlain,
     [](SmallPdf& p) {
       p.content = "/WHITE gs 0.8 0.7 0.7 0 k 40 40 50 50 re f /BLACK gs 0 0 0 1 k 50 50 20 20 re f";
     },
     "a.pdf: page 1, 11.2 × 39.6 mm: error[ink-overlap]: what lies here together has too much ink (320 %; "
     "limit "
     "240)\n"},
    {"PieceOutsideTheStructure", Standard::kPlain,
     [](SmallPdf& p) {
       p.catalog = "/MarkInfo << /Marked true >> /StructTreeRoot << /K << /S /P /Pg 3 0 R /K 0 >> >>";
       p.content =
           "/P <</MCID 0>> BDC 0 0 0 1 k 40 40 50 50 re f EMC /P <</MCID 1>> BDC 90 90 10 10 re f EMC";
     },
     "a.pdf: page 1: warning[structure-incomplete]: a tagged piece of the page is in no element of the "
     "structure\n"},
    {"ManyFonts", Standard::kPlain,
     [](SmallPdf& p) {
       for (const char letter : std::string("ABCDEGHI")) {
         p.fonts += "/" + std::string(1, letter) + " << /Type /Font /Subtype /Type1 /BaseFont /Face" +
                    std::string(1, letter) +
                    " /Encoding /WinAnsiEncoding /FontDescriptor << /FontFile3 6 0 R >> >> ";
       }
     },
     "a.pdf: warning[many-fonts]: the file has many faces (9 faces; limit 8)\n"},
    {"UnknownOperator", Standard::kPlain,
     [](SmallPdf& p) { p.content = "0 0 0 1 k 40 40 50 50 re f EMCf BX fEMC EX"; },
     "a.pdf: page 1: error[unknown-operator]: the page says 'EMCf'\n"},
    {"RgbInline", Standard::kPlain,
     [](SmallPdf& p) { p.content = "q 36 0 0 36 82.4 81.6 cm BI /W 1 /H 1 /BPC 8 /CS /RGB ID abc EI Q"; },
     "a.pdf: page 1, 22 × 22 mm: error[colour-space]: a picture is in RGB\n"},
    {"RgbInATile", Standard::kPlain,
     [](SmallPdf& p) {
       p.objects = {stream(
           "/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 5 5] /XStep 5 /YStep 5 "
           "/Resources << >>",
           "1 0 0 rg 0 0 3 3 re f")};
       p.resources = "/Pattern << /P 10 0 R >>";
       p.content = "/Pattern cs /P scn 40 40 50 50 re f";
     },
     "a.pdf: page 1: error[colour-space]: a colour is in DeviceRGB\n"},
    {"RgbGradientPattern", Standard::kPlain,
     [](SmallPdf& p) {
       p.resources =
           "/Pattern << /P << /PatternType 2 /Shading << /ShadingType 2 /ColorSpace /DeviceRGB >> >> >>";
     },
     "a.pdf: page 1: error[colour-space]: a gradient is in DeviceRGB\n"},
    {"RgbInAMask", Standard::kPlain,
     [](SmallPdf& p) {
       p.objects = {stream("/Type /XObject /Subtype /Form /BBox [0 0 200 200]", "1 0 0 rg 0 0 200 200 re f")};
       p.states = "/T << /SMask << /S /Luminosity /G 10 0 R >> >>";
       p.content = "/T gs 0 0 0 1 k 40 40 50 50 re f";
     },
     "a.pdf: page 1: error[colour-space]: a colour is in DeviceRGB\n"},
    {"RgbInAnIndex", Standard::kPlain,
     [](SmallPdf& p) {
       p.objects = {
           picture("/Width 100 /Height 100 /BitsPerComponent 8 /ColorSpace [/Indexed /DeviceRGB 0 (abc)]",
                   10000, '\0')};
       p.resources = kUse;
       p.content = kDraw;
     },
     "a.pdf: page 1, 22 × 22 mm: error[colour-space]: a picture is in Indexed\n"},
    {"LabPicture", Standard::kPlain,
     [](SmallPdf& p) {
       p.objects = {picture(
           "/Width 100 /Height 100 /BitsPerComponent 8 /ColorSpace [/Lab << /WhitePoint [0.96 1 0.82] >>]",
           30000, 'x')};
       p.resources = kUse;
       p.content = kDraw;
     },
     "a.pdf: page 1, 22 × 22 mm: error[colour-space]: a picture is in Lab\n"},
    {"CalibratedRgb", Standard::kPlain,
     [](SmallPdf& p) {
       p.resources = "/ColorSpace << /C [/CalRGB << /WhitePoint [0.96 1 0.82] >>] >>";
       p.content = "/C cs 1 0 0 sc 48.35 101.65 50 50 re f";
     },
     "a.pdf: page 1, 10 × 10 mm: error[colour-space]: a colour is in CalRGB\n"},
    {"InksMadeOfRgb", Standard::kPlain,
     [](SmallPdf& p) {
       p.resources =
           "/ColorSpace << /C [/DeviceN [/Black /Gold] /DeviceRGB << /FunctionType 4 /Domain [0 1 0 1] "
           "/Range [0 1 0 1 0 1] >>] >>";
     },
     "a.pdf: page 1: error[colour-space]: a colour of several inks is made up in RGB\n"
     "a.pdf: page 1: warning[spot-colour]: the spot colour 'Gold' needs a plate of its own\n"},
    {"PictureInASpotColour", Standard::kPlain,
     [](SmallPdf& p) {
       p.objects = {
           picture("/Width 100 /Height 100 /BitsPerComponent 8 /ColorSpace [/Separation /Gold /DeviceRGB << "
                   "/FunctionType 2 /Domain [0 1] "
                   "/C0 [1 1 1] /C1 [0.8 0.6 0.2] /N 1 >>]",
                   10000, '\0')};
       p.resources = kUse;
       p.content = kDraw;
     },
     "a.pdf: page 1: error[colour-space]: the spot colour 'Gold' is made up in RGB\n"
     "a.pdf: page 1: warning[spot-colour]: the spot colour 'Gold' needs a plate of its own\n"},
    {"SpaceInItself", Standard::kPlain,
     [](SmallPdf& p) {
       p.objects = {"[/Pattern 10 0 R]"};
       p.resources = "/ColorSpace << /C 10 0 R >>";
       p.content = "/C cs 0 sc 48.35 101.65 50 50 re f";
     },
     ""},
    {"Fields", Standard::kPlain, [](SmallPdf& p) { p.catalog = "/AcroForm << /Fields [] >>"; },
     "a.pdf: error[active-content]: the file has scripts, actions, forms or files in it\n"},
    {"FilesInTheFile", Standard::kPlain,
     [](SmallPdf& p) { p.catalog = "/Names << /EmbeddedFiles << /Names [] >> >>"; },
     "a.pdf: error[active-content]: the file has scripts, actions, forms or files in it\n"},
    {"ActionOnOpening", Standard::kPlain,
     [](SmallPdf& p) { p.catalog = "/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>"; },
     "a.pdf: error[active-content]: the file has scripts, actions, forms or files in it\n"},
    {"GroupOfAFormInRgb", Standard::kX4,
     [](SmallPdf& p) {
       p.objects = {
           stream("/Type /XObject /Subtype /Form /BBox [0 0 50 50] /Group << /S /Transparency /CS "
                  "/DeviceRGB >>",
                  "0 0 0 1 k 0 0 50 50 re f")};
       p.resources = kUse;
       p.content = "q 1 0 0 1 48.35 101.65 cm /X Do Q";
     },
     "a.pdf: page 1: error[group-space]: a group does not blend in CMYK\n"},
    {"SolidPicture", Standard::kPlain,
     [](SmallPdf& p) {
       p.objects = {picture("/Width 100 /Height 100 /BitsPerComponent 8 /ColorSpace /DeviceGray", 10000, '\x05')};
       p.resources = kUse;
       p.content = kDraw;
     },
     "a.pdf: page 1, 22 × 22 mm: warning[picture-black]: much of the picture is nearly solid black (100 %; "
     "limit 10)\n"},
    {"FaintPicture", Standard::kPlain,
     [](SmallPdf& p) {
       p.objects = {picture(kCmyk, 40000, '\x03')};
       p.resources = kUse;
       p.content = kDraw;
     },
     "a.pdf: page 1, 22 × 22 mm: warning[picture-highlight]: much of the picture has dots too small to print "
     "(100 %; limit 10)\n"},
    {"WhitePicture", Standard::kPlain,
     [](SmallPdf& p) {
       p.objects = {picture(kCmyk, 40000, '\0')};
       p.resources = kUse;
       p.content = "0 0 0 1 k 40 40 20 20 re f " + std::string(kDraw);
     },
     ""},
};

}  // namespace banxin::test
