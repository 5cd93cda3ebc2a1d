#include "font/font_set.h"

#include <algorithm>
#include <atomic>

#include "font/face.h"

namespace banxin {

struct FontSet::Impl {
  FontCatalogue catalogue;
  std::vector<std::unique_ptr<Face>> faces;  // as catalogue.faces
  std::unique_ptr<std::atomic<bool>[]>
      role_asked;  // as catalogue.roles: has a character been looked up in it

  const Face* face(FaceId id) const { return id < faces.size() ? faces[id].get() : nullptr; }
  const CatalogueRole* role(const FontChoice& choice) const;
  bool can_set(const CatalogueRole& role) const;
  void check_roles(Diagnostics& diags) const;
};

namespace {

std::string name_of(const CatalogueRole& role) {
  return "'" + role.name.value + "'" + (role.weight == Weight::kBold ? " (bold)" : "");
}

std::string install(const std::string& package) {
  return package.empty() ? std::string() : "install the Debian package " + package;
}

/// The packages that would bring the role's own faces that `wanted` says yes to, most wanted first.
template <class Wanted>
std::string packages_of(const CatalogueRole& role, const FontCatalogue& catalogue, Wanted wanted) {
  std::vector<std::string> names;
  for (const std::size_t id : role.han) {
    if (!wanted(id)) continue;
    const std::string& package = catalogue.faces[id].package;
    if (!package.empty() && std::find(names.begin(), names.end(), package) == names.end())
      names.push_back(package);
  }
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "" : " or ") + name;
  return text;
}

}  // namespace

/// The entry of the role in its weight, else in the other one; nullptr when there is none.
const CatalogueRole* FontSet::Impl::role(const FontChoice& choice) const {
  const CatalogueRole* other = nullptr;
  for (const CatalogueRole& role : catalogue.roles) {
    if (role.name.value != choice.role) continue;
    if (role.weight == choice.weight) return &role;
    other = &role;
  }
  return other;
}

bool FontSet::Impl::can_set(const CatalogueRole& role) const {
  return std::any_of(role.han.begin(), role.han.end(),
                     [&](std::size_t id) { return faces[id]->installed(); });
}

void FontSet::Impl::check_roles(Diagnostics& diags) const {
  for (const CatalogueRole& role : catalogue.roles) {
    if (can_set(role)) continue;
    diags.error("font-missing", role.name.where, "no font of role " + name_of(role) + " is installed",
                install(packages_of(role, catalogue, [](std::size_t) { return true; })));
  }
}

FontSet::FontSet(FontCatalogue catalogue, Diagnostics& diags) : impl_(std::make_unique<Impl>()) {
  impl_->catalogue = std::move(catalogue);
  impl_->faces.reserve(impl_->catalogue.faces.size());
  for (const CatalogueFace& entry : impl_->catalogue.faces)
    impl_->faces.push_back(std::make_unique<Face>(entry));
  impl_->role_asked = std::make_unique<std::atomic<bool>[]>(impl_->catalogue.roles.size());
  impl_->check_roles(diags);
}

FontSet::~FontSet() = default;
FontSet::FontSet(FontSet&&) noexcept = default;
FontSet& FontSet::operator=(FontSet&&) noexcept = default;

const FontCatalogue& FontSet::catalogue() const { return impl_->catalogue; }

bool FontSet::has_role(std::string_view name) const {
  const auto& roles = impl_->catalogue.roles;
  return std::any_of(roles.begin(), roles.end(),
                     [&](const CatalogueRole& r) { return r.name.value == name; });
}

FaceId FontSet::face_for(const FontChoice& choice, Part part, char32_t cp, char32_t variation) const {
  const CatalogueRole* const role = impl_->role(choice);
  if (!role) return kNoFace;
  std::atomic<bool>& asked =
      impl_->role_asked[static_cast<std::size_t>(role - impl_->catalogue.roles.data())];
  if (!asked.load(std::memory_order_relaxed)) asked.store(true, std::memory_order_relaxed);

  if (part == Part::kLatin && choice.forms.special() && variation == 0) {
    const FaceId special = face_with_forms(*role, choice, cp);
    if (special != kNoFace) return special;
  }
  // The part's own faces first; then any face of the role, because a letter in the wrong face is better than
  // none.
  const std::vector<std::size_t>* const chains[] = {
      choice.italic && part == Part::kLatin ? &role->italic : nullptr,
      part == Part::kLatin   ? &role->latin
      : part == Part::kMarks ? &role->marks
                             : nullptr,
      &role->han, &role->latin, &role->marks};
  const auto first = [&](auto&& has) {
    for (const auto* chain : chains) {
      if (!chain) continue;
      for (const std::size_t id : *chain) {
        if (has(*impl_->faces[id])) return static_cast<FaceId>(id);
      }
    }
    return kNoFace;
  };
  if (variation != 0) {
    const FaceId exact = first([&](const Face& face) { return face.has_sequence(cp, variation); });
    if (exact != kNoFace) return exact;
  }
  return first([&](const Face& face) { return face.nominal_glyph(cp) != 0; });
}

std::string FontSet::packages_missing(const FontChoice& choice) const {
  const CatalogueRole* const role = impl_->role(choice);
  if (!role) return "";
  return packages_of(*role, impl_->catalogue, [&](std::size_t id) { return !impl_->faces[id]->installed(); });
}

bool FontSet::has_glyph(FaceId face, char32_t cp) const { return nominal_glyph(face, cp) != 0; }

std::uint32_t FontSet::nominal_glyph(FaceId face, char32_t cp) const {
  const Face* const f = impl_->face(face);
  return f ? f->nominal_glyph(cp) : 0;
}

bool FontSet::has_feature(FaceId face, Feature feature) const {
  const Face* const f = impl_->face(face);
  return f && f->has_feature(feature);
}

InkBox FontSet::ink_box(FaceId face, std::uint32_t glyph) const {
  const Face* const f = impl_->face(face);
  return f ? f->ink_box(glyph) : InkBox{};
}

Em FontSet::em_box_ascent(FaceId face) const {
  const Face* const f = impl_->face(face);
  return f ? f->em_box_ascent() : Em::of(0.88);
}

const std::string& FontSet::path(FaceId face) const {
  static const std::string kNone;
  const Face* const f = impl_->face(face);
  return f ? f->path() : kNone;
}

std::vector<ShapedGlyph> FontSet::shape(const ShapeRequest& request) const {
  const Face* const f = impl_->face(request.face);
  hb_font_t* const font = f ? f->font() : nullptr;
  if (!font) return {};
  std::optional<VerticalFallback> fallback;
  if (request.direction == Direction::kVertical && !f->has_vertical_metrics()) {
    fallback = VerticalFallback{f->em_box_ascent()};
  }
  std::vector<ShapedGlyph> glyphs = shape_text(font, request, fallback);
  if (const Em raise = raise_of(request); raise != Em()) {
    for (ShapedGlyph& g : glyphs) g.dy += raise;
  }
  return glyphs;
}

Em FontSet::raise_of(const ShapeRequest& request) const {
  const Em raise = impl_->catalogue.faces[request.face].raise, larger = scale(request.face) - Em::of(1);
  if (larger == Em() || request.western || request.direction == Direction::kVertical) return raise;
  return raise - Em::units(mul_div((em_box_ascent(request.face) - Em::of(0.5)).units(), larger.units(),
                                   Em::kUnitsPerEm));
}

Em FontSet::scale(FaceId face) const {
  const Face* const f = impl_->face(face);
  return f ? f->scale() : Em::of(1);
}

std::optional<FontSubset> FontSet::subset(FaceId face, std::span<const std::uint32_t> glyphs,
                                          Diagnostics& diags) const {
  const Face* const f = impl_->face(face);
  hb_font_t* const font = f ? f->font() : nullptr;
  if (font) {
    if (auto made = subset_face(hb_font_get_face(font), glyphs)) return made;
  }
  diags.error("font-subset", {}, "cannot cut down the font file " + path(face));
  return std::nullopt;
}

void FontSet::report(Diagnostics& diags) const {
  const FontCatalogue& catalogue = impl_->catalogue;
  for (std::size_t i = 0; i < catalogue.faces.size(); ++i) {
    const std::string damage = impl_->faces[i]->damage();
    if (damage.empty()) continue;
    diags.error("font-damaged", catalogue.faces[i].name.where,
                "font file " + impl_->faces[i]->path() + " " + damage, install(catalogue.faces[i].package));
  }
  for (std::size_t i = 0; i < catalogue.roles.size(); ++i) {
    const CatalogueRole& role = catalogue.roles[i];
    if (!impl_->role_asked[i] || role.han.empty() || !impl_->can_set(role)) continue;
    const CatalogueFace& wanted = catalogue.faces[role.han.front()];
    if (impl_->faces[role.han.front()]->installed()) continue;
    const auto taken = std::find_if(role.han.begin(), role.han.end(),
                                    [&](std::size_t id) { return impl_->faces[id]->installed(); });
    diags.warning("font-substituted", role.name.where,
                  "role " + name_of(role) + " is set in " + catalogue.faces[*taken].family + ", because " +
                      wanted.family + " is not installed",
                  install(wanted.package));
  }
}

}  // namespace banxin
