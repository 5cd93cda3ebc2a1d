#include "text/break_places.h"

#include <algorithm>
#include <cstddef>

namespace banxin {

namespace {

constexpr std::int16_t kInUrlWord = 500;  // an address cut between two letters, rather than a loose line

/// Opens the words and runs of marks of a stretch without any break that is too
/// wide for the narrowest line.
void cut_words(const ShapedParagraph& p, const Measures& measures, const BreakOptions& options,
               std::uint32_t begin, std::uint32_t end, std::vector<BreakPlace>& places) {
  const Length room = measures.narrowest() - (begin == options.from ? measures.indent(0) : Length());
  const LineEdges edges = line_edges(p, begin, end, room);
  if (edges.natural - flexibility(p, edges).shrinkable() <= room) return;
  for (std::uint32_t k = begin; k + 1 < end; ++k) {
    if (p.joints[k].emergency) places.push_back({k + 1, 0, true});
  }
}

}  // namespace

std::vector<BreakPlace> break_places(const ShapedParagraph& p, const Measures& measures,
                                     const BreakOptions& options, BreakPass pass,
                                     const Tolerance& tolerance) {
  const bool emergency = pass == BreakPass::kEmergency;
  std::vector<BreakPlace> places;
  places.reserve(p.joints.size() + 1 - std::min<std::size_t>(options.from, p.joints.size()));
  places.push_back({options.from});
  for (std::size_t k = options.from; k < p.joints.size(); ++k) {
    const Joint& joint = p.joints[k];
    const auto end = static_cast<std::uint32_t>(k + 1);
    if (!joint.may_break()) {
      if (joint.in_url && tolerance.stretch_all && !emergency) places.push_back({end, kInUrlWord});
      continue;
    }
    if (emergency) cut_words(p, measures, options, places.back().end, end, places);
    places.push_back({end, joint.penalty, false, joint.hyphen, joint.stays_in_column()});
  }
  return places;
}

}  // namespace banxin
