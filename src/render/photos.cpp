#include "render/photos.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <stop_token>
#include <variant>

#include "base/file_bytes.h"
#include "render/jpeg_codec.h"
#include "render/scale_down.h"
#include "render/screen.h"

namespace banxin {

namespace {

/// About 14,000 × 14,000: more than a page at 600 ppi; larger ones would be a way to eat all memory.
constexpr std::int64_t kMostPixels = 200'000'000;
constexpr int kLargestSide = 32767;  // Cairo's

/// Larger ones are prepared one after the other: each may take a hundred megabytes on the way.
constexpr std::int64_t kMostPixelsAhead = 24'000'000;

/// An interlaced picture is decoded whole: four bytes a pixel.
constexpr std::int64_t kMostInterlacedPixels = 100'000'000;

std::string too_large(int width, int height, std::int64_t most) {
  if (width <= kLargestSide && height <= kLargestSide && std::int64_t{width} * height <= most) return {};
  return std::string(most < kMostPixels ? "is interlaced and" : "is") +
         " too large: " + std::to_string(width) + " × " + std::to_string(height) + " pixels";
}

/// Gives `bytes` to the surface, which keeps them alive for as long as Cairo needs them.
bool attach(cairo_surface_t* surface, const char* mime, std::shared_ptr<const std::string> bytes) {
  auto* owner = new std::shared_ptr<const std::string>(std::move(bytes));
  const auto release = [](void* closure) {
    delete static_cast<std::shared_ptr<const std::string>*>(closure);
  };
  const auto* data = reinterpret_cast<const unsigned char*>((*owner)->data());
  const cairo_status_t status =
      cairo_surface_set_mime_data(surface, mime, data, (*owner)->size(), release, owner);
  if (status != CAIRO_STATUS_SUCCESS) release(owner);
  return status == CAIRO_STATUS_SUCCESS;
}

/// A surface that owns the raster's pixels.
SurfaceHandle surface_of(Raster raster) {
  SurfaceHandle surface(cairo_image_surface_create_for_data(raster.bytes.get(), CAIRO_FORMAT_RGB24,
                                                            raster.width, raster.height,
                                                            static_cast<int>(raster.stride())));
  static cairo_user_data_key_t key;
  const auto release = [](void* pixels) { delete[] static_cast<unsigned char*>(pixels); };
  if (cairo_surface_set_user_data(surface.get(), &key, raster.bytes.get(), release) == CAIRO_STATUS_SUCCESS) {
    static_cast<void>(raster.bytes.release());  // Cairo frees them
  } else {
    surface.reset(cairo_image_surface_create(CAIRO_FORMAT_INVALID, 0, 0));
  }
  return surface;
}

/// A surface that says only how large the picture is; what is written to the file are the bytes of its own.
/// One bit a pixel, never drawn: that costs 0.04 ms where an RGB surface costs 7 (limits.md 0.9).
std::string carry(const char* mime, std::shared_ptr<const std::string> bytes, int width, int height,
                  PreparedPhoto& photo) {
  photo.surface.reset(cairo_image_surface_create(CAIRO_FORMAT_A1, width, height));
  photo.width = width, photo.height = height;
  return attach(photo.surface.get(), mime, std::move(bytes)) ? "" : "needs more memory than there is";
}

std::string carry_jpeg(const Raster& raster, int quality, PreparedPhoto& photo, std::string_view icc = {}) {
  std::string coded, problem;
  if (!encode_jpeg(raster, quality, coded, problem, icc)) return problem;
  return carry(CAIRO_MIME_TYPE_JPEG, std::make_shared<const std::string>(std::move(coded)), raster.width,
               raster.height, photo);
}

void show(Raster raster, PreparedPhoto& photo) {
  photo.width = raster.width, photo.height = raster.height;
  photo.surface = surface_of(std::move(raster));
}

/// CMYK to screen colours by the plain subtractive approximation, as screen_colour() of base/ink.h.
void to_screen(Raster& raster) {
  if (raster.form != Raster::Form::kCmyk) return;
  for (unsigned char *p = raster.row(0), *end = raster.row(raster.height); p != end; p += 4) {
    const auto channel = [&](int plate) {
      return static_cast<std::uint32_t>(((255 - p[plate]) * (255 - p[3]) + 127) / 255);
    };
    const std::uint32_t pixel = channel(0) << 16 | channel(1) << 8 | channel(2);
    std::copy_n(reinterpret_cast<const unsigned char*>(&pixel), 4, p);
  }
  raster.form = Raster::Form::kBgrx;
}

}  // namespace

std::optional<WholePicture> whole_picture(const DrawImage& image) {
  if (image.box.empty() || image.crop_width <= 0 || image.crop_height <= 0) return std::nullopt;
  return WholePicture{image.box.width.pt() / image.crop_width, image.box.height.pt() / image.crop_height};
}

Photos::Photos(const PlacedEdition& edition, PhotoUse use, Diagnostics& diags, const PressPhotos* press)
    : edition_(&edition), use_(use), diags_(diags), press_(press) {}

void Photos::follow(const PlacedEdition& edition) {
  edition_ = &edition;
  std::erase_if(files_, [&](const auto& entry) {
    const std::string& path = entry.first;
    const File& file = entry.second;
    const bool used = std::any_of(edition.images.begin(), edition.images.end(),
                                  [&](const PlacedImage& image) { return image.path == path; });
    return !used || !file.problem.empty() || stamp_of(path) != file.stamp;
  });
}

/// Once a file.
std::nullptr_t Photos::report(const DrawImage& image, File& file) {
  if (file.told) return nullptr;
  file.told = true;
  const SourceSpan where =
      image.node < edition_->structure.size() ? edition_->structure[image.node].source : SourceSpan{};
  diags_.error("bad-photo", where, "photo '" + edition_->images[image.image].name + "' " + file.problem,
               "save it again as an 8-bit JPEG or PNG");
  return nullptr;
}

std::string Photos::look_at(File& file, const std::string& path) const {
  std::string bytes, problem = read_file_bytes(path, bytes);
  if (!problem.empty()) return problem;
  if (looks_like_jpeg(bytes)) {
    file.jpeg = read_jpeg_header(bytes, problem);
    if (!file.jpeg) return problem;
    bytes.resize(file.jpeg->size);
    problem = too_large(file.jpeg->width, file.jpeg->height, kMostPixels);
  } else if (looks_like_png(bytes)) {
    file.png = read_png_header(bytes, problem);
    if (file.png) {
      problem = too_large(file.png->width, file.png->height,
                          file.png->interlaced ? kMostInterlacedPixels : kMostPixels);
    }
  } else {
    problem = "is neither JPEG nor PNG";
  }
  file.bytes = std::make_shared<const std::string>(std::move(bytes));
  return problem;
}

Photos::File& Photos::open(const DrawImage& image) {
  const std::string& path = edition_->images[image.image].path;
  const auto [found, added] = files_.try_emplace(path);
  File& file = found->second;
  if (!added) return file;
  file.stamp = stamp_of(path);
  file.problem = look_at(file, path);
  return file;
}

bool Photos::grey(const DrawImage& image) {
  const File& file = open(image);
  if (file.jpeg) return file.jpeg->components == 1;
  return file.png && file.png->grey;
}

/// Returns what is wrong, or nothing.
std::string Photos::decode(const File& file, PhotoScale scale, Raster& raster) const {
  std::string problem;
  ScaleDown by_row(scale.width, scale.height);
  ScaleDown* const smaller = scale.width > 0 ? &by_row : nullptr;
  const bool good =
      file.png ? decode_png(*file.bytes, raster, problem, smaller)
               : decode_jpeg(*file.bytes, scale.denominator, file.jpeg->adobe, raster, problem, smaller);
  return good ? "" : problem;
}

std::string Photos::prepare_for_press(const File& file, PhotoScale scale, PreparedPhoto& photo) const {
  Raster raster;
  std::string problem = decode(file, scale, raster);
  if (!problem.empty()) return problem;
  problem = press_->separate(raster, file.jpeg ? jpeg_icc_profile(*file.bytes) : "");
  return problem.empty() ? carry_jpeg(raster, press_->quality, photo) : problem;
}

std::string Photos::prepare_png(const File& file, PhotoScale scale, PreparedPhoto& photo) const {
  const bool as_it_is = use_ == PhotoUse::kSvg && scale.width == 0;
  if (as_it_is) scale.width = scale.height = 1;  // looked at whether it can be decoded
  Raster raster;
  const std::string problem = decode(file, scale, raster);
  if (!problem.empty()) return problem;
  if (as_it_is) return carry(CAIRO_MIME_TYPE_PNG, file.bytes, file.png->width, file.png->height, photo);
  if (use_ == PhotoUse::kSvg) {
    Diagnostics none;
    std::optional<std::string> coded = encode_png(raster, kScreenPpi, none);
    if (!coded) return "needs more memory than there is";
    return carry(CAIRO_MIME_TYPE_PNG, std::make_shared<const std::string>(std::move(*coded)), raster.width,
                 raster.height, photo);
  }
  show(std::move(raster), photo);
  return {};
}

std::string Photos::prepare_file(const File& file, PhotoScale scale, PreparedPhoto& photo) const {
  if (file.jpeg) photo.orientation = file.jpeg->orientation;
  if (use_ == PhotoUse::kPress) return prepare_for_press(file, scale, photo);
  if (file.png) return prepare_png(file, scale, photo);
  const JpegHeader& jpeg = *file.jpeg;
  const bool cmyk = jpeg.components == 4;
  const bool as_it_is =
      scale.width == 0 && !jpeg.plain_rgb && !(cmyk && (jpeg.adobe || use_ == PhotoUse::kSvg));
  if (use_ != PhotoUse::kPixels && as_it_is) {
    return carry(CAIRO_MIME_TYPE_JPEG, file.bytes, jpeg.width, jpeg.height, photo);
  }
  Raster raster;
  const std::string problem = decode(file, scale, raster);
  if (!problem.empty()) return problem;
  if (use_ != PhotoUse::kPdf) to_screen(raster);
  if (use_ != PhotoUse::kPixels) {
    const bool own_colours = jpeg.components == 3 || raster.form == Raster::Form::kCmyk;
    return carry_jpeg(raster, kJpegQuality, photo, own_colours ? jpeg_icc_profile(*file.bytes) : "");
  }
  show(std::move(raster), photo);
  return {};
}

PhotoScale Photos::scale_for(const File& file, double device_wide, double device_high) const {
  const PhotoSize size{file.width(), file.height()};
  if (file.png) return scale_of_png(size, use_, press_, device_wide, device_high);
  if (file.jpeg->orientation >= 5) std::swap(device_wide, device_high);
  return scale_of_jpeg(size, use_, press_, device_wide, device_high);
}

/// An exception leaves it undone.
void Photos::prepare_once(const File& file, PhotoScale scale, Prepared& prepared) const {
  std::call_once(prepared.once, [&] {
    prepared.problem = prepare_file(file, scale, prepared.photo);
    if (prepared.problem.empty() &&
        cairo_surface_status(prepared.photo.surface.get()) != CAIRO_STATUS_SUCCESS) {
      prepared.problem = "needs more memory than there is";
    }
  });
}

const PreparedPhoto* Photos::prepare(const DrawImage& image, double device_wide, double device_high) {
  File& file = open(image);
  if (!file.problem.empty()) return report(image, file);
  const PhotoScale scale = scale_for(file, device_wide, device_high);
  Prepared& prepared = file.prepared[scale];
  prepare_once(file, scale, prepared);
  if (prepared.problem.empty()) return &prepared.photo;
  file.problem = prepared.problem;
  return report(image, file);
}

void Photos::prepare_ahead(std::span<const PlacedPage* const> pages, unsigned threads) {
  if (use_ != PhotoUse::kPress || threads < 2) return;
  struct Task {
    const File& file;
    PhotoScale scale;
    Prepared& prepared;
  };
  struct Tasks {
    std::vector<Task> all;
    std::atomic<std::size_t> taken{0};
  };
  const auto tasks = std::make_shared<Tasks>();
  for (const PlacedPage* page : pages) {
    for (const DrawItem& item : page->items) {
      const auto* image = std::get_if<DrawImage>(&item);
      const std::optional<WholePicture> whole = image != nullptr ? whole_picture(*image) : std::nullopt;
      if (!whole) continue;
      File& file = open(*image);
      if (!file.problem.empty() || file.pixels() > kMostPixelsAhead) continue;
      const PhotoScale scale = scale_for(file, whole->width, whole->height);
      tasks->all.push_back({file, scale, file.prepared[scale]});
    }
  }
  const auto work = [this, tasks](const std::stop_token& stop) {
    const std::size_t count = tasks->all.size();
    for (std::size_t i = tasks->taken++; i < count && !stop.stop_requested(); i = tasks->taken++) {
      const Task& task = tasks->all[count - 1 - i];
      try {
        prepare_once(task.file, task.scale, task.prepared);
      } catch (...) {
        return;  // there is no memory: whoever draws the photo will find out
      }
    }
  };
  const std::size_t helpers = std::min<std::size_t>(threads - 1, tasks->all.size());
  for (std::size_t i = 0; i < helpers; ++i) helpers_.emplace_back(work);
}

}  // namespace banxin
