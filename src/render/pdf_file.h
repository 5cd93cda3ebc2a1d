// The inside of PdfFile, for those who draw its pages with Cairo.
#pragma once

#include "render/module.h"

namespace banxin {

struct PdfFile::Impl {
  Impl(const PdfModule& of, void* opened) : module(of), document(opened) {}
  Impl(const Impl&) = delete;
  Impl& operator=(const Impl&) = delete;
  ~Impl();

  const PdfModule& module;
  void* document;
};

}  // namespace banxin
