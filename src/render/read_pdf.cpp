#include "render/read_pdf.h"

#include <cmath>
#include <cstring>

#include "render/pdf_file.h"

namespace banxin {

namespace {

constexpr int kLargestSide = 32767;  // Cairo's

std::string reason(const GError* error) {
  if (error == nullptr) return "is no PDF";
  if (g_error_matches(error, POPPLER_ERROR, POPPLER_ERROR_ENCRYPTED)) return "is encrypted";
  if (g_error_matches(error, POPPLER_ERROR, POPPLER_ERROR_DAMAGED)) return "is damaged";
  return "is no PDF";
}

}  // namespace

void draw_page(PopplerPage* page, cairo_t* context) {
  poppler_page_render_for_printing_with_options(page, context, POPPLER_PRINT_DOCUMENT);
}

PdfFile::PdfFile(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
PdfFile::~PdfFile() = default;
PdfFile::PdfFile(PdfFile&&) noexcept = default;
PdfFile& PdfFile::operator=(PdfFile&&) noexcept = default;

std::optional<PdfFile> PdfFile::open(std::string bytes, std::string& problem) {
  auto* kept = new std::string(std::move(bytes));
  const auto release = [](void* owner) { delete static_cast<std::string*>(owner); };
  GBytes* data = g_bytes_new_with_free_func(kept->data(), kept->size(), release, kept);
  GError* error = nullptr;
  auto impl = std::make_unique<Impl>();
  impl->document.reset(poppler_document_new_from_bytes(data, nullptr, &error));
  g_bytes_unref(data);
  if (impl->document != nullptr) return PdfFile(std::move(impl));
  problem = reason(error);
  if (error != nullptr) g_error_free(error);
  return std::nullopt;
}

int PdfFile::pages() const { return poppler_document_get_n_pages(impl_->document.get()); }

PdfFile::Size PdfFile::size(int page) const {
  const GHandle<PopplerPage> handle = impl_->page(page);
  if (!handle) return {};
  double width = 0, height = 0;
  poppler_page_get_size(handle.get(), &width, &height);
  return {Length::points(width), Length::points(height)};
}

Raster PdfFile::rasterise(int page, double ppi) const {
  Raster out;
  const GHandle<PopplerPage> handle = impl_->page(page);
  if (!handle) return out;
  double width = 0, height = 0;
  poppler_page_get_size(handle.get(), &width, &height);
  const auto pixels = [&](double points) { return static_cast<int>(std::lround(points * ppi / 72)); };
  if (pixels(width) < 1 || pixels(height) < 1 || pixels(width) > kLargestSide ||
      pixels(height) > kLargestSide) {
    return out;
  }
  const SurfaceHandle surface(cairo_image_surface_create(CAIRO_FORMAT_RGB24, pixels(width), pixels(height)));
  const ContextHandle context(cairo_create(surface.get()));
  cairo_set_source_rgb(context.get(), 1, 1, 1);
  cairo_paint(context.get());
  cairo_scale(context.get(), pixels(width) / width, pixels(height) / height);
  draw_page(handle.get(), context.get());
  cairo_surface_flush(surface.get());
  if (cairo_surface_status(surface.get()) != CAIRO_STATUS_SUCCESS) return out;
  out.allocate(pixels(width), pixels(height));
  const unsigned char* data = cairo_image_surface_get_data(surface.get());
  const auto stride = static_cast<std::size_t>(cairo_image_surface_get_stride(surface.get()));
  for (int y = 0; y < out.height; ++y) {
    std::memcpy(out.row(y), data + stride * static_cast<std::size_t>(y), out.stride());
  }
  return out;
}

}  // namespace banxin
