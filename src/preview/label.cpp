#include "preview/label.h"

#include "base/utf8.h"

namespace banxin {

namespace {

FaceId face_of(char32_t cp, const FontSet& fonts) {
  FontChoice choice;
  choice.role = "hei";
  if (!fonts.has_role(choice.role) && !fonts.catalogue().roles.empty())
    choice.role = fonts.catalogue().roles.front().name.value;
  return fonts.face_for(choice, cp < 0x250 ? FontSet::Part::kLatin : FontSet::Part::kHan, cp);
}

/// Bytes [begin, end) in one face.
DrawText stretch(const std::string& text, std::size_t begin, std::size_t end, FaceId face, Length size,
                 Ink ink, Point& pen, const FontSet& fonts) {
  DrawText out;
  out.face = face, out.size = size, out.ink = ink, out.text = text.substr(begin, end - begin);
  ShapeRequest request;
  request.face = face, request.text = out.text, request.end = out.text.size();
  const std::vector<ShapedGlyph> glyphs = fonts.shape(request);
  for (std::size_t i = 0; i < glyphs.size(); ++i) {
    std::size_t next = i;
    while (next < glyphs.size() && glyphs[next].cluster == glyphs[i].cluster) ++next;
    const auto cluster_end =
        next < glyphs.size() ? glyphs[next].cluster : static_cast<std::uint32_t>(out.text.size());
    out.glyphs.push_back({glyphs[i].id,
                          {pen.x + glyphs[i].dx.at(size), pen.y - glyphs[i].dy.at(size)},
                          glyphs[i].cluster,
                          cluster_end});
    pen.x += glyphs[i].advance.at(size);
  }
  return out;
}

}  // namespace

Length draw_label(const std::string& text, Point start, Length size, Ink ink, const FontSet& fonts,
                  std::vector<DrawItem>& items) {
  Point pen = start;
  for (std::size_t begin = 0; begin < text.size();) {
    const FaceId face = face_of(decode_utf8(text, begin).cp, fonts);
    std::size_t end = begin;
    while (end < text.size()) {
      const Decoded d = decode_utf8(text, end);
      if (face_of(d.cp, fonts) != face) break;
      end += d.bytes;
    }
    if (face != kNoFace) items.emplace_back(stretch(text, begin, end, face, size, ink, pen, fonts));
    begin = end;
  }
  return pen.x - start.x;
}

}  // namespace banxin
