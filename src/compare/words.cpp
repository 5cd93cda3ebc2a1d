// Distances in the desk's words.
#include <cmath>

#include "base/json.h"
#include "compare/compare.h"

namespace banxin {

namespace {

std::string measured(Length distance, Length unit, const char* name) {
  const std::string paper = json_number(distance.pt(), 3) + " pt, " + json_number(distance.mm(), 2) + " mm";
  const std::string in_units = unit <= Length() ? "0" : json_number(distance / unit, 2);
  return in_units == "0" ? paper : in_units + name + " (" + paper + ")";
}

}  // namespace

std::string across_in_words(Length distance, const ScenePage& page) {
  return measured(distance, page.size, "字");
}

std::string down_in_words(Length distance, const ScenePage& page) {
  return measured(distance, page.pitch, "行");
}

std::string shift_in_words(Point shift, const ScenePage& page) {
  std::string words;
  if (shift.x != Length()) {
    words = shift.x > Length() ? "right " + across_in_words(shift.x, page)
                               : "left " + across_in_words(-shift.x, page);
  }
  if (shift.y != Length()) {
    words += words.empty() ? "" : ", ";
    words +=
        shift.y > Length() ? "down " + down_in_words(shift.y, page) : "up " + down_in_words(-shift.y, page);
  }
  return words;
}

}  // namespace banxin
