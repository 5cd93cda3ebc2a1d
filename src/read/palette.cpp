#include "read/palette.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <map>
#include <optional>
#include <variant>
#include <vector>

namespace banxin {

namespace {

/// "#d0021b" as an ink that looks so.
Parsed<Ink> parse_rgb(std::string_view text) {
  const Mistake bad{"bad-ink", in_quotes(text) + " is not a screen colour",
                    "write red, green and blue as in \"#d0021b\""};
  if (text.size() != 7 || text[0] != '#') return bad;
  std::array<int, 3> channels{};
  for (std::size_t i = 0; i < 3; ++i) {
    const char* begin = text.data() + 1 + 2 * i;
    const auto [end, error] = std::from_chars(begin, begin + 2, channels[i], 16);
    if (error != std::errc() || end != begin + 2) return bad;
  }
  const auto plate = [&](std::size_t i) {
    return static_cast<std::uint16_t>((255 - channels[i]) * 1000 / 255);
  };
  return Ink{plate(0), plate(1), plate(2), 0};
}

bool is_free_name(const std::string& name) {
  return std::holds_alternative<Mistake>(parse_ink(name));  // not "black", not "K 40"
}

/// The number of the plate, from 1; 0 and an error when it cannot be had.
std::uint8_t add_spot(NamedInk spot, Reading& in) {
  std::vector<NamedInk>& spots = in.palette().spots;
  const auto known = std::find_if(spots.begin(), spots.end(), [&](const NamedInk& other) {
    return other.plate == spot.plate && other.screen_only == spot.screen_only;
  });
  if (known != spots.end()) {
    if (known->solid != spot.solid) {
      in.error("spot-differs", spot.where, "the plate " + in_quotes(spot.plate) + " has two make-ups",
               "the other is at " + place_of(in.sources(), known->where));
    }
    return static_cast<std::uint8_t>(known - spots.begin() + 1);
  }
  if (spots.size() == 255) {
    in.error("too-many-inks", spot.where, "no more than 255 named inks can be kept apart");
    return 0;
  }
  spots.push_back(std::move(spot));
  return static_cast<std::uint8_t>(spots.size());
}

template <class T>
bool taken(const Fields& keys, std::string_view key, const Parsed<T>& parsed, T& out) {
  if (const auto* mistake = std::get_if<Mistake>(&parsed)) {
    keys.report(*keys.node(key), *mistake);
    return false;
  }
  out = std::get<T>(parsed);
  return true;
}

void read_ink(const Entry& entry, Reading& in) {
  const Fields keys(*entry.value, entry.where, kInkKind, in);
  const YamlNode *cmyk = keys.node("cmyk"), *rgb = keys.node("rgb"), *plate = keys.node("spot");
  if (!is_free_name(entry.key)) {
    in.error("ink-name", entry.where, in_quotes(entry.key) + " is an ink already", "choose another name");
    return;
  }
  if ((cmyk == nullptr) == (rgb == nullptr) || (rgb != nullptr && plate != nullptr)) {
    in.error("ink-make-up", entry.where, "the ink " + in_quotes(entry.key) + " needs 'cmyk' or 'rgb'",
             "spot: the name of its plate, with cmyk: how it looks; rgb: for screens alone");
    return;
  }
  Ink ink;
  const bool good = cmyk != nullptr ? taken(keys, "cmyk", parse_ink(cmyk->text), ink)
                                    : taken(keys, "rgb", parse_rgb(rgb->text), ink);
  if (!good) return;
  if (plate != nullptr || rgb != nullptr) {
    Spanned<std::string> name{entry.key, entry.where};
    keys.text("spot", name);
    ink.spot = add_spot({name.value, ink, rgb != nullptr, entry.where}, in);
    ink.tint = 1000;
  }
  in.palette().names[entry.key] = ink;
}

}  // namespace

void read_inks(const YamlNode& node, Reading& in) {
  for (const Entry* entry : named_entries(node, in)) {
    if (has_form(*entry->value, Shape::kObject, entry->key, entry->where, in)) read_ink(*entry, in);
  }
}

Parsed<Ink> ink_named(std::string_view text, const Reading& in) {
  const std::map<std::string, Ink>& names = in.palette().names;
  if (const auto whole = names.find(std::string(text)); whole != names.end()) return whole->second;
  const std::size_t space = text.rfind(' ');
  if (space != std::string_view::npos) {
    const auto name = names.find(std::string(text.substr(0, space)));
    const std::optional<double> percent = parse_number(text.substr(space + 1));
    if (name != names.end() && percent && *percent >= 0) {
      if (*percent > 100)
        return Mistake{"out-of-range", in_quotes(text) + ": a plate prints 0 to 100 percent", ""};
      return tinted(name->second, static_cast<int>(std::lround(*percent * 10)));
    }
  }
  Parsed<Ink> plates = parse_ink(text);
  if (auto* mistake = std::get_if<Mistake>(&plates); mistake != nullptr && !names.empty()) {
    std::vector<std::string> all;
    for (const auto& [name, ink] : names) all.push_back(name);
    mistake->hint += "; or a name of the palette: " + listed(all);
  }
  return plates;
}

}  // namespace banxin
