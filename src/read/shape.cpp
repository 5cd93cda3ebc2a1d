#include "read/shape.h"

namespace banxin {

std::string_view phrase(Shape shape) {
  switch (shape) {
    case Shape::kText:
      return "text";
    case Shape::kWord:
      return "one word";
    case Shape::kFlag:
      return "true or false";
    case Shape::kInteger:
      return "a whole number";
    case Shape::kCharacters:
      return "a number of characters such as 17字";
    case Shape::kRows:
      return "a number of rows such as 9行";
    case Shape::kRange:
      return "a range such as 1-4";
    case Shape::kLength:
      return "a length such as 3mm";
    case Shape::kTypeSize:
      return "a type size such as 9.5pt or 小五";
    case Shape::kPitch:
      return "a length such as 14.5pt or 1.25字";
    case Shape::kSpace:
      return "a length such as 3mm, 2字 or 1行";
    case Shape::kEm:
      return "a number of characters such as 0.25字";
    case Shape::kPercent:
      return "a whole number of percent such as 8%";
    case Shape::kInk:
      return "an ink such as black or 'K 40'";
    case Shape::kFont:
      return "a font role such as 'song bold'";
    case Shape::kDate:
      return "a date such as 2024-01-08";
    case Shape::kPaper:
      return "a paper size such as 四开 or [270mm, 390mm]";
    case Shape::kPoint:
      return "a point such as [0.5, 0.4]";
    case Shape::kSize:
      return "a width and a height such as [120mm, 80mm]";
    case Shape::kTexts:
      return "a list of texts";
    case Shape::kObject:
      return "a group of keys";
    case Shape::kBox:
      return "a thickness such as 0.5pt, or a group of keys";
    case Shape::kObjects:
      return "a list of groups of keys";
    case Shape::kNamed:
      return "names with a group of keys each";
    case Shape::kTextByName:
      return "names with a text each";
    case Shape::kObjectsByName:
      return "names with a list of groups of keys each";
  }
  return "a value";
}

YamlNode::Kind form(Shape shape) {
  switch (shape) {
    case Shape::kPaper:
    case Shape::kBox:
      return YamlNode::Kind::kNothing;
    case Shape::kPoint:
    case Shape::kSize:
    case Shape::kTexts:
    case Shape::kObjects:
      return YamlNode::Kind::kList;
    case Shape::kObject:
    case Shape::kNamed:
    case Shape::kTextByName:
    case Shape::kObjectsByName:
      return YamlNode::Kind::kMap;
    default:
      return YamlNode::Kind::kScalar;
  }
}

}  // namespace banxin
