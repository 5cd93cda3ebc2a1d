#include <hb.h>

#include <algorithm>

#include "font/face.h"

namespace banxin {

namespace {

/// What HarfBuzz maps to the OpenType systems ZHS, ZHT, ZHH, JAN. Never left to chance: without a language
/// the SC faces of Noto take Latin dashes (—— is 1.69 em wide instead of 2) and proportional quotes.
hb_language_t language_of(const ShapeRequest& request) {
  static const hb_language_t kEnglish = hb_language_from_string("en", -1);
  static const hb_language_t kLanguages[] = {
      hb_language_from_string("zh-hans", -1), hb_language_from_string("zh-hant", -1),
      hb_language_from_string("zh-hk", -1), hb_language_from_string("ja", -1)};
  return request.western ? kEnglish : kLanguages[static_cast<std::size_t>(request.language)];
}

hb_script_t script_of(const ShapeRequest& request) {
  if (request.western) return HB_SCRIPT_LATIN;
  return hb_script_from_string(request.script.data(), static_cast<int>(request.script.size()));
}

/// One buffer a thread: making one costs more than shaping a short paragraph.
hb_buffer_t* empty_buffer() {
  static thread_local const HbPtr<hb_buffer_t, hb_buffer_destroy> buffer(hb_buffer_create());
  hb_buffer_clear_contents(buffer.get());
  return buffer.get();
}

void fill(hb_buffer_t* buffer, const ShapeRequest& request) {
  hb_buffer_add_utf8(buffer, request.text.data(), static_cast<int>(request.text.size()),
                     static_cast<unsigned>(request.begin), static_cast<int>(request.end - request.begin));
  hb_buffer_set_direction(buffer, request.direction == Direction::kVertical ? HB_DIRECTION_TTB
                                  : request.right_to_left                   ? HB_DIRECTION_RTL
                                                                            : HB_DIRECTION_LTR);
  hb_buffer_set_language(buffer, language_of(request));
  if (request.right_to_left)
    hb_buffer_guess_segment_properties(buffer);  // the script alone is left to guess
  else
    hb_buffer_set_script(buffer, script_of(request));
  // Graphemes: a letter and its accent, a character and its variation selector are one cluster, never broken.
  hb_buffer_set_cluster_level(buffer, HB_BUFFER_CLUSTER_LEVEL_MONOTONE_GRAPHEMES);
  unsigned flags = HB_BUFFER_FLAG_REMOVE_DEFAULT_IGNORABLES;
  if (request.begin == 0) flags |= HB_BUFFER_FLAG_BOT;
  if (request.end == request.text.size()) flags |= HB_BUFFER_FLAG_EOT;
  hb_buffer_set_flags(buffer, static_cast<hb_buffer_flags_t>(flags));
}

std::vector<ShapedGlyph> glyphs_of(hb_buffer_t* buffer, Direction direction) {
  unsigned count = 0;
  const hb_glyph_info_t* const infos = hb_buffer_get_glyph_infos(buffer, &count);
  const hb_glyph_position_t* const positions = hb_buffer_get_glyph_positions(buffer, &count);
  std::vector<ShapedGlyph> glyphs;
  glyphs.reserve(count);
  for (unsigned i = 0; i < count; ++i) {
    const hb_glyph_position_t& p = positions[i];
    const hb_position_t advance = direction == Direction::kVertical ? -p.y_advance : p.x_advance;
    const bool unsafe = hb_glyph_info_get_glyph_flags(&infos[i]) & HB_GLYPH_FLAG_UNSAFE_TO_BREAK;
    glyphs.push_back({infos[i].codepoint, infos[i].cluster, Em::units(advance), Em::units(p.x_offset),
                      Em::units(p.y_offset), unsafe});
  }
  return glyphs;
}

/// Every cell one em high with the em box of the face in it.
void set_in_em_boxes(std::vector<ShapedGlyph>& glyphs, hb_font_t* font, Em em_box_ascent) {
  for (ShapedGlyph& g : glyphs) {
    hb_position_t x = 0, y = 0;
    hb_font_get_glyph_v_origin(font, g.id, &x, &y);  // what HarfBuzz has taken as the top of the cell
    if (g.advance > Em()) g.advance = Em::of(1);
    g.dy += Em::units(y) - em_box_ascent;
  }
}

/// Clusters of text that reads from right to left, in the order of writing; inside a cluster the glyphs stay
/// in theirs, so that marks keep their place.
void turn_clusters(std::vector<ShapedGlyph>& glyphs) {
  std::reverse(glyphs.begin(), glyphs.end());
  for (auto at = glyphs.begin(); at != glyphs.end();) {
    const auto end =
        std::find_if(at, glyphs.end(), [&](const ShapedGlyph& g) { return g.cluster != at->cluster; });
    std::reverse(at, end);
    at = end;
  }
}

}  // namespace

std::vector<ShapedGlyph> shape_text(hb_font_t* font, const ShapeRequest& request,
                                    const std::optional<VerticalFallback>& fallback) {
  std::vector<hb_feature_t> features;
  features.reserve(request.features.size());
  for (const Feature& f : request.features) {
    features.push_back(
        {hb_tag_from_string(f.tag, 4), f.on ? 1u : 0u, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END});
  }
  hb_buffer_t* const buffer = empty_buffer();
  fill(buffer, request);
  hb_shape(font, buffer, features.data(), static_cast<unsigned>(features.size()));
  std::vector<ShapedGlyph> glyphs = glyphs_of(buffer, request.direction);
  if (fallback) set_in_em_boxes(glyphs, font, fallback->em_box_ascent);
  const bool backward = request.right_to_left && request.direction == Direction::kHorizontal;
  if (backward) turn_clusters(glyphs);
  return glyphs;
}

}  // namespace banxin
