#include "cli/page_list.h"

#include <algorithm>
#include <charconv>
#include <string_view>

namespace banxin {

namespace {

/// "3" or "3-5"; false when it is neither.
bool parse_range(std::string_view text, int& first, int& last) {
  const char* end = text.data() + text.size();
  const auto a = std::from_chars(text.data(), end, first);
  if (a.ec != std::errc{}) return false;
  last = first;
  if (a.ptr == end) return true;
  if (*a.ptr != '-') return false;
  const auto b = std::from_chars(a.ptr + 1, end, last);
  return b.ec == std::errc{} && b.ptr == end && first <= last;
}

}  // namespace

PageChoice choose_pages(const std::string& list, const std::vector<NumberedPage>& pages) {
  PageChoice choice;
  std::vector<bool> chosen(pages.size(), list.empty());
  for (std::size_t at = 0; at < list.size();) {
    const std::size_t comma = std::min(list.find(',', at), list.size());
    const std::string part = list.substr(at, comma - at);
    at = comma + 1;
    int first = 0, last = 0;
    if (!parse_range(part, first, last)) {
      choice.error = "'" + part + "' is no page number or range; write --pages 1,3-5";
      return choice;
    }
    bool any = false;
    for (std::size_t i = 0; i < pages.size(); ++i) {
      if (pages[i].last >= first && pages[i].first <= last) chosen[i] = any = true;
    }
    if (!any) {
      choice.error = "the edition has no page " + part;
      return choice;
    }
  }
  for (std::size_t i = 0; i < pages.size(); ++i) {
    if (chosen[i]) choice.indexes.push_back(i);
  }
  return choice;
}

}  // namespace banxin
