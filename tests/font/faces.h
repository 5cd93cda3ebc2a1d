// The faces that the tests of font/ are about: those of the packages that tools/setup installs.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "font/font_set.h"

namespace banxin {

enum TestFace : FaceId { kSerifSC, kSerifTC, kSansSC, kWenKai, kSerifBold, kAbsent, kFaces };

inline FontCatalogue test_catalogue() {
  const std::string noto = "/usr/share/fonts/opentype/noto/";
  FontCatalogue catalogue;
  catalogue.faces = {
      {{"serif-sc", {}}, "Noto Serif CJK SC", {noto + "NotoSerifCJK-Regular.ttc"}, 2, "fonts-noto-cjk"},
      {{"serif-tc", {}}, "Noto Serif CJK TC", {noto + "NotoSerifCJK-Regular.ttc"}, 3, "fonts-noto-cjk"},
      {{"sans-sc", {}}, "Noto Sans CJK SC", {noto + "NotoSansCJK-Regular.ttc"}, 2, "fonts-noto-cjk"},
      {{"wenkai", {}},
       "LXGW WenKai",
       {"/nowhere/LXGWWenKai-Regular.ttf", "/usr/share/fonts/truetype/lxgw-wenkai/LXGWWenKai-Regular.ttf"},
       0,
       "fonts-lxgw-wenkai"},
      {{"serif-bold", {}}, "Noto Serif CJK SC Bold", {noto + "NotoSerifCJK-Bold.ttc"}, 2, "fonts-noto-cjk"},
      {{"absent", {}}, "Absent Fang", {"/nowhere/Absent.otf"}, 0, "fonts-absent"},
  };
  catalogue.roles = {
      {{"song", {}}, Weight::kRegular, {kSerifSC, kSansSC}, {}, {}},
      {{"song", {}}, Weight::kBold, {kSerifBold}, {}, {}},
      {{"kai", {}}, Weight::kRegular, {kWenKai, kSerifSC}, {}, {kSerifSC}},
      {{"hei", {}}, Weight::kRegular, {kSansSC}, {kSerifTC}, {}},
      {{"fangsong", {}}, Weight::kRegular, {kAbsent, kWenKai, kSerifSC}, {}, {}},
  };
  return catalogue;
}

/// One set for all tests: it is immutable, and opening its files takes most of a test's time.
inline const FontSet& test_fonts() {
  static Diagnostics diags;
  static const FontSet fonts(test_catalogue(), diags);
  return fonts;
}

}  // namespace banxin
