// Page furniture in layouts.
#include "read/furniture.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"

namespace banxin {

namespace {

/// Lengths of furniture may be in 字 and 行 of the grid.
Units units_of(const PageLayout& layout) {
  if (layout.grid.size <= Length()) return {};
  return {.character = layout.grid.size, .row = layout.grid.pitch};
}

void read_tint(const Fields& keys, std::optional<Ink>& out) {
  if (!keys.has("tint")) return;
  Ink ink;
  keys.ink("tint", ink);
  out = ink;
}

void read_nameplate(const Fields& keys, const PageLayout& layout, Frame& frame, Reading& in) {
  Nameplate out;
  keys.text("name", out.name);
  if (const YamlNode* art = keys.node("art")) {
    const Fields art_keys(*art, keys.where("art"), kArtworkKind, in);
    art_keys.text("file", out.art.file);
    art_keys.integer("page", out.art.page);
    art_keys.word("box", out.art.box);
    art_keys.text("alt", out.art.alt);
  }
  keys.word("direction", out.direction);
  keys.text("text", out.text);
  keys.word("block", out.at);
  keys.length("block-width", units_of(layout), out.block_width);
  keys.text("qr", out.qr);
  keys.length("qr-size", units_of(layout), out.qr_size);
  read_edge(keys, "box", "box-form", out.box);
  read_edge(keys, "divider", "divider-form", out.divider);
  frame.furniture = std::move(out);
}

/// Half a 字 where there is an edge that text must not touch, unless the layout says otherwise.
template <class Boxed>
void read_padding(const Fields& keys, const PageLayout& layout, Boxed& out) {
  if (out.box.thickness > Length() || out.tint) out.padding = layout.grid.size / 2;
  keys.length("padding", units_of(layout), out.padding);
}

void read_text(const Fields& keys, const PageLayout& layout, Frame& frame, Reading& in) {
  TextFrame out;
  keys.text("text", out.text);
  keys.text("title", out.title);
  Spanned<std::string> style{out.style, {}};
  keys.text("style", style);
  if (layout.styles.contains(style.value)) {
    out.style = style.value;
  } else {
    const std::vector<std::string> names(std::begin(kStyleNames), std::end(kStyleNames));
    in.error("unknown-style", style.where, "unknown style " + in_quotes(style.value),
             in.suggest(style.value, names, "the styles are"));
  }
  keys.word("stand", out.stand);
  keys.integer("legs", out.legs);
  read_edge(keys, "box", "box-form", out.box);
  read_tint(keys, out.tint);
  read_padding(keys, layout, out);
  frame.furniture = std::move(out);
}

void read_digest(const Fields& keys, const PageLayout& layout, Frame& frame, Reading&) {
  DigestFrame out;
  keys.text("title", out.title);
  keys.text("reference", out.reference);
  keys.flag("leaders", out.leaders);
  read_edge(keys, "box", "box-form", out.box);
  read_tint(keys, out.tint);
  read_padding(keys, layout, out);
  frame.furniture = std::move(out);
}

void read_qr(const Fields& keys, const PageLayout&, Frame& frame, Reading&) {
  QrFrame out;
  keys.text("text", out.text);
  frame.furniture = std::move(out);
}

void read_advert_frame(const Fields& keys, const PageLayout&, Frame& frame, Reading&) {
  AdvertFrame out;
  keys.text("label", out.label);
  read_edge(keys, "box", "box-form", out.box);
  frame.furniture = std::move(out);
}

constexpr FurnitureKind kFurnitureKinds[] = {{"nameplate", &kNameplateFrameKind, read_nameplate},
                                             {"text", &kTextFrameKind, read_text},
                                             {"digest", &kDigestFrameKind, read_digest},
                                             {"qr", &kQrFrameKind, read_qr},
                                             {"advert", &kAdvertFrameKind, read_advert_frame}};

}  // namespace

std::span<const FurnitureKind> furniture_kinds() { return kFurnitureKinds; }

const FurnitureKind* furniture_kind(std::string_view name) {
  const auto found = std::find_if(std::begin(kFurnitureKinds), std::end(kFurnitureKinds),
                                  [&](const FurnitureKind& kind) { return kind.name == name; });
  return found == std::end(kFurnitureKinds) ? nullptr : &*found;
}

void read_edge(const Fields& keys, std::string_view key, std::string_view form, EdgeRule& out) {
  keys.length(key, {}, out.thickness);
  keys.word(form, out.form);
}

void resolve_artwork(Artwork& art, const Project& project, Reading& in) {
  if (art.file.where.file == SourceSpan::kNoFile) return;
  const std::filesystem::path from = in.sources().at(art.file.where.file).path;
  const auto path = project.locate(art.file.value, from, {"artwork", art.file.where}, in);
  if (!path) return;
  art.path = path->string();
  std::string ending = path->extension().string();
  std::transform(ending.begin(), ending.end(), ending.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  if (ending == ".pdf") art.kind = Artwork::Kind::kPdf;
  if (ending == ".svg") art.kind = Artwork::Kind::kSvg;
  if (ending == ".jpg" || ending == ".jpeg" || ending == ".png") art.kind = Artwork::Kind::kPicture;
  if (art.kind != Artwork::Kind::kNone) return;
  in.error("unknown-artwork", art.file.where, in_quotes(art.file.value) + " is no file that can be placed",
           "give a .pdf, .svg, .jpg or .png file");
}

}  // namespace banxin
