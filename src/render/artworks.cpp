#include "render/artworks.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstring>
#include <functional>
#include <optional>
#include <string>
#include <utility>

#include "base/bounded_work.h"
#include "base/packed.h"
#include "render/artwork_file.h"
#include "render/module.h"

namespace banxin {

namespace {

/// The pixels of a surface inside the box, in whole pixels: bytes from `first` on in each of `rows` rows.
struct Part {
  int top = 0, rows = 0;
  std::size_t first = 0, bytes = 0;
};

Part part_of(cairo_surface_t* surface, cairo_t* context, const Rect& box) {
  double x1 = box.x.pt(), y1 = box.y.pt(), x2 = box.right().pt(), y2 = box.bottom().pt();
  cairo_user_to_device(context, &x1, &y1);
  cairo_user_to_device(context, &x2, &y2);
  const auto within = [](double from, double to, int size, int& first, int& last) {
    first = static_cast<int>(std::clamp(std::floor(std::min(from, to)), 0.0, double(size)));
    last = static_cast<int>(std::clamp(std::ceil(std::max(from, to)), 0.0, double(size)));
  };
  int left = 0, right = 0, top = 0, bottom = 0;
  within(x1, x2, cairo_image_surface_get_width(surface), left, right);
  within(y1, y2, cairo_image_surface_get_height(surface), top, bottom);
  const std::size_t pixel = cairo_image_surface_get_format(surface) == CAIRO_FORMAT_A8 ? 1 : 4;
  return {top, bottom - top, static_cast<std::size_t>(left) * pixel,
          static_cast<std::size_t>(right - left) * pixel};
}

/// Calls `each(row's pixels of the part)`.
template <class Each>
void for_rows(cairo_surface_t* surface, const Part& part, const Each& each) {
  unsigned char* const data = cairo_image_surface_get_data(surface);
  const auto stride = static_cast<std::size_t>(cairo_image_surface_get_stride(surface));
  for (int y = part.top; y < part.top + part.rows; ++y) {
    each(data + stride * static_cast<std::size_t>(y) + part.first);
  }
}

/// Draws on an image in a process of its own, and takes over what is in the box.
std::string draw_apart(cairo_t* context, const Rect& box, const std::function<std::string()>& draw) {
  cairo_surface_t* const surface = cairo_get_target(context);
  cairo_surface_flush(surface);
  const Part part = part_of(surface, context, box);
  if (part.rows == 0 || part.bytes == 0) return {};
  std::string problem;
  const auto work = [&] {
    PackedWriter packed;
    packed.text(draw());
    cairo_surface_flush(surface);
    std::string pixels;
    pixels.reserve(part.bytes * static_cast<std::size_t>(part.rows));
    for_rows(surface, part, [&](const unsigned char* row) {
      pixels.append(reinterpret_cast<const char*>(row), part.bytes);
    });
    packed.text(pixels);
    return packed.take();
  };
  const std::optional<std::string> drawn = bounded_work(work, problem);
  if (!drawn) return problem;
  PackedReader packed(*drawn);
  problem = packed.text();
  if (!problem.empty()) return problem;
  const char* from = packed.text().data();
  for_rows(surface, part, [&](unsigned char* row) {
    std::memcpy(row, from, part.bytes);
    from += part.bytes;
  });
  cairo_surface_mark_dirty(surface);
  return {};
}

/// Onto vectors: once apart, to see that it can be done.
std::string draw_twice(const std::function<std::string()>& draw) {
  std::string problem;
  const std::optional<std::string> tried = bounded_work(draw, problem);
  return !tried ? problem : tried->empty() ? draw() : *tried;
}

std::string draw_page(const Artwork& art, const Rect& box, cairo_t* context) {
  std::string bytes, problem = artwork_pdf(art, bytes);
  if (!problem.empty()) return problem;
  const std::optional<PdfFile> file = PdfFile::open(std::move(bytes), problem);
  if (!file) return problem;
  cairo_save(context);
  cairo_rectangle(context, box.x.pt(), box.y.pt(), box.width.pt(), box.height.pt());
  cairo_clip(context);
  cairo_translate(context, box.x.pt(), box.y.pt());
  const double scale = box.width / art.width;
  cairo_scale(context, scale, scale);
  cairo_translate(context, -art.left.pt(), -art.top.pt());
  file->draw(art.page.value, context);
  cairo_restore(context);
  const cairo_status_t status = cairo_status(context);
  return status == CAIRO_STATUS_SUCCESS ? ""
                                        : std::string("cannot be drawn: ") + cairo_status_to_string(status);
}

}  // namespace

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
  if (bad_.contains(item.artwork)) return;
  const bool pixels = cairo_surface_get_type(cairo_get_target(context)) == CAIRO_SURFACE_TYPE_IMAGE;
  std::string problem;
  pdf_module(problem);  // stays open for the processes that draw
  const auto draw = [&] { return draw_page(art, box, context); };
  if (problem.empty()) problem = pixels ? draw_apart(context, box, draw) : draw_twice(draw);
  if (problem.empty()) return;
  bad_.insert(item.artwork);
  diags_.error("bad-artwork", art.file.where, "artwork '" + art.file.value + "' " + problem,
               "ask for it again as a PDF without a password");
}

}  // namespace banxin
