#include "read/attributes.h"

#include <algorithm>

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

bool is_key(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

}  // namespace

void take_attributes(Letters& letters, Paragraph& paragraph, std::uint32_t file, Reading& in) {
  const Group group = last_group(letters);
  const std::size_t equals = group.text.find('=');
  if (equals == std::string::npos || !is_key(group.text.substr(0, equals))) return;
  const SourceSpan where{file, letters[group.begin].begin, letters.back().end};
  const std::string key = group.text.substr(0, equals), value = group.text.substr(equals + 1);
  if (key != "lines") {
    in.error("unknown-attribute", where, "unknown attribute '" + key + "'",
             "attributes here: {lines=+1} {lines=-1}");
  } else if (value != "+1" && value != "-1") {
    in.error("bad-attribute", where, "a paragraph cannot be set in '" + value + "' lines more",
             "write {lines=+1} or {lines=-1}");
  } else {
    paragraph.extra_lines = {value == "+1" ? 1 : -1, where};
  }
  letters.resize(group.begin);
  while (!letters.empty() && letters.back().cp == U' ') letters.pop_back();
}

}  // namespace banxin
