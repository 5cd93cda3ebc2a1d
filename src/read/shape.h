// What is said of each form of value: in messages.
#pragma once

#include <string_view>

#include "read/keys.h"
#include "read/node.h"

namespace banxin {

/// "a length such as '12pt'"
std::string_view phrase(Shape shape);
/// What the YAML of a value of this shape must be; kNothing: more than one will do.
YamlNode::Kind form(Shape shape);

}  // namespace banxin
