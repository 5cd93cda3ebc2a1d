#include <charconv>

#include "base/utf8.h"
#include "read/article.h"

namespace banxin {

namespace {

struct Entity {
  std::string_view name;
  char32_t cp;
};

// The entities that newsroom systems write; HTML has two thousand more, which are reported.
constexpr Entity kEntities[] = {
    {"amp", U'&'},         {"lt", U'<'},          {"gt", U'>'},          {"quot", U'"'},
    {"apos", U'\''},       {"nbsp", U'\u00A0'},   {"ensp", U'\u2002'},   {"emsp", U'\u2003'},
    {"thinsp", U'\u2009'}, {"hellip", U'\u2026'}, {"mdash", U'\u2014'},  {"ndash", U'\u2013'},
    {"lsquo", U'\u2018'},  {"rsquo", U'\u2019'},  {"ldquo", U'\u201C'},  {"rdquo", U'\u201D'},
    {"laquo", U'\u00AB'},  {"raquo", U'\u00BB'},  {"middot", U'\u00B7'}, {"bull", U'\u2022'},
    {"times", U'\u00D7'},  {"divide", U'\u00F7'}, {"plusmn", U'\u00B1'}, {"deg", U'\u00B0'},
    {"permil", U'\u2030'}, {"copy", U'\u00A9'},   {"reg", U'\u00AE'},    {"trade", U'\u2122'},
    {"yen", U'\u00A5'},    {"euro", U'\u20AC'},   {"pound", U'\u00A3'},  {"cent", U'\u00A2'},
    {"sect", U'\u00A7'},   {"para", U'\u00B6'},   {"frac12", U'\u00BD'}, {"frac14", U'\u00BC'},
    {"frac34", U'\u00BE'}, {"sup2", U'\u00B2'},   {"sup3", U'\u00B3'},   {"eacute", U'\u00E9'},
    {"shy", U'\u00AD'},    {"zwnj", U'\u200C'},   {"zwj", U'\u200D'},    {"larr", U'\u2190'},
    {"rarr", U'\u2192'},
};

bool is_character(std::uint32_t cp) { return cp != 0 && cp <= 0x10FFFF && (cp < 0xD800 || cp > 0xDFFF); }

}  // namespace

std::u32string entity_text(std::string_view entity) {
  if (entity.size() < 3 || entity.front() != '&' || entity.back() != ';') return {};
  std::string_view name = entity.substr(1, entity.size() - 2);
  if (name.front() != '#') {
    for (const Entity& e : kEntities) {
      if (e.name == name) return std::u32string(1, e.cp);
    }
    return {};
  }
  name.remove_prefix(1);
  const bool is_hex = name.starts_with('x') || name.starts_with('X');
  if (is_hex) name.remove_prefix(1);
  std::uint32_t cp = 0;
  const auto [end, ec] = std::from_chars(name.data(), name.data() + name.size(), cp, is_hex ? 16 : 10);
  if (ec != std::errc() || end != name.data() + name.size() || !is_character(cp)) return {};
  return std::u32string(1, static_cast<char32_t>(cp));
}

}  // namespace banxin
