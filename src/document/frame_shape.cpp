#include "document/frame_shape.h"

#include <algorithm>

#include "base/json.h"
#include "document/layout_spec.h"

namespace banxin {

Legs legs_over(Length width, int count, Length size, Em gap) {
  Legs legs;
  legs.count = count;
  const Length asked = (gap * (count - 1)).at(size);
  const Length room = width - asked;
  if (room > Length()) legs.measure = static_cast<int>(room.units() / (size.units() * count));
  legs.gaps = width - size * (static_cast<std::int64_t>(legs.measure) * count);
  legs.remainder = legs.gaps - asked;
  return legs;
}

std::vector<const Frame*> PageLayout::chain(const Frame& first) const {
  std::vector<const Frame*> out{&first};
  while (!out.back()->to.value.empty() && out.size() <= frames.size()) {
    const Frame* next = frame(out.back()->to.value);
    if (next == nullptr) break;
    out.push_back(next);
  }
  return out;
}

bool PageLayout::is_continuation(const Frame& f) const {
  return std::any_of(frames.begin(), frames.end(),
                     [&](const Frame& other) { return other.to.value == f.name.value; });
}

std::string leg_choices(Length width, Length size, Em gap) {
  std::string out;
  for (int count = 1;; ++count) {
    const Legs legs = legs_over(width, count, size, gap);
    if (legs.measure < kNarrowestLeg) return out;
    out += (out.empty() ? "" : ", ") + std::to_string(count) + " of " + std::to_string(legs.measure) + "字";
    if (count == 1 || legs.remainder == Length()) continue;
    out += " (gaps " + json_number(legs.gaps / (count - 1) / size, 2) + "字)";
  }
}

}  // namespace banxin
