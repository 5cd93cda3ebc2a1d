#include "layout/pieces.h"

#include <algorithm>

namespace banxin {

namespace {

/// Stretches of text without its first `bytes`; what stood in those only is gone.
template <class Stretch>
void cut(std::vector<Stretch>& stretches, std::size_t bytes) {
  std::erase_if(stretches, [&](const Stretch& s) { return s.end <= bytes; });
  for (Stretch& s : stretches) s.begin = std::max(s.begin, bytes) - bytes, s.end -= bytes;
}

template <class Stretch>
void shift(std::vector<Stretch>& stretches, std::size_t bytes) {
  for (Stretch& s : stretches) s.begin += bytes, s.end += bytes;
}

std::vector<SourcePiece> origin_after(const Copy& copy, std::size_t bytes) {
  std::vector<SourcePiece> out;
  for (std::size_t i = 0; i < copy.origin.size(); ++i) {
    SourcePiece piece = copy.origin[i];
    const std::size_t end = i + 1 < copy.origin.size() ? copy.origin[i + 1].text_begin : copy.text.size();
    if (end <= bytes) continue;
    if (piece.text_begin < bytes) {
      piece.where = copy.source_of(bytes, end);
      piece.text_begin = bytes;
    }
    piece.text_begin -= bytes;
    out.push_back(piece);
  }
  return out;
}

}  // namespace

Paragraph with_opening(const Copy& opening, const char* between, const Paragraph& paragraph) {
  Paragraph out = paragraph;
  const std::string text = opening.text + between;
  out.copy.text.insert(0, text);
  for (SourcePiece& piece : out.copy.origin) piece.text_begin += text.size();
  std::vector<SourcePiece> origin = opening.origin;
  origin.insert(origin.end(), out.copy.origin.begin(), out.copy.origin.end());
  out.copy.origin = std::move(origin);
  shift(out.emphasis, text.size()), shift(out.spans, text.size()), shift(out.marks, text.size());
  return out;
}

Paragraph without_start(const Paragraph& paragraph, std::size_t bytes) {
  Paragraph out = paragraph;
  out.copy.text.erase(0, bytes);
  out.copy.origin = origin_after(paragraph.copy, bytes);
  cut(out.emphasis, bytes), cut(out.spans, bytes), cut(out.marks, bytes);
  return out;
}

Copy start_of(const Copy& copy, std::size_t bytes) {
  Copy out{copy.text.substr(0, bytes), {}};
  for (const SourcePiece& piece : copy.origin) {
    if (piece.text_begin < bytes) out.origin.push_back(piece);
  }
  if (!out.origin.empty()) {
    out.origin.back().where = copy.source_of(out.origin.back().text_begin, bytes);
  }
  return out;
}

}  // namespace banxin
