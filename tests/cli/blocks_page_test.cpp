// The feature page with everything that can stand in a text, through the whole pipeline.
#include <gtest/gtest.h>

#include <map>
#include <nlohmann/json.hpp>
#include <string>

#include "run_program.h"

namespace banxin {
namespace {

using nlohmann::json;

json page() {
  static const json out = [] {
    const test::Ran ran = test::run_program("render samples/blocks/edition.yaml --format json -o -");
    EXPECT_EQ(ran.status, 0) << ran.err;
    EXPECT_EQ(ran.err, "");
    return json::parse(ran.out);
  }();
  return out;
}

TEST(BlocksPage, HasEveryKindOfNode) {
  std::map<std::string, int> kinds;
  const json edition = page();
  for (const json& node : edition["structure"]) ++kinds[node["kind"].get<std::string>()];
  EXPECT_EQ(kinds["quote"], 1);
  EXPECT_EQ(kinds["list"], 2);
  EXPECT_EQ(kinds["item"], 8);
  EXPECT_EQ(kinds["label"], 8);
  EXPECT_EQ(kinds["table"], 1);
  EXPECT_EQ(kinds["row"], 5);
  EXPECT_EQ(kinds["header-cell"], 4);
  EXPECT_EQ(kinds["cell"], 16);
  EXPECT_EQ(kinds["note"], 1);
  EXPECT_EQ(kinds["caption"], 1);
  EXPECT_EQ(kinds["crosshead"], 2);
  EXPECT_EQ(kinds["minorhead"], 4);  // one of them in a paragraph with marks
}

TEST(BlocksPage, LatinInEmphasisIsItalicAndHanIsNot) {
  std::map<std::string, std::string> faces;
  const json edition = page();
  for (const json& item : edition["pages"][0]["items"]) {
    if (item.contains("text")) faces[item["text"].get<std::string>()] = item["face"].get<std::string>();
  }
  EXPECT_EQ(faces["Avena nuda"], "termes-italic");
  for (const auto& [text, face] : faces) {
    if (text.find("老脾") != std::string::npos) {
      EXPECT_EQ(face, "lxgw-wenkai");
    }
  }
}

}  // namespace
}  // namespace banxin
