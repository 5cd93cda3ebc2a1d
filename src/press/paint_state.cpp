#include "press/paint_state.h"

#include <cctype>

namespace banxin {

namespace {

using Object = QPDFObjectHandle;
using Kind = PlateColour::Kind;

Object space_named(Object resources, const std::string& name) {
  if (name == "/DeviceGray" || name == "/DeviceRGB" || name == "/DeviceCMYK" || name == "/Pattern") {
    return Object::newName(name);
  }
  Object spaces = resources.isDictionary() ? resources.getKey("/ColorSpace") : Object::newNull();
  return spaces.isDictionary() ? spaces.getKey(name) : Object::newNull();
}

Kind kind_of_icc(Object stream) {
  Object n = stream.isStream() ? stream.getDict().getKey("/N") : Object::newNull();
  const int channels = n.isInteger() ? n.getIntValueAsInt() : 0;
  return channels == 1   ? Kind::kGrey
         : channels == 4 ? Kind::kCmyk
         : channels == 3 ? Kind::kRgb
                         : Kind::kOther;
}

PlateColour colour_in(Object space, const Operation& op) {
  PlateColour out;
  out.kind = kind_of_space(space), out.space = name_of_space(space);
  if (out.kind == Kind::kGrey) out.k = 1 - op.number(0);
  if (out.kind == Kind::kCmyk)
    out.c = op.number(0), out.m = op.number(1), out.y = op.number(2), out.k = op.number(3);
  if (out.kind == Kind::kSpot) {
    out.k = op.number(0);
    Object name = space.getArrayItem(1);
    out.spot = name.isName() ? name.getName().substr(1) : "DeviceN";
  }
  return out;
}

}  // namespace

std::string name_of_space(QPDFObjectHandle space) {
  if (space.isArray() && space.getArrayNItems() > 0) space = space.getArrayItem(0);
  return space.isName() ? space.getName().substr(1) : "unknown";
}

namespace {

constexpr int kDeepestSpace = 4;  ///< a pattern of an index into a spot colour; more is a space within itself

Kind kind_of_space(Object space, int depth) {
  const std::string name = name_of_space(space);
  const bool long_form = space.isArray() && space.getArrayNItems() > 1;
  if (name == "DeviceGray" || name == "CalGray" || name == "G") return Kind::kGrey;
  if (name == "DeviceCMYK" || name == "CMYK") return Kind::kCmyk;
  if (name == "DeviceRGB" || name == "CalRGB" || name == "RGB" || name == "Lab") return Kind::kRgb;
  if (name == "ICCBased" && long_form) return kind_of_icc(space.getArrayItem(1));
  if ((name == "Indexed" || name == "I" || name == "Pattern") && long_form && depth < kDeepestSpace)
    return kind_of_space(space.getArrayItem(1), depth + 1);
  if ((name == "Separation" || name == "DeviceN") && long_form) return Kind::kSpot;
  return Kind::kOther;
}

}  // namespace

PlateColour::Kind kind_of_space(QPDFObjectHandle space) { return kind_of_space(space, 0); }

void follow_colour(const Operation& op, QPDFObjectHandle resources, PaintState& state) {
  const std::string_view name = op.name;
  if (name.empty()) return;
  const bool stroke = std::isupper(static_cast<unsigned char>(name[0])) != 0;
  std::string& space = stroke ? state.stroke_space : state.fill_space;
  PlateColour& colour = stroke ? state.stroke : state.fill;
  if (name == "g" || name == "G")
    space = "/DeviceGray";
  else if (name == "rg" || name == "RG")
    space = "/DeviceRGB";
  else if (name == "k" || name == "K")
    space = "/DeviceCMYK";
  else if (name == "cs" || name == "CS")
    space = op.name_at(0);
  else if (name != "sc" && name != "SC" && name != "scn" && name != "SCN")
    return;
  Object object = space_named(resources, space);
  colour = colour_in(object, op);
  if (name != "cs" && name != "CS") return;
  // The first colour of a space is black, or solid (ISO 32000-1, 8.6.3).
  colour.c = colour.m = colour.y = 0, colour.k = 1;
}

void follow_graphics_state(QPDFObjectHandle dictionary, PaintState& state) {
  if (!dictionary.isDictionary()) return;
  Object stroke = dictionary.getKey("/OP"), fill = dictionary.getKey("/op"), mode = dictionary.getKey("/OPM");
  if (stroke.isBool()) state.overprint_stroke = stroke.getBoolValue();
  if (fill.isBool()) {
    state.overprint_fill = fill.getBoolValue();
  } else if (stroke.isBool()) {
    state.overprint_fill = stroke.getBoolValue();
  }
  if (mode.isInteger()) state.overprint_mode = mode.getIntValueAsInt();
  Object width = dictionary.getKey("/LW");
  if (width.isNumber()) state.line_width = width.getNumericValue();
}

}  // namespace banxin
