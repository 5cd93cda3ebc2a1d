#include "render/png_codec.h"

#include <libdeflate.h>
#include <png.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>

#include "render/zlib.h"

namespace banxin {

namespace {

constexpr std::string_view kSignature("\x89PNG\r\n\x1A\n", 8);
constexpr const char* kCutOff = "ends in the middle of the picture";
constexpr std::size_t kHeaderBytes = 8 + 8 + 13;  // signature, length and name of IHDR, its data
constexpr bool kLittle = std::endian::native == std::endian::little;

std::uint32_t number_at(std::string_view bytes, std::size_t at) {
  std::uint32_t value = 0;
  for (std::size_t i = at; i < at + 4; ++i) value = value << 8 | static_cast<unsigned char>(bytes[i]);
  return value;
}

/// Where libpng puts its last words before it jumps. Functions that call setjmp hold only plain objects.
struct Exit {
  char message[128] = "";
};

[[noreturn]] void leave(png_structp png, png_const_charp message) {
  auto* exit = static_cast<Exit*>(png_get_error_ptr(png));
  std::strncpy(exit->message, message, sizeof exit->message - 1);
  png_longjmp(png, 1);
}

void stay(png_structp, png_const_charp) {}  // warnings

struct Source {
  const char* at;
  std::size_t left;
};

void read_from_memory(png_structp png, png_bytep to, std::size_t count) {
  auto* source = static_cast<Source*>(png_get_io_ptr(png));
  if (source->left < count) png_error(png, kCutOff);
  std::memcpy(to, source->at, count);
  source->at += count;
  source->left -= count;
}

/// Every form of PNG as 8-bit pixels with paper behind what is transparent.
void ask_for_cairo_pixels(png_structp png, png_infop info) {
  png_set_expand(png);
  png_set_scale_16(png);
  png_set_gray_to_rgb(png);
  png_color_16 paper{};
  paper.red = paper.green = paper.blue = paper.gray = 0xFF;
  const bool sees_through = (png_get_color_type(png, info) & PNG_COLOR_MASK_ALPHA) != 0 ||
                            png_get_valid(png, info, PNG_INFO_tRNS) != 0;
  if (png_get_bit_depth(png, info) == 16) paper.red = paper.green = paper.blue = paper.gray = 0xFFFF;
  if (sees_through) png_set_background(png, &paper, PNG_BACKGROUND_GAMMA_SCREEN, 0, 1.0);
  if (kLittle) png_set_bgr(png);
  png_set_filler(png, 0xFF, kLittle ? PNG_FILLER_AFTER : PNG_FILLER_BEFORE);
}

bool decode(Source& source, Raster& out, ScaleDown* scale, Exit& exit) {
  png_structp png = png_create_read_struct(PNG_LIBPNG_VER_STRING, &exit, leave, stay);
  if (png == nullptr) return false;
  png_infop info = png_create_info_struct(png);
  if (info == nullptr || setjmp(png_jmpbuf(png)) != 0) {
    png_destroy_read_struct(&png, &info, nullptr);
    return false;
  }
  png_set_read_fn(png, &source, read_from_memory);
  png_set_user_limits(png, 32767, 32767);  // Cairo's largest image
  png_set_chunk_malloc_max(png, 16 << 20);
  png_read_info(png, info);
  ask_for_cairo_pixels(png, info);
  const int passes = png_set_interlace_handling(png);
  png_read_update_info(png, info);
  out.form = Raster::Form::kBgrx;
  const int width = static_cast<int>(png_get_image_width(png, info));
  const int height = static_cast<int>(png_get_image_height(png, info));
  const bool by_row = scale != nullptr && passes == 1;
  out.allocate(width, by_row ? 1 : height);
  if (scale != nullptr) scale->start(out.form, width, height);
  if (png_get_rowbytes(png, info) != out.stride()) png_error(png, "has an unknown form");
  for (int pass = 0; pass < passes; ++pass) {
    for (int y = 0; y < height; ++y) {
      png_read_row(png, out.row(by_row ? 0 : y), nullptr);
      if (by_row) scale->add_row(out.row(0));
    }
  }
  for (int y = 0; scale != nullptr && !by_row && y < height; ++y) scale->add_row(out.row(y));
  png_read_end(png, nullptr);
  png_destroy_read_struct(&png, &info, nullptr);
  return true;
}

constexpr std::size_t kWhole = 64 << 20;  // bytes of a page that is compressed whole: a broadsheet at 250 ppi

/// Big-endian, as PNG has its numbers.
std::string number(std::uint32_t value) {
  std::string bytes(4, '\0');
  for (std::size_t i = 4; i-- > 0; value >>= 8) bytes[i] = static_cast<char>(value & 0xFF);
  return bytes;
}

/// PNG specification (ISO/IEC 15948), 5.3.
std::string chunk(std::string_view name, std::string_view data) {
  std::string out = number(static_cast<std::uint32_t>(data.size()));
  out += name;
  out += data;
  out += number(libdeflate_crc32(0, out.data() + 4, out.size() - 4));
  return out;
}

std::uint32_t pixels_a_metre(int ppi) { return static_cast<std::uint32_t>(std::lround(ppi / 0.0254)); }

void write_to_string(png_structp png, png_bytep data, std::size_t count) {
  auto* out = static_cast<std::string*>(png_get_io_ptr(png));
  bool good = true;
  try {
    out->append(reinterpret_cast<const char*>(data), count);
  } catch (...) {
    good = false;
  }
  if (!good) png_error(png, "out of memory");
}

}  // namespace

bool looks_like_png(std::string_view bytes) { return bytes.starts_with(kSignature); }

std::optional<PngHeader> read_png_header(std::string_view bytes, std::string& problem) {
  if (bytes.size() < kHeaderBytes || bytes.substr(12, 4) != "IHDR") {
    problem = "ends before it says how large it is";
    return std::nullopt;
  }
  const std::uint32_t width = number_at(bytes, 16), height = number_at(bytes, 20);
  if (width == 0 || height == 0 || width > 0x7FFFFFFF || height > 0x7FFFFFFF) {
    problem = "does not say how large it is";
    return std::nullopt;
  }
  const bool grey = (bytes[25] & PNG_COLOR_MASK_COLOR) == 0;
  const bool alpha = (bytes[25] & PNG_COLOR_MASK_ALPHA) != 0 ||
                     bytes.substr(0, bytes.find("IDAT")).find("tRNS") != bytes.npos;
  const bool interlaced = bytes[28] != PNG_INTERLACE_NONE;
  return PngHeader{static_cast<int>(width), static_cast<int>(height), grey, alpha, interlaced};
}

bool decode_png(std::string_view bytes, Raster& out, std::string& problem, ScaleDown* scale) {
  Exit exit;
  Source source{bytes.data(), bytes.size()};
  if (decode(source, out, scale, exit)) {
    if (scale != nullptr) out = scale->take();
    return true;
  }
  problem =
      std::string_view(exit.message) == kCutOff ? kCutOff : std::string("cannot be decoded: ") + exit.message;
  return false;
}

PngEncoder::PngEncoder(const PngForm& form, std::string& out) : form_(form), out_(out) {}

PngEncoder::~PngEncoder() {
  auto* png = static_cast<png_structp>(png_);
  auto* info = static_cast<png_infop>(info_);
  png_destroy_write_struct(&png, &info);
}

std::size_t PngEncoder::row_bytes() const {
  return static_cast<std::size_t>(form_.width) * (form_.grey ? 1 : 3) + 1;
}

bool PngEncoder::start() {
  const std::size_t whole = row_bytes() * static_cast<std::size_t>(form_.height);
  if (whole <= kWhole) {
    rows_.reserve(whole);
    return true;
  }
  png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, nullptr, stay);
  if (png == nullptr) return false;
  png_ = png;
  png_infop info = png_create_info_struct(png);
  info_ = info;
  if (info == nullptr || setjmp(png_jmpbuf(png)) != 0) return false;
  png_set_write_fn(png, &out_, write_to_string, nullptr);
  // Set type and flat ground: the rows as they are, at the fastest level, are small enough and quickest.
  png_set_compression_level(png, 1);
  png_set_filter(png, PNG_FILTER_TYPE_BASE, PNG_FILTER_NONE);
  png_set_IHDR(png, info, static_cast<png_uint_32>(form_.width), static_cast<png_uint_32>(form_.height), 8,
               form_.grey ? PNG_COLOR_TYPE_GRAY : PNG_COLOR_TYPE_RGB, PNG_INTERLACE_NONE,
               PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
  const std::uint32_t per_metre = pixels_a_metre(form_.ppi);
  png_set_pHYs(png, info, per_metre, per_metre, PNG_RESOLUTION_METER);
  png_write_info(png, info);
  if (!form_.grey) {
    if (kLittle) png_set_bgr(png);
    png_set_filler(png, 0, kLittle ? PNG_FILLER_AFTER : PNG_FILLER_BEFORE);
  }
  return true;
}

bool PngEncoder::write_row(const unsigned char* pixels) {
  if (png_ != nullptr) return write_png_row(pixels);
  rows_.push_back(PNG_FILTER_VALUE_NONE);
  if (form_.grey) {
    rows_.insert(rows_.end(), pixels, pixels + form_.width);
    return true;
  }
  const std::size_t at = rows_.size();
  rows_.resize(at + row_bytes() - 1);
  unsigned char* to = rows_.data() + at;
  for (int x = 0; x < form_.width; ++x, pixels += 4, to += 3) {
    std::uint32_t pixel = 0;
    std::memcpy(&pixel, pixels, sizeof pixel);
    to[0] = static_cast<unsigned char>(pixel >> 16);
    to[1] = static_cast<unsigned char>(pixel >> 8);
    to[2] = static_cast<unsigned char>(pixel);
  }
  return true;
}

bool PngEncoder::write_png_row(const unsigned char* pixels) {
  auto* png = static_cast<png_structp>(png_);
  if (setjmp(png_jmpbuf(png)) != 0) return false;
  png_write_row(png, pixels);
  return true;
}

bool PngEncoder::finish() {
  if (png_ == nullptr) return write_whole();
  auto* png = static_cast<png_structp>(png_);
  if (setjmp(png_jmpbuf(png)) != 0) return false;
  png_write_end(png, nullptr);
  return true;
}

bool PngEncoder::write_whole() {
  const std::string packed = zlib_packed({reinterpret_cast<const char*>(rows_.data()), rows_.size()}, 1);
  const std::string colour(1, form_.grey ? PNG_COLOR_TYPE_GRAY : PNG_COLOR_TYPE_RGB);
  const std::string per_metre = number(pixels_a_metre(form_.ppi));
  out_ += kSignature;
  out_ += chunk("IHDR", number(static_cast<std::uint32_t>(form_.width)) +
                            number(static_cast<std::uint32_t>(form_.height)) + '\x08' + colour +
                            std::string(3, '\0'));
  out_ += chunk("pHYs", per_metre + per_metre + '\x01');
  out_ += chunk("IDAT", packed);
  out_ += chunk("IEND", "");
  return !packed.empty();
}

}  // namespace banxin
