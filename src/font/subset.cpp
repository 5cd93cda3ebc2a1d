#include <hb-subset.h>

#include <algorithm>

#include "font/face.h"

namespace banxin {

namespace {

using Input = HbPtr<hb_subset_input_t, hb_subset_input_destroy>;
using Plan = HbPtr<hb_subset_plan_t, hb_subset_plan_destroy>;

/// What a player needs to draw glyphs by number: outlines, widths, a name. No layout tables (the text is
/// shaped already), no vertical metrics, no hints (press resolutions do not want them).
Input drawing_input(std::span<const std::uint32_t> glyphs) {
  Input input(hb_subset_input_create_or_fail());
  if (!input) return input;
  // Desubroutinized: Cairo 1.16 embeds every subroutine of a font, used or not (limits.md 0).
  hb_subset_input_set_flags(input.get(), HB_SUBSET_FLAGS_NO_HINTING | HB_SUBSET_FLAGS_DESUBROUTINIZE);
  hb_set_t* const wanted = hb_subset_input_glyph_set(input.get());
  for (const std::uint32_t glyph : glyphs) hb_set_add(wanted, glyph);
  hb_set_clear(hb_subset_input_set(input.get(), HB_SUBSET_SETS_LAYOUT_FEATURE_TAG));
  hb_set_t* const dropped = hb_subset_input_set(input.get(), HB_SUBSET_SETS_DROP_TABLE_TAG);
  for (const char* tag : {"GSUB", "GPOS", "GDEF", "BASE", "VORG", "vhea", "vmtx", "DSIG", "kern", "gasp",
                          "LTSH", "VDMX", "hdmx", "meta", "STAT"}) {
    hb_set_add(dropped, hb_tag_from_string(tag, 4));
  }
  return input;
}

bool has_outlines(hb_face_t* face) {
  for (const hb_tag_t tag : {HB_TAG('C', 'F', 'F', ' '), HB_TAG('g', 'l', 'y', 'f')}) {
    const HbPtr<hb_blob_t, hb_blob_destroy> table(hb_face_reference_table(face, tag));
    if (hb_blob_get_length(table.get()) > 0) return true;
  }
  return false;
}

}  // namespace

std::optional<FontSubset> subset_face(hb_face_t* face, std::span<const std::uint32_t> glyphs) {
  FontSubset out;
  out.glyphs.assign(glyphs.begin(), glyphs.end());
  std::sort(out.glyphs.begin(), out.glyphs.end());
  out.glyphs.erase(std::unique(out.glyphs.begin(), out.glyphs.end()), out.glyphs.end());

  const Input input = drawing_input(out.glyphs);
  const Plan plan(input ? hb_subset_plan_create_or_fail(face, input.get()) : nullptr);
  if (!plan) return std::nullopt;
  const HbPtr<hb_face_t, hb_face_destroy> cut(hb_subset_plan_execute_or_fail(plan.get()));
  if (!cut || !has_outlines(cut.get())) return std::nullopt;

  const hb_map_t* const mapping = hb_subset_plan_old_to_new_glyph_mapping(plan.get());
  out.subset_ids.reserve(out.glyphs.size());
  for (const std::uint32_t glyph : out.glyphs) {
    const hb_codepoint_t id = hb_map_get(mapping, glyph);
    out.subset_ids.push_back(id == HB_MAP_VALUE_INVALID ? 0 : id);  // not in the font: .notdef
  }
  const HbPtr<hb_blob_t, hb_blob_destroy> blob(hb_face_reference_blob(cut.get()));
  unsigned size = 0;
  const char* const data = hb_blob_get_data(blob.get(), &size);
  out.bytes.assign(data, size);
  return out;
}

}  // namespace banxin
