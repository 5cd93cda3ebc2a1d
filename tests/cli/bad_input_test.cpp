// Bad input of every kind: refused at its place with exit status 1, and nothing is written.
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>
#include <ostream>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "project.h"

namespace banxin::test {
namespace {

const std::string kEdition =
    "paper: 测试\ndate: 2024-01-08\npages:\n  - number: 1\n    layout: l.yaml\n    frames: {lead: a.md}\n";
const std::string kArticle = "---\ntitle: 题目\n---\n\n正文一段。\n";
const std::string kPhotoLayout =
    "page: {size: [120mm, 100mm]}\n"
    "grid: {size: 9pt, pitch: 13pt, columns: 2, measure: 11字, gap: 1字, rows: 12}\n"
    "styles: {title: {size: 小二}}\n"
    "frames:\n  lead: {kind: story, columns: 1-2, rows: 1-12, "
    "photos: [{columns: 1, rows: 4, at: top, caption: {columns: 1, rows: 1}}]}\n";
const std::string kPhotoArticle =
    "---\ntitle: 题目\nphotos:\n  - {file: photo.png, caption: 说明。, alt: 图}\n---\n\n正文一段。\n";

const std::string kAdvertLayout =
    "page: {size: [120mm, 100mm]}\n"
    "grid: {size: 9pt, pitch: 13pt, columns: 2, measure: 11字, gap: 1字, rows: 12}\n"
    "styles: {title: {size: 小二}}\n"
    "frames:\n  lead: {kind: story, columns: 1, rows: 1-12}\n  foot: {kind: advert, columns: 2, rows: "
    "1-12}\n";

std::string times(int count, std::string_view text) {
  std::string all;
  for (int i = 0; i < count; ++i) all += text;
  return all;
}

std::string changed(std::string text, std::string_view from, std::string_view to) {
  const std::size_t at = text.find(from);
  return at == text.npos ? "no '" + std::string(from) + "' to change" : text.replace(at, from.size(), to);
}

/// Lists of lists, each ten times as long as the one before: 10,000,000 values in 12 lines.
std::string alias_bomb() {
  std::string text = "a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n";
  for (int i = 1; i < 7; ++i) {
    const std::string before = "*a" + std::to_string(i - 1);
    text +=
        "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [" + times(9, before + ",") + before + "]\n";
  }
  return text;
}

/// The first bytes of a PNG file of `edge` × `edge` pixels, given as four bytes, and nothing after them.
std::string png_header(std::string_view edge) {
  using namespace std::string_literals;
  return "\x89PNG\r\n\x1a\n\0\0\0\rIHDR"s + std::string(edge) + std::string(edge) + "\x08\x02\0\0\0\0\0\0\0"s;
}

struct Bad {
  std::string what, file, text;  // `file` of the good project holds `text` instead
  std::string place;             // "file:line: " or "file:line:column: "
  std::string code;
};

void PrintTo(const Bad& bad, std::ostream* out) { *out << bad.what; }

std::vector<Bad> encodings() {
  using namespace std::string_literals;
  return {
      {"EditionByte", "edition.yaml", changed(kEdition, "测试", "\xB2\xE2"), "edition.yaml:1:8", "not-utf8"},
      {"EditionUtf16", "edition.yaml", "\xFF\xFEp\0a\0:\0"s, "edition.yaml:1:1", "not-utf8"},
      {"LayoutGb18030", "l.yaml", changed(kSmallLayout, "小二", "\xD0\xA1\xB6\xFE"), "l.yaml:3:25",
       "not-utf8"},
      {"LayoutUtf16", "l.yaml", "\xFE\xFF\0p\0a"s, "l.yaml:1:1", "not-utf8"},
      {"EditionEmpty", "edition.yaml", "", "edition.yaml:1:1", "empty-file"},
      {"LayoutByte", "l.yaml", changed(kSmallLayout, "size", "si\xFFze"), "l.yaml:1:10", "not-utf8"},
      {"LayoutNul", "l.yaml", changed(kSmallLayout, "size", "si\0ze"s), "l.yaml:1:10", "control-character"},
      {"LayoutEmpty", "l.yaml", "", "l.yaml:1:1", "empty-file"},
      {"ArticleUtf16", "a.md", "\xFF\xFE-\0-\0-\0\n\0"s, "a.md:1:1", "not-utf8"},
      {"ArticleGb18030", "a.md", changed(kArticle, "题目", "\xCC\xE2\xC4\xBF"), "a.md:2:8", "not-utf8"},
      {"ArticleNul", "a.md", changed(kArticle, "title", "ti\0tle"s), "a.md:2:3", "control-character"},
      {"ArticleEmpty", "a.md", "", "a.md:1:1", "empty-file"},
  };
}

std::vector<Bad> yaml() {
  const std::string article = "---\ntitle: x\n";
  return {
      {"EditionBomb", "edition.yaml", kEdition + alias_bomb(), "edition.yaml:11:46", "yaml-too-large"},
      {"LayoutBomb", "l.yaml", kSmallLayout + alias_bomb(), "l.yaml:10:46", "yaml-too-large"},
      {"ArticleBomb", "a.md", article + alias_bomb() + "---\n\n字。\n", "a.md:7:46", "yaml-too-large"},
      {"AliasOfItself", "edition.yaml", kEdition + "a: &a [*a]\n", "edition.yaml:7:8", "yaml-alias"},
      {"Brackets", "edition.yaml", kEdition + "x: " + times(100000, "["), "edition.yaml:7:10004",
       "yaml-too-large"},
      {"Deep", "l.yaml", kSmallLayout + ("x: " + times(3000, "[") + times(3000, "]") + "\n"), "l.yaml:6:67",
       "yaml-too-deep"},
      {"Twice", "edition.yaml", kEdition + "k: 1\nk: 2\n", "edition.yaml:8:1", "duplicate-key"},
      {"NotClosed", "edition.yaml", kEdition + "a: [1, 2\n", "edition.yaml:7:4", "invalid-yaml"},
      {"Tab", "l.yaml", std::string(kSmallLayout) + "a:\n\t- b\n", "l.yaml:7:1", "invalid-yaml"},
      {"HugeKey", "a.md", article + times(100000, "k") + ": 1\n---\n\n字。\n", "a.md:3:100001",
       "invalid-yaml"},
      {"Scalar", "edition.yaml", "hello\n", "edition.yaml:1:1", "wrong-type"},
      {"List", "edition.yaml", "- a\n", "edition.yaml:1:1", "wrong-type"},
  };
}

std::vector<Bad> numbers() {
  const auto layout = [](std::string_view from, std::string_view to) {
    return changed(kSmallLayout, from, to);
  };
  const auto edition = [](std::string_view from, std::string_view to) { return changed(kEdition, from, to); };
  return {
      {"NoColumns", "l.yaml", layout("columns: 2", "columns: 0"), "l.yaml:2:41", "out-of-range"},
      {"LongNumber", "l.yaml", layout("columns: 2", "columns: 99999999999999999999"), "l.yaml:2:41",
       "bad-number"},
      {"MinusSize", "l.yaml", layout("size: 9pt", "size: -1pt"), "l.yaml:2:14", "out-of-range"},
      {"NanSize", "l.yaml", layout("size: 9pt", "size: nan"), "l.yaml:2:14", "bad-length"},
      {"NoUnit", "l.yaml", layout("size: 9pt", "size: 9"), "l.yaml:2:14", "missing-unit"},
      {"Exponent", "l.yaml", layout("pitch: 13pt", "pitch: 1e400pt"), "l.yaml:2:26", "unknown-unit"},
      {"ManyRows", "l.yaml", layout("rows: 12", "rows: 1000000000"), "l.yaml:2:73", "out-of-range"},
      {"NoPage", "l.yaml", layout("120mm", "0mm"), "l.yaml:1:15", "out-of-range"},
      {"OffTheGrid", "l.yaml", layout("columns: 1-2", "columns: 1-9"), "l.yaml:5:32", "frame-outside-grid"},
      {"NoSuchDay", "edition.yaml", edition("01-08", "02-30"), "edition.yaml:2:7", "bad-date"},
      {"MinusPage", "edition.yaml", edition("number: 1", "number: -1"), "edition.yaml:4:13", "out-of-range"},
  };
}

std::vector<Bad> paths_and_text() {
  const auto edition = [](std::string_view to) { return changed(kEdition, "a.md", to); };
  const std::string body = kArticle + "\n";
  return {
      {"ParentFolder", "edition.yaml", edition("../../etc/passwd"), "edition.yaml:6:20", "outside-project"},
      {"AbsolutePath", "edition.yaml", edition("/etc/passwd"), "edition.yaml:6:20", "outside-project"},
      {"Missing", "edition.yaml", edition("b.md"), "edition.yaml:6:20", "not-found"},
      {"Folder", "edition.yaml", edition("."), "edition.yaml:6:20", "unreadable"},
      {"LongName", "edition.yaml", edition(times(300, "x") + ".md"), "edition.yaml:6:20", "unreadable"},
      {"UnknownFrame", "edition.yaml", changed(kEdition, "lead", "led"), "edition.yaml:6:14",
       "unknown-frame"},
      {"Digits", "a.md", body + times(200, "1") + "\n", "a.md:7:1", "line-too-wide"},
      {"Brackets", "a.md", body + times(20000, "[") + "\n", "a.md:7:1", "line-too-wide"},
      {"LongParagraph", "a.md", body + times(100000, "汉字排版测试文") + "\n", "a.md:7:1",
       "paragraph-too-long"},
      {"Letters", "a.md", body + times(400, "x") + "\n", "a.md:7:358", "overset"},
      {"ShortParagraphs", "a.md", body + times(10000, "字\n\n"), "a.md:45:1", "overset"},
  };
}

std::vector<Bad> photos() {
  using namespace std::string_literals;
  return {
      {"Empty", "photo.png", "", "a.md:4:12", "photo-type"},
      {"Text", "photo.png", "hello", "a.md:4:12", "photo-type"},
      {"Signature", "photo.png", png_header("").substr(0, 8), "a.md:4:12", "photo-broken"},
      {"NoPixels", "photo.png", png_header("\0\0\0\0"s), "a.md:4:12", "photo-broken"},
      {"FiftyThousand", "photo.png", png_header("\0\0\xC3\x50"s), "a.md:4:12", "photo-size"},
      {"Largest", "photo.png", png_header("\x7F\xFF\xFF\xFF"), "a.md:4:12", "photo-size"},
      {"CutOff", "photo.png", png_header("\0\0\0\x40"s), "a.md:4:12", "photo-broken"},
      {"Missing", "", "", "a.md:4:12", "not-found"},
      {"Tiff", "photo.png", "II*\0\x08\0\0\0\0\0"s, "a.md:4:12", "photo-type"},
      {"Pdf", "photo.png", "%PDF-1.4\n", "a.md:4:12", "photo-type"},
      {"JpegHeader", "photo.png", "\xFF\xD8\xFF\xE0\0\x10JFIF\0"s, "a.md:4:12", "photo-broken"},
  };
}

std::vector<Bad> adverts() {
  const auto svg = [](const std::string& size) {
    return "<svg xmlns='http://www.w3.org/2000/svg' " + size + "><rect width='5' height='5'/></svg>";
  };
  return {
      {"Empty", "ad.svg", "", "edition.yaml:8:20", "bad-artwork"},
      {"OtherType", "ad.svg", "%PDF-1.4\n", "edition.yaml:8:20", "bad-artwork"},
      {"MinusWidth", "ad.svg", svg("width='-100' height='50'"), "edition.yaml:8:20", "bad-artwork"},
      {"HugeDrawing", "ad.svg", svg("width='1e9' height='1e9'"), "edition.yaml:8:20", "bad-artwork"},
      {"Missing", "", "", "edition.yaml:8:20", "not-found"},
  };
}

std::vector<Bad> furniture() {
  const auto layout = [](const std::string& frame) {
    return changed(kSmallLayout, "rows: 1-12}", "rows: 5-12}") + "  f: {columns: 1-2, rows: 1-4, " + frame +
           "}\n";
  };
  const std::string date = "date: 2024-01-08\n";
  return {
      {"LongName", "edition.yaml", changed(kEdition, "测试", times(10001, "测")), "edition.yaml:1:8",
       "text-too-long"},
      {"LongField", "edition.yaml",
       changed(kEdition, date, date + "fields: {a: " + times(10001, "字") + "}\n"), "edition.yaml:3:13",
       "text-too-long"},
      {"LongText", "l.yaml", layout("kind: text, text: " + times(100001, "字")), "l.yaml:6:50",
       "text-too-long"},
      {"LongOverset", "l.yaml", layout("kind: text, text: " + times(50000, "字")), "l.yaml:6:50", "overset"},
      {"LongSpread", "l.yaml", layout("kind: text, text: '" + times(20000, "|字") + "'"), "l.yaml:6:50",
       "spread-too-wide"},
      {"NameOfBlanks", "l.yaml", layout("kind: nameplate, name: ' '"), "l.yaml:6:55", "empty-frame"},
      {"NameWithoutWidth", "l.yaml", layout("kind: nameplate, name: \"\\u200b\\u0301\""), "l.yaml:6:55",
       "nameplate-too-large"},
      {"LongTitle", "a.md", changed(kArticle, "题目", times(10000, "题")), "a.md:2:8", "headline-too-wide"},
  };
}

class BadInput : public Project, public testing::WithParamInterface<Bad> {
 protected:
  void refuses(const std::string& place, const std::string& code) const {
    const Ran ran = run("render edition.yaml -o out.pdf");
    EXPECT_EQ(ran.status, 1);
    EXPECT_NE(ran.err.find(place + ": error[" + code + "]"), ran.err.npos) << ran.err.substr(0, 2000);
    EXPECT_FALSE(made("out.pdf"));
  }
  void good() const {
    write("edition.yaml", kEdition);
    write("l.yaml", kSmallLayout);
    write("a.md", kArticle);
  }
};

TEST_P(BadInput, IsRefusedAtItsPlace) {
  good();
  if (GetParam().place == "a.md:4:12") {
    write("l.yaml", kPhotoLayout);
    write("a.md", kPhotoArticle);
  }
  if (GetParam().place == "edition.yaml:8:20") {
    write("l.yaml", kAdvertLayout);
    write("edition.yaml", kEdition + "    adverts:\n      foot: {file: ad.svg, alt: 广告}\n");
  }
  if (!GetParam().file.empty()) write(GetParam().file, GetParam().text);
  refuses(GetParam().place, GetParam().code);
}

/// 3,000 fields of 10,000 characters would be 90 MB on one line.
TEST_F(BadInput, FieldsThatMultiply) {
  good();
  write("edition.yaml", changed(kEdition, "date: 2024-01-08\n",
                                "date: 2024-01-08\nfields: {a: " + times(10000, "字") + "}\n"));
  write("l.yaml", changed(kSmallLayout, "rows: 1-12}", "rows: 5-12}") +
                      "  f: {kind: folio, columns: 1-2, rows: 1-4, left: '" + times(3000, "{a}") + "'}\n");
  refuses("l.yaml:6:51", "text-too-long");
}

/// What other systems put before and after the same words changes nothing of the page.
TEST_F(BadInput, AMarkAtTheStartAndLinesOfWindowsAreGood) {
  good();
  ASSERT_EQ(run("render edition.yaml -o plain.json").status, 0);
  for (const char* name : {"edition.yaml", "l.yaml", "a.md"}) {
    std::string text = "\xEF\xBB\xBF";
    for (const char c : slurp(folder_ / name)) text += c == '\n' ? "\r\n" : std::string(1, c);
    write(name, text);
  }
  const Ran ran = run("render edition.yaml -o windows.json");
  EXPECT_EQ(ran.status, 0) << ran.err;
  EXPECT_EQ(slurp(folder_ / "windows.json"), slurp(folder_ / "plain.json"));
}

TEST_F(BadInput, LinksInACircleAndOutOfTheProject) {
  namespace fs = std::filesystem;
  const struct {
    const char* link;
    const char* to;
    const char* place;
    const char* code;
  } kLinks[] = {
      {"a.md", "a.md", "edition.yaml:6:20", "unreadable"},
      {"l.yaml", "l.yaml", "edition.yaml:5:13", "unreadable"},
      {"a.md", "/etc/passwd", "edition.yaml:6:20", "outside-project"},
      {"a.md", "../../../../../../../../etc/passwd", "edition.yaml:6:20", "outside-project"},
      {"l.yaml", "/etc/passwd", "edition.yaml:5:13", "outside-project"},
  };
  for (const auto& link : kLinks) {
    good();
    fs::remove(folder_ / link.link);
    fs::create_symlink(link.to, folder_ / link.link);
    refuses(link.place, link.code);
    fs::remove(folder_ / link.link);
  }
}

/// Told at the line of the catalogue that names the face, before the characters that it does not have.
TEST_F(BadInput, AFontThatIsDamaged) {
  good();
  const std::string whole = slurp("/usr/share/fonts/truetype/lxgw-wenkai/LXGWWenKai-Regular.ttf");
  ASSERT_GT(whole.size(), 1'000'000u);
  write("fonts.yaml",
        "faces:\n  mine: {family: Mine, files: [mine.ttf]}\n"
        "roles:\n  song: {han: [mine]}\n  hei: {han: [mine]}\n  kai: {han: [mine]}\n  fangsong: {han: "
        "[mine]}\n");
  write("mine.ttf", whole);
  EXPECT_EQ(run("--fonts fonts.yaml render edition.yaml -o good.pdf").status, 0);
  std::string holed = whole;
  holed.replace(100, 4000, std::string(4000, '\0'));
  for (const std::string& bytes : {std::string(), std::string("hello"), whole.substr(0, 300'000), holed}) {
    write("mine.ttf", bytes);
    for (const char* command :
         {"render edition.yaml -o out.pdf", "check edition.yaml", "capacity edition.yaml"}) {
      const Ran ran = run(std::string("--fonts fonts.yaml ") + command);
      EXPECT_EQ(ran.status, 1) << command;
      EXPECT_TRUE(ran.err.starts_with("fonts.yaml:2:3: error[font-damaged]: font file "))
          << command << ran.err.substr(0, 300);
    }
    EXPECT_FALSE(made("out.pdf"));
  }
}

const auto by_name = [](const testing::TestParamInfo<Bad>& row) { return row.param.what; };
INSTANTIATE_TEST_SUITE_P(Encodings, BadInput, testing::ValuesIn(encodings()), by_name);
INSTANTIATE_TEST_SUITE_P(Yaml, BadInput, testing::ValuesIn(yaml()), by_name);
INSTANTIATE_TEST_SUITE_P(Numbers, BadInput, testing::ValuesIn(numbers()), by_name);
INSTANTIATE_TEST_SUITE_P(PathsAndText, BadInput, testing::ValuesIn(paths_and_text()), by_name);
INSTANTIATE_TEST_SUITE_P(Furniture, BadInput, testing::ValuesIn(furniture()), by_name);
INSTANTIATE_TEST_SUITE_P(Adverts, BadInput, testing::ValuesIn(adverts()), by_name);
INSTANTIATE_TEST_SUITE_P(Photos, BadInput, testing::ValuesIn(photos()), by_name);

/// What is no file with an end, in the place of every kind of input: none is waited for.
class OddFiles : public BadInput {
 protected:
  void place(const std::string& name, const std::string& kind) const {
    const std::filesystem::path path = folder_ / name;
    std::filesystem::remove(path);
    if (kind == "fifo") ::mkfifo(path.c_str(), 0666);
    if (kind == "loop") std::filesystem::create_symlink(path, path);
    if (kind == "device") std::filesystem::create_symlink("/dev/zero", path);
    if (kind == "folder") std::filesystem::create_directory(path);
  }
};

TEST_P(OddFiles, AreRefusedAtTheirPlace) {
  good();
  write("l.yaml", changed(kPhotoLayout, "columns: 1-2, rows: 1-12", "columns: 1-2, rows: 1-9") +
                      "  foot: {kind: advert, columns: 2, rows: 10-12}\n");
  write("edition.yaml", kEdition + "    adverts:\n      foot: {file: ad.pdf, alt: 广告}\n");
  write("a.md", GetParam().file == "photo.png" ? kPhotoArticle : kArticle);
  place(GetParam().file, GetParam().text);
  const Ran ran = run("render edition.yaml -o out.pdf");
  EXPECT_EQ(ran.status, 1);
  EXPECT_NE(ran.err.find(GetParam().place + ": error[" + GetParam().code + "]"), ran.err.npos) << ran.err;
}

std::vector<Bad> odd_files() {
  std::vector<Bad> out;
  for (const std::string kind : {"fifo", "loop", "device", "folder"}) {
    for (const auto& [file, place, code] : {std::tuple{"photo.png", "a.md:4:12", "unreadable"},
                                            {"a.md", "edition.yaml:6:20", "unreadable"},
                                            {"l.yaml", "edition.yaml:5:13", "unreadable"},
                                            {"ad.pdf", "edition.yaml:8:20", "bad-artwork"}}) {
      const std::string name = std::filesystem::path(file).stem().string();
      const bool artwork = file == std::string_view("ad.pdf");
      out.push_back({kind + "_" + name, file, kind, place,
                     kind == "device"            ? "outside-project"
                     : artwork && kind == "loop" ? "unreadable"
                                                 : code});
    }
  }
  return out;
}
INSTANTIATE_TEST_SUITE_P(All, OddFiles, testing::ValuesIn(odd_files()), by_name);

}  // namespace
}  // namespace banxin::test
