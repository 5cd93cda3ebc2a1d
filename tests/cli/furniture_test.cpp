// The furniture sample and its zone, through the program.
#include <nlohmann/json.hpp>

#include "run_program.h"

namespace banxin {
namespace {

using nlohmann::json;
using test::run_program;

std::string all_text(const json& page) {
  std::string out;
  for (const json& item : page["items"]) {
    if (item.contains("text")) out += item["text"].get<std::string>() + "\n";
  }
  return out;
}

TEST(FurnitureSample, IsCleanAndSaysWhatItShould) {
  const test::Ran ran = run_program("render samples/furniture/edition.yaml --format json -o -");
  EXPECT_EQ(ran.status, 0) << ran.err;
  EXPECT_EQ(ran.err, "");
  const json edition = json::parse(ran.out);
  const std::string front = all_text(edition["pages"][0]), second = all_text(edition["pages"][1]);
  for (const char* words :
       {"汾河晚报", "农历癸卯年十一月廿七", "今日3版", "第2版", "第3版", "国内统一连续出版物号"}) {
    EXPECT_NE(front.find(words), std::string::npos) << words;
  }
  EXPECT_NE(second.find("周沅"), std::string::npos);  // the page's own editor
  EXPECT_NE(second.find("郑岚"), std::string::npos);  // and the edition's layout
}

TEST(FurnitureSample, ADumpOfAPageDoesNotDependOnTheOthers) {
  const std::filesystem::path folder = test::fresh_folder();
  ASSERT_EQ(
      run_program("render samples/furniture/edition.yaml -o " + (folder / "a-{page}.json").string()).status,
      0);
  ASSERT_EQ(
      run_program("render samples/furniture/zone.yaml -o " + (folder / "b-{page}.json").string()).status, 0);
  EXPECT_NE(test::slurp(folder / "a-1.json"), test::slurp(folder / "b-1.json"));
  EXPECT_EQ(test::slurp(folder / "a-2.json"), test::slurp(folder / "b-2.json"));
  EXPECT_EQ(test::slurp(folder / "a-3.json"), test::slurp(folder / "b-3.json"));
}

TEST(Zone, TellsWhichPagesChanged) {
  const std::filesystem::path folder = test::fresh_folder();
  const test::Ran ran =
      run_program("render samples/furniture/zone.yaml -o " + (folder / "z-{page}.json").string());
  EXPECT_EQ(ran.status, 0) << ran.err;
  EXPECT_EQ(ran.out, "page 1: changed\npage 2: same\npage 3: same\n");
  const test::Ran only =
      run_program("render samples/furniture/zone.yaml --changed --changes " +
                  (folder / "changes.txt").string() + " -o " + (folder / "only-{page}.json").string());
  EXPECT_EQ(only.out, "");
  EXPECT_EQ(test::slurp(folder / "changes.txt"), ran.out);
  EXPECT_TRUE(std::filesystem::exists(folder / "only-1.json"));
  EXPECT_FALSE(std::filesystem::exists(folder / "only-2.json"));
}

/// The eastern districts' story has a paragraph that is optional and more than its frame takes.
TEST(Zone, LeavesOutAnOptionalParagraph) {
  const test::Ran ran = run_program("render samples/furniture/zone.yaml --format json --pages 1 -o -");
  EXPECT_EQ(ran.status, 0);
  EXPECT_NE(ran.err.find("east.md:14:1: warning[left-out]: frame 'side' leaves out paragraph 5 (54 字)"),
            std::string::npos)
      << ran.err;
  EXPECT_NE(ran.out.find("\"note\":\"to fit: without paragraph 5\""), std::string::npos);
  EXPECT_NE(ran.out.find("站牌已全部更换"), std::string::npos);
  EXPECT_EQ(ran.out.find("大龙"), std::string::npos);
}

}  // namespace
}  // namespace banxin
