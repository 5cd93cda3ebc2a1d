#include "press/marks.h"

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <utility>

#include "base/json.h"
#include "base/utf8.h"

namespace banxin {

namespace {

// Sizes of print.md 3.6.
constexpr Length kLine = Length::points(0.25), kLong = Length::millimetres(5), kGap = Length::millimetres(3);
constexpr Length kPatch = Length::millimetres(4), kSlugSize = Length::points(6);

class Marker {
 public:
  Marker(PlacedPage& page, const PressProfile& profile)
      : page_(page), profile_(profile), start_(std::max(page.bleed, kGap)) {}

  void rule(Rect box, Ink ink = kRegistration) { page_.items.emplace_back(DrawRule{kArtifact, box, ink}); }
  void across(Length x, Length y, Length width) { rule({x, y - kLine / 2, width, kLine}); }
  void down(Length x, Length y, Length height) { rule({x - kLine / 2, y, kLine, height}); }

  /// At the corners of a box that is `outset` outside the trim.
  void corners(Length outset) {
    for (const Length x : {-outset, page_.width + outset}) {
      down(x, -start_ - kLong, kLong);
      down(x, page_.height + start_, kLong);
    }
    for (const Length y : {-outset, page_.height + outset}) {
      across(-start_ - kLong, y, kLong);
      across(page_.width + start_, y, kLong);
    }
  }

  /// A cross in the middle of each side.
  void crosses() {
    const Length out = start_ + kLong / 2;
    for (const Length x : {-out, page_.width + out}) cross({x, page_.height / 2});
    for (const Length y : {-out, page_.height + out}) cross({page_.width / 2, y});
  }

  /// A dashed line in the slug where the sheet folds across.
  void fold() {
    for (int i = 0; i < 3; ++i) {
      const Length at = start_ + (kLong * (2 * i)) / 5;
      across(-at - kLong / 5, page_.height / 2 + kPatch, kLong / 5);
      across(page_.width + at, page_.height / 2 + kPatch, kLong / 5);
    }
  }

  /// Solid and half of each ink and a grey of three, at the foot.
  void bar() {
    static constexpr std::array<Ink, 9> kPatches = {{{1000, 0, 0, 0},
                                                     {0, 1000, 0, 0},
                                                     {0, 0, 1000, 0},
                                                     {0, 0, 0, 1000},
                                                     {500, 0, 0, 0},
                                                     {0, 500, 0, 0},
                                                     {0, 0, 500, 0},
                                                     {0, 0, 0, 500},
                                                     {400, 300, 300, 0}}};
    Length x = std::max(Length(), page_.width / 2 - kPatch * 12);
    for (const Ink& ink : kPatches) {
      rule({x, page_.height + start_ + Length::millimetres(1), kPatch, kPatch}, ink);
      x += kPatch;
    }
  }

 private:
  void cross(Point at) {
    across(at.x - kLong / 2, at.y, kLong);
    down(at.x, at.y - kLong / 2, kLong);
  }

  PlacedPage& page_;
  const PressProfile& profile_;
  Length start_;
};

/// "晋中日报  第1版  2024-01-08"
std::string slug_text(const PlacedEdition& edition, const PlacedPage& page) {
  std::string text = edition.paper.empty() ? edition.title : edition.paper;
  text += "  第" + std::to_string(page.number) + "版";
  if (edition.date) {
    const auto two = [](int n) { return (n < 10 ? "0" : "") + std::to_string(n); };
    text += "  " + std::to_string(edition.date->year) + "-" + two(edition.date->month) + "-" +
            two(edition.date->day);
  }
  return text;
}

/// A face of the catalogue's first role that has every character; kNoFace when there is none: then the sheet
/// has no line, which is no reason to have no page.
FaceId face_for(const FontSet& fonts, std::string_view text) {
  for (std::size_t face = 0; face < fonts.catalogue().faces.size(); ++face) {
    const auto id = static_cast<FaceId>(face);
    if (fonts.path(id).empty()) continue;
    bool all = true;
    for (std::size_t i = 0; all && i < text.size();) {
      const Decoded d = decode_utf8(text, i);
      all = fonts.has_glyph(id, d.cp);
      i += d.bytes;
    }
    if (all) return id;
  }
  return kNoFace;
}

/// Sets a line from `pen`; where the next one may start comes back. Nothing is set without a face that has it
/// all.
Point set_line(PlacedPage& page, const FontSet& fonts, const std::string& text, Point pen, Ink ink) {
  DrawText line;
  line.text = text, line.face = face_for(fonts, text), line.size = kSlugSize, line.ink = ink;
  if (line.face == kNoFace) return pen;
  ShapeRequest request;
  request.face = line.face, request.text = line.text, request.end = line.text.size();
  const std::vector<ShapedGlyph> glyphs = fonts.shape(request);
  for (std::size_t i = 0; i < glyphs.size(); ++i) {
    std::size_t next = i;
    while (next < glyphs.size() && glyphs[next].cluster == glyphs[i].cluster) ++next;
    const auto end =
        next < glyphs.size() ? glyphs[next].cluster : static_cast<std::uint32_t>(line.text.size());
    line.glyphs.push_back({glyphs[i].id,
                           {pen.x + glyphs[i].dx.at(line.size), pen.y - glyphs[i].dy.at(line.size)},
                           glyphs[i].cluster,
                           end});
    pen.x += glyphs[i].advance.at(line.size);
  }
  page.items.emplace_back(std::move(line));
  return {pen.x + kSlugSize, pen.y};
}

/// The named inks that the page prints.
std::set<std::uint8_t> spots_of(const PlacedPage& page) {
  std::set<std::uint8_t> out;
  for (const DrawItem& item : page.items) {
    std::visit(
        [&](const auto& any) {
          if constexpr (requires { any.ink; }) out.insert(any.ink.spot);
        },
        item);
  }
  out.erase(0);
  return out;
}

/// Title, page and date on every plate; then each plate's name in its own ink, so that a plate says its name
/// alone.
void add_slug_line(const PlacedEdition& edition, PlacedPage& page, const FontSet& fonts, Length below) {
  Point pen{page.width / 2 + kPatch, page.height + below};
  const std::set<std::uint8_t> spots = spots_of(page);
  pen = set_line(page, fonts, slug_text(edition, page), pen, kRegistration);
  static constexpr std::pair<const char*, Ink> kProcess[] = {
      {"C", {1000, 0, 0, 0}}, {"M", {0, 1000, 0, 0}}, {"Y", {0, 0, 1000, 0}}, {"K", {0, 0, 0, 1000}}};
  for (const auto& [name, ink] : kProcess) pen = set_line(page, fonts, name, pen, ink);
  for (const std::uint8_t spot : spots) {
    if (spot > edition.spots.size() || edition.spots[spot - 1u].screen_only) continue;
    Ink ink = edition.spots[spot - 1u].solid;
    ink.spot = spot, ink.tint = 1000;
    pen = set_line(page, fonts, edition.spots[spot - 1u].plate, pen, ink);
  }
}

}  // namespace

void add_marks(PlacedEdition& edition, const FontSet& fonts, const PressProfile& profile) {
  for (PlacedPage& page : edition.pages) {
    Marker marker(page, profile);
    if (profile.crop_marks) marker.corners(Length());
    if (profile.bleed_marks && page.bleed > Length()) marker.corners(page.bleed);
    if (profile.registration_marks) marker.crosses();
    if (profile.fold_mark) marker.fold();
    if (profile.colour_bar) marker.bar();
    const Length below = std::max(page.bleed, kGap) + Length::millimetres(1) + kSlugSize;
    if (profile.slug_line) add_slug_line(edition, page, fonts, below);
  }
}

}  // namespace banxin
