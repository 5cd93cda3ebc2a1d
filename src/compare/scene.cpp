#include "compare/scene.h"

#include <algorithm>

#include "base/json.h"

namespace banxin {

namespace {

template <class Key>
Key most_used(const std::map<Key, std::size_t>& counts) {
  Key best{};
  std::size_t most = 0;
  for (const auto& [key, count] : counts) {
    if (count > most) best = key, most = count;
  }
  return best;
}

}  // namespace

void measure_grid(ScenePage& page) {
  std::map<Length, std::size_t> sizes, steps;
  for (std::size_t i = 0; i < page.slots.size(); ++i) {
    const SceneSlot& slot = page.slots[i];
    ++sizes[std::min(slot.box.width, slot.box.height)];
    if (i == 0) continue;
    const SceneSlot& before = page.slots[i - 1];
    const Length across = slot.box.x - before.box.x, down = slot.box.y - before.box.y;
    if (before.frame == slot.frame && before.column == slot.column && before.row + 1 == slot.row) {
      ++steps[down > Length() ? down : -across];  // vertical lines go to the left
    }
  }
  if (page.slots.empty()) {
    const SceneItem* before = nullptr;
    for (const SceneItem& item : page.items) {
      if (item.kind != SceneItem::Kind::kText || item.glyphs.empty()) continue;
      sizes[item.size] += item.glyphs.size();
      // Stretches of one line in several faces may stand a little apart.
      const Length down = before == nullptr ? Length() : item.glyphs[0].origin.y - before->glyphs[0].origin.y;
      if (before != nullptr && before->size == item.size && down * 2 > item.size) ++steps[down];
      before = &item;
    }
  }
  std::erase_if(sizes, [](const auto& entry) { return entry.first <= Length(); });
  std::erase_if(steps, [](const auto& entry) { return entry.first <= Length(); });
  page.size = most_used(sizes), page.pitch = most_used(steps);
}

std::string ink_name(Ink ink) {
  std::string name;
  const auto plate = [&](char letter, std::uint16_t amount) {
    if (amount == 0) return;
    name += name.empty() ? "" : " ";
    name += letter + json_number(amount / 10.0, 1);
  };
  plate('C', ink.c), plate('M', ink.m), plate('Y', ink.y), plate('K', ink.k);
  return name.empty() ? "no ink" : name;
}

}  // namespace banxin
