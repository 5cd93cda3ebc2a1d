#include "render/jpeg_codec.h"

#include <bit>
#include <csetjmp>
#include <cstdio>
#include <cstdlib>
// libjpeg needs stdio's types before its own header.
#include <jpeglib.h>
// And these before its list of errors.
#include <jerror.h>

namespace banxin {

namespace {

/// What libjpeg may take for itself. A progressive picture is whole in memory at any scale, as coefficients:
/// 600 MB for 100 Mpx with full colour, or 200 Mpx with colours at half the resolution.
constexpr long kMostMemory = 640L << 20;

/// libjpeg's way out of an error. Functions that call setjmp hold only plain objects, so nothing is skipped.
struct Exit {
  jpeg_error_mgr manager;
  std::jmp_buf jump;
  char message[JMSG_LENGTH_MAX];
};

[[noreturn]] void leave(j_common_ptr info) {
  auto* exit = reinterpret_cast<Exit*>(info->err);  // `manager` is its first member
  (*info->err->format_message)(info, exit->message);
  std::longjmp(exit->jump, 1);
}

jpeg_error_mgr* quiet(Exit& exit) {
  jpeg_error_mgr* manager = jpeg_std_error(&exit.manager);
  manager->error_exit = leave;
  manager->emit_message = [](j_common_ptr, int) {};
  manager->output_message = [](j_common_ptr) {};
  return manager;
}

constexpr J_COLOR_SPACE kCairoPixels =
    std::endian::native == std::endian::little ? JCS_EXT_BGRX : JCS_EXT_XRGB;

void invert(Raster& raster) {
  unsigned char* end = raster.row(raster.height);
  for (unsigned char* p = raster.row(0); p != end; ++p) *p = static_cast<unsigned char>(255 - *p);
}

bool decode(std::string_view bytes, int denominator, Raster& out, ScaleDown* scale, Exit& exit) {
  jpeg_decompress_struct info;
  info.err = quiet(exit);
  if (setjmp(exit.jump) != 0) {
    jpeg_destroy_decompress(&info);
    return false;
  }
  jpeg_create_decompress(&info);
  info.mem->max_memory_to_use = kMostMemory;
  jpeg_mem_src(&info, reinterpret_cast<const unsigned char*>(bytes.data()),
               static_cast<unsigned long>(bytes.size()));
  jpeg_read_header(&info, TRUE);
  out.form = info.num_components == 4 ? Raster::Form::kCmyk : Raster::Form::kBgrx;
  info.out_color_space = info.num_components == 4 ? JCS_CMYK : kCairoPixels;
  info.scale_num = 1;
  info.scale_denom = static_cast<unsigned>(denominator);
  jpeg_start_decompress(&info);
  const int width = static_cast<int>(info.output_width), height = static_cast<int>(info.output_height);
  out.allocate(width, scale != nullptr ? 1 : height);
  if (scale != nullptr) scale->start(out.form, width, height);
  while (info.output_scanline < info.output_height) {
    JSAMPROW row = out.row(scale != nullptr ? 0 : static_cast<int>(info.output_scanline));
    jpeg_read_scanlines(&info, &row, 1);
    if (scale != nullptr) scale->add_row(row);
  }
  jpeg_finish_decompress(&info);
  jpeg_destroy_decompress(&info);
  return true;
}

bool encode(const Raster& raster, int quality, std::string_view icc, unsigned char*& buffer,
            unsigned long& size, Exit& exit) {
  jpeg_compress_struct info;
  info.err = quiet(exit);
  if (setjmp(exit.jump) != 0) {
    jpeg_destroy_compress(&info);
    return false;
  }
  jpeg_create_compress(&info);
  jpeg_mem_dest(&info, &buffer, &size);
  info.image_width = static_cast<JDIMENSION>(raster.width);
  info.image_height = static_cast<JDIMENSION>(raster.height);
  info.input_components = static_cast<int>(raster.channels());
  info.in_color_space = raster.form == Raster::Form::kCmyk   ? JCS_CMYK
                        : raster.form == Raster::Form::kGrey ? JCS_GRAYSCALE
                                                             : kCairoPixels;
  jpeg_set_defaults(&info);
  info.write_Adobe_marker = FALSE;
  jpeg_set_quality(&info, quality, TRUE);
  for (int i = 0; i < info.num_components; ++i) {
    info.comp_info[i].h_samp_factor = 1;
    info.comp_info[i].v_samp_factor = 1;
  }
  jpeg_start_compress(&info, TRUE);
  if (!icc.empty()) {
    jpeg_write_icc_profile(&info, reinterpret_cast<const JOCTET*>(icc.data()),
                           static_cast<unsigned>(icc.size()));
  }
  while (info.next_scanline < info.image_height) {
    JSAMPROW row = const_cast<JSAMPROW>(raster.row(static_cast<int>(info.next_scanline)));
    jpeg_write_scanlines(&info, &row, 1);
  }
  jpeg_finish_compress(&info);
  jpeg_destroy_compress(&info);
  return true;
}

}  // namespace

int jpeg_denominator(int width, int height, double needed_width, double needed_height) {
  for (const int denominator : {8, 4, 2}) {
    if (width >= needed_width * denominator && height >= needed_height * denominator) return denominator;
  }
  return 1;
}

bool decode_jpeg(std::string_view bytes, int denominator, bool inverted, Raster& out, std::string& problem,
                 ScaleDown* scale) {
  Exit exit;
  if (!decode(bytes, denominator, out, scale, exit)) {
    problem = exit.manager.msg_code == JERR_NO_BACKING_STORE
                  ? "is progressive and too large: it would take more than 640 MB to decode"
                  : std::string("cannot be decoded: ") + exit.message;
    return false;
  }
  if (scale != nullptr) out = scale->take();
  if (out.form == Raster::Form::kCmyk && inverted) invert(out);
  return true;
}

bool encode_jpeg(const Raster& raster, int quality, std::string& out, std::string& problem,
                 std::string_view icc) {
  Exit exit;
  unsigned char* buffer = nullptr;
  unsigned long size = 0;
  const bool good = encode(raster, quality, icc, buffer, size, exit);
  const std::unique_ptr<unsigned char, decltype(&std::free)> owner(buffer, std::free);
  if (good) {
    out.assign(reinterpret_cast<const char*>(buffer), size);
  } else {
    problem = std::string("cannot be encoded: ") + exit.message;
  }
  return good;
}

}  // namespace banxin
