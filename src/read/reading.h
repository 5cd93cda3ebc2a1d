// What the parts of read/ share: where findings go, and how words of the user are shown in them.
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/diagnostic.h"
#include "document/missing.h"
#include "document/named_ink.h"

namespace banxin {

/// The inks that the user may call by name where the reading has come to.
struct Palette {
  std::map<std::string, Ink> names;
  std::vector<NamedInk> spots;  ///< all that were met: Document::spots
};

/// The findings of one reading. A hostile file could hold a finding a byte: after kMost the rest are not
/// told.
class Reading {
 public:
  static constexpr std::size_t kMost = 100;

  Reading(Sources& sources, Diagnostics& diags, Missing missing = Missing::kNothing)
      : sources_(sources), diags_(diags), missing_(missing) {}
  Sources& sources() { return sources_; }
  bool failed() const { return failed_; }
  Palette& palette() { return palette_; }
  const Palette& palette() const { return palette_; }
  void error(std::string code, SourceSpan where, std::string message, std::string hint = {});
  void warning(std::string code, SourceSpan where, std::string message, std::string hint = {});
  /// A frame to which nothing is given: where previews put a placeholder, a warning.
  void empty(SourceSpan where, std::string message, std::string hint);
  /// Reads a piece of the page that a placeholder can stand for: false when it has errors. They are told in
  /// either case, but where previews put a placeholder, the reading has not failed.
  template <class Read>
  bool piece(Read read) {
    const bool failed_before = std::exchange(failed_, false);
    read();
    const bool good = !failed_;
    lacks_pieces_ |= !good;
    failed_ = failed_before || (!good && missing_ == Missing::kNothing);
    return good;
  }
  /// Whether something may only seem not to be there.
  bool lacks_pieces() const { return lacks_pieces_; }
  /// "did you mean 'columns'?", else "`intro`: a, b, c". Empty when nobody will read it.
  std::string suggest(std::string_view word, std::span<const std::string> candidates,
                      std::string_view intro) const;
  /// Whether further findings are not shown.
  bool is_full() const { return found_ >= kMost; }
  /// The source text of a span.
  std::string_view text_at(SourceSpan where) const;

 private:
  bool full(SourceSpan where);
  Sources& sources_;
  Diagnostics& diags_;
  Palette palette_;
  std::size_t found_ = 0;
  bool failed_ = false, lacks_pieces_ = false;
  Missing missing_;
};

/// 'text', cut to what a message can hold, on one line.
std::string in_quotes(std::string_view text);
/// "a, b, c"; a long list ends in "…".
std::string listed(std::span<const std::string> words);
/// "line 3, column 7"
std::string place_of(const Sources& sources, SourceSpan where);
/// The candidate that a typing error away gives `word`; empty when none is near.
std::string nearest(std::string_view word, std::span<const std::string> candidates);

}  // namespace banxin
