#include <cmath>
#include <cstring>
#include <utility>

#include "render/handles.h"
#include "render/module/parts.h"

namespace banxin {

namespace {

constexpr int kLargestSide = 32767;  // Cairo's

std::string reason(const GError* error) {
  if (error == nullptr) return "is no PDF";
  if (g_error_matches(error, POPPLER_ERROR, POPPLER_ERROR_ENCRYPTED)) return "is encrypted";
  if (g_error_matches(error, POPPLER_ERROR, POPPLER_ERROR_DAMAGED)) return "is damaged";
  return "is no PDF";
}

void draw_on(PopplerPage* page, cairo_t* context) {
  poppler_page_render_for_printing_with_options(page, context, POPPLER_PRINT_DOCUMENT);
}

void* open_document(std::string bytes, std::string& problem) {
  auto* kept = new std::string(std::move(bytes));
  const auto release = [](void* owner) { delete static_cast<std::string*>(owner); };
  auto pdf = std::make_unique<OpenPdf>();
  pdf->bytes.reset(g_bytes_new_with_free_func(kept->data(), kept->size(), release, kept));
  GError* error = nullptr;
  pdf->document.reset(poppler_document_new_from_bytes(pdf->bytes.get(), nullptr, &error));
  if (pdf->document) return pdf.release();
  problem = reason(error);
  if (error != nullptr) g_error_free(error);
  return nullptr;
}

void close_document(void* document) { delete &opened(document); }

int pages(void* document) { return poppler_document_get_n_pages(opened(document).document.get()); }

PdfFile::Size size(void* document, int page) {
  const GHandle<PopplerPage> handle = page_of(document, page);
  if (!handle) return {};
  double width = 0, height = 0;
  poppler_page_get_size(handle.get(), &width, &height);
  return {Length::points(width), Length::points(height)};
}

Raster rasterise(void* document, int page, double ppi) {
  Raster out;
  const GHandle<PopplerPage> handle = page_of(document, page);
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
  draw_on(handle.get(), context.get());
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

bool draw(void* document, int page, cairo_t* context) {
  const GHandle<PopplerPage> handle = page_of(document, page);
  if (handle) draw_on(handle.get(), context);
  return handle != nullptr;
}

}  // namespace

PDFDoc& inner_document(OpenPdf& pdf) {
  if (!pdf.inner) {
    gsize size = 0;
    const void* data = g_bytes_get_data(pdf.bytes.get(), &size);
    // The document takes the stream.
    pdf.inner = std::make_unique<PDFDoc>(
        new MemStream(static_cast<const char*>(data), 0, static_cast<Goffset>(size), Object(objNull)));
  }
  return *pdf.inner;
}

GHandle<PopplerPage> page_of(void* document, int number) {
  PopplerDocument* const open = opened(document).document.get();
  if (number < 1 || number > poppler_document_get_n_pages(open)) return nullptr;
  return GHandle<PopplerPage>(poppler_document_get_page(open, number - 1));
}

}  // namespace banxin

extern "C" __attribute__((visibility("default"))) const void* banxin_pdf() {
  using namespace banxin;
  static constexpr PdfModule table{open_document, close_document, pages,       size,      rasterise,
                                   draw,          text_of,        pictures_of, svg_to_pdf};
  return &table;
}
