// A deliberately bad PDF for every check, and all that is said about it.
#include "press/preflight.h"

#include <gtest/gtest.h>

#include <mutex>
#include <set>

#include "preflight_cases.h"
#include "press/builtin.h"

namespace banxin {
namespace {

using test::Bad;
using test::kBad;
using test::SmallPdf;
using test::stream;
using Standard = PressProfile::Standard;

std::string said(const std::string& pdf, const PressProfile& profile) {
  return written_findings(preflight(pdf, profile), "a.pdf", FindingForm::kShort);
}

PressProfile plain() {
  PressProfile profile;
  profile.standard = Standard::kPlain;
  return profile;
}

class Preflight : public ::testing::TestWithParam<Bad> {};

TEST_P(Preflight, Says) {
  SmallPdf pdf;
  GetParam().spoil(pdf);
  PressProfile profile = plain();
  profile.standard = GetParam().standard;
  // What a whole file of these standards needs has tests of its own below.
  if (profile.standard != Standard::kPlain) {
    for (const char* code : {"output-intent", "metadata", "trapped", "pdfx-version"}) {
      profile.weights[code] = Weighting::kOff;
    }
  }
  EXPECT_EQ(said(pdf.bytes(), profile), GetParam().said);
}

// ---- What a file needs as a whole

std::string profile_stream(const std::string& icc) { return stream("/N 4", icc); }

/// A small file that is PDF/X-4 in every respect.
SmallPdf small_x4() {
  SmallPdf pdf;
  pdf.version = "1.6";
  pdf.info = "/Title (a) /CreationDate (D:20240108000000Z) /ModDate (D:20240108000000Z) /Trapped /False";
  pdf.objects = {profile_stream(std::string(builtin_newsprint_icc())),
                 stream("/Type /Metadata /Subtype /XML",
                        "<dc:title>a</dc:title><pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>")};
  pdf.catalog =
      "/Metadata 11 0 R /OutputIntents [<< /S /GTS_PDFX /OutputConditionIdentifier (a) /Info (a) "
      "/DestOutputProfile 10 0 R >>]";
  return pdf;
}

PressProfile x4() { return {}; }

TEST(PreflightOfFiles, HasNothingAgainstAGoodOne) { EXPECT_EQ(said(small_x4().bytes(), x4()), ""); }

TEST(PreflightOfFiles, WantsTheMarksOfTheStandard) {
  EXPECT_EQ(said(SmallPdf().bytes(), x4()),
            "a.pdf: error[output-intent]: there are 0 output intents for PDF/X; one is needed\n"
            "a.pdf: error[metadata]: the info dictionary has no /Title\n"
            "a.pdf: error[metadata]: the info dictionary has no /CreationDate\n"
            "a.pdf: error[metadata]: the info dictionary has no /ModDate\n"
            "a.pdf: error[trapped]: the file does not say whether it is trapped\n"
            "a.pdf: error[pdfx-version]: the file does not say that it is PDF/X-4\n");
}

TEST(PreflightOfFiles, WantsAnOutputIntentWithAName) {
  SmallPdf pdf = small_x4();
  pdf.catalog = "/Metadata 11 0 R /OutputIntents [<< /S /GTS_PDFX >>]";
  EXPECT_EQ(said(pdf.bytes(), x4()),
            "a.pdf: error[output-intent]: the output intent does not name its printing condition\n"
            "a.pdf: error[output-intent]: the output intent has neither a profile nor a registry\n");
}

TEST(PreflightOfFiles, LooksAtTheOutputProfile) {
  SmallPdf pdf = small_x4();
  pdf.objects[0] = profile_stream("no profile");
  EXPECT_EQ(said(pdf.bytes(), x4()), "a.pdf: error[output-profile]: the output profile is no ICC profile\n");
}

TEST(PreflightOfFiles, ComparesTheProfilesInkWithTheLimit) {
  PressProfile profile = x4();
  profile.limits.ink = 200;
  EXPECT_EQ(
      said(small_x4().bytes(), profile),
      "a.pdf: warning[output-ink]: the output profile separates to more ink than this press takes (220 %; "
      "limit 200)\n");
}

TEST(PreflightOfFiles, ComparesTheTwoMetadata) {
  SmallPdf pdf = small_x4();
  pdf.objects[1] = stream("/Type /Metadata /Subtype /XML",
                          "<dc:title>b</dc:title><pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>");
  EXPECT_EQ(said(pdf.bytes(), x4()),
            "a.pdf: error[metadata-differs]: the XMP packet and the info dictionary differ in the title\n");
}

TEST(PreflightOfFiles, ComparesDatesAndTrapping) {
  SmallPdf pdf = small_x4();
  pdf.objects[1] =
      stream("/Type /Metadata /Subtype /XML",
             "<dc:title>a</dc:title><pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>"
             "<xmp:CreateDate>2024-01-08T00:00:00Z</xmp:CreateDate>"
             "<xmp:ModifyDate>2024-01-09T00:00:00Z</xmp:ModifyDate><pdf:Trapped>True</pdf:Trapped>");
  EXPECT_EQ(
      said(pdf.bytes(), x4()),
      "a.pdf: error[metadata-differs]: the XMP packet and the info dictionary differ in the date of change\n"
      "a.pdf: error[metadata-differs]: the XMP packet and the info dictionary differ in the trapping\n");
}

TEST(PreflightOfFiles, WantsThePressSizeOfPage) {
  PressProfile profile = plain();
  profile.limits.width = Length::points(160), profile.limits.height = Length::points(160);
  EXPECT_EQ(said(SmallPdf().bytes(), profile), "");
  profile.limits.height = 60_mm;
  EXPECT_EQ(
      said(SmallPdf().bytes(), profile),
      "a.pdf: page 1: error[trim-size]: the page is 56.4 mm × 56.4 mm; this press wants 56.4 mm × 60 mm\n");
}

TEST(PreflightOfFiles, KnowsWhichPagesPrintInColour) {
  SmallPdf pdf;
  pdf.content = "0 1 0.5 0 k 40 40 50 50 re f";
  PressProfile profile = plain();
  profile.colour_pages = {1, 4};
  EXPECT_EQ(said(pdf.bytes(), profile), "");
  profile.colour_pages = {4};
  EXPECT_EQ(said(pdf.bytes(), profile),
            "a.pdf: page 1: error[colour-page]: the press prints this page in black alone; it has Magenta\n"
            "a.pdf: page 1: error[colour-page]: the press prints this page in black alone; it has Yellow\n");
  pdf.content = "0 0 0 1 k 40 40 50 50 re f";
  EXPECT_EQ(said(pdf.bytes(), profile), "");
}

TEST(PreflightOfFiles, DrawsPagesSideBySide) {
  SmallPdf pdf;
  pdf.content = "0 1 0.5 0 k 40 40 50 50 re f";
  pdf.more_pages.assign(5, pdf.boxes);
  PressProfile profile = plain();
  profile.colour_pages = {2, 5};
  std::string expected;
  for (const char* page : {"1", "3", "4", "6"}) {
    for (const char* plate : {"Magenta", "Yellow"}) {
      expected += std::string("a.pdf: page ") + page +
                  ": error[colour-page]: the press prints this page in black alone; it has " + plate + "\n";
    }
  }
  for (const unsigned threads : {1u, 4u}) {
    std::mutex mutex;
    std::set<std::size_t> done;
    const auto progress = [&](std::size_t count, std::size_t all) {
      const std::lock_guard lock(mutex);
      EXPECT_EQ(all, 6u);
      done.insert(count);
    };
    const std::vector<PressFinding> found = preflight(pdf.bytes(), profile, {threads, progress});
    EXPECT_EQ(written_findings(found, "a.pdf", FindingForm::kShort), expected);
    EXPECT_EQ(done, (std::set<std::size_t>{1, 2, 3, 4, 5, 6}));
  }
}

TEST(PreflightOfFiles, KnowsThePlatesOfThePress) {
  SmallPdf pdf;
  pdf.resources =
      "/ColorSpace << /A [/Separation /Gold /DeviceCMYK << /FunctionType 2 /Domain [0 1] /C0 [0 0 0 0] "
      "/C1 [0 0.2 0.8 0.1] /N 1 >>] >>";
  PressProfile profile = plain();
  profile.spots = {"Gold"};
  EXPECT_EQ(said(pdf.bytes(), profile), "");
}

TEST(PreflightOfFiles, OpensEncryptedOnesIfItCan) {
  const test::TempFolder folder;
  const std::string plain_file = folder.write("a.pdf", SmallPdf().bytes());
  const auto locked = [&](const char* user) {
    EXPECT_EQ(test::run("qpdf --encrypt '" + std::string(user) + "' owner 256 -- " + plain_file + " " +
                        folder.path("b.pdf")),
              "");
    return said(test::run("cat " + folder.path("b.pdf")), plain());
  };
  EXPECT_EQ(locked(""), "a.pdf: error[encrypted]: the file is encrypted\n");
  EXPECT_EQ(locked("secret"), "a.pdf: error[encrypted]: the file cannot be opened without its password\n");
}

TEST(PreflightOfFiles, FindsObjectStreams) {
  const test::TempFolder folder;
  test::run("qpdf --object-streams=generate " + folder.write("a.pdf", SmallPdf().bytes()) + " " +
            folder.path("b.pdf"));
  PressProfile profile = x4();
  profile.standard = Standard::kX1a;
  for (const char* code : {"output-intent", "metadata", "trapped", "pdfx-version"}) {
    profile.weights[code] = Weighting::kOff;
  }
  EXPECT_EQ(said(test::run("cat " + folder.path("b.pdf")), profile),
            "a.pdf: error[pdf-version]: the file is PDF 1.5; this standard allows 1.4\n"
            "a.pdf: error[object-streams]: the file has object streams, which PDF/X-1a does not know\n");
}

TEST(PreflightOfFiles, SurvivesWhatIsNoPdf) {
  EXPECT_EQ(said("", plain()), "a.pdf: error[broken-file]: the file is no PDF\n");
  EXPECT_EQ(said("%PDF-1.4 and no more", plain()),
            "a.pdf: error[broken-file]: unable to find trailer dictionary while recovering damaged file\n");
}

/// Cut off anywhere: a finding, never a crash.
TEST(PreflightOfFiles, SurvivesWhatIsCutOff) {
  const std::string whole = small_x4().bytes();
  for (std::size_t size = 0; size < whole.size(); size += whole.size() / 50) {
    EXPECT_NE(said(whole.substr(0, size), x4()), "") << size;
  }
}

// ---- Weights and forms

TEST(PreflightWeights, AreTheProfiles) {
  SmallPdf pdf;
  pdf.content = "1 0 0 rg 48.35 101.65 50 50 re f";
  PressProfile profile = plain();
  profile.weights["colour-space"] = Weighting::kWarning;
  EXPECT_EQ(said(pdf.bytes(), profile),
            "a.pdf: page 1, 10 × 10 mm: warning[colour-space]: a colour is in DeviceRGB\n");
  profile.weights["colour-space"] = Weighting::kOff;
  EXPECT_EQ(said(pdf.bytes(), profile), "");
}

TEST(PreflightForms, SayWhatToDo) {
  SmallPdf pdf;
  pdf.content = "/BLACK gs 0 0 0 1 k BT /F 4 Tf 48.35 151.65 Td (a) Tj 0 -10 Td (b) Tj ET";
  const std::vector<PressFinding> findings = preflight(pdf.bytes(), plain());
  EXPECT_EQ(
      written_findings(findings, "a.pdf", FindingForm::kHuman),
      "a.pdf: page 1, 10 × 10 mm: error[small-type]: type is too small (4 pt; limit 5), 2 times on this "
      "page\nhint: set it larger\n");
  EXPECT_EQ(
      written_findings(findings, "a.pdf", FindingForm::kJson),
      "[\n{\"file\":\"a.pdf\",\"code\":\"small-type\",\"severity\":\"error\",\"page\":1,\"x\":10,\"y\":10,"
      "\"measured\":4,\"limit\":5,\"unit\":\"pt\",\"count\":2,\"message\":\"type is too "
      "small\",\"hint\":\"set it "
      "larger\"}\n]\n");
  EXPECT_EQ(written_findings({}, "a.pdf", FindingForm::kJson), "[\n]\n");
}

TEST(PreflightCodes, AreAllTriedHere) {
  std::set<std::string> tried;
  for (const Bad& bad : kBad) {
    const std::string said = bad.said;
    for (std::size_t at = said.find('['); at != said.npos; at = said.find('[', at + 1)) {
      tried.insert(said.substr(at + 1, said.find(']', at) - at - 1));
    }
  }
  // By the tests of whole files above.
  tried.insert({"broken-file", "encrypted", "object-streams", "output-intent", "output-profile", "output-ink",
                "pdfx-version", "metadata", "metadata-differs", "trapped", "trim-size", "colour-page"});
  tried.insert({"outside-trim", "screen-colour", "photo-alpha"});  // preflight_edition_test.cpp
  for (const std::string& code : preflight_codes()) EXPECT_TRUE(tried.contains(code)) << code;
}

INSTANTIATE_TEST_SUITE_P(Bad, Preflight, ::testing::ValuesIn(kBad),
                         [](const auto& bad) { return std::string(bad.param.name); });
}  // namespace
}  // namespace banxin
