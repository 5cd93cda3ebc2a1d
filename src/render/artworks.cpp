#include "render/artworks.h"

#include "render/artwork_file.h"
#include "render/pdf_file.h"

namespace banxin {

const PdfFile* Artworks::open(std::uint32_t index) {
  const auto [found, is_new] = files_.try_emplace(index);
  if (!is_new) return found->second ? &*found->second : nullptr;
  const Artwork& art = edition_.artworks[index];
  std::string bytes, problem = artwork_pdf(art, bytes);
  if (problem.empty()) found->second = PdfFile::open(std::move(bytes), problem);
  if (found->second) return &*found->second;
  diags_.error("bad-artwork", art.file.where, "artwork '" + art.file.value + "' " + problem,
               "ask for it again as a PDF without a password");
  return nullptr;
}

void Artworks::paint(const DrawArtwork& item, cairo_t* context) {
  const Rect& box = item.box;
  if (box.empty() || item.artwork >= edition_.artworks.size()) return;
  const Artwork& art = edition_.artworks[item.artwork];
  if (use_ == ArtworkUse::kMark) {
    const InkKey key = artwork_key(item.artwork);
    cairo_set_source_rgb(context, key.r / 65535.0, key.g / 65535.0, key.b / 65535.0);
    cairo_rectangle(context, box.x.pt(), box.y.pt(), box.width.pt(), box.height.pt());
    cairo_fill(context);
    return;
  }
  const PdfFile* file = open(item.artwork);
  if (file == nullptr) return;
  cairo_save(context);
  cairo_rectangle(context, box.x.pt(), box.y.pt(), box.width.pt(), box.height.pt());
  cairo_clip(context);
  cairo_translate(context, box.x.pt(), box.y.pt());
  const double scale = box.width / art.width;
  cairo_scale(context, scale, scale);
  cairo_translate(context, -art.left.pt(), -art.top.pt());
  file->impl_->module.draw(file->impl_->document, art.page.value, context);
  cairo_restore(context);
}

}  // namespace banxin
