// Roles and fallback, measures of glyphs, and fonts that are missing or broken.
#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>

#include "base/utf8.h"
#include "faces.h"

namespace banxin {
namespace {

using Part = FontSet::Part;
using testing::HasSubstr;

struct Lookup {
  const char* role;
  Weight weight;
  Part part;
  char32_t cp, variation;
  FaceId want;
};

constexpr Lookup kLookups[] = {
    {"song", Weight::kRegular, Part::kHan, U'国', 0, kSerifSC},
    {"song", Weight::kBold, Part::kHan, U'国', 0, kSerifBold},
    {"song", Weight::kRegular, Part::kLatin, U'A', 0, kSerifSC},  // no Latin companion: the Latin of the Han
    {"song", Weight::kRegular, Part::kHan, U'\u9FEB', 0, kSansSC},  // lacks it: the next face of the chain
    {"song", Weight::kBold, Part::kHan, U'\u9FEB', 0, kNoFace},
    {"kai", Weight::kRegular, Part::kHan, U'国', 0, kWenKai},
    {"kai", Weight::kBold, Part::kHan, U'国', 0, kWenKai},  // no bold entry: the regular one
    {"kai", Weight::kRegular, Part::kHan, U'—', 0, kWenKai},
    {"kai", Weight::kRegular, Part::kMarks, U'—', 0, kSerifSC},      // the part's own face first
    {"kai", Weight::kRegular, Part::kHan, U'，', 0xFE01, kSerifSC},  // only Noto knows the sequence
    {"kai", Weight::kRegular, Part::kHan, U'国', 0xFE01, kWenKai},   // nobody does: as without the selector
    {"hei", Weight::kRegular, Part::kLatin, U'A', 0, kSerifTC},
    {"hei", Weight::kRegular, Part::kHan, U'A', 0, kSansSC},
    {"fangsong", Weight::kRegular, Part::kHan, U'国', 0, kWenKai},  // the first face is not installed
    {"song", Weight::kRegular, Part::kHan, U'\U0010FFFD', 0, kNoFace},
    {"nobody", Weight::kRegular, Part::kHan, U'国', 0, kNoFace},
};

TEST(FaceFor, Table) {
  for (const Lookup& l : kLookups) {
    SCOPED_TRACE(std::string(l.role) + " " + to_utf8(l.cp));
    EXPECT_EQ(test_fonts().face_for({l.role, l.weight}, l.part, l.cp, l.variation), l.want);
  }
}

TEST(FaceFor, ItalicIsForWesternLettersInEmphasis) {
  FontCatalogue catalogue = test_fonts().catalogue();
  for (CatalogueRole& role : catalogue.roles) role.italic = {kAbsent, kSerifTC};
  Diagnostics diags;
  const FontSet fonts(std::move(catalogue), diags);
  const FontChoice upright{"kai", Weight::kRegular}, italic{"kai", Weight::kRegular, true};
  EXPECT_EQ(fonts.face_for(italic, Part::kLatin, U'A'), kSerifTC);
  EXPECT_NE(fonts.face_for(upright, Part::kLatin, U'A'), kSerifTC);
  EXPECT_EQ(fonts.face_for(italic, Part::kHan, U'国'), kWenKai) << "no slanted Han";
}

constexpr Feature kOnum{"onum", true};

/// What to do about a form that the role has not, from the nearest help to the farthest.
TEST(LetterForms, TheHintNamesAFaceThatHasThem) {
  const FontChoice song{"song", Weight::kRegular};
  EXPECT_EQ(test_fonts().how_to_get(kOnum, song),
            "add a face with the OpenType feature onum to the font catalogue and name it in `forms` of role "
            "'song'");
  FontCatalogue catalogue = test_fonts().catalogue();
  catalogue.faces.push_back({{"termes", {}},
                             "TeX Gyre Termes",
                             {"/usr/share/texmf/fonts/opentype/public/tex-gyre/texgyretermes-regular.otf"},
                             0,
                             "fonts-texgyre"});
  {
    Diagnostics diags;
    const FontSet fonts(catalogue, diags);
    EXPECT_EQ(fonts.how_to_get(kOnum, song),
              "TeX Gyre Termes has them: name 'termes' in `forms` of role 'song' of the font catalogue");
  }
  catalogue.roles[0].forms = {kAbsent};
  Diagnostics diags;
  const FontSet fonts(std::move(catalogue), diags);
  EXPECT_EQ(fonts.how_to_get(kOnum, song),
            "install the Debian package fonts-absent: Absent Fang may have them");
}

TEST(FontSet, KnowsItsRoles) {
  EXPECT_TRUE(test_fonts().has_role("kai"));
  EXPECT_FALSE(test_fonts().has_role("brush"));
  EXPECT_TRUE(test_fonts().has_glyph(kWenKai, U'国'));
  EXPECT_FALSE(test_fonts().has_glyph(kAbsent, U'国'));
  EXPECT_EQ(test_fonts().nominal_glyph(kNoFace, U'国'), 0u);
  EXPECT_EQ(test_fonts().path(kWenKai), "/usr/share/fonts/truetype/lxgw-wenkai/LXGWWenKai-Regular.ttf");
  EXPECT_EQ(test_fonts().path(kAbsent), "");
}

TEST(EmBox, IsOneEmHighAndNeverHhea) {
  for (const FaceId face :
       std::initializer_list<FaceId>{kSerifSC, kSerifTC, kSansSC, kWenKai, kSerifBold, kAbsent, kNoFace}) {
    EXPECT_NEAR(test_fonts().em_box_ascent(face).em(), 0.88, 0.0001) << face;
  }
}

/// LXGW WenKai with other typo metrics; it has no BASE table, and its ink is in the middle of a box of .86.
double em_box_with_typo(int ascender, int descender) {
  std::ifstream in(test_fonts().path(kWenKai), std::ios::binary);
  std::string font{std::istreambuf_iterator<char>(in), {}};
  const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(font.at(at)); };
  for (std::size_t record = 12; record < 12 + 16u * byte(5); record += 16) {
    if (font.compare(record, 4, "OS/2") != 0) continue;
    const std::size_t os2 = std::size_t{byte(record + 8)} << 24 | byte(record + 9) << 16 |
                            byte(record + 10) << 8 | byte(record + 11);
    for (const auto& [at, value] : {std::pair{os2 + 68, ascender}, std::pair{os2 + 70, descender}}) {
      font[at] = static_cast<char>(value >> 8);
      font[at + 1] = static_cast<char>(value);
    }
  }
  const std::string path = testing::TempDir() + "/banxin-typo.ttf";
  std::ofstream(path, std::ios::binary) << font;
  FontCatalogue catalogue = test_catalogue();
  catalogue.faces[kWenKai].files = {path};
  Diagnostics diags;
  const double ascent = FontSet(catalogue, diags).em_box_ascent(kWenKai).em();
  std::filesystem::remove(path);
  return ascent;
}

TEST(EmBox, IsWhatTheFontSaysUnlessItsIdeographsContradict) {
  EXPECT_NEAR(em_box_with_typo(880, -120), .880, .001);
  EXPECT_NEAR(em_box_with_typo(1069, -293), .888, .001);  // 1 em around the same middle
  EXPECT_NEAR(em_box_with_typo(960, -40), .863, .003);    // nonsense: measured
  EXPECT_NEAR(em_box_with_typo(0, 0), .863, .003);        // silence: measured
}

// typography.md 7.7. The em box stays, so that lines stand as they did.
TEST(FontSet, ScaleAndRaiseAreInAllMeasuresButTheEmBox) {
  FontCatalogue catalogue = test_catalogue();
  catalogue.faces[kSerifSC].scale = Em::of(1.1), catalogue.faces[kSerifSC].raise = Em::of(0.05);
  Diagnostics diags;
  const FontSet scaled(std::move(catalogue), diags);
  EXPECT_EQ(scaled.scale(kSerifSC), Em::of(1.1));
  EXPECT_EQ(scaled.scale(kSerifTC), Em::of(1));
  EXPECT_EQ(scaled.scale(kNoFace), Em::of(1));
  EXPECT_EQ(scaled.em_box_ascent(kSerifSC), test_fonts().em_box_ascent(kSerifSC));
  const ShapeRequest letter{.face = kSerifSC, .text = "n", .begin = 0, .end = 1, .western = true};
  const ShapedGlyph was = test_fonts().shape(letter).at(0), is = scaled.shape(letter).at(0);
  EXPECT_EQ(is.id, was.id);
  EXPECT_NEAR(is.advance.em(), was.advance.em() * 1.1, .0001);
  EXPECT_NEAR(is.dy.em(), .05, .0001) << "letters grow from the baseline";
  EXPECT_NEAR(scaled.ink_box(kSerifSC, is.id).top.em(), test_fonts().ink_box(kSerifSC, was.id).top.em() * 1.1,
              .0001);
  ShapeRequest han{.face = kSerifSC, .text = "国", .begin = 0, .end = 3};
  EXPECT_NEAR(scaled.shape(han).at(0).dy.em(), .05 - .1 * .38, .0001) << "Han round the middle of their 字";
  han.direction = Direction::kVertical;
  EXPECT_NEAR(scaled.shape(han).at(0).dy.em(), .05 - .88 * 1.1, .0001);
}

double ink_centre(std::string_view mark, Language language) {
  ShapeRequest r{.face = kSerifSC, .text = mark, .begin = 0, .end = mark.size()};
  r.language = language;
  const InkBox box = test_fonts().ink_box(kSerifSC, test_fonts().shape(r).at(0).id);
  EXPECT_LE((box.right - box.left).em(), 0.48) << mark;  // so that half an em always holds the ink
  return (box.left + box.right).em() / 2;
}

TEST(InkBox, MarksOfTheMainlandStandAtTheStartThoseOfTaiwanInTheMiddle) {  // typography.md 1.2
  struct {
    const char* mark;
    double hans, hant;
  } const kMarks[] = {{"，", .15, .48}, {"。", .18, .50}, {"、", .16, .47}, {"：", .23, .50},
                      {"；", .21, .49}, {"！", .25, .50}, {"？", .25, .49}};
  for (const auto& [mark, hans, hant] : kMarks) {
    EXPECT_NEAR(ink_centre(mark, Language::kHans), hans, .006) << mark;
    EXPECT_NEAR(ink_centre(mark, Language::kHantTW), hant, .006) << mark;
  }
}

TEST(InkBox, OfASpaceIsEmpty) {
  EXPECT_TRUE(test_fonts().ink_box(kSerifSC, test_fonts().nominal_glyph(kSerifSC, U'　')).empty());
  EXPECT_TRUE(test_fonts().ink_box(kNoFace, 1).empty());
}

TEST(FontSet, ARoleWithoutAnyInstalledFaceNamesThePackage) {
  FontCatalogue catalogue = test_catalogue();
  catalogue.roles = {{{"fangsong", {}}, Weight::kRegular, {kAbsent}, {}, {}},
                     {{"song", {}}, Weight::kRegular, {kAbsent, kSerifSC}, {}, {}}};
  Diagnostics diags;
  const FontSet fonts(catalogue, diags);
  ASSERT_EQ(diags.all().size(), 1u);
  EXPECT_EQ(diags.all()[0].code, "font-missing");
  EXPECT_EQ(diags.all()[0].message, "no font of role 'fangsong' is installed");
  EXPECT_EQ(diags.all()[0].hint, "install the Debian package fonts-absent");
}

TEST(FontSet, TellsOfAStandInOnlyWhenTheRoleIsUsed) {
  Diagnostics diags;
  const FontSet fonts(test_catalogue(), diags);
  fonts.face_for({"song", Weight::kRegular}, Part::kHan, U'国');
  fonts.report(diags);
  EXPECT_TRUE(diags.all().empty());
  fonts.face_for({"fangsong", Weight::kRegular}, Part::kHan, U'国');
  fonts.report(diags);
  ASSERT_EQ(diags.all().size(), 1u);
  EXPECT_EQ(diags.all()[0].severity, Severity::kWarning);
  EXPECT_EQ(diags.all()[0].message,
            "role 'fangsong' is set in LXGW WenKai, because Absent Fang is not installed");
}

class BrokenFont : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = std::filesystem::path(testing::TempDir()) /
              (std::string("banxin-") + testing::UnitTest::GetInstance()->current_test_info()->name());
    std::filesystem::create_directories(folder_);
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  /// Uses a file of `bytes` as the first face of a role and returns what is reported.
  std::string use(const std::string& bytes, int index = 0) {
    const std::string path = folder_ / "broken.otf";
    std::ofstream(path, std::ios::binary) << bytes;
    FontCatalogue catalogue = test_catalogue();
    catalogue.faces.push_back({{"broken", {}}, "Broken", {path}, index, ""});
    catalogue.roles = {{{"song", {}}, Weight::kRegular, {kFaces, kSerifSC}, {}, {}}};
    Diagnostics diags;
    const FontSet fonts(catalogue, diags);
    EXPECT_TRUE(diags.all().empty());
    EXPECT_EQ(fonts.face_for({"song", Weight::kRegular}, Part::kHan, U'国', 0xFE00), kSerifSC);
    EXPECT_TRUE(fonts.shape({.face = kFaces, .text = "国", .begin = 0, .end = 3}).empty());
    EXPECT_TRUE(fonts.ink_box(kFaces, 1).empty());
    const std::uint32_t glyphs[] = {1};
    EXPECT_FALSE(fonts.subset(kFaces, glyphs, diags));
    fonts.report(diags);
    EXPECT_EQ(diags.all().size(), 2u);
    return diags.all().back().message;
  }

  static std::string file_of(FaceId face, std::size_t bytes) {
    std::ifstream in(test_fonts().path(face), std::ios::binary);
    std::string head(bytes, '\0');
    in.read(head.data(), static_cast<std::streamsize>(bytes));
    return head;
  }

 private:
  std::filesystem::path folder_;
};

TEST_F(BrokenFont, Empty) { EXPECT_THAT(use(""), HasSubstr("broken.otf")); }
TEST_F(BrokenFont, Text) { EXPECT_THAT(use("版心\n"), HasSubstr("is not an OpenType font")); }
TEST_F(BrokenFont, OnlyATag) { EXPECT_THAT(use("OTTO"), HasSubstr("broken.otf")); }
TEST_F(BrokenFont, CutOff) {
  EXPECT_THAT(use(file_of(kWenKai, 3'000'000)), HasSubstr("is cut off or damaged"));
}
TEST_F(BrokenFont, CollectionCutOff) {
  EXPECT_THAT(use(file_of(kSerifSC, 9'000), 2), HasSubstr("is cut off or damaged"));
}
TEST_F(BrokenFont, NoSuchFace) { EXPECT_THAT(use(file_of(kSerifSC, 9'000), 9), HasSubstr("has no face 9")); }

// Wrong bytes in the middle of a well-formed file: HarfBuzz leaves such tables out; nothing may crash.
TEST_F(BrokenFont, ScrambledTablesDoNotCrash) {
  const std::string whole = file_of(kWenKai, std::filesystem::file_size(test_fonts().path(kWenKai)));
  std::uint32_t random = 1;
  for (int round = 0; round < 8; ++round) {
    std::string bytes = whole;
    for (int i = 0; i < 20'000; ++i) {
      random = random * 1664525u + 1013904223u;
      bytes[300 + random % (bytes.size() - 300)] = static_cast<char>(random >> 24);
    }
    const std::string path = std::filesystem::path(testing::TempDir()) / "banxin-scrambled.ttf";
    std::ofstream(path, std::ios::binary) << bytes;
    FontCatalogue catalogue = test_catalogue();
    catalogue.faces[kWenKai].files = {path};
    Diagnostics diags;
    const FontSet fonts(catalogue, diags);
    std::vector<std::uint32_t> glyphs;
    for (const ShapedGlyph& g : fonts.shape({.face = kWenKai, .text = "国家——ABC", .begin = 0, .end = 15})) {
      glyphs.push_back(g.id);
      fonts.ink_box(kWenKai, g.id);
    }
    fonts.em_box_ascent(kWenKai);
    fonts.subset(kWenKai, glyphs, diags);
    std::filesystem::remove(path);
  }
}

}  // namespace
}  // namespace banxin
