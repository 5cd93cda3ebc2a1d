// The sample page, taken through the whole pipeline: set as it was printed.
#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "run_program.h"

namespace banxin {
namespace {

using nlohmann::json;
using test::run_program;

json seed_page() {
  static const json page = [] {
    const test::Ran ran = run_program("render samples/jinzhong/edition.yaml --format json -o -");
    EXPECT_EQ(ran.status, 0) << ran.err;
    EXPECT_EQ(ran.err, "");
    return json::parse(ran.out);
  }();
  return page;
}

/// The body lines of the lead, column by column, from the top; a line is all text on one baseline of a
/// column.
std::vector<std::vector<std::string>> columns_of(const json& edition) {
  std::set<int> paragraphs;
  for (const json& node : edition["structure"]) {
    if (node["kind"] == "paragraph") paragraphs.insert(node["id"].get<int>());
  }
  const json& page = edition["pages"][0];
  std::map<int, double> column_left;
  for (const json& slot : page["slots"]) column_left[slot["column"]] = slot["box"][0];
  std::map<int, std::map<double, std::string>> lines;
  for (const json& item : page["items"]) {
    if (!item.contains("text") || !item.contains("node") || !paragraphs.count(item["node"].get<int>()))
      continue;
    int column = 0;
    for (const auto& [number, left] : column_left) {
      if (item["x"][0].get<double>() > left - 6)
        column = number;  // a trimmed opening mark starts half an em before
    }
    lines[column][item["y"].get<double>()] += item["text"].get<std::string>();
  }
  std::vector<std::vector<std::string>> out;
  for (const auto& [number, column] : lines) {
    out.emplace_back();
    for (const auto& [y, text] : column) out.back().push_back(text);
  }
  return out;
}

bool ends_with(const std::string& text, const std::string& end) {
  return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

// The tears in ../seed-article.txt are where the printed columns ended.
TEST(SeedPage, ColumnsEndAtThePrintedCharacters) {
  const auto columns = columns_of(seed_page());
  ASSERT_EQ(columns.size(), 4u);
  EXPECT_EQ(columns[0].size(), 40u);
  EXPECT_EQ(columns[1].size(), 23u);
  EXPECT_EQ(columns[2].size(), 20u);
  EXPECT_EQ(columns[3].size(), 40u);
  EXPECT_TRUE(ends_with(columns[0].back(), "开花结")) << columns[0].back();
  EXPECT_TRUE(ends_with(columns[1].back(), "三")) << columns[1].back();
  EXPECT_TRUE(ends_with(columns[2].back(), "会议精")) << columns[2].back();
  EXPECT_TRUE(ends_with(columns[3].back(), "创造！")) << columns[3].back();
}

TEST(SeedPage, EveryBodyLineStandsOnTheGrid) {
  const json edition = seed_page();
  const json& page = edition["pages"][0];
  std::set<double> tops;
  for (const json& slot : page["slots"]) tops.insert(slot["box"][1].get<double>());
  ASSERT_GE(tops.size(), 40u);
  double pitch = 0;
  for (auto a = tops.begin(), b = std::next(a); b != tops.end(); ++a, ++b) {
    const double step = *b - *a;
    if (pitch == 0) pitch = step;
    EXPECT_NEAR(std::remainder(step, pitch), 0, 0.0015);
  }
}

TEST(SeedPage, TwoRunsGiveTheSameBytes) {
  const std::filesystem::path folder = test::fresh_folder();
  for (const char* name : {"a.pdf", "b.pdf", "a.png", "b.png", "a.svg", "b.svg"}) {
    const test::Ran ran =
        run_program("render samples/jinzhong/edition.yaml --ppi 60 -o '" + (folder / name).string() + "'");
    ASSERT_EQ(ran.status, 0) << ran.err;
  }
  for (const std::string ending : {".pdf", ".png", ".svg"}) {
    EXPECT_TRUE(test::slurp(folder / ("a" + ending)) == test::slurp(folder / ("b" + ending))) << ending;
    EXPECT_GT(test::slurp(folder / ("a" + ending)).size(), 10000u);
  }
}

}  // namespace
}  // namespace banxin
