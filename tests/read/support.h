// Helps the tests of read/: files in a folder of their own, findings as one text.
#pragma once

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>

#include "photo_bytes.h"
#include "read/read.h"

namespace banxin {

inline std::string read_file(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream out;
  out << file.rdbuf();
  return out.str();
}

/// Every finding as the user sees it, one after the other.
inline std::string messages(const Diagnostics& diags, const Sources& sources) {
  std::string out;
  for (const Diagnostic& d : diags.all()) out += render(d, sources);
  return out;
}

/// A temporary folder that is the current one while the test runs, so that messages show short paths.
class Folder {
 public:
  Folder() : before_(std::filesystem::current_path()) {
    std::string name = (std::filesystem::temp_directory_path() / "banxin-read-XXXXXX").string();
    path_ = ::mkdtemp(name.data());
    std::filesystem::current_path(path_);
  }
  ~Folder() {
    std::filesystem::current_path(before_);
    std::error_code ec;
    std::filesystem::remove_all(path_, ec);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  void write(const std::filesystem::path& name, std::string_view text) const {
    if (name.has_parent_path()) std::filesystem::create_directories(name.parent_path());
    std::ofstream(name, std::ios::binary) << text;
  }
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path before_, path_;
};

/// A project in a folder of its own: one page, two articles, and files to trip over. Tests overwrite what
/// they need.
class Desk : public Folder {
 public:
  static constexpr std::string_view kGrid =
      "grid: {size: 9pt, pitch: 13pt, columns: 4, measure: 17字, gap: 1字, rows: 50}\n";

  Desk() {
    write("edition.yaml",
          "paper: 晋中日报\ndate: 2024-01-08\npages:\n  - number: 1\n    layout: l.yaml\n    frames: {lead: "
          "a.md}\n");
    const std::string head = "page: {size: 四开}\n" + std::string(kGrid) + "frames:\n  lead: ";
    write("l.yaml",
          head +
              "{kind: story, columns: 1-4, rows: 5-50, photos: [{columns: 1, rows: 3}, {columns: 2, rows: "
              "3}, {columns: 3, rows: 3}]}\n  folio: {kind: folio, columns: 1-4, rows: 1-2}\n");
    write("plain.yaml", head + "{kind: story, columns: 1-4, rows: 5-50}\n");
    write("bad.yaml", "page: 1\n");
    write("a.md", "正文。\n");
    write("b.md", "正文。\n");
    write("bad.md", "---\ntitel: 标题\n---\n正文。\n");
    write("photo.md", "---\nphotos:\n  - file: ok.jpg\n---\n正文。\n");
    write("ok.jpg", test::jpeg(60, 40));
    write("text.jpg", "no photo");
    write("png.jpg", test::png(6, 4));
    write("short.jpg", test::jpeg(60, 40, "", ""));
    write("zero.jpg", test::jpeg(0, 40));
    write("large.png", test::png(20001, 4));
    std::filesystem::create_directory("folder");
    std::filesystem::create_symlink("/etc/passwd", "link.md");
    std::filesystem::create_symlink("circle.md", "circle.md");
  }

  /// Reads edition.yaml. The findings must be errors exactly when there is no document.
  std::optional<Document> read() {
    std::optional<Document> document = read_edition("edition.yaml", sources, diags);
    EXPECT_EQ(document.has_value(), !diags.has_errors());
    return document;
  }
  std::string findings() const { return messages(diags, sources); }

  Sources sources;
  Diagnostics diags;
};

/// One article, read as the desk would.
struct Read : Desk {
  explicit Read(std::string_view markdown) {
    write("a.md", markdown);
    if (auto document = read()) article = std::move(document->articles.at(0));
  }
  Article article;
};

/// One wrong input and all that is said about it.
struct Mistaken {
  const char* name;
  const char* text;
  const char* said;
};

}  // namespace banxin
