// banxin fonts: the list of roles and the check of texts.
#include <gmock/gmock.h>

#include "run_program.h"

namespace banxin::test {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::Not;

std::string text_file(const std::string& name, const std::string& text) {
  const fs::path path = fs::path(testing::TempDir()) / name;
  std::ofstream(path, std::ios::binary) << text;
  return path.string();
}

TEST(FontsCommand, ListsRolesWithTheirFiles) {
  const Ran ran = run_program("fonts");
  EXPECT_EQ(ran.status, 0) << ran.err;
  for (const char* role :
       {"song regular\n", "song bold\n", "hei regular\n", "kai regular\n", "fangsong regular\n"}) {
    EXPECT_THAT(ran.out, HasSubstr(role));
  }
  EXPECT_THAT(ran.out, HasSubstr("/NotoSerifCJK-Regular.ttc, face 2\n"));
  EXPECT_THAT(ran.out, HasSubstr("/LXGWWenKai-Regular.ttf\n"));
  EXPECT_THAT(ran.out, Not(HasSubstr("damaged")));
}

TEST(FontsCommand, ListsAsJson) {
  const Ran ran = run_program("fonts --format json");
  EXPECT_EQ(ran.status, 0) << ran.err;
  EXPECT_THAT(ran.out, HasSubstr(R"({"role":"song","weight":"bold","han":["noto-serif-sc-bold",)"));
  EXPECT_THAT(ran.out, HasSubstr(R"("index":2,"usable":true})"));
}

TEST(FontsCommand, WorksFromAnywhere) { EXPECT_EQ(run_program("fonts", "/").status, 0); }

TEST(FontsCommand, SaysWhichCharactersHaveNoGlyph) {
  const std::string path = text_file("banxin-missing.txt", "国家\n第二行\U0010FFFD完\U0010FFFD\n");
  const Ran ran = run_program("fonts --check " + path);
  EXPECT_EQ(ran.status, 1);
  const std::string message = ": error[missing-glyph]: no font of role 'song' has '\U0010FFFD' (U+10FFFD)\n";
  EXPECT_THAT(ran.err, HasSubstr(path + ":2:4" + message));
  EXPECT_THAT(ran.err, HasSubstr(path + ":2:6" + message));
}

TEST(FontsCommand, SaysWhichFaceStandsIn) {
  const std::string path = text_file("banxin-fallback.txt", "国\u9FEB，\u9FEB“A”——\n");
  const Ran ran = run_program("fonts --check " + path);
  EXPECT_EQ(ran.status, 0) << ran.err;
  EXPECT_EQ(ran.err, "");
  EXPECT_THAT(ran.out, testing::StartsWith("\u9FEB U+9FEB "));
  EXPECT_THAT(ran.out, HasSubstr("2x, first at " + path + ":1:2\n"));
  EXPECT_EQ(std::count(ran.out.begin(), ran.out.end(), '\n'), 1);
  EXPECT_EQ(run_program("fonts --role kai --check " + path).out, "");  // LXGW WenKai has it
}

TEST(FontsCommand, ChecksAsJson) {
  const std::string path = text_file("banxin-json.txt", "国\U0010FFFD");
  const Ran ran =
      run_program("--diagnostics json fonts --format json --role hei --weight bold --check " + path);
  EXPECT_EQ(ran.status, 1);
  EXPECT_THAT(ran.out, HasSubstr(R"("codePoint":"U+10FFFD","missing":true,"count":1,)"));
  EXPECT_THAT(ran.err, HasSubstr(R"("code":"missing-glyph")"));
}

TEST(FontsCommand, ListsHowFacesAreMatched) {
  const std::string catalogue = text_file(
      "banxin-matched.yaml",
      "faces:\n"
      "  han: {family: Song, files: [/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc], index: 2}\n"
      "  caps: {family: Caps, files: [/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc],\n"
      "         scale: 1.06, raise: -0.025}\n"
      "roles:\n"
      "  song: {han: [han], italic: [caps], forms: [caps]}\n");
  const std::string row =
      "Caps                      /usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc, scale 1.06, raise "
      "-0.025\n";
  EXPECT_EQ(
      run_program("--fonts " + catalogue + " fonts").out,
      "song regular\n"
      "  han    Song                      /usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc, face "
      "2\n"
      "  italic " +
          row + "  forms  " + row);
  const std::string json = run_program("--fonts " + catalogue + " fonts --format json").out;
  EXPECT_THAT(json, HasSubstr(R"("italic":["caps"],"forms":["caps"])"));
  EXPECT_THAT(json, HasSubstr(R"("scale":1.06,"raise":-0.025)"));
  EXPECT_THAT(json, HasSubstr(R"("scale":1,"raise":0)"));
}

TEST(FontsCommand, TellsWrongInput) {
  const std::string good = text_file("banxin-good.txt", "国");
  const std::string latin1 = text_file("banxin-latin1.txt",
                                       "Stra\xDF"
                                       "e");
  EXPECT_THAT(run_program("fonts --check /nowhere.txt").err,
              HasSubstr("error[unreadable]: cannot read '/nowhere.txt'"));
  EXPECT_THAT(run_program("fonts --check " + latin1).err, HasSubstr(":1:5: error[not-utf8]"));
  EXPECT_THAT(run_program("fonts --role brush --check " + good).err, HasSubstr("unknown role 'brush'"));
  EXPECT_EQ(run_program("fonts --check /nowhere.txt").status, 1);
  EXPECT_EQ(run_program("fonts --role brush --check " + good).status, 1);
  EXPECT_EQ(run_program("fonts --weight heavy --check " + good).status, 2);
}

TEST(FontsCommand, ARoleWithoutFontsNamesThePackage) {
  const std::string catalogue =
      text_file("banxin-none.yaml",
                "faces:\n"
                "  brush: {family: Brush, files: [/nowhere/brush.otf], package: fonts-brush}\n"
                "roles:\n"
                "  song: {han: [brush]}\n");
  const Ran ran = run_program("--fonts " + catalogue + " fonts");
  EXPECT_EQ(ran.status, 1);
  EXPECT_THAT(ran.err, HasSubstr(":4:3: error[font-missing]: no font of role 'song' is installed\n"));
  EXPECT_THAT(ran.err, HasSubstr("hint: install the Debian package fonts-brush\n"));
  EXPECT_THAT(ran.out, HasSubstr("not installed: Debian package fonts-brush"));
}

}  // namespace
}  // namespace banxin::test
