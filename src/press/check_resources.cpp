#include "press/check_resources.h"

#include <algorithm>
#include <exception>
#include <memory>
#include <qpdf/Buffer.hh>
#include <string>
#include <vector>

#include "press/paint_state.h"
#include "press/rules.h"

namespace banxin {

namespace {

using Object = QPDFObjectHandle;
using Kind = PlateColour::Kind;
using Standard = PressProfile::Standard;

/// How a spot colour is made up of process inks, to be compared.
std::string make_up(Object function) {
  if (function.isStream()) return function.getDict().unparseResolved();
  return function.isDictionary() ? function.getKey("/C1").unparseResolved() : "";
}

/// Names that are no spot colour (ISO 32000-1, 8.6.6.4 and 8.6.6.5).
bool is_process(const std::string& name) {
  static const std::string kOthers[] = {"All", "None", "Black", "Cyan", "Magenta", "Yellow"};
  return std::find(std::begin(kOthers), std::end(kOthers), name) != std::end(kOthers);
}

void see_spot(const std::string& name, Object space, int page, SeenInks& inks, Findings& findings) {
  if (is_process(name)) return;
  if (kind_of_space(space.getArrayItem(2)) == Kind::kRgb) {
    findings.add("colour-space", {page}, "the spot colour '" + name + "' is made up in RGB");
  }
  const std::string made = make_up(space.getArrayItem(3));
  const auto [known, is_new] = inks.spots.emplace(name, made);
  if (is_new) {
    check_spot_name(name, {page}, inks.names, findings);
  } else if (known->second.empty()) {
    known->second = made;  // met among several inks before
  } else if (known->second != made) {
    findings.add("spot-differs", {page}, "the spot colour '" + name + "' is made up in two ways");
  }
}

/// One mode or several, of which a reader takes the first that it knows.
bool blends(Object mode) {
  if (!mode.isArray()) {
    return mode.isName() && !mode.isNameAndEquals("/Normal") && !mode.isNameAndEquals("/Compatible");
  }
  const std::vector<Object> modes = mode.getArrayAsVector();
  return std::any_of(modes.begin(), modes.end(), [](Object one) { return !one.isArray() && blends(one); });
}

/// What a profile says that it is for (ICC.1:2010, 7.2.6), for so many inks.
void check_icc(Object stream, int page, SeenInks& inks, Findings& findings) {
  if (!stream.isStream() || !inks.profiles.insert(stream.getObjGen()).second) return;
  std::string space;
  try {
    const std::shared_ptr<Buffer> data = stream.getStreamData(qpdf_dl_all);
    if (data->getSize() >= 20) space.assign(reinterpret_cast<const char*>(data->getBuffer()) + 16, 4);
  } catch (const std::exception&) {  // its data are broken
  }
  Object n = stream.getDict().getKey("/N");
  const int channels = n.isInteger() ? n.getIntValueAsInt() : 0;
  const bool fits = (space == "CMYK" && channels == 4) || (space == "GRAY" && channels == 1);
  if (fits || channels == 3) return;  // three are told where they are used
  findings.add("colour-space", {page}, "a colour has an ICC profile that is not for its channels");
}

/// ISO 15930-4, 6.7: inks of the press, not colours of something else.
void check_independence(const std::string& kind, int page, Findings& findings) {
  if (findings.profile().standard != Standard::kX1a) return;
  if (kind == "ICCBased" || kind == "CalGray" || kind == "CalRGB" || kind == "Lab") {
    findings.add("colour-space", {page}, "a colour is in " + kind);
  }
}

/// ISO 15930-4, 6.14: nothing shines through.
void check_transparency(Object dictionary, int page, Findings& findings) {
  const auto less = [&](const char* key) {
    Object value = dictionary.getKey(key);
    return value.isNumber() && value.getNumericValue() < 1;
  };
  if (less("/ca") || less("/CA") || blends(dictionary.getKey("/BM")) ||
      dictionary.getKey("/SMask").isDictionary()) {
    findings.add("transparency", {page}, "something on the page is transparent");
  }
}

}  // namespace

void check_space(QPDFObjectHandle space, int page, SeenInks& inks, Findings& findings) {
  for (const char* outer : {"Pattern", "Indexed"}) {
    if (space.isArray() && name_of_space(space) == outer && space.getArrayNItems() > 1)
      space = space.getArrayItem(1);
  }
  if (!space.isArray()) return;
  const std::string kind = name_of_space(space);
  check_independence(kind, page, findings);
  if (kind == "ICCBased" && space.getArrayNItems() > 1)
    check_icc(space.getArrayItem(1), page, inks, findings);
  if ((kind != "Separation" && kind != "DeviceN") || space.getArrayNItems() < 4) return;
  Object names = space.getArrayItem(1);
  if (names.isName()) see_spot(names.getName().substr(1), space, page, inks, findings);
  if (kind != "DeviceN" || !names.isArray()) return;
  if (kind_of_space(space.getArrayItem(2)) == Kind::kRgb) {
    findings.add("colour-space", {page}, "a colour of several inks is made up in RGB");
  }
  for (Object name : names.getArrayAsVector()) {
    if (!name.isName() || is_process(name.getName().substr(1))) continue;
    const std::string spot = name.getName().substr(1);
    if (inks.spots.emplace(spot, "").second) check_spot_name(spot, {page}, inks.names, findings);
  }
}

void check_spaces(QPDFObjectHandle resources, int page, SeenInks& inks, Findings& findings) {
  Object spaces = resources.isDictionary() ? resources.getKey("/ColorSpace") : Object::newNull();
  if (!spaces.isDictionary()) return;
  for (const std::string& key : spaces.getKeys()) check_space(spaces.getKey(key), page, inks, findings);
}

void check_graphics_state(QPDFObjectHandle dictionary, int page, Findings& findings) {
  const auto differs = [&](const char* key, const char* harmless) {
    return dictionary.hasKey(key) && !dictionary.getKey(key).isNameAndEquals(harmless);
  };
  if (differs("/TR", "/Identity") || differs("/TR2", "/Default") || differs("/HT", "/Default")) {
    findings.add("press-settings", {page}, "the page brings transfer functions or halftones");
  }
  if (findings.profile().standard == Standard::kX1a) check_transparency(dictionary, page, findings);
}

void check_group(QPDFObjectHandle group, int page, Findings& findings) {
  if (!group.isDictionary() || !group.getKey("/S").isNameAndEquals("/Transparency")) return;
  if (findings.profile().standard == Standard::kX1a) {
    findings.add("transparency", {page}, "something on the page is a transparency group");
  }
  Object space = group.getKey("/CS");
  if (!space.isNull() && kind_of_space(space) != Kind::kCmyk) {
    findings.add("group-space", {page}, "a group does not blend in CMYK");
  }
}

void check_shading(QPDFObjectHandle shading, int page, SeenInks& inks, Findings& findings) {
  if (shading.isStream()) shading = shading.getDict();
  Object space = shading.isDictionary() ? shading.getKey("/ColorSpace") : Object::newNull();
  if (kind_of_space(space) == Kind::kRgb) {
    findings.add("colour-space", {page}, "a gradient is in " + name_of_space(space));
  }
  check_space(space, page, inks, findings);
}

}  // namespace banxin
