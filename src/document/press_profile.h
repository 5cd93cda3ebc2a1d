// What a press asks for: one layouts/press/*.yaml.
#pragma once

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "base/length.h"
#include "document/weighting.h"

namespace banxin {

/// Limits of the preflight. The defaults are those of coldset newsprint (docs/press.md has the sources).
struct PressLimits {
  int ink = 240;                    ///< total area coverage of any 1.5 mm square, percent: more is an error
  int ink_warning = 225;            ///< more is worth a warning
  int ppi = 100;                    ///< effective resolution of photos: less is an error
  int ppi_warning = 150;            ///< less is worth a warning
  int ppi_most = 350;               ///< more is a waste
  int line_art_ppi = 600;           ///< of pictures with one bit a pixel
  Length type = Length::points(5);  ///< smaller type is an error
  Length type_warning = Length::points(7);    ///< smaller type is worth a warning
  Length coloured_type = Length::points(9);   ///< in two or more inks
  Length reversed_type = Length::points(8);   ///< white
  Length tinted_type = Length::points(8);     ///< in one ink, but not solid
  Length rule = Length::points(0.25);         ///< thinner rules are an error
  Length rule_warning = Length::points(0.5);  ///< thinner rules are worth a warning
  Length coloured_rule = Length::points(1);   ///< in two or more inks, or white
  Length margin = Length::millimetres(2);     ///< between type and trim
  Length width, height;                       ///< of the trim; 0: any
  int fonts = 8;                              ///< faces in a file
  int photo_black = 95;                       ///< percent of K in photos: more fills in
  int highlight = 3;                          ///< percent: smaller dots of photos do not print
};

struct PressProfile {
  enum class Standard {
    kPlain,  ///< CMYK with boxes and an output intent, no promise of PDF/X
    kX1a,    ///< PDF/X-1a:2003, ISO 15930-4
    kX4,     ///< PDF/X-4, ISO 15930-7
  };
  enum class Intent { kPerceptual, kRelative };

  std::string name;  ///< as the user named it
  Standard standard = Standard::kX4;

  Spanned<std::string> icc;  ///< profile of the press, seen from the YAML file; empty: the built-in newsprint
  std::string identifier = "CGATS TR 002";
  std::string condition = "Coldset printing on newsprint, total ink 220 %";
  std::string registry = "http://www.color.org";

  Intent intent = Intent::kPerceptual;  ///< of photos
  bool black_point = true;              ///< compensation, for Intent::kRelative and kPerceptual alike
  int photo_ppi = 220;                  ///< photos with more than `photo_ppi_most` are brought to so many
  int photo_ppi_most = 300;
  int photo_ink = 220;  ///< total area coverage in photos, percent
  int photo_quality = 90;

  Length room;  ///< around the bleed, for marks
  bool crop_marks = false, bleed_marks = false, registration_marks = false, colour_bar = false;
  bool fold_mark = false, slug_line = false;

  std::vector<std::string> spots;  ///< names of the spot colours 专色 that the press has

  std::vector<int> colour_pages;  ///< pages that have all plates, the others black alone; empty: all have

  PressLimits limits;
  std::map<std::string, Weighting> weights;  ///< by code of the finding; those not named keep their own

  /// Whether the press prints this page in more than black.
  bool prints_colour(int page) const {
    return colour_pages.empty() ||
           std::find(colour_pages.begin(), colour_pages.end(), page) != colour_pages.end();
  }
  bool has_marks() const {
    return crop_marks || bleed_marks || registration_marks || colour_bar || fold_mark || slug_line;
  }
};

}  // namespace banxin
