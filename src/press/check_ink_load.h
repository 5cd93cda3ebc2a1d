// Ink where type and pictures lie over one another, measured on the drawn plates of each page.
#pragma once

#include <string_view>

#include "press/findings.h"
#include "press/preflight.h"

namespace banxin {

/// After all other checks: single pictures and colours have been looked at by them, and are not told twice.
void check_ink_load(std::string_view pdf, const PreflightRun& run, Findings& findings);

}  // namespace banxin
