// `weights:` and `lint:`: code of a finding -> error, warning or off.
#pragma once

#include "document/weighting.h"
#include "read/fields.h"

namespace banxin {

void read_weights(const YamlNode& node, Weights& weights, Reading& in);

}  // namespace banxin
