// Type and pages: fonts, paragraphs, delivered PDF.
#include <optional>
#include <span>
#include <string>

#include "base/utf8.h"
#include "font/font_set.h"
#include "press/separate.h"
#include "read/read.h"
#include "render/read_pdf.h"
#include "targets.h"
#include "text/break_lines.h"
#include "text/paragraph.h"
#include "text/shaped.h"

namespace banxin::fuzz {

namespace {

FontSet one_face(const std::string& file) {
  Sources sources;
  Diagnostics diags;
  std::string text = "faces:\n  x: {family: X, files: ['" + file + "']}\nroles:\n";
  for (const char* role : {"song", "song bold", "hei", "hei bold", "kai", "kai bold", "fangsong"}) {
    text += std::string("  ") + role + ": {han: [x]}\n";
  }
  return FontSet(*read_catalogue("fuzz", std::move(text), sources, diags), diags);
}

void set_lines(const ShapedParagraph& shaped, Length size) {
  for (const int em : {2, 11}) {
    const Length measure = size * em;
    const Breaking breaking = break_lines(shaped, std::span(&measure, 1), {});
    for (const Line& line : breaking.lines) (void)set_line(shaped, line, {});
  }
}

}  // namespace

void feed_font(std::string_view bytes) {
  const FontSet fonts = one_face(file_with(bytes, ".otf"));
  (void)fonts.has_glyph(0, U'一');
  TextToSet to_set;
  to_set.text = "版心A1fi。", to_set.size = Length::points(10);
  to_set.runs.push_back({.begin = 0, .end = to_set.text.size(), .font = {}, .size = to_set.size});
  to_set.runs.back().font.role = "song";
  set_lines(shape_paragraph(to_set, fonts), to_set.size);
}

/// The face-free metrics: what is looked for is in the classes, the breaks and the filling of lines.
void feed_paragraph(std::string_view bytes) {
  const std::string text(bytes.substr(0, 2000));
  if (text.empty() || invalid_utf8_at(text) != std::string::npos) return;
  TextToSet to_set;
  to_set.text = text, to_set.size = Length::points(10);
  to_set.runs.push_back({.begin = 0, .end = text.size(), .font = {}, .size = to_set.size});
  const ShapedParagraph shaped = nominal_paragraph(to_set);
  (void)show_breaks(shaped);
  set_lines(shaped, to_set.size);
}

void feed_pdf(std::string_view bytes) {
  std::string problem;
  const std::optional<PdfFile> file = PdfFile::open(std::string(bytes), problem);
  if (!file || file->pages() < 1) return;
  const PdfFile::Size size = file->size(1);
  if (size.width < Length::points(2000) && size.height < Length::points(2000)) (void)file->rasterise(1, 20);
}

void feed_profile(std::string_view bytes) {
  if (problem_of_output_profile(bytes).empty()) (void)ink_limit_of(bytes);
}

}  // namespace banxin::fuzz
