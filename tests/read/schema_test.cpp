// The JSON Schemas say what the readers check.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "read/keys.h"
#include "read/read.h"

namespace banxin {
namespace {

using nlohmann::json;

TEST(Schema, HasItsNames) {
  EXPECT_EQ(schema_names(),
            (std::vector<std::string>{"layout", "edition", "overlay", "article", "catalogue"}));
  EXPECT_FALSE(schema("page"));
  EXPECT_FALSE(schema(""));
}

/// Every key of the table is in the schema, with its description, and no other is.
void expect_same(const KindSpec& kind, const json& object) {
  SCOPED_TRACE(std::string(kind.name));
  EXPECT_EQ(object.at("type"), "object");
  EXPECT_EQ(object.at("additionalProperties"), false);
  EXPECT_EQ(object.at("properties").size(), kind.keys.size());
  json required = json::array();
  for (const KeySpec& key : kind.keys) {
    ASSERT_TRUE(object["properties"].contains(key.name)) << key.name;
    const json& property = object["properties"][std::string(key.name)];
    EXPECT_EQ(property.at("description"), std::string(key.what));
    if (key.required) required.push_back(std::string(key.name));
    if (key.shape == Shape::kObject) expect_same(*key.kinds[0], property);
    if (key.shape == Shape::kObjects) expect_same(*key.kinds[0], property.at("items"));
    if (key.shape == Shape::kWord) {
      EXPECT_EQ(property.at("enum").size(), key.words.size());
    }
    if (key.shape != Shape::kNamed) continue;
    const json& named = property.at("additionalProperties");
    for (std::size_t i = 0; i < key.kinds.size(); ++i) {
      expect_same(*key.kinds[i], key.kinds.size() == 1 ? named : named.at("oneOf").at(i));
    }
  }
  EXPECT_EQ(object.at("required"), required);
}

TEST(Schema, HoldsEveryKeyOfTheTables) {
  for (const FileKind& file : file_kinds()) {
    const json parsed = json::parse(schema(std::string(file.name)).value());
    EXPECT_EQ(parsed.at("$schema"), "http://json-schema.org/draft-07/schema#");
    EXPECT_EQ(parsed.at("title"), "banxin " + std::string(file.name));
    expect_same(*file.kind, parsed);
  }
}

TEST(Schema, NamesTheStyles) {
  const json layout = json::parse(schema("layout").value());
  EXPECT_EQ(layout["properties"]["styles"]["propertyNames"]["enum"].size(), std::size(kStyleNames));
  for (const char* name : kStyleNames) {
    const json& names = layout["properties"]["styles"]["propertyNames"]["enum"];
    EXPECT_NE(std::find(names.begin(), names.end(), name), names.end()) << name;
  }
}

TEST(Schema, OfAnArticleAsWritten) {
  EXPECT_EQ(schema("article").value(),
            R"({
"$schema":"http://json-schema.org/draft-07/schema#",
"title":"banxin article",
"description":"The front matter of an article: YAML between two lines '---'","type":"object","additionalProperties":false,"required":[],"properties":{
"kicker":{"description":"引题","type":["string","number","boolean"]},
"title":{"description":"主题","type":["string","number","boolean"]},
"subtitle":{"description":"副题","type":["string","number","boolean"]},
"deck":{"description":"提要","type":["string","number","boolean"]},
"byline":{"description":"署名","type":["string","number","boolean"]},
"dateline":{"description":"电头, run in at the start of the text","type":["string","number","boolean"]},
"jump-title":{"description":"over the part on another page; absent: the title","type":["string","number","boolean"]},
"photos":{"description":"the photos, in the order of the frame's photo slots","type":"array","items":{"description":"A photo of the article","type":"object","additionalProperties":false,"required":["file"],"properties":{
"file":{"description":"JPEG or PNG, seen from this file's folder","type":["string","number","boolean"]},
"caption":{"description":"图片说明; absent: what the photo file says","type":["string","number","boolean"]},
"credit":{"description":"摄影署名; absent: what the photo file says","type":["string","number","boolean"]},
"alt":{"description":"what the picture shows, for readers who cannot see it","type":["string","number","boolean"]},
"focus":{"description":"the point that a crop keeps, as fractions of width and height","type":"array","items":{"type":"number","minimum":0,"maximum":1},"minItems":2,"maxItems":2}
}}}
}}
)");
}

}  // namespace
}  // namespace banxin
