// "1,3-5": which pages of an edition.
#pragma once

#include <string>
#include <vector>

namespace banxin {

struct PageChoice {
  std::vector<std::size_t> indexes;  ///< into `numbers`, in the edition's order, each once
  std::string error;                 ///< empty when all is well
};

/// Chooses from the pages with these numbers; an empty list is all of them. A number that no page has is an
/// error.
PageChoice choose_pages(const std::string& list, const std::vector<int>& numbers);

}  // namespace banxin
