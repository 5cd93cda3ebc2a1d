// The palette `inks` of a layout or an edition, and inks as users write them: by name or by plates.
#pragma once

#include "read/fields.h"

namespace banxin {

/// Adds the entries of `inks` to the palette; an entry that is there already is replaced.
void read_inks(const YamlNode& node, Reading& in);

/// "black", "K 40", "C0 M100 Y100 K5", or a name of the palette, alone or with its tint in percent: "报红
/// 40".
Parsed<Ink> ink_named(std::string_view text, const Reading& in);

}  // namespace banxin
