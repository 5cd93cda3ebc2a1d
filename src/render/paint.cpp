#include "render/paint.h"

#include <algorithm>
#include <numbers>

#include "render/text_lock.h"

namespace banxin {

namespace {

/// Whether the glyphs' ranges follow one another inside the text, equal ones side by side.
bool in_order(const DrawText& text) {
  std::uint32_t begin = 0, end = 0;
  for (const PlacedGlyph& glyph : text.glyphs) {
    const bool same = glyph.text_begin == begin && glyph.text_end == end;
    if (!same && (glyph.text_begin < end || glyph.text_end < glyph.text_begin)) return false;
    begin = glyph.text_begin, end = glyph.text_end;
  }
  return end <= text.text.size();
}

void add_clusters(const DrawText& text, std::vector<cairo_text_cluster_t>& clusters) {
  const std::vector<PlacedGlyph>& glyphs = text.glyphs;
  const std::size_t before = clusters.size();
  std::uint32_t covered = 0;
  for (std::size_t i = 0; i < glyphs.size();) {
    std::size_t next = i + 1;
    while (next < glyphs.size() && glyphs[next].text_begin == glyphs[i].text_begin &&
           glyphs[next].text_end == glyphs[i].text_end) {
      ++next;
    }
    const bool first = clusters.size() == before;
    if (!first) clusters.back().num_bytes += static_cast<int>(glyphs[i].text_begin - covered);
    const std::uint32_t from = first ? 0 : glyphs[i].text_begin;
    clusters.push_back({static_cast<int>(glyphs[i].text_end - from), static_cast<int>(next - i)});
    covered = glyphs[i].text_end;
    i = next;
  }
  if (clusters.size() > before) clusters.back().num_bytes += static_cast<int>(text.text.size() - covered);
}

/// From stored pixels to the upright picture as a unit square (Exif 2.3, Orientation).
cairo_matrix_t upright(int orientation, double width, double height) {
  const double x = 1 / width, y = 1 / height;
  switch (orientation) {
    case 2:
      return {-x, 0, 0, y, 1, 0};
    case 3:
      return {-x, 0, 0, -y, 1, 1};
    case 4:
      return {x, 0, 0, -y, 0, 1};
    case 5:
      return {0, x, y, 0, 0, 0};
    case 6:
      return {0, x, -y, 0, 1, 0};
    case 7:
      return {0, -x, -y, 0, 1, 1};
    case 8:
      return {0, -x, y, 0, 0, 1};
    default:
      return {x, 0, 0, y, 0, 0};
  }
}

/// From the glyph in em to the page.
cairo_matrix_t font_matrix(const DrawText& text) {
  const double size = text.size.pt(), width = size * text.width_percent / 100;
  if (text.turn == Turn::kClockwise) return {0, width, -size, 0, 0, 0};
  return {width, 0, 0, size, 0, 0};
}

/// Whether the item leaves any ink at all.
bool draws(const DrawText& text) { return !text.glyphs.empty() && text.size > Length(); }

bool set_alike(const DrawText& a, const DrawText& b) {
  return a.node == b.node && a.face == b.face && a.size == b.size && a.ink == b.ink && a.turn == b.turn &&
         a.width_percent == b.width_percent;
}

void rectangle(cairo_t* context, const Rect& box) {
  cairo_rectangle(context, box.x.pt(), box.y.pt(), box.width.pt(), box.height.pt());
}

}  // namespace

void append(GlyphRun& run, const DrawText& text, const Faces& faces) {
  run.text += text.text;
  for (const PlacedGlyph& glyph : text.glyphs) {
    run.glyphs.push_back({faces.glyph(text.face, glyph.id), glyph.origin.x.pt(), glyph.origin.y.pt()});
  }
  if (in_order(text)) {
    add_clusters(text, run.clusters);
  } else {
    run.clusters.push_back({static_cast<int>(text.text.size()), static_cast<int>(text.glyphs.size())});
  }
}

std::size_t drawn_together(std::span<const DrawItem> items) {
  const auto* first = std::get_if<DrawText>(&items.front());
  if (first == nullptr || !draws(*first)) return 1;
  std::size_t count = 1;
  for (; count < items.size(); ++count) {
    const auto* text = std::get_if<DrawText>(&items[count]);
    if (text == nullptr || !draws(*text) || !set_alike(*first, *text)) break;
  }
  return count;
}

Painter::Painter(cairo_t* context, const Faces& faces, Photos& photos, Artworks& artworks,
                 double device_scale, InkUse inks)
    : context_(context),
      faces_(faces),
      photos_(photos),
      artworks_(artworks),
      device_scale_(device_scale),
      inks_(inks) {
  const FontOptionsHandle options(cairo_font_options_create());
  cairo_font_options_set_hint_style(options.get(), CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics(options.get(), CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias(options.get(), CAIRO_ANTIALIAS_GRAY);
  cairo_set_font_options(context_, options.get());
}

void Painter::set_ink(Ink ink) {
  if (inks_ == InkUse::kKeys) {
    // Cairo keeps and writes 16 bits a channel exactly (print.md 2.1).
    const InkKey key = ink_key(ink);
    return cairo_set_source_rgb(context_, key.r / 65535.0, key.g / 65535.0, key.b / 65535.0);
  }
  const ScreenColour colour = screen_colour(ink);
  cairo_set_source_rgb(context_, colour.r, colour.g, colour.b);
}

void Painter::paint(const PlacedPage& page) {
  for (std::span<const DrawItem> rest(page.items); !rest.empty();) {
    const std::size_t count = drawn_together(rest);
    paint(rest.first(count));
    rest = rest.subspan(count);
  }
}

void Painter::paint(std::span<const DrawItem> items) {
  const DrawItem& first = items.front();
  if (std::holds_alternative<DrawText>(first)) return draw(items);
  if (const auto* rule = std::get_if<DrawRule>(&first)) return draw(*rule);
  if (const auto* stroke = std::get_if<DrawStroke>(&first)) return draw(*stroke);
  if (const auto* image = std::get_if<DrawImage>(&first)) return draw(*image);
  artworks_.paint(std::get<DrawArtwork>(first), context_);
}

void Painter::draw(std::span<const DrawItem> texts) {
  const auto& first = std::get<DrawText>(texts.front());
  if (!draws(first) || faces_.font(first.face) == nullptr) return;
  run_.text.clear(), run_.glyphs.clear(), run_.clusters.clear();
  for (const DrawItem& text : texts) append(run_, std::get<DrawText>(text), faces_);
  set_ink(first.ink);
  const auto lock = text_lock();
  cairo_set_font_face(context_, faces_.font(first.face));
  const cairo_matrix_t matrix = font_matrix(first);
  cairo_set_font_matrix(context_, &matrix);
  cairo_show_text_glyphs(context_, run_.text.data(), static_cast<int>(run_.text.size()), run_.glyphs.data(),
                         static_cast<int>(run_.glyphs.size()), run_.clusters.data(),
                         static_cast<int>(run_.clusters.size()), static_cast<cairo_text_cluster_flags_t>(0));
}

void Painter::draw(const DrawRule& rule) {
  if (rule.box.empty()) return;
  set_ink(rule.ink);
  rectangle(context_, rule.box);
  cairo_fill(context_);
}

void Painter::draw(const DrawStroke& stroke) {
  if (stroke.points.empty() || stroke.width <= Length()) return;
  set_ink(stroke.ink);
  cairo_set_line_width(context_, stroke.width.pt());
  cairo_set_line_cap(context_, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join(context_, CAIRO_LINE_JOIN_ROUND);
  const Point& first = stroke.points.front();
  if (stroke.points.size() == 1) {
    // A filled disc: not every device draws the round caps of a line without length.
    cairo_new_sub_path(context_);
    cairo_arc(context_, first.x.pt(), first.y.pt(), stroke.width.pt() / 2, 0, 2 * std::numbers::pi);
    cairo_close_path(context_);
    cairo_fill(context_);
    return;
  }
  cairo_move_to(context_, first.x.pt(), first.y.pt());
  for (std::size_t i = 1; i < stroke.points.size(); ++i) {
    cairo_line_to(context_, stroke.points[i].x.pt(), stroke.points[i].y.pt());
  }
  cairo_stroke(context_);
}

void Painter::draw(const DrawImage& image) {
  const std::optional<WholePicture> whole = whole_picture(image);
  if (!whole) return;
  const auto [width, height] = *whole;
  const PreparedPhoto* photo = photos_.prepare(image, width * device_scale_, height * device_scale_);
  if (photo == nullptr) return;

  const bool pixels = photos_.use() == PhotoUse::kPixels;
  cairo_save(context_);
  // Always a clip, even round a whole picture: Cairo 1.16 takes an unclipped paint on an empty page for a
  // fresh start and forgets the tags that were opened before it.
  rectangle(context_, image.box);
  cairo_clip(context_);
  cairo_translate(context_, image.box.x.pt() - image.crop_x * width,
                  image.box.y.pt() - image.crop_y * height);
  cairo_scale(context_, width, height);
  const cairo_matrix_t turn = upright(photo->orientation, photo->width, photo->height);
  cairo_transform(context_, &turn);
  cairo_set_source_surface(context_, photo->surface.get(), 0, 0);
  cairo_pattern_t* pattern = cairo_get_source(context_);
  // In a file of vectors a filter only sets /Interpolate, which presses do not want. As pixels, the photo's
  // edge must not fade into the paper.
  cairo_pattern_set_filter(pattern, pixels ? CAIRO_FILTER_GOOD : CAIRO_FILTER_FAST);
  cairo_pattern_set_extend(pattern, pixels ? CAIRO_EXTEND_PAD : CAIRO_EXTEND_NONE);
  cairo_paint(context_);
  cairo_restore(context_);
}

}  // namespace banxin
