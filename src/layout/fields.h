// What the words in braces of furniture text stand for on a page.
#pragma once

#include <string>
#include <string_view>

#include "document/document.h"

namespace banxin {

class FieldValues {
 public:
  /// Of text that stands on those pages. Edition and page must outlive it.
  FieldValues(const Edition& edition, const PageSpec& page, PageNumbers numbers)
      : edition_(edition), page_(page), numbers_(numbers) {}

  /// Names were checked when they were read; one that there is not is empty.
  std::string value(std::string_view name) const;
  /// With all its fields filled in; markup stays as it is. What grows longer than any furniture may be ends
  /// there: it cannot be set, which is said where that is tried.
  std::string filled(std::string_view text) const;
  int page_number() const { return numbers_.first; }
  /// The same on one page of a spread.
  FieldValues on_page(int number) const { return {edition_, page_, {number, number}}; }

 private:
  const Edition& edition_;
  const PageSpec& page_;
  PageNumbers numbers_;
};

}  // namespace banxin
