// The only door to exiv2.
#include "read/photo.h"

#include <algorithm>
#include <cctype>
#include <exiv2/exiv2.hpp>
#include <filesystem>
#include <fstream>
#include <optional>

#include "base/utf8.h"
#include "read/letters.h"
#include "read/photo_file.h"

namespace banxin {

namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t kLargestPhoto = 256u << 20;  // bytes
constexpr int kMostPixels = 20000;                    // an edge: a broadsheet at 900 ppi

/// What a photo says about itself.
struct PhotoNotes {
  int orientation = 1;  ///< EXIF: 1 to 8
  std::string caption, credit;
  std::vector<std::string> unreadable;  ///< names of fields that are not UTF-8
};

// ---- metadata
// -------------------------------------------------------------------------------------------------

/// exiv2 prints to standard error, and keeps global state for XMP: both once.
void prepare_exiv2() {
  static const bool done = [] {
    Exiv2::LogMsg::setLevel(Exiv2::LogMsg::mute);
    Exiv2::XmpParser::initialize();
    return true;
  }();
  (void)done;
}

std::string iptc_text(const Exiv2::IptcData& iptc, const char* key, PhotoNotes& notes) {
  const auto it = iptc.findKey(Exiv2::IptcKey(key));
  if (it == iptc.end()) return {};
  std::string text = it->toString();
  if (invalid_utf8_at(text) == std::string::npos) return text;
  notes.unreadable.push_back(it->tagLabel());
  return {};
}

std::string xmp_text(const Exiv2::XmpData& xmp, const char* key, PhotoNotes& notes) {
  const auto it = xmp.findKey(Exiv2::XmpKey(key));
  if (it == xmp.end()) return {};
  std::string text = it->toString();
  if (const auto* by_language = dynamic_cast<const Exiv2::LangAltValue*>(&it->value())) {
    const auto usual = by_language->value_.find("x-default");
    text = usual != by_language->value_.end() ? usual->second
           : by_language->value_.empty()      ? std::string()
                                              : by_language->value_.begin()->second;
  }
  if (invalid_utf8_at(text) == std::string::npos) return text;
  notes.unreadable.emplace_back(key);
  return {};
}

PhotoNotes notes_of(Exiv2::Image& image) {
  PhotoNotes notes;
  const Exiv2::ExifData& exif = image.exifData();
  if (const auto it = exif.findKey(Exiv2::ExifKey("Exif.Image.Orientation"));
      it != exif.end() && it->count() > 0) {
    notes.orientation = static_cast<int>(it->toLong());
  }
  notes.caption = xmp_text(image.xmpData(), "Xmp.dc.description", notes);
  if (notes.caption.empty()) notes.caption = iptc_text(image.iptcData(), "Iptc.Application2.Caption", notes);
  notes.credit = xmp_text(image.xmpData(), "Xmp.photoshop.Credit", notes);
  for (const char* key : {"Iptc.Application2.Credit", "Iptc.Application2.Byline"}) {
    if (notes.credit.empty()) notes.credit = iptc_text(image.iptcData(), key, notes);
  }
  return notes;
}

PhotoNotes read_notes(const std::string& bytes, const Photo& photo, Reading& in) {
  const auto broken = [&](const std::string& why) {
    in.warning("photo-metadata", photo.file.where,
               "the caption and credit in photo " + in_quotes(photo.file.value) + " cannot be read: " + why);
    return PhotoNotes{};
  };
  try {
    prepare_exiv2();
    const auto image = Exiv2::ImageFactory::open(reinterpret_cast<const Exiv2::byte*>(bytes.data()),
                                                 static_cast<long>(bytes.size()));
    image->readMetadata();
    return notes_of(*image);
  } catch (const std::exception& e) {
    return broken(e.what());
  } catch (...) {
    return broken("the metadata is broken");
  }
}

/// Copy out of a photo's metadata comes from no line of text: its origin is the name of the photo.
Copy copy_of(const std::string& text, const Photo& photo, Reading& in) {
  Letters letters;
  for (std::size_t i = 0; i < text.size();) {
    const Decoded d = decode_utf8(text, i);
    const bool is_break = d.cp == U'\n' || d.cp == U'\r';
    const bool is_control = d.cp < 0x20 || (d.cp >= 0x7F && d.cp < 0xA0);
    const SourceSpan at = photo.file.where;
    if (is_break || !is_control) {
      letters.push_back({.cp = is_break ? kSoftBreak : d.cp, .begin = at.begin, .end = at.end});
    }
    i += d.bytes;
  }
  while (!letters.empty() && letters.back().cp == kSoftBreak) letters.pop_back();
  normalise(letters, photo.file.where.file, in);
  join_lines(letters);
  return to_copy(letters, photo.file.where.file);
}

// ---- the file
// -------------------------------------------------------------------------------------------------

std::string extension_of(const std::string& path) {
  std::string out = fs::path(path).extension().string();
  std::transform(out.begin(), out.end(), out.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return out;
}

std::optional<std::string> read_bytes(const Photo& photo, Reading& in) {
  const auto fail = [&](const std::string& why) {
    in.error("unreadable", photo.file.where, "cannot read photo " + in_quotes(photo.file.value) + ": " + why);
    return std::nullopt;
  };
  std::error_code ec;
  const fs::file_status status = fs::status(photo.path, ec);
  if (ec) return fail(ec.message());
  if (!fs::is_regular_file(status))
    return fail(fs::is_directory(status) ? "it is a folder" : "it is not a file");
  const std::uintmax_t size = fs::file_size(photo.path, ec);
  if (ec) return fail(ec.message());
  if (size > kLargestPhoto) return fail("it has more than " + std::to_string(kLargestPhoto >> 20) + " MB");
  std::ifstream file(photo.path, std::ios::binary);
  std::string bytes(static_cast<std::size_t>(size), '\0');
  if (!file.read(bytes.data(), static_cast<std::streamsize>(size))) return fail("permission denied");
  return bytes;
}

bool check_type(const Photo& photo, PhotoFile::Type type, Reading& in) {
  const std::string name = in_quotes(photo.file.value);
  if (type == PhotoFile::Type::kUnknown) {
    in.error("photo-type", photo.file.where, "photo " + name + " is neither JPEG nor PNG",
             "convert it to JPEG or PNG");
    return false;
  }
  const std::string extension = extension_of(photo.path);
  const bool says_jpeg = extension == ".jpg" || extension == ".jpeg" || extension == ".jpe";
  const bool is_jpeg = type == PhotoFile::Type::kJpeg;
  if ((is_jpeg && !says_jpeg) || (!is_jpeg && extension != ".png")) {
    in.warning("photo-name", photo.file.where,
               "photo " + name + " is a " + (is_jpeg ? "JPEG" : "PNG") + " file by another name");
  }
  return true;
}

bool check_size(const Photo& photo, const PhotoFile& file, Reading& in) {
  const std::string name = in_quotes(photo.file.value);
  if (file.width <= 0 || file.height <= 0) {
    in.error("photo-broken", photo.file.where, "photo " + name + " does not say how large it is");
    return false;
  }
  if (file.width > kMostPixels || file.height > kMostPixels) {
    in.error("photo-size", photo.file.where,
             "photo " + name + " has " + std::to_string(file.width) + " × " + std::to_string(file.height) +
                 " pixels; the most is " + std::to_string(kMostPixels) + " an edge",
             "scale it down");
    return false;
  }
  if (!file.whole) {
    in.error("photo-broken", photo.file.where,
             "photo " + name + " is cut off: the end of the picture is missing", "copy the file again");
    return false;
  }
  return true;
}

}  // namespace

bool read_photo(Photo& photo, Reading& in) {
  const std::optional<std::string> bytes = read_bytes(photo, in);
  if (!bytes) return false;
  const PhotoFile file = walk_photo(*bytes);
  if (!check_type(photo, file.type, in) || !check_size(photo, file, in)) return false;
  const PhotoNotes notes = read_notes(*bytes, photo, in);
  const bool turned = notes.orientation >= 5 && notes.orientation <= 8;
  photo.width = turned ? file.height : file.width;
  photo.height = turned ? file.width : file.height;
  for (const std::string& field : notes.unreadable) {
    const bool is_caption =
        field.find("aption") != std::string::npos || field.find("description") != std::string::npos;
    if (is_caption ? !photo.caption.empty() : !photo.credit.empty()) continue;
    in.warning("photo-metadata", photo.file.where,
               "the field " + in_quotes(field) + " in photo " + in_quotes(photo.file.value) +
                   " is not UTF-8 and is left out",
               "write the caption and credit in the article");
  }
  if (photo.caption.empty()) photo.caption = copy_of(notes.caption, photo, in);
  if (photo.credit.empty()) photo.credit = copy_of(notes.credit, photo, in);
  return true;
}

}  // namespace banxin
