// JSON Schema (draft-07) out of the tables of keys, so that editors and the engine can never disagree.
#include "base/json.h"
#include "read/keys.h"
#include "read/read.h"

namespace banxin {

namespace {

// Patterns of ECMA-262. Numbers are written as in parse_number.
constexpr const char* kPaperUnits = "(pt|mm|cm|Q)";
constexpr const char* kNumber = "-?[0-9]+(\\.[0-9]+)?";
constexpr const char* kSizeNames = "(初号|[一二三四五六七八]号|小[初一二三四五六]号?)";

class SchemaWriter {
 public:
  std::string write(const FileKind& file) {
    json_.begin_object().line();
    json_.member("$schema", "http://json-schema.org/draft-07/schema#").line();
    json_.member("title", "banxin " + std::string(file.name)).line();
    members_of(*file.kind);
    json_.end_object();
    return json_.text() + "\n";
  }

 private:
  using Text = std::string_view;

  void string_schema(const std::string& pattern) {
    json_.member("type", "string").member("pattern", "^" + pattern + "$");
  }

  /// One of a string with this pattern and a bare number.
  void string_or_number(const std::string& pattern, const char* number, const KeySpec& key) {
    json_.key("anyOf").begin_array();
    json_.begin_object().member("type", number);
    bounds(key);
    json_.end_object();
    json_.begin_object();
    string_schema(pattern);
    json_.end_object().end_array();
  }

  void bounds(const KeySpec& key) {
    if (key.least == 0 && key.most == 0) return;
    json_.member("minimum", key.least).member("maximum", key.most);
  }

  void words(std::span<const Text> words) {
    json_.key("enum").begin_array();
    for (const Text word : words) json_.value(word);
    json_.end_array();
  }

  /// YAML reads bare words as numbers and dates where it can; text may be any of them.
  void text() {
    json_.key("type").begin_array().value("string").value("number").value("boolean").end_array();
  }

  void list_of(auto&& item, int count = -1) {
    json_.member("type", "array").key("items").begin_object();
    item();
    json_.end_object();
    if (count >= 0) json_.member("minItems", count).member("maxItems", count);
  }

  void paper() {
    json_.key("anyOf").begin_array();
    json_.begin_object();
    std::vector<Text> names;
    for (const PaperSize& size : paper_sizes()) names.push_back(size.name);
    words(names);
    json_.end_object();
    json_.begin_object();
    list_of([&] { string_schema(kNumber + std::string(kPaperUnits)); }, 2);
    json_.end_object().end_array();
  }

  void one_of(std::span<const KindSpec* const> kinds) {
    if (kinds.size() == 1) return members_of(*kinds[0]);
    json_.key("oneOf").begin_array();
    for (const KindSpec* kind : kinds) {
      json_.line().begin_object();
      members_of(*kind);
      json_.end_object();
    }
    json_.end_array();
  }

  void named(const KeySpec& key) {
    json_.member("type", "object");
    if (!key.words.empty()) {
      json_.key("propertyNames").begin_object();
      words(key.words);
      json_.end_object();
    }
    json_.key("additionalProperties").begin_object();
    one_of(key.kinds);
    json_.end_object();
  }

  void texts_by_name() {
    json_.member("type", "object").key("additionalProperties").begin_object();
    text();
    json_.end_object();
  }

  void box(const KeySpec& key) {
    json_.key("anyOf").begin_array();
    json_.begin_object();
    string_schema(std::string(kNumber) + kPaperUnits);
    json_.end_object().begin_object();
    members_of(*key.kinds[0]);
    json_.end_object().end_array();
  }

  void shape(const KeySpec& key) {
    const std::string number = kNumber, units = kPaperUnits;
    switch (key.shape) {
      case Shape::kText:
        return text();
      case Shape::kWord:
        return words(key.words);
      case Shape::kFlag:
        json_.member("type", "boolean");
        return;
      case Shape::kInteger:
        json_.member("type", "integer");
        return bounds(key);
      case Shape::kCharacters:
        return string_or_number("[0-9]+字", "integer", key);
      case Shape::kRows:
        return string_or_number("[0-9]+行", "integer", key);
      case Shape::kRange:
        return string_or_number("[0-9]+(-[0-9]+)?", "integer", key);
      case Shape::kLength:
        return string_schema(number + units);
      case Shape::kTypeSize:
        return string_schema("(" + number + units + "|" + kSizeNames + ")");
      case Shape::kPitch:
        return string_schema("(" + number + "(pt|mm|cm|Q|字)|" + kSizeNames + ")");
      case Shape::kSpace:
        return string_schema(number + "(pt|mm|cm|Q|字|行)");
      case Shape::kEm:
        return string_or_number(number + "(字|em)?", "number", key);
      case Shape::kPercent:
        return string_or_number("[0-9]+%", "integer", key);
      case Shape::kInk:
        return string_schema("[^ ].*");
      case Shape::kFont:
        return string_schema("[^ ]+( (regular|bold))?");
      case Shape::kDate:
        return string_schema("[0-9]{4}-[0-9]{2}-[0-9]{2}");
      case Shape::kPaper:
        return paper();
      case Shape::kPoint:
        return list_of([&] { json_.member("type", "number"), bounds(key); }, 2);
      case Shape::kSize:
        return list_of([&] { string_schema(number + units); }, 2);
      case Shape::kTexts:
        return list_of([&] { text(); });
      case Shape::kObject:
        return members_of(*key.kinds[0]);
      case Shape::kBox:
        return box(key);
      case Shape::kObjects:
        return list_of([&] { members_of(*key.kinds[0]); });
      case Shape::kNamed:
        return named(key);
      case Shape::kTextByName:
        return texts_by_name();
      case Shape::kObjectsByName:
        json_.member("type", "object").key("additionalProperties").begin_object();
        list_of([&] { members_of(*key.kinds[0]); });
        json_.end_object();
        return;
    }
  }

  void members_of(const KindSpec& kind) {
    if (!in_property_) json_.member("description", kind.what);
    in_property_ = false;
    json_.member("type", "object").member("additionalProperties", false);
    json_.key("required").begin_array();
    for (const KeySpec& key : kind.keys) {
      if (key.required) json_.value(key.name);
    }
    json_.end_array().key("properties").begin_object();
    for (const KeySpec& key : kind.keys) {
      json_.line().key(key.name).begin_object().member("description", key.what);
      in_property_ = key.shape == Shape::kObject;
      shape(key);
      in_property_ = false;
      json_.end_object();
    }
    json_.line().end_object();
  }

  JsonWriter json_;
  bool in_property_ = false;  // the property has its description already
};

}  // namespace

std::optional<std::string> schema(const std::string& name) {
  for (const FileKind& file : file_kinds()) {
    if (file.name == name) return SchemaWriter().write(file);
  }
  return std::nullopt;
}

std::vector<std::string> schema_names() {
  std::vector<std::string> out;
  for (const FileKind& file : file_kinds()) out.emplace_back(file.name);
  return out;
}

}  // namespace banxin
