// Text of the user: YAML, Markdown, dumps; and the headers of pictures.
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <system_error>

#include "compare/scene.h"
#include "read/article.h"
#include "read/node.h"
#include "read/photo_file.h"
#include "read/read.h"
#include "render/jpeg_header.h"
#include "render/png_codec.h"
#include "targets.h"

namespace banxin::fuzz {

namespace {

/// A folder that goes with the process.
struct Scratch {
  std::filesystem::path path =
      std::filesystem::temp_directory_path() / ("banxin-fuzz-" + std::to_string(::getpid()));
  Scratch() { std::filesystem::create_directories(path); }
  ~Scratch() {
    std::error_code ignored;
    std::filesystem::remove_all(path, ignored);
  }
};

}  // namespace

std::string file_with(std::string_view bytes, const std::string& ending) {
  static const Scratch scratch;
  const std::filesystem::path file = scratch.path / ("input" + ending);
  std::ofstream(file, std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  return file.string();
}

namespace {

/// Every finding must be able to be shown.
void show(const Diagnostics& diags, const Sources& sources) {
  for (const Diagnostic& d : diags.all()) (void)render(d, sources), (void)render_json(d, sources);
}

}  // namespace

void feed_yaml(std::string_view bytes) {
  Sources sources;
  Diagnostics diags;
  Reading in(sources, diags);
  if (const auto file = add_text("input.yaml", std::string(bytes), in)) {
    (void)parse_yaml(*file, 0, static_cast<std::uint32_t>(sources.at(*file).text.size()), in);
  }
  show(diags, sources);
}

void feed_catalogue(std::string_view bytes) {
  Sources sources;
  Diagnostics diags;
  (void)read_catalogue("input.yaml", std::string(bytes), sources, diags);
  show(diags, sources);
}

void feed_layout(std::string_view bytes) {
  Sources sources;
  Diagnostics diags;
  (void)read_layout_alone(file_with(bytes, ".yaml"), sources, diags);
  show(diags, sources);
}

void feed_edition(std::string_view bytes) {
  Sources sources;
  Diagnostics diags;
  (void)read_edition(file_with(bytes, ".yaml"), sources, diags);
  show(diags, sources);
}

void feed_article(std::string_view bytes) {
  Sources sources;
  Diagnostics diags;
  Reading in(sources, diags);
  if (const auto file = add_text("input.md", std::string(bytes), in)) {
    (void)read_markdown(*file, 0, static_cast<std::uint32_t>(sources.at(*file).text.size()), in);
  }
  show(diags, sources);
}

void feed_photo(std::string_view bytes) {
  std::string problem;
  (void)walk_photo(bytes);
  (void)read_jpeg_header(bytes, problem);
  (void)jpeg_icc_profile(bytes);
  (void)read_png_header(bytes, problem);
}

void feed_dump(std::string_view bytes) {
  std::string problem;
  (void)read_dump(bytes, problem);
}

}  // namespace banxin::fuzz
