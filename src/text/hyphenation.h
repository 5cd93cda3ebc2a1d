// Where English words may be divided: Liang's patterns by libhyphen, and what the rules of newspapers leave
// of them (typography.md 7.1).
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "document/setting.h"

struct _HyphenDict;  // of libhyphen

namespace banxin {

/// One dictionary. It may be asked from several threads.
class Hyphenator {
 public:
  /// Null when the file is not there or is no dictionary.
  static std::unique_ptr<const Hyphenator> open(const std::string& file);
  /// The English one, read once a process; null when it is not installed.
  static const Hyphenator* english();

  /// Where a hyphen may stand in a word of ASCII letters: bytes, rising. Nowhere in words of fewer than five
  /// letters, nor in abbreviations and names with capitals inside; two letters at least stay before it, three
  /// behind it, or "ly".
  std::vector<std::size_t> points(std::string_view word) const;

 private:
  struct Close {
    void operator()(_HyphenDict* dictionary) const;
  };
  std::unique_ptr<_HyphenDict, Close> dictionary_;
};

/// One warning when the setting asks for a dictionary that is not there; words then stay whole.
void report_hyphenation(const Setting& setting, SourceSpan where, Diagnostics& diags);
/// The same for a dictionary that is known: null is missing.
void report_hyphenation(const Setting& setting, const Hyphenator* dictionary, SourceSpan where,
                        Diagnostics& diags);

}  // namespace banxin
