// Small photo files, made byte by byte: the forms of JPEG and PNG with just enough inside for who reads
// headers.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace banxin::test {

inline std::string big(std::uint32_t number, int bytes) {
  std::string out;
  for (int i = bytes - 1; i >= 0; --i) out += static_cast<char>(number >> (8 * i) & 0xFF);
  return out;
}

inline std::string segment(unsigned marker, std::string_view content) {
  return "\xFF" + big(marker, 1) + big(static_cast<std::uint32_t>(content.size() + 2), 2) +
         std::string(content);
}

/// `extra`: segments between the start and the frame header. `end`: what follows the scan.
inline std::string jpeg(int width, int height, const std::string& extra = {},
                        const std::string& end = "\xFF\xD9") {
  const std::string frame = std::string("\x08", 1) + big(static_cast<std::uint32_t>(height), 2) +
                            big(static_cast<std::uint32_t>(width), 2) + std::string("\x01\x01\x11\x00", 4);
  const std::string scan("\x01\x01\x00\x00\x3F\x00", 6);
  return "\xFF\xD8" + extra + segment(0xC0, frame) + segment(0xDA, scan) +
         std::string("\x12\xFF\x00\x34", 4) + end;
}

/// An EXIF segment that says only how the camera was held.
inline std::string exif_orientation(int orientation) {
  std::string tiff("MM\x00\x2A\x00\x00\x00\x08\x00\x01\x01\x12\x00\x03\x00\x00\x00\x01", 18);
  tiff += big(static_cast<std::uint32_t>(orientation), 2) + std::string(6, '\0');
  return segment(0xE1, std::string("Exif\0\0", 6) + tiff);
}

inline std::string iptc_field(int record, int dataset, std::string_view value) {
  return "\x1C" + big(static_cast<std::uint32_t>(record), 1) + big(static_cast<std::uint32_t>(dataset), 1) +
         big(static_cast<std::uint32_t>(value.size()), 2) + std::string(value);
}

/// The Photoshop segment that holds IPTC fields.
inline std::string iptc(const std::string& fields) {
  std::string block =
      std::string("8BIM\x04\x04\0\0", 8) + big(static_cast<std::uint32_t>(fields.size()), 4) + fields;
  if (fields.size() % 2 == 1) block += '\0';
  return segment(0xED, std::string("Photoshop 3.0\0", 14) + block);
}

inline std::string xmp(const std::string& caption, const std::string& credit) {
  return segment(0xE1, std::string("http://ns.adobe.com/xap/1.0/\0", 29) +
                           "<x:xmpmeta xmlns:x='adobe:ns:meta/'>"
                           "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>"
                           "<rdf:Description rdf:about='' xmlns:dc='http://purl.org/dc/elements/1.1/' "
                           "xmlns:photoshop='http://ns.adobe.com/photoshop/1.0/' photoshop:Credit='" +
                           credit + "'><dc:description><rdf:Alt><rdf:li xml:lang='x-default'>" + caption +
                           "</rdf:li></rdf:Alt></dc:description></rdf:Description></rdf:RDF></x:xmpmeta>");
}

/// Checksums are left 0: nobody who reads headers looks at them.
inline std::string png(int width, int height) {
  const auto chunk = [](std::string_view type, const std::string& content) {
    return big(static_cast<std::uint32_t>(content.size()), 4) + std::string(type) + content + big(0, 4);
  };
  return "\x89PNG\r\n\x1A\n" +
         chunk("IHDR", big(static_cast<std::uint32_t>(width), 4) +
                           big(static_cast<std::uint32_t>(height), 4) + std::string("\x08\0\0\0\0", 5)) +
         chunk("IDAT", "data") + chunk("IEND", "");
}

}  // namespace banxin::test
