// The palette: inks that a paper calls by their name.
#pragma once

#include <string>

#include "base/diagnostic.h"
#include "base/ink.h"

namespace banxin {

/// An ink that the four plates cannot name: a colour printed from a plate of its own 专色, or one that only
/// screens show. `Ink::spot` counts them from 1.
struct NamedInk {
  std::string plate;         ///< name of the plate, as the press knows it: "PANTONE 485 C"
  Ink solid;                 ///< its looks in process inks, for proofs and for presses without that ink
  bool screen_only = false;  ///< declared as RGB: no press prints it
  SourceSpan where;          ///< of its entry in the palette
};

}  // namespace banxin
