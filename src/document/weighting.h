// How much a finding of the preflight or of the editorial lint weighs, as a paper sets it.
#pragma once

#include <map>
#include <string>

#include "base/diagnostic.h"

namespace banxin {

enum class Weighting { kOff, kWarning, kError };

/// By the code of the finding, as written; those not named keep their own.
using Weights = std::map<std::string, Spanned<Weighting>>;

}  // namespace banxin
