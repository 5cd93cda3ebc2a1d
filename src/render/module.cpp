#include "render/module.h"

#include "base/module.h"

namespace banxin {

const void* pdf_module_table(const char* entry, std::string& problem) {
  static const Module module("banxin-pdf.so");
  std::string missing;
  const void* const table = module.table(entry, missing);
  if (table == nullptr) problem = "cannot be read " + missing;
  return table;
}

const PdfModule* pdf_module(std::string& problem) {
  return static_cast<const PdfModule*>(pdf_module_table("banxin_pdf", problem));
}

}  // namespace banxin
