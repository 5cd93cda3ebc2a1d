// The photos of one output file: read once, looked at with a hostile eye, kept in the form that the player
// wants.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <thread>
#include <vector>

#include "base/diagnostic.h"
#include "base/file_stamp.h"
#include "page/page.h"
#include "render/handles.h"
#include "render/jpeg_header.h"
#include "render/photo_scale.h"
#include "render/png_codec.h"
#include "render/render.h"

namespace banxin {

/// A photo ready to paint.
struct PreparedPhoto {
  SurfaceHandle surface;
  int width = 0, height = 0;  ///< of the surface: as stored, before it is turned
  int orientation = 1;        ///< EXIF
};

/// The whole upright picture on the page, in points; nothing when none of it shows.
struct WholePicture {
  double width = 0, height = 0;
};
std::optional<WholePicture> whole_picture(const DrawImage& image);

class Photos {
 public:
  Photos(const PlacedEdition& edition, PhotoUse use, Diagnostics& diags, const PressPhotos* press = nullptr);

  /// Prepares the photos of the pages for the press on `threads` - 1 more threads, while the caller draws:
  /// from the last one on, since the caller takes them from the first. One that both come to is prepared
  /// once.
  void prepare_ahead(std::span<const PlacedPage* const> pages, unsigned threads);

  /// Goes on with another edition; photos that it does not have or whose files have changed are forgotten.
  void follow(const PlacedEdition& edition);

  /// `device_wide`, `device_high`: the whole upright picture in pixels for kPixels, else in points. nullptr
  /// when the photo is bad; that was reported (code "bad-photo", once a file).
  const PreparedPhoto* prepare(const DrawImage& image, double device_wide, double device_high);
  /// Whether it is known to hold no colour.
  bool grey(const DrawImage& image);
  PhotoUse use() const { return use_; }

 private:
  struct Prepared {
    std::once_flag once;
    PreparedPhoto photo;
    std::string problem;
  };
  struct File {
    std::shared_ptr<const std::string> bytes;
    std::optional<JpegHeader> jpeg;
    std::optional<PngHeader> png;
    std::string problem;  // of the file or of one of its sizes
    bool told = false;
    FileStamp stamp;  // when it was opened, to see that it has changed
    std::map<PhotoScale, Prepared> prepared;

    int width() const { return jpeg ? jpeg->width : png->width; }
    int height() const { return jpeg ? jpeg->height : png->height; }
    std::int64_t pixels() const { return std::int64_t{width()} * height(); }
  };

  File& open(const DrawImage& image);
  std::string look_at(File& file, const std::string& path) const;
  PhotoScale scale_for(const File& file, double device_wide, double device_high) const;
  void prepare_once(const File& file, PhotoScale scale, Prepared& prepared) const;
  std::string decode(const File& file, PhotoScale scale, Raster& raster) const;
  std::string prepare_png(const File& file, PhotoScale scale, PreparedPhoto& photo) const;
  std::string prepare_file(const File& file, PhotoScale scale, PreparedPhoto& photo) const;
  std::string prepare_for_press(const File& file, PhotoScale scale, PreparedPhoto& photo) const;
  std::nullptr_t report(const DrawImage& image, File& file);

  const PlacedEdition* edition_;
  PhotoUse use_;
  Diagnostics& diags_;
  const PressPhotos* press_;
  std::map<std::string, File> files_;  // by path
  std::vector<std::jthread> helpers_;  // they use what stands above: the first to go
};

}  // namespace banxin
