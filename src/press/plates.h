// What each plate 印版 of a page gets, as pixels: any PDF drawn in its own inks, with overprint. For looking
// at separations, for measuring ink where objects lie over one another, and for telling which plates have
// changed.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace banxin {

/// One ink of a drawn page; a byte a pixel, 0 paper to 255 solid.
struct PlateImage {
  std::string name;  ///< "Cyan", "Magenta", "Yellow", "Black", or that of a spot colour
  std::vector<std::uint8_t> ink;
};

/// The plates of one page: the process inks in their order, then the spot colours as the page names them.
struct PagePlates {
  int width = 0, height = 0;  ///< pixels
  double ppi = 0;
  std::vector<PlateImage> plates;
  /// What the library could not make sense of, in its own words; last, why the page was not drawn.
  std::vector<std::string> problems;
  double seconds = 0;  ///< of processor time that drawing took

  std::size_t pixels() const { return static_cast<std::size_t>(width) * static_cast<std::size_t>(height); }
  /// Percent of the area that the plate prints, tints counted by their share.
  double coverage(const PlateImage& plate) const;
};

enum class PlateArea { kTrim, kSheet };

/// A PDF ready to be drawn as plates. Up to four spot colours a page have plates of their own; the library
/// draws further ones as their alternates.
class PlateFile {
 public:
  /// nullptr and `problem` when it cannot be read. `pdf` must outlive it.
  static std::unique_ptr<PlateFile> open(std::string_view pdf, std::string& problem);
  ~PlateFile();
  PlateFile(const PlateFile&) = delete;
  PlateFile& operator=(const PlateFile&) = delete;

  int pages() const;
  /// `page` from 1. Without pixels when the page takes more time or memory than a page may
  /// (base/bounded_work.h). May be called from several threads.
  PagePlates draw(int page, double ppi, PlateArea area) const;

 private:
  struct Document;
  explicit PlateFile(std::unique_ptr<Document> document);
  std::unique_ptr<Document> document_;
};

}  // namespace banxin
