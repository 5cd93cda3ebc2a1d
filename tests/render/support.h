// Pages built by hand, photos made in memory, and the tools that judge what comes out.
#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "font/font_set.h"
#include "page/page.h"
#include "render/render.h"

namespace banxin::test {

inline constexpr FaceId kSerif = 0, kSans = 1, kKai = 2;  // the last has TrueType outlines

/// Noto Serif and Sans CJK SC as Debian installs them; one set for all tests.
const FontSet& fonts();

/// A folder that goes away with the test.
class TempFolder {
 public:
  TempFolder();
  ~TempFolder();
  TempFolder(const TempFolder&) = delete;
  TempFolder& operator=(const TempFolder&) = delete;
  std::string write(std::string_view name, std::string_view bytes) const;
  std::string path(std::string_view name) const { return (folder_ / name).string(); }

 private:
  std::filesystem::path folder_;
};

/// What the command wrote to standard output and standard error together.
std::string run(const std::string& command);

/// A line of text, set solid from `start` with HarfBuzz's own advances.
DrawText line(NodeId node, std::string_view text, Point start, Length size = 10_pt, FaceId face = kSerif);

/// An edition of one empty page, a document and an article titled "头条".
PlacedEdition edition(Length width, Length height);
inline constexpr NodeId kDocument = 0, kArticle = 1;
NodeId add_node(PlacedEdition& edition, StructureNode::Kind kind, NodeId parent = kArticle);

enum class JpegKind { kColour, kGrey, kCmyk, kAdobeCmyk };
struct JpegForm {
  int width = 64, height = 48;
  JpegKind kind = JpegKind::kColour;
  bool progressive = false;
  int orientation = 0;  ///< EXIF; 0: no EXIF segment
};
/// Left half red (CMYK: magenta and yellow; grey: black), right half white; the top left quarter is blue
/// (CMYK: cyan and magenta; grey: middle grey).
std::string make_jpeg(const JpegForm& form);

struct PngPixels {
  int width = 0, height = 0, channels = 0;
  int per_metre = 0;
  std::string bytes;
  int at(int x, int y, int channel = 0) const;
};
PngPixels read_png(std::string_view png);
std::string make_png(int width, int height, bool grey, bool alpha);

PlacedImage image_of(const std::string& path, int width, int height);

/// Asserts that nothing was reported.
std::string must(std::optional<std::string> bytes, const Diagnostics& diags);

}  // namespace banxin::test
