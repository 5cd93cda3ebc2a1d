// The vertical sample page, taken through the whole pipeline.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "run_program.h"

namespace banxin {
namespace {

using nlohmann::json;
using test::run_program;

json vertical_page() {
  static const json page = [] {
    const test::Ran ran = run_program("render samples/vertical/edition.yaml --format json -o -");
    EXPECT_EQ(ran.status, 0) << ran.err;
    EXPECT_EQ(ran.err, "");
    return json::parse(ran.out);
  }();
  return page;
}

/// The text of an article file that a page shows, without markup and blanks.
std::string body_of(const std::string& file) {
  std::string text =
      test::slurp(std::filesystem::path(BANXIN_SOURCE_DIR) / "samples/vertical/articles" / file);
  text.erase(0, text.find("\n---\n") + 5);
  std::erase_if(text, [](char c) { return c == ' ' || c == '\n' || c == '#'; });
  return text;
}

std::string text_of_pdf() {
  const std::filesystem::path pdf = test::fresh_folder() / "page.pdf";
  EXPECT_EQ(run_program("render samples/vertical/edition.yaml -o '" + pdf.string() + "'").status, 0);
  const std::string out = pdf.string() + ".txt";
  EXPECT_EQ(std::system(("pdftotext -raw '" + pdf.string() + "' '" + out + "'").c_str()), 0);
  std::string text = test::slurp(out);
  std::erase_if(text, [](char c) { return c == ' ' || c == '\n' || c == '\f'; });
  return text;
}

TEST(VerticalPage, IsCopiedCharacterForCharacter) {
  const std::string text = text_of_pdf();
  for (const char* file : {"lead.md", "second.md", "third.md"}) {
    const std::string body = body_of(file);
    ASSERT_GT(body.size(), 900u);
    EXPECT_NE(text.find(body), std::string::npos) << file;
  }
}

/// Texts of the items, each with the glyphs' x and y.
template <class See>
void for_each_text(const json& edition, See see) {
  for (const json& item : edition["pages"][0]["items"]) {
    if (item.contains("text")) see(item, item["text"].get<std::string>());
  }
}

TEST(VerticalPage, NumbersAndWordsStandAsTheyShould) {
  int turned = 0, side_by_side = 0;
  for_each_text(vertical_page(), [&](const json& item, const std::string& text) {
    if (text == "Fresnel" || text == "1912" || text == "2,350") {
      EXPECT_EQ(item.value("turn", 0), 90) << text;
      ++turned;
    }
    if (text.find("12名") != std::string::npos && item["y"].is_array()) {
      EXPECT_EQ(item.value("turn", 0), 0);
      const std::size_t at = [&] {  // of the 1 among the glyphs: one a character before it
        std::size_t n = 0;
        for (std::size_t i = 0; i < text.find("12名"); ++i) n += (text[i] & 0xC0) != 0x80;
        return n;
      }();
      EXPECT_EQ(item["y"][at], item["y"][at + 1]);
      EXPECT_LT(item["x"][at].get<double>(), item["x"][at + 1].get<double>());
      ++side_by_side;
    }
  });
  EXPECT_EQ(turned, 3);
  EXPECT_EQ(side_by_side, 1);
}

// Leading comes from the grid: every body line stands on one of its rows.
TEST(VerticalPage, EveryLineStandsOnTheGrid) {
  const json page = vertical_page()["pages"][0];
  const double right = page["type_area"][0].get<double>() + page["type_area"][2].get<double>();
  std::size_t slots = 0;
  for (const json& slot : page["slots"]) {
    const double rows = (right - slot["box"][0].get<double>() - slot["box"][2].get<double>()) / 17;
    EXPECT_NEAR(rows, std::round(rows), 0.001);
    EXPECT_NEAR(slot["box"][3].get<double>(), 115.5, 0.001);
    ++slots;
  }
  EXPECT_GT(slots, 150u);
}

TEST(VerticalPage, SaysItsLanguage) {
  EXPECT_EQ(vertical_page()["language"], "zh-Hant-TW");
  EXPECT_EQ(run_program("render samples/jinzhong/edition.yaml --format json -o - | grep -c zh-Hans").out,
            "1\n");
}

// The picture of a horizontal headline over vertical text.
TEST(VerticalPage, TheEssayHasItsHeadlineAbove) {
  bool found = false;
  for_each_text(vertical_page(), [&](const json& item, const std::string& text) {
    if (text != "等潮水的人") return;
    found = true;
    EXPECT_TRUE(item["y"].is_number());
    EXPECT_LT(item["x"][0].get<double>(), item["x"][4].get<double>());
  });
  EXPECT_TRUE(found);
}

}  // namespace
}  // namespace banxin
