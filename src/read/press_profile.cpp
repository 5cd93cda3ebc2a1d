// Press profile: YAML -> PressProfile.
#include "read/press_profile.h"

#include <variant>

#include "read/fields.h"
#include "read/file.h"
#include "read/weights.h"

namespace banxin {

namespace {

/// The group of keys under `key`, if it is there.
template <class Read>
void in_group(const Fields& keys, std::string_view key, Reading& in, const Read& read) {
  const YamlNode* node = keys.node(key);
  if (node == nullptr) return;
  const KindSpec& kind = *kPressKind.find(key)->kinds[0];
  read(Fields(*node, keys.where(key), kind, in));
}

void read_limits(const Fields& keys, PressLimits& limits) {
  keys.integer("ink", limits.ink);
  keys.integer("ink-warning", limits.ink_warning);
  keys.integer("ppi", limits.ppi);
  keys.integer("ppi-warning", limits.ppi_warning);
  keys.integer("most-ppi", limits.ppi_most);
  keys.integer("line-art-ppi", limits.line_art_ppi);
  const Units units;
  keys.length("type", units, limits.type);
  keys.length("type-warning", units, limits.type_warning);
  keys.length("coloured-type", units, limits.coloured_type);
  keys.length("reversed-type", units, limits.reversed_type);
  keys.length("tinted-type", units, limits.tinted_type);
  keys.length("rule", units, limits.rule);
  keys.length("rule-warning", units, limits.rule_warning);
  keys.length("coloured-rule", units, limits.coloured_rule);
  keys.length("margin", units, limits.margin);
  keys.length("width", units, limits.width);
  keys.length("height", units, limits.height);
  keys.integer("fonts", limits.fonts);
  keys.integer("photo-black", limits.photo_black);
  keys.integer("highlight", limits.highlight);
}

void read_colour_pages(const Fields& keys, PressProfile& profile) {
  std::vector<Spanned<std::string>> pages;
  keys.texts("colour-pages", pages);
  for (const Spanned<std::string>& page : pages) {
    const Parsed<int> number = parse_count(page.value, "");
    if (const auto* mistake = std::get_if<Mistake>(&number)) {
      keys.report(*keys.node("colour-pages"), *mistake);
    } else {
      profile.colour_pages.push_back(std::get<int>(number));
    }
  }
}

void read_profile(const Fields& keys, PressProfile& profile, Reading& in) {
  keys.word("standard", profile.standard);
  in_group(keys, "output", in, [&](const Fields& output) {
    output.text("icc", profile.icc);
    output.text("identifier", profile.identifier);
    output.text("condition", profile.condition);
    output.text("registry", profile.registry);
  });
  in_group(keys, "photos", in, [&](const Fields& photos) {
    photos.word("intent", profile.intent);
    photos.flag("black-point", profile.black_point);
    photos.integer("ppi", profile.photo_ppi);
    photos.integer("most-ppi", profile.photo_ppi_most);
    photos.integer("ink", profile.photo_ink);
    photos.integer("quality", profile.photo_quality);
  });
  in_group(keys, "marks", in, [&](const Fields& marks) {
    marks.length("room", {}, profile.room);
    marks.flag("crop", profile.crop_marks);
    marks.flag("bleed", profile.bleed_marks);
    marks.flag("registration", profile.registration_marks);
    marks.flag("bar", profile.colour_bar);
    marks.flag("fold", profile.fold_mark);
    marks.flag("slug", profile.slug_line);
  });
  std::vector<Spanned<std::string>> spots;
  keys.texts("spots", spots);
  for (const Spanned<std::string>& spot : spots) profile.spots.push_back(spot.value);
  read_colour_pages(keys, profile);
  in_group(keys, "limits", in, [&](const Fields& limits) { read_limits(limits, profile.limits); });
  if (const YamlNode* node = keys.node("weights")) {
    Weights weights;
    read_weights(*node, weights, in);
    for (const auto& [code, weight] : weights) profile.weights[code] = weight.value;
  }
}

}  // namespace

std::optional<PressProfile> read_press_profile(const std::string& name, std::string text, Sources& sources,
                                               Diagnostics& diags) {
  Reading in(sources, diags);
  const auto file = add_text(name, std::move(text), in);
  if (!file) return std::nullopt;
  const std::optional<Tree> tree = parse_yaml(*file, in);
  if (!tree) return std::nullopt;
  const Fields keys(tree->root(), {*file, 0, 0}, kPressKind, in);
  PressProfile profile;
  profile.name = name;
  read_profile(keys, profile, in);
  // Marks begin 3 mm outside the trim and are 5 mm long; a bar and a line of text need a little more.
  if (!in.failed() && profile.has_marks() && profile.room < Length::millimetres(12)) {
    in.error("no-room", keys.where("marks"), "the marks need a 'room' of at least 12mm");
  }
  if (in.failed()) return std::nullopt;
  return profile;
}

}  // namespace banxin
