#include "read/weights.h"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <utility>

namespace banxin {

void read_weights(const YamlNode& node, Weights& weights, Reading& in) {
  constexpr std::pair<std::string_view, Weighting> kWords[] = {
      {"error", Weighting::kError}, {"warning", Weighting::kWarning}, {"off", Weighting::kOff}};
  for (const Entry* entry : named_entries(node, in)) {
    const std::string& word = entry->value->text;
    const auto known =
        std::find_if(std::begin(kWords), std::end(kWords), [&](const auto& w) { return w.first == word; });
    if (known != std::end(kWords)) {
      weights[entry->key] = {known->second, entry->where};
      continue;
    }
    in.error(
        "unknown-word", entry->value->kind == YamlNode::Kind::kScalar ? entry->value->where : entry->where,
        in_quotes(entry->key) + " cannot be " + in_quotes(word), "the words here are: error, warning, off");
  }
}

}  // namespace banxin
