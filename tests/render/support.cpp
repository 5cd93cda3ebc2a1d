#include "support.h"

#include <png.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
// libjpeg needs stdio's types before its own header.
#include <jpeglib.h>

namespace banxin::test {

namespace {

FontCatalogue catalogue() {
  const auto face = [](const char* name, const char* file) {
    CatalogueFace out;
    out.name.value = name;
    out.files = {std::string("/usr/share/fonts/opentype/noto/") + file};
    out.index = 2;
    out.package = "fonts-noto-cjk";
    return out;
  };
  FontCatalogue out;
  CatalogueFace kai;
  kai.name.value = "wenkai";
  kai.files = {"/usr/share/fonts/truetype/lxgw-wenkai/LXGWWenKai-Regular.ttf"};
  kai.package = "fonts-lxgw-wenkai";
  out.faces = {face("noto-serif-sc", "NotoSerifCJK-Regular.ttc"),
               face("noto-sans-sc", "NotoSansCJK-Bold.ttc"), kai};
  CatalogueRole song;
  song.name.value = "song";
  song.han = {kSerif};
  CatalogueRole hei;
  hei.name.value = "hei";
  hei.han = {kSans};
  out.roles = {song, hei};
  return out;
}

}  // namespace

const FontSet& fonts() {
  static const FontSet* const set = [] {
    Diagnostics diags;
    return new FontSet(catalogue(), diags);
  }();
  return *set;
}

TempFolder::TempFolder() {
  std::string pattern = (std::filesystem::temp_directory_path() / "banxin-render-XXXXXX").string();
  folder_ = mkdtemp(pattern.data());
}

TempFolder::~TempFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(folder_, ignored);
}

std::string TempFolder::write(std::string_view name, std::string_view bytes) const {
  std::ofstream(path(name), std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  return path(name);
}

std::string run(const std::string& command) {
  std::string out;
  std::FILE* pipe = popen((command + " 2>&1").c_str(), "r");
  if (pipe == nullptr) return out;
  char buffer[4096];
  for (std::size_t n; (n = std::fread(buffer, 1, sizeof buffer, pipe)) > 0;) out.append(buffer, n);
  pclose(pipe);
  return out;
}

DrawText line(NodeId node, std::string_view text, Point start, Length size, FaceId face) {
  ShapeRequest request;
  request.face = face;
  request.text = text;
  request.end = text.size();
  const std::vector<ShapedGlyph> shaped = fonts().shape(request);
  DrawText out;
  out.node = node, out.face = face, out.size = size, out.text = std::string(text);
  Length x = start.x;
  for (std::size_t i = 0; i < shaped.size(); ++i) {
    std::size_t next = i;
    while (next < shaped.size() && shaped[next].cluster == shaped[i].cluster) ++next;
    const auto end = next < shaped.size() ? shaped[next].cluster : static_cast<std::uint32_t>(text.size());
    out.glyphs.push_back(
        {shaped[i].id, {x + shaped[i].dx.at(size), start.y - shaped[i].dy.at(size)}, shaped[i].cluster, end});
    x += shaped[i].advance.at(size);
  }
  return out;
}

PlacedEdition edition(Length width, Length height) {
  PlacedEdition out;
  out.title = "一版";
  out.author = "编辑部";
  out.paper = "晋中日报";
  out.structure = {{StructureNode::Kind::kDocument, kArtifact, "一版", {}},
                   {StructureNode::Kind::kArticle, kDocument, "头条", {}}};
  PlacedPage page;
  page.width = width;
  page.height = height;
  out.pages.push_back(page);
  return out;
}

NodeId add_node(PlacedEdition& edition, StructureNode::Kind kind, NodeId parent) {
  edition.structure.push_back({kind, parent, "", {}});
  return static_cast<NodeId>(edition.structure.size() - 1);
}

PlacedImage image_of(const std::string& path, int width, int height) {
  return {path, std::filesystem::path(path).filename().string(), width, height};
}

namespace {

void write_exif(jpeg_compress_struct& info, int orientation) {
  unsigned char exif[] = {'E', 'x',  'i', 'f', 0, 0, 'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1,
                          1,   0x12, 0,   3,   0, 0, 0,   1,   0, 0,  0, 0, 0, 0, 0, 0};
  exif[25] = static_cast<unsigned char>(orientation);
  jpeg_write_marker(&info, JPEG_APP0 + 1, exif, sizeof exif);
}

/// Components of the picture's three fields; CMYK 255 = solid, Adobe's files say it the other way round.
void pixel(const JpegForm& form, int x, int y, unsigned char* to) {
  const bool left = x < form.width / 2, top = y < form.height / 2;
  const int field = !left ? 0 : top ? 2 : 1;  // white, red, blue
  static constexpr unsigned char kRgb[3][3] = {{255, 255, 255}, {255, 0, 0}, {0, 0, 255}};
  static constexpr unsigned char kGrey[3] = {255, 0, 128};
  static constexpr unsigned char kCmyk[3][4] = {{0, 0, 0, 0}, {0, 255, 255, 0}, {255, 255, 0, 0}};
  if (form.kind == JpegKind::kColour) std::memcpy(to, kRgb[field], 3);
  if (form.kind == JpegKind::kGrey) to[0] = kGrey[field];
  for (int i = 0; i < 4 && form.kind >= JpegKind::kCmyk; ++i) {
    const unsigned char plate = kCmyk[field][i];
    to[i] = form.kind == JpegKind::kAdobeCmyk ? static_cast<unsigned char>(255 - plate) : plate;
  }
}

}  // namespace

std::string make_jpeg(const JpegForm& form) {
  jpeg_compress_struct info;
  jpeg_error_mgr errors;
  info.err = jpeg_std_error(&errors);
  jpeg_create_compress(&info);
  unsigned char* buffer = nullptr;
  unsigned long size = 0;
  jpeg_mem_dest(&info, &buffer, &size);
  info.image_width = static_cast<JDIMENSION>(form.width);
  info.image_height = static_cast<JDIMENSION>(form.height);
  info.input_components = form.kind == JpegKind::kColour ? 3 : form.kind == JpegKind::kGrey ? 1 : 4;
  info.in_color_space = form.kind == JpegKind::kColour ? JCS_RGB
                        : form.kind == JpegKind::kGrey ? JCS_GRAYSCALE
                                                       : JCS_CMYK;
  jpeg_set_defaults(&info);
  jpeg_set_quality(&info, 90, TRUE);
  info.write_Adobe_marker = form.kind == JpegKind::kAdobeCmyk ? TRUE : FALSE;
  if (form.progressive) jpeg_simple_progression(&info);
  jpeg_start_compress(&info, TRUE);
  if (form.orientation > 0) write_exif(info, form.orientation);
  std::vector<unsigned char> row(static_cast<std::size_t>(form.width) * 4);
  for (int y = 0; y < form.height; ++y) {
    for (int x = 0; x < form.width; ++x)
      pixel(form, x, y, &row[static_cast<std::size_t>(x * info.input_components)]);
    JSAMPROW samples = row.data();
    jpeg_write_scanlines(&info, &samples, 1);
  }
  jpeg_finish_compress(&info);
  std::string out(reinterpret_cast<const char*>(buffer), size);
  jpeg_destroy_compress(&info);
  std::free(buffer);
  return out;
}

int PngPixels::at(int x, int y, int channel) const {
  return static_cast<unsigned char>(bytes[static_cast<std::size_t>((y * width + x) * channels + channel)]);
}

PngPixels read_png(std::string_view png) {
  PngPixels out;
  png_image image{};
  image.version = PNG_IMAGE_VERSION;
  EXPECT_TRUE(png_image_begin_read_from_memory(&image, png.data(), png.size())) << image.message;
  out.width = static_cast<int>(image.width), out.height = static_cast<int>(image.height);
  out.channels = static_cast<int>(PNG_IMAGE_SAMPLE_CHANNELS(image.format));
  out.bytes.resize(PNG_IMAGE_SIZE(image));
  EXPECT_TRUE(png_image_finish_read(&image, nullptr, out.bytes.data(), 0, nullptr)) << image.message;
  if (const std::size_t at = png.find("pHYs"); at != std::string_view::npos) {
    for (std::size_t i = at + 4; i < at + 8; ++i)
      out.per_metre = out.per_metre * 256 + static_cast<unsigned char>(png[i]);
  }
  return out;
}

std::string make_png(int width, int height, bool grey, bool alpha) {
  png_image image{};
  image.version = PNG_IMAGE_VERSION;
  image.width = static_cast<png_uint_32>(width), image.height = static_cast<png_uint_32>(height);
  image.format = (grey ? 0 : PNG_FORMAT_FLAG_COLOR) | (alpha ? PNG_FORMAT_FLAG_ALPHA : 0);
  // Half black or green, half black or green again but see-through when there is alpha.
  std::string pixels;
  for (int i = 0; i < width * height; ++i) {
    pixels += grey ? std::string(1, '\0') : std::string("\0\xC0\0", 3);
    if (alpha) pixels += i % width < width / 2 ? '\xFF' : '\0';
  }
  png_alloc_size_t size = 0;
  png_image_write_to_memory(&image, nullptr, &size, 0, pixels.data(), 0, nullptr);
  std::string out(size, '\0');
  EXPECT_TRUE(png_image_write_to_memory(&image, out.data(), &size, 0, pixels.data(), 0, nullptr));
  out.resize(size);
  return out;
}

std::string must(std::optional<std::string> bytes, const Diagnostics& diags) {
  for (const Diagnostic& d : diags.all()) ADD_FAILURE() << d.code << ": " << d.message;
  EXPECT_TRUE(bytes.has_value());
  return bytes.value_or("");
}

}  // namespace banxin::test
