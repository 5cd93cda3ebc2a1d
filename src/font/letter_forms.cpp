// Old-style digits and small capitals: which features they are, and which faces have them.
#include <algorithm>

#include "font/font_set.h"

namespace banxin {

namespace {

constexpr Feature kSmallCapitals{"smcp", true}, kCapitalsToSmall{"c2sc", true}, kOldStyle{"onum", true};

bool is_small(char32_t cp) {
  return (cp >= U'a' && cp <= U'z') || (cp >= U'\u00DF' && cp <= U'\u00FF' && cp != U'\u00F7');
}

bool is_capital(char32_t cp) {
  return (cp >= U'A' && cp <= U'Z') || (cp >= U'\u00C0' && cp <= U'\u00DE' && cp != U'\u00D7');
}

bool has_all(const FontSet& fonts, FaceId face, const std::vector<Feature>& features) {
  return std::all_of(features.begin(), features.end(),
                     [&](const Feature& f) { return fonts.has_feature(face, f); });
}

}  // namespace

std::vector<Feature> letter_features(const LetterForms& forms) {
  std::vector<Feature> out;
  if (forms.capitals != Capitals::kUsual) out.push_back(kSmallCapitals);
  if (forms.capitals == Capitals::kAllSmall) out.push_back(kCapitalsToSmall);
  if (forms.numerals == Numerals::kOldStyle) out.push_back(kOldStyle);
  return out;
}

Feature feature_for(const LetterForms& forms, char32_t cp) {
  if (forms.numerals == Numerals::kOldStyle && cp >= U'0' && cp <= U'9') return kOldStyle;
  if (forms.capitals != Capitals::kUsual && is_small(cp)) return kSmallCapitals;
  if (forms.capitals == Capitals::kAllSmall && is_capital(cp)) return kCapitalsToSmall;
  return {"", false};
}

FaceId FontSet::face_with_forms(const CatalogueRole& role, const FontChoice& choice, char32_t cp) const {
  const std::vector<Feature> features = letter_features(choice.forms);
  for (const auto* chain : {choice.italic ? &role.italic : nullptr, &role.latin, &role.forms, &role.han}) {
    if (chain == nullptr) continue;
    for (const std::size_t id : *chain) {
      const auto face = static_cast<FaceId>(id);
      if (has_glyph(face, cp) && has_all(*this, face, features)) return face;
    }
  }
  return kNoFace;
}

std::string FontSet::how_to_get(Feature feature, const FontChoice& choice) const {
  const FontCatalogue& all = catalogue();
  const std::string place =
      "in `forms` of role '" + choice.role + (choice.weight == Weight::kBold ? " bold" : "") + "'";
  for (const CatalogueRole& role : all.roles) {
    if (role.name.value != choice.role || role.weight != choice.weight) continue;
    for (const std::size_t id : role.forms) {
      const CatalogueFace& face = all.faces[id];
      if (!path(static_cast<FaceId>(id)).empty() || face.package.empty()) continue;
      return "install the Debian package " + face.package + ": " + face.family + " may have them";
    }
  }
  const auto is_italic = [&](std::size_t id) {
    return std::any_of(all.roles.begin(), all.roles.end(), [&](const CatalogueRole& role) {
      return std::find(role.italic.begin(), role.italic.end(), id) != role.italic.end();
    });
  };
  for (std::size_t id = 0; id < all.faces.size(); ++id) {
    if (is_italic(id) && !choice.italic) continue;
    if (!has_feature(static_cast<FaceId>(id), feature)) continue;
    return all.faces[id].family + " has them: name '" + all.faces[id].name.value + "' " + place +
           " of the font catalogue";
  }
  return "add a face with the OpenType feature " + std::string(feature.tag) +
         " to the font catalogue and name it " + place;
}

}  // namespace banxin
