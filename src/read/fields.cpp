#include "read/fields.h"

#include <algorithm>
#include <cassert>
#include <map>

#include "base/json.h"
#include "base/utf8.h"
#include "read/palette.h"
#include "read/shape.h"

namespace banxin {

namespace {

std::string_view name_of(YamlNode::Kind kind) {
  switch (kind) {
    case YamlNode::Kind::kNothing:
      return "empty";
    case YamlNode::Kind::kScalar:
      return "a single value";
    case YamlNode::Kind::kList:
      return "a list";
    case YamlNode::Kind::kMap:
      return "a group of keys";
  }
  return "something else";
}

void report_twice(const Entry& again, const Entry& first, Reading& in) {
  in.error("duplicate-key", again.where, in_quotes(again.key) + " is given twice",
           "the first is at " + place_of(in.sources(), first.where));
}

std::vector<std::string> names_of(std::span<const KeySpec> keys) {
  std::vector<std::string> out;
  for (const KeySpec& key : keys) out.emplace_back(key.name);
  return out;
}

/// "write it in its group, as box: {tint: …}", when the key is one of a group that may be written here.
std::string in_its_group(const KindSpec& kind, std::string_view key) {
  std::string out;
  for (const KeySpec& group : kind.keys) {
    const bool is_group = group.shape == Shape::kObject || group.shape == Shape::kBox;
    const bool has = is_group && std::any_of(group.kinds.begin(), group.kinds.end(), [&](const KindSpec* k) {
                       return k->find(key) != nullptr;
                     });
    if (!has) continue;
    out += out.empty() ? "write it in its group, as " : " or ";
    out += std::string(group.name) + ": {" + std::string(key) + ": …}";
  }
  return out;
}

/// What to write where a group of keys, or a list of them, is wanted.
std::string hint_of_form(const YamlNode& node, Shape shape, std::string_view name,
                         std::span<const KindSpec* const> kinds) {
  const bool is_map = node.kind == YamlNode::Kind::kMap;
  if (shape == Shape::kText && is_map) return "put text that starts with '{' in quotes";
  if (shape == Shape::kObjects && is_map) return "write it as a list: " + std::string(name) + ": [{…}]";
  if (shape != Shape::kObject || kinds.size() != 1) return {};
  return "the keys here are: " + listed(names_of(kinds.front()->keys));
}

}  // namespace

std::vector<const Entry*> named_entries(const YamlNode& map, Reading& in) {
  std::vector<const Entry*> out;
  std::map<std::string_view, const Entry*> seen;
  for (const Entry& entry : map.entries) {
    const auto [first, is_new] = seen.emplace(entry.key, &entry);
    if (is_new) {
      out.push_back(&entry);
    } else {
      report_twice(entry, *first->second, in);
    }
  }
  return out;
}

bool has_form(const YamlNode& node, Shape shape, std::string_view name, SourceSpan where, Reading& in,
              std::span<const KindSpec* const> kinds) {
  if (node.kind == YamlNode::Kind::kNothing) {
    in.error("missing-value", where, in_quotes(name) + " has no value",
             "write " + std::string(phrase(shape)) + ", or remove the key");
    return false;
  }
  const YamlNode::Kind wanted = form(shape);
  const YamlNode::Kind never = shape == Shape::kBox ? YamlNode::Kind::kList : YamlNode::Kind::kMap;
  const bool good = wanted == YamlNode::Kind::kNothing ? node.kind != never : node.kind == wanted;
  if (!good) {
    in.error("wrong-type", node.where,
             in_quotes(name) + " is " + std::string(name_of(node.kind)) + "; it must be " +
                 std::string(phrase(shape)),
             hint_of_form(node, shape, name, kinds));
  }
  return good;
}

bool is_good_text(const YamlNode& node, std::string_view name, Reading& in, std::size_t most) {
  std::size_t characters = 0;
  for (std::size_t i = 0; i < node.text.size(); ++characters) {
    const Decoded d = decode_utf8(node.text, i);
    if ((d.cp < 0x20 && d.cp != U'\n' && d.cp != U'\t') || (d.cp >= 0x7F && d.cp < 0xA0)) {
      in.error("control-character", node.where, "control character " + code_point_name(d.cp), "remove it");
      return false;
    }
    i += d.bytes;
  }
  if (characters <= most) return true;
  in.error("text-too-long", node.where,
           in_quotes(name) + " has " + std::to_string(characters) + " characters; the most is " +
               std::to_string(most));
  return false;
}

void read_flag(const YamlNode& node, std::string_view name, bool& out, Reading& in) {
  if (node.text == "true" || node.text == "false") {
    out = node.text == "true";
  } else {
    in.error("wrong-type", node.where,
             in_quotes(name) + " is " + in_quotes(node.text) + "; it must be true or false");
  }
}

Fields::Fields(const YamlNode& node, SourceSpan where, const KindSpec& kind, Reading& in)
    : kind_(kind), where_(where), in_(in), slots_(kind.keys.size()) {
  if (node.kind != YamlNode::Kind::kMap) {
    in.error("wrong-type", node.where.end > node.where.begin ? node.where : where,
             "the " + std::string(kind.name) + " is " + std::string(name_of(node.kind)) +
                 "; it must be a group of keys",
             "the keys here are: " + listed(names_of(kind.keys)));
    return;
  }
  std::vector<std::string> misspelt;  // keys that are there, if not in the right letters
  for (const Entry* entry : named_entries(node, in)) {
    const KeySpec* key = kind.find(entry->key);
    if (key == nullptr) {
      const std::string near = nearest(entry->key, names_of(kind.keys));
      const std::string group = near.empty() ? in_its_group(kind, entry->key) : "";
      in.error("unknown-key", entry->where,
               "unknown key " + in_quotes(entry->key) + " in " + std::string(kind.name),
               group.empty() ? in.suggest(entry->key, names_of(kind.keys), "the keys here are") : group);
      misspelt.push_back(near);
      continue;
    }
    Slot& slot = slots_[static_cast<std::size_t>(key - kind.keys.data())];
    slot = {entry, has_form(*entry->value, key->shape, key->name, entry->where, in, key->kinds)};
  }
  for (std::size_t i = 0; i < slots_.size(); ++i) {
    const KeySpec& key = kind.keys[i];
    if (!key.required || slots_[i].entry != nullptr) continue;
    if (std::find(misspelt.begin(), misspelt.end(), key.name) != misspelt.end()) continue;
    in.error("missing-key", where, "missing key " + in_quotes(key.name) + " in " + std::string(kind.name),
             std::string(key.name) + ": " + std::string(key.what));
  }
}

const KeySpec& Fields::spec(std::string_view key) const {
  const KeySpec* found = kind_.find(key);
  assert(found != nullptr);
  return *found;
}

const Fields::Slot& Fields::slot(std::string_view key) const {
  return slots_[static_cast<std::size_t>(&spec(key) - kind_.keys.data())];
}

const YamlNode* Fields::node(std::string_view key) const {
  const Slot& s = slot(key);
  return s.good ? s.entry->value : nullptr;
}

SourceSpan Fields::where(std::string_view key) const {
  const Slot& s = slot(key);
  return s.entry != nullptr ? s.entry->where : where_;
}

void Fields::report(const YamlNode& at, const Mistake& mistake) const {
  in_.error(mistake.code, at.where, mistake.message, mistake.hint);
}

bool Fields::within(std::string_view name, double value, const YamlNode& at, std::string_view unit,
                    std::string_view hint) const {
  const KeySpec& key = spec(name);
  if ((key.least == 0 && key.most == 0) || (value >= key.least && value <= key.most)) return true;
  in_.error("out-of-range", at.where,
            in_quotes(key.name) + " is " + at.text + "; it must be from " + json_number(key.least, 3) +
                std::string(unit) + " to " + json_number(key.most, 3) + std::string(unit),
            std::string(hint));
  return false;
}

template <class T>
bool Fields::take(std::string_view key, Parsed<T> parsed, T& out) const {
  if (const Mistake* mistake = std::get_if<Mistake>(&parsed)) {
    report(*node(key), *mistake);
    return false;
  }
  out = std::get<T>(parsed);
  return true;
}

const YamlNode* Fields::good_text(std::string_view key) const {
  const YamlNode* n = node(key);
  if (n == nullptr) return nullptr;
  const double most = spec(key).most;
  return is_good_text(*n, key, in_, most > 0 ? static_cast<std::size_t>(most) : kLongestText) ? n : nullptr;
}

void Fields::text(std::string_view key, Spanned<std::string>& out) const {
  if (const YamlNode* n = good_text(key)) out = {n->text, n->where};
}

void Fields::text(std::string_view key, std::string& out) const {
  if (const YamlNode* n = good_text(key)) out = n->text;
}

void Fields::texts(std::string_view key, std::vector<Spanned<std::string>>& out) const {
  const YamlNode* n = node(key);
  if (n == nullptr) return;
  for (const YamlNode* item : n->items) {
    if (item->kind == YamlNode::Kind::kScalar) {
      if (is_good_text(*item, key, in_)) out.push_back({item->text, item->where});
    } else {
      in_.error(
          "wrong-type", item->where.begin == item->where.end ? where(key) : item->where,
          "an item of " + in_quotes(key) + " is " + std::string(name_of(item->kind)) + "; it must be text");
    }
  }
}

int Fields::word_index(std::string_view key) const {
  const YamlNode* n = node(key);
  if (n == nullptr) return -1;
  const KeySpec& s = spec(key);
  for (std::size_t i = 0; i < s.words.size(); ++i) {
    if (s.words[i] == n->text) return static_cast<int>(i);
  }
  const std::vector<std::string> words(s.words.begin(), s.words.end());
  in_.error("unknown-word", n->where, in_quotes(key) + " cannot be " + in_quotes(n->text),
            in_.suggest(n->text, words, "the words here are"));
  return -1;
}

void Fields::flag(std::string_view key, bool& out) const {
  if (const YamlNode* n = node(key)) read_flag(*n, key, out, in_);
}

bool Fields::integer(std::string_view key, int& out) const {
  const YamlNode* n = node(key);
  if (n == nullptr) return false;
  const KeySpec& s = spec(key);
  const std::string_view unit = s.shape == Shape::kRows ? "行" : s.shape == Shape::kCharacters ? "字" : "";
  int number = 0;
  if (!take(key, parse_count(n->text, unit), number) || !within(key, number, *n, "")) return false;
  out = number;
  return true;
}

void Fields::integer(std::string_view key, Spanned<int>& out) const {
  if (integer(key, out.value)) out.where = node(key)->where;
}

bool Fields::range(std::string_view key, Spanned<Range>& out) const {
  const YamlNode* n = node(key);
  if (n == nullptr || !take(key, parse_range(n->text), out.value)) return false;
  out.where = n->where;
  return true;
}

bool Fields::length(std::string_view key, const Units& units, Length& out) const {
  const YamlNode* n = node(key);
  Length length;
  if (n == nullptr) return false;
  if (n->text == "true" || n->text == "false") {
    in_.error("bad-length", n->where, in_quotes(key) + " is a length here, not " + in_quotes(n->text),
              n->text == "true" ? "say how much, as in " + std::string(key) + ": 0.5pt"
                                : "write " + std::string(key) + ": 0pt, or leave the key out");
    return false;
  }
  if (!take(key, parse_length(n->text, units), length)) return false;
  if (!within(key, length.pt(), *n, "pt")) return false;
  out = length;
  return true;
}

bool Fields::em(std::string_view key, Em& out) const {
  const YamlNode* n = node(key);
  Em em;
  if (n == nullptr || !take(key, parse_em(n->text), em) || !within(key, em.em(), *n, "字")) return false;
  out = em;
  return true;
}

bool Fields::percent(std::string_view key, std::string_view hint, int& out) const {
  const YamlNode* n = node(key);
  int percent = 0;
  if (n == nullptr || !take(key, parse_count(n->text, "%"), percent)) return false;
  if (!within(key, percent, *n, "%", hint)) return false;
  out = percent;
  return true;
}

void Fields::ink(std::string_view key, Ink& out) const {
  if (const YamlNode* n = node(key)) take(key, ink_named(n->text, in_), out);
}

bool Fields::font(std::string_view key, FontChoice& out) const {
  const YamlNode* n = node(key);
  return n != nullptr && take(key, parse_font(n->text), out);
}

void Fields::date(std::string_view key, std::optional<Date>& out) const {
  const YamlNode* n = node(key);
  Date date;
  if (n != nullptr && take(key, parse_date(n->text), date)) out = date;
}

void Fields::point(std::string_view key, double& x, double& y) const {
  const YamlNode* n = node(key);
  if (n == nullptr) return;
  if (n->items.size() != 2) {
    in_.error("wrong-type", n->where, in_quotes(key) + " needs two numbers, as in [0.5, 0.4]");
    return;
  }
  double* const targets[] = {&x, &y};
  for (std::size_t i = 0; i < 2; ++i) {
    const YamlNode& item = *n->items[i];
    const auto number = parse_number(item.text);
    if (!number) {
      in_.error("bad-number", item.where, in_quotes(item.text) + " is not a number", {});
    } else if (within(key, *number, item, "")) {
      *targets[i] = *number;
    }
  }
}

bool Fields::size(std::string_view key, Length& width, Length& height) const {
  const YamlNode* n = node(key);
  if (n == nullptr) return false;
  if (n->items.size() != 2) {
    in_.error("wrong-type", n->where, in_quotes(key) + " needs two lengths, as in [120mm, 80mm]");
    return false;
  }
  Length out[2];
  for (std::size_t i = 0; i < 2; ++i) {
    const YamlNode& item = *n->items[i];
    const Parsed<Length> length = parse_length(item.text, {});
    if (const Mistake* mistake = std::get_if<Mistake>(&length)) {
      report(item, *mistake);
      return false;
    }
    out[i] = std::get<Length>(length);
    if (!within(key, out[i].pt(), item, "pt")) return false;
  }
  width = out[0], height = out[1];
  return true;
}

}  // namespace banxin
