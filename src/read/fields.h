// A group of keys, checked against its table, and typed access to what it holds.
//
// Every getter leaves the target alone when the key is absent or wrong (wrong is reported), so targets start
// with their defaults and reading goes on to find the next mistake.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include "read/keys.h"
#include "read/node.h"
#include "read/unit.h"

namespace banxin {

/// Entries of a map with unknown uses: names of the user. Reports names given twice; the first counts.
std::vector<const Entry*> named_entries(const YamlNode& map, Reading& in);
/// False, and an error, when the node has not the form of the shape. `name` is said in the message.
bool has_form(const YamlNode& node, Shape shape, std::string_view name, SourceSpan where, Reading& in,
              std::span<const KindSpec* const> kinds = {});

inline constexpr std::size_t kLongestText = 10'000;  ///< characters of a text of which the table says no more

/// False, and an error, when the text of a scalar has more than `most` characters, or an escape has put a
/// control character into it. `name` is said in the message.
bool is_good_text(const YamlNode& node, std::string_view name, Reading& in, std::size_t most = kLongestText);

/// Leaves `out` as it is, and an error, when the node is neither true nor false. `name` is said in the
/// message.
void read_flag(const YamlNode& node, std::string_view name, bool& out, Reading& in);

class Fields {
 public:
  /// Reports unknown keys, keys given twice, missing keys and values of the wrong form. `where` is the place
  /// to point at when something is missing; `name` is what the user calls this group ("" for the kind's
  /// name).
  Fields(const YamlNode& node, SourceSpan where, const KindSpec& kind, Reading& in);

  /// The value of a key when it is there and has the right form.
  const YamlNode* node(std::string_view key) const;
  /// The place of the key itself; of the group when it is absent.
  SourceSpan where(std::string_view key) const;
  bool has(std::string_view key) const { return node(key) != nullptr; }
  /// Whether the key is there, be its value good or not.
  bool was_written(std::string_view key) const { return slot(key).entry != nullptr; }

  void text(std::string_view key, Spanned<std::string>& out) const;
  void text(std::string_view key, std::string& out) const;
  void texts(std::string_view key, std::vector<Spanned<std::string>>& out) const;
  /// The words of the table stand in the order of the enumeration.
  template <class Enum>
  void word(std::string_view key, Enum& out) const {
    const int index = word_index(key);
    if (index >= 0) out = static_cast<Enum>(index);
  }
  void flag(std::string_view key, bool& out) const;
  bool integer(std::string_view key, int& out) const;
  void integer(std::string_view key, Spanned<int>& out) const;
  bool range(std::string_view key, Spanned<Range>& out) const;
  bool length(std::string_view key, const Units& units, Length& out) const;
  bool em(std::string_view key, Em& out) const;
  /// `hint`: said when it is out of the bounds of the key.
  bool percent(std::string_view key, std::string_view hint, int& out) const;
  void ink(std::string_view key, Ink& out) const;
  bool font(std::string_view key, FontChoice& out) const;
  void date(std::string_view key, std::optional<Date>& out) const;
  /// Two numbers within the key's bounds.
  void point(std::string_view key, double& x, double& y) const;

  /// [width, height]
  bool size(std::string_view key, Length& width, Length& height) const;

  /// Shows a mistake of unit.h at a node.
  void report(const YamlNode& at, const Mistake& mistake) const;
  /// Whether `value`, written at a node, is within the bounds of the key; an error when not.
  bool within(std::string_view key, double value, const YamlNode& at, std::string_view unit,
              std::string_view hint = {}) const;

 private:
  struct Slot {
    const Entry* entry = nullptr;
    bool good = false;
  };
  const KeySpec& spec(std::string_view key) const;
  const Slot& slot(std::string_view key) const;
  int word_index(std::string_view key) const;
  const YamlNode* good_text(std::string_view key) const;
  template <class T>
  bool take(std::string_view key, Parsed<T> parsed, T& out) const;

  const KindSpec& kind_;
  SourceSpan where_;
  Reading& in_;
  std::vector<Slot> slots_;  // as kind_.keys
};

}  // namespace banxin
