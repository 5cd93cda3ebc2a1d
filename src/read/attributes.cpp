#include "read/attributes.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/utf8.h"

namespace banxin {

namespace {

/// A brace group at the end of the letters: its text and where it starts.
struct Group {
  std::string text;  // without the braces; empty: none
  std::size_t begin = 0;
};

Group last_group(const Letters& letters) {
  if (letters.empty() || letters.back().cp != U'}' || letters.back().literal) return {};
  const auto is_open = [](const Letter& l) { return l.cp == U'{' && !l.literal; };
  const auto open = std::find_if(letters.rbegin(), letters.rend(), is_open);
  if (open == letters.rend()) return {};
  Group group;
  group.begin = static_cast<std::size_t>(letters.rend() - open) - 1;
  for (std::size_t i = group.begin + 1; i + 1 < letters.size(); ++i) append_utf8(group.text, letters[i].cp);
  return group;
}

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    if (end > at) words.emplace_back(text.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

/// ".note": a paragraph becomes something else.
struct KindClass {
  const char* name;
  Paragraph::Kind kind;
};
constexpr std::array<KindClass, 2> kKinds = {
    {{".note", Paragraph::Kind::kNote}, {".caption", Paragraph::Kind::kCaption}}};

/// ".cut-in": a cross-head stands elsewhere.
struct PlaceClass {
  const char* name;
  HeadPlace place;
};
constexpr std::array<PlaceClass, 3> kHeadPlaces = {
    {{".rows", HeadPlace::kRows}, {".run-in", HeadPlace::kRunIn}, {".cut-in", HeadPlace::kCutIn}}};

constexpr const char* kForParagraphs =
    "attributes here: {lines=+1} {lines=-1} {.drop} {drop=3} {.continued} {.optional} {.note} {.caption}";
constexpr const char* kForHeads = "attributes of a cross-head: {.rows} {.run-in} {.cut-in}";

template <class Table>
auto find_in(const Table& table, std::string_view name) {
  return std::find_if(table.begin(), table.end(), [&](const auto& entry) { return name == entry.name; });
}

/// Whether the word can only be meant as an attribute.
bool is_attribute(const std::string& word) {
  const std::size_t equals = word.find('=');
  if (equals != std::string::npos && equals > 0) {
    return std::all_of(word.begin(), word.begin() + static_cast<std::ptrdiff_t>(equals),
                       [](char c) { return c >= 'a' && c <= 'z'; });
  }
  return word == ".drop" || word == ".continued" || word == ".optional" ||
         find_in(kKinds, word) != kKinds.end() || find_in(kHeadPlaces, word) != kHeadPlaces.end();
}

class AttributeReader {
 public:
  AttributeReader(Paragraph& paragraph, SourceSpan where, Reading& in)
      : paragraph_(paragraph), where_(where), in_(in) {}

  void take(const std::string& word) {
    if (paragraph_.kind == Paragraph::Kind::kCrossHead) return take_place(word);
    const std::size_t equals = word.find('=');
    if (equals != std::string::npos) return take_value(word.substr(0, equals), word.substr(equals + 1));
    if (word == ".drop") {
      paragraph_.drop_cap = {2, where_};
    } else if (word == ".continued") {
      paragraph_.continued = true;
    } else if (word == ".optional") {
      paragraph_.optional = true;
    } else if (const auto found = find_in(kKinds, word); found != kKinds.end()) {
      paragraph_.kind = found->kind;
    } else if (find_in(kHeadPlaces, word) != kHeadPlaces.end()) {
      in_.error("bad-attribute", where_, in_quotes(word) + " is for cross-heads", kForParagraphs);
    } else {
      unknown(word);
    }
  }

 private:
  void unknown(const std::string& word) {
    in_.error("unknown-attribute", where_, "unknown attribute '" + word + "'",
              paragraph_.kind == Paragraph::Kind::kCrossHead ? kForHeads : kForParagraphs);
  }

  void take_place(const std::string& word) {
    const auto found = find_in(kHeadPlaces, word);
    if (found != kHeadPlaces.end()) {
      paragraph_.place = found->place;
    } else if (is_attribute(word)) {
      in_.error("bad-attribute", where_, in_quotes(word) + " is for paragraphs", kForHeads);
    } else {
      unknown(word);
    }
  }

  void take_value(const std::string& key, const std::string& value) {
    if (key == "lines") {
      if (value == "+1" || value == "-1") {
        paragraph_.extra_lines = {value == "+1" ? 1 : -1, where_};
      } else {
        in_.error("bad-attribute", where_, "a paragraph cannot be set in '" + value + "' lines more",
                  "write {lines=+1} or {lines=-1}");
      }
    } else if (key == "drop") {
      if (value.size() == 1 && value[0] >= '2' && value[0] <= '5') {
        paragraph_.drop_cap = {value[0] - '0', where_};
      } else {
        in_.error("bad-attribute", where_, "a drop capital cannot take '" + value + "' lines",
                  "write {drop=2} to {drop=5}");
      }
    } else {
      unknown(key);
    }
  }

  Paragraph& paragraph_;
  SourceSpan where_;
  Reading& in_;
};

}  // namespace

void take_attributes(Letters& letters, Paragraph& paragraph, std::uint32_t file, Reading& in) {
  const Group group = last_group(letters);
  const std::vector<std::string> words = words_of(group.text);
  if (std::none_of(words.begin(), words.end(), is_attribute)) return;
  AttributeReader reader(paragraph, {file, letters[group.begin].begin, letters.back().end}, in);
  for (const std::string& word : words) reader.take(word);
  letters.resize(group.begin);
  while (!letters.empty() && letters.back().cp == U' ') letters.pop_back();
}

}  // namespace banxin
