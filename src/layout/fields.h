// What the words in braces of furniture text stand for on a page.
#pragma once

#include <string>
#include <string_view>

#include "document/document.h"

namespace banxin {

class FieldValues {
 public:
  /// Both must outlive it.
  FieldValues(const Edition& edition, const PageSpec& page) : edition_(edition), page_(page) {}

  /// Names were checked when they were read; one that there is not is empty.
  std::string value(std::string_view name) const;
  /// With all its fields filled in; markup stays as it is.
  std::string filled(std::string_view text) const;
  int page_number() const { return page_.number; }

 private:
  const Edition& edition_;
  const PageSpec& page_;
};

}  // namespace banxin
