// The part of press/ that stands in the module of render/module.h: Poppler draws plates as well as pages.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "press/plates.h"

namespace banxin {

/// What PlateFile does, with what Poppler calls a document as a void*.
struct PlateModule {
  void* (*open)(std::string_view pdf, std::string& problem);
  void (*close)(void* file);
  int (*pages)(void* file);
  PagePlates (*draw)(void* file, int page, double ppi, PlateArea area);
};

}  // namespace banxin
