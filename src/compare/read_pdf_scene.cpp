// A foreign PDF as a Scene: one story a page, one paragraph in it, its lines as Poppler finds them.
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/bounded_work.h"
#include "compare/scene.h"

namespace banxin {

namespace {

std::string colour_name(ScreenColour colour) {
  const auto level = [](double channel) { return static_cast<unsigned>(std::lround(channel * 255)); };
  std::array<char, 8> text;
  std::snprintf(text.data(), text.size(), "#%02x%02x%02x", level(colour.r) & 255, level(colour.g) & 255,
                level(colour.b) & 255);
  return text.data();
}

/// Letters that a font joins into one glyph, and some tools write as one character.
std::string_view letters_of(std::string_view character) {
  static constexpr std::pair<std::string_view, std::string_view> kLigatures[] = {
      {"\uFB00", "ff"},  {"\uFB01", "fi"}, {"\uFB02", "fl"}, {"\uFB03", "ffi"},
      {"\uFB04", "ffl"}, {"\uFB05", "st"}, {"\uFB06", "st"}};
  for (const auto& [ligature, letters] : kLigatures) {
    if (character == ligature) return letters;
  }
  return character;
}

void without_blanks_at_end(std::vector<PdfCharacter>& line) {
  while (line.size() > 1 && line.back().text == " ") line.pop_back();
}

/// Stretches of one style, one item each. The boxes are the font's, so their bottom stands for the baseline.
void add_line(const PdfText& text, const std::vector<PdfCharacter>& line, std::size_t node, ScenePage& page) {
  SceneItem item;
  std::size_t style = static_cast<std::size_t>(-1);
  const auto close = [&] {
    if (!item.glyphs.empty()) page.items.push_back(std::move(item));
    item = {};
  };
  for (const PdfCharacter& character : line) {
    if (character.style != style) {
      close();
      style = character.style;
      const PdfTextStyle& look = text.styles[style];
      item.kind = SceneItem::Kind::kText, item.node = node;
      item.face = look.font, item.size = look.size, item.ink = colour_name(look.colour);
    }
    const auto begin = static_cast<std::uint32_t>(item.text.size());
    item.text += letters_of(character.text);
    const auto end = static_cast<std::uint32_t>(item.text.size());
    item.glyphs.push_back({0, {character.box.x, character.box.bottom()}, begin, end});
    item.box = united(item.box, character.box);
  }
  close();
}

/// Reads all, draws it small: a page that takes too much takes it at any size.
void read_and_draw(const PdfFile& pdf) {
  constexpr double kPpi = 18, kMostPixels = 2000;  // along an edge
  for (int i = 1; i <= pdf.pages(); ++i) {
    (void)read_pdf_text(pdf, i);
    (void)read_pdf_pictures(pdf, i);
    const PdfFile::Size size = pdf.size(i);
    const double longest = std::max(size.width, size.height).pt() / 72;
    (void)pdf.rasterise(i, std::min(kPpi, kMostPixels / std::max(longest, 1.0)));
  }
}

}  // namespace

std::string problem_of_reading(const std::string& pdf) {
  std::string problem;
  const auto count = [&] {
    std::string wrong;
    const std::optional<PdfFile> file = PdfFile::open(pdf, wrong);
    if (file && file->pages() < 1) wrong = "has no pages";
    return file && wrong.empty() ? std::to_string(file->pages()) : wrong;
  };
  const std::optional<std::string> pages = bounded_work(count, problem);
  if (!pages) return problem;
  const int found = std::atoi(pages->c_str());  // 0: words
  if (found < 1) return *pages;
  const auto work = [&] {
    std::string wrong;
    if (const std::optional<PdfFile> file = PdfFile::open(pdf, wrong)) read_and_draw(*file);
    return wrong;
  };
  const std::optional<std::string> read = bounded_work(work, problem, {.seconds = read_seconds(found)});
  return read ? *read : problem;
}

Scene read_pdf_scene(const PdfFile& pdf) {
  Scene scene;
  scene.exact = false;
  scene.nodes.push_back({"document", kNoNode, ""});
  for (int i = 1; i <= pdf.pages(); ++i) {
    ScenePage page;
    page.number = i;
    page.width = pdf.size(i).width, page.height = pdf.size(i).height;
    const std::size_t article = scene.nodes.size();
    scene.nodes.push_back({"article", 0, ""});
    scene.nodes.push_back({"text", article, ""});
    PdfText text = read_pdf_text(pdf, i);
    for (std::vector<PdfCharacter>& line : text.lines) {
      without_blanks_at_end(line);
      add_line(text, line, article + 1, page);
    }
    for (const Rect& box : read_pdf_pictures(pdf, i)) {
      SceneItem picture;
      picture.kind = SceneItem::Kind::kImage, picture.box = box, picture.name = "picture";
      page.items.push_back(std::move(picture));
    }
    measure_grid(page);
    scene.pages.push_back(std::move(page));
  }
  return scene;
}

}  // namespace banxin
