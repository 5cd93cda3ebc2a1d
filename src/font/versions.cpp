#include "font/versions.h"

#include <hb-ot.h>
#include <hb.h>

#include <array>
#include <cstdint>
#include <cstdio>

#include "font/face.h"

namespace banxin {

namespace {

/// "Version 2.001;hotconv 1.0.107" -> "2.001"
std::string number_in(const std::string& text) {
  const std::size_t begin = text.find_first_of("0123456789");
  if (begin == std::string::npos) return text;
  return text.substr(begin, text.find_first_not_of("0123456789.", begin) - begin);
}

}  // namespace

std::string harfbuzz_version() { return hb_version_string(); }

FontVersion font_version(const std::string& path, unsigned index) {
  FontVersion out;
  const HbPtr<hb_blob_t, hb_blob_destroy> file(hb_blob_create_from_file_or_fail(path.c_str()));
  if (!file) return out;
  const HbPtr<hb_face_t, hb_face_destroy> face(hb_face_create(file.get(), index));
  const HbPtr<hb_blob_t, hb_blob_destroy> head(
      hb_face_reference_table(face.get(), HB_TAG('h', 'e', 'a', 'd')));
  unsigned length = 0;
  const char* bytes = hb_blob_get_data(head.get(), &length);
  if (length < 12) return out;
  std::uint32_t checksum = 0;  // checkSumAdjustment, at byte 8 of 'head'
  for (unsigned i = 8; i < 12; ++i) checksum = checksum << 8 | static_cast<unsigned char>(bytes[i]);
  std::array<char, 9> digits;
  std::snprintf(digits.data(), digits.size(), "%08x", checksum);
  out.checksum = digits.data();
  std::array<char, 200> name{};
  unsigned size = name.size();
  hb_ot_name_get_utf8(face.get(), HB_OT_NAME_ID_VERSION_STRING, hb_language_from_string("en", 2), &size,
                      name.data());
  out.version = number_in(name.data());
  return out;
}

}  // namespace banxin
