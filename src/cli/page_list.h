// "1,3-5": which pages of an edition.
#pragma once

#include <string>
#include <vector>

#include "page/page.h"

namespace banxin {

/// A page or spread as the user counts it.
struct NumberedPage {
  NumberedPage(int number) : first(number), last(number) {}  // NOLINT(google-explicit-constructor)
  explicit NumberedPage(const PlacedPage& page)
      : first(page.number), last(page.number + (page.spread ? 1 : 0)) {}
  int first, last;
};

struct PageChoice {
  std::vector<std::size_t> indexes;  ///< into `pages`, in the edition's order, each once
  std::string error;                 ///< empty when all is well
};

/// Chooses from the pages with these numbers; an empty list is all of them. Each number of a spread chooses
/// it. A number that no page has is an error.
PageChoice choose_pages(const std::string& list, const std::vector<NumberedPage>& pages);
inline PageChoice choose_pages(const std::string& list, const std::vector<int>& numbers) {
  return choose_pages(list, std::vector<NumberedPage>(numbers.begin(), numbers.end()));
}

}  // namespace banxin
