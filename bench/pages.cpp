#include "pages.h"

#include <cstdlib>
#include <fstream>

#include "base/utf8.h"
#include "render/jpeg_codec.h"

namespace banxin::bench {

namespace {

namespace fs = std::filesystem;

constexpr const char* kLayout = R"(page:
  size: [390mm, 545mm]
grid: {size: 9.5pt, pitch: 13.5pt, columns: 6, measure: 17字, gap: 2字, rows: 110}
styles:
  title:  {font: song bold, size: 36pt, align: centre, before: 0.5行, after: 0.5行}
  byline: {font: kai, size: 10pt, align: centre}
  caption: {font: kai, size: 8.5pt}
  folio:  {font: hei, size: 8pt}
frames:
  folio: {kind: folio, columns: 1-6, rows: 1-2, left: "{paper}", centre: "{section}", right: "第{page}版", rule: 0.5pt}
  lead:
    kind: story
    columns: 1-6
    rows: 3-46
    head: 7行
    photos:
      - {columns: 3-4, rows: 18, at: top, caption: {columns: 3-4, rows: 2}}
  second:
    kind: story
    columns: 1-3
    rows: 48-78
    head: 4行
    photos:
      - {columns: 2, rows: 10, at: top, caption: {columns: 2, rows: 2}}
    styles: {title: {font: hei bold, size: 28pt}}
  third:  {kind: story, columns: 4-6, rows: 48-78, head: 4行, styles: {title: {font: hei bold, size: 28pt}}}
  fourth: {kind: story, columns: 1-3, rows: 80-110, head: 4行, styles: {title: {font: kai, size: 28pt}}}
  fifth:  {kind: story, columns: 4-6, rows: 80-110, head: 4行, styles: {title: {font: song bold, size: 28pt}}}
)";

struct Story {
  const char* frame;
  int characters;  ///< a little less than the frame holds
  const char* photo;
};
constexpr Story kStories[] = {{"lead", 2780, "one.jpg"},
                              {"second", 1010, "two.jpg"},
                              {"third", 1190, ""},
                              {"fourth", 1190, ""},
                              {"fifth", 1190, ""}};

void write(const fs::path& path, const std::string& bytes) {
  std::ofstream file(path, std::ios::binary);
  file << bytes;
  if (!file.flush()) std::abort();
}

/// Soft shapes under grain, as heavy as a press photo of 1800 × 1200 pixels.
std::string photo(std::uint32_t grain) {
  Raster raster;
  raster.allocate(1800, 1200);
  for (int y = 0; y < raster.height; ++y) {
    for (int x = 0; x < raster.width; ++x) {
      grain = grain * 1664525u + 1013904223u;
      const auto noise = static_cast<int>(grain >> 28);
      unsigned char* const to = raster.row(y) + 4 * x;
      to[0] = static_cast<unsigned char>(x / 8 + noise);
      to[1] = static_cast<unsigned char>(y / 6 + noise);
      to[2] = static_cast<unsigned char>((x + y) / 14 + noise);
    }
  }
  std::string bytes, problem;
  if (!encode_jpeg(raster, 80, bytes, problem)) std::abort();
  return bytes;
}

/// The sentences of plain paragraphs of the articles under `folder`.
std::vector<std::string> sentences_of(const fs::path& folder) {
  std::set<fs::path> files;  // in order, whatever the file system says
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.path().extension() == ".md") files.insert(entry.path());
  }
  std::set<std::string> found;
  for (const fs::path& file : files) {
    std::ifstream in(file);
    int fences = 0;
    for (std::string line; std::getline(in, line);) {
      if (line == "---") ++fences;
      // Without quotes, which would lose their partners, and without markup.
      if (fences < 2 || line.find_first_of("#*|>[_{`\\<") != line.npos || line.find("“") != line.npos)
        continue;
      constexpr std::string_view kStop = "。";
      for (std::size_t at = 0, end; (end = line.find(kStop, at)) != line.npos; at = end + kStop.size()) {
        found.insert(line.substr(at, end + kStop.size() - at));
      }
    }
  }
  return {found.begin(), found.end()};
}

int characters_of(const std::string& text) {
  int count = 0;
  for (std::size_t i = 0; i < text.size(); i += decode_utf8(text, i).bytes) ++count;
  return count;
}

std::string first_characters(const std::string& text, int count) {
  std::size_t end = 0;
  for (; count > 0 && end < text.size(); --count) end += decode_utf8(text, end).bytes;
  return text.substr(0, end);
}

std::string head(const std::string& title, const std::string& photo) {
  std::string text = "---\ntitle: " + title + "\nbyline: 本报记者 程以清\n";
  if (!photo.empty()) {
    text += "photos:\n  - {file: ../photos/" + photo +
            ", caption: 江边的早晨，渡口的人比往日多。, credit: 沈一舟 摄}\n";
  }
  return text + "---\n\n";
}

void write_page(const fs::path& folder, int number, Copy& copy, std::string& edition) {
  edition +=
      "  - number: " + std::to_string(number) + "\n    section: 综合\n    layout: layout.yaml\n    frames:\n";
  for (const Story& story : kStories) {
    const std::string file = "articles/p" + std::to_string(number) + "-" + story.frame + ".md";
    const std::string title = "云浦第" + std::to_string(number) + "号报告";
    write(folder / file, head(title, story.photo) + copy.story(story.characters));
    edition += std::string("      ") + story.frame + ": " + file + "\n";
  }
}

constexpr const char* kEdition = "paper: 云浦日报\ndate: 2026-11-26\npages:\n";

}  // namespace

Copy::Copy(std::uint32_t seed)
    : sentences_(sentences_of(fs::path(BANXIN_SOURCE_DIR) / "samples" / "daily" / "articles")), state_(seed) {
  if (sentences_.size() < 100) std::abort();
}

std::uint32_t Copy::random(std::size_t below) {
  state_ = state_ * 1664525u + 1013904223u;
  return static_cast<std::uint32_t>((std::uint64_t{state_} * below) >> 32);
}

std::string Copy::paragraph() {
  std::string text;
  do {
    text.clear();
    for (std::uint32_t left = 2 + random(3); left > 0; --left) text += sentences_[random(sentences_.size())];
  } while (!given_.insert(text).second);
  return text;
}

std::string Copy::story(int characters) {
  std::string text;
  for (int left = characters; left > 60;) {
    const std::string next = first_characters(paragraph(), left);
    left -= characters_of(next);
    text += next + "\n\n";
  }
  return text;
}

fs::path write_edition(const fs::path& folder, int pages) {
  for (const char* part : {"articles", "photos"}) fs::create_directories(folder / part);
  write(folder / "layout.yaml", kLayout);
  write(folder / "photos" / "one.jpg", photo(1));
  write(folder / "photos" / "two.jpg", photo(2));
  Copy copy;
  std::string edition = kEdition;
  for (int number = 1; number <= pages; ++number) write_page(folder, number, copy, edition);
  write(folder / "edition.yaml", edition);
  return folder / "edition.yaml";
}

fs::path write_long_story(const fs::path& folder, int characters) {
  fs::create_directories(folder);
  write(folder / "layout.yaml",
        "page: {size: [390mm, 545mm]}\n"
        "grid: {size: 9.5pt, pitch: 14.5pt, columns: 6, measure: 17字, gap: 2字, rows: 102}\n"
        "frames:\n  lead: {kind: story, columns: 1-6, rows: 1-102}\n");
  Copy copy;
  write(folder / "story.md", head("长文", "") + copy.story(characters));
  write(folder / "edition.yaml",
        std::string(kEdition) + "  - {number: 1, layout: layout.yaml, frames: {lead: story.md}}\n");
  return folder / "edition.yaml";
}

}  // namespace banxin::bench
