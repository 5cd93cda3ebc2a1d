#include <cairo-pdf.h>
#include <librsvg/rsvg.h>

#include "render/handles.h"
#include "render/module/parts.h"

namespace banxin {

namespace {

/// Width and height in points; a drawing that says no lengths has a pixel of its view box a point.
bool size_of(RsvgHandle* drawing, double& width, double& height) {
  constexpr double kPointsAPixel = 0.75;  // CSS: 96 pixels an inch
  if (rsvg_handle_get_intrinsic_size_in_pixels(drawing, &width, &height) != 0) {
    width *= kPointsAPixel, height *= kPointsAPixel;
    return width > 0 && height > 0;
  }
  RsvgRectangle box;
  gboolean has_width = 0, has_height = 0, has_box = 0;
  RsvgLength w, h;
  rsvg_handle_get_intrinsic_dimensions(drawing, &has_width, &w, &has_height, &h, &has_box, &box);
  width = box.width, height = box.height;
  return has_box != 0 && width > 0 && height > 0;
}

}  // namespace

std::string svg_to_pdf(const std::string& svg, std::string& pdf) {
  GError* error = nullptr;
  const GHandle<RsvgHandle> drawing(
      rsvg_handle_new_from_data(reinterpret_cast<const guint8*>(svg.data()), svg.size(), &error));
  if (drawing == nullptr) {
    std::string problem =
        std::string("is no drawing: ") + (error != nullptr ? error->message : "unknown form");
    if (error != nullptr) g_error_free(error);
    return problem;
  }
  double width = 0, height = 0;
  if (!size_of(drawing.get(), width, height)) return "has no size: give its <svg> a width and a height";
  constexpr double kLargest = 14400;  // points, as for pages of PDF (press/artwork.cpp)
  if (width > kLargest || height > kLargest) return "is larger than 5 × 5 m";
  const SurfaceHandle surface(cairo_pdf_surface_create_for_stream(append_to_string, &pdf, width, height));
  cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_CREATE_DATE, "1970-01-01T00:00:00Z");
  const ContextHandle context(cairo_create(surface.get()));
  const RsvgRectangle page{0, 0, width, height};
  const bool drawn = rsvg_handle_render_document(drawing.get(), context.get(), &page, &error) != 0;
  std::string problem = "cannot be drawn";
  if (error != nullptr) {
    problem += std::string(": ") + error->message;
    g_error_free(error);
  }
  cairo_show_page(context.get());
  cairo_surface_finish(surface.get());
  return drawn && cairo_surface_status(surface.get()) == CAIRO_STATUS_SUCCESS ? "" : problem;
}

}  // namespace banxin
