#include "render/module.h"

#include <dlfcn.h>

namespace banxin {

namespace {

constexpr const char* kFile = "banxin-pdf.so";

/// Looked for where the program's run path says, beside the program or in its library folder. It stays open.
void* the_module() {
  static void* const module = dlopen(kFile, RTLD_NOW | RTLD_LOCAL);
  return module;
}

}  // namespace

const void* module_table(const char* entry, std::string& problem) {
  using Entry = const void* (*)();
  void* const module = the_module();
  const auto table = module != nullptr ? reinterpret_cast<Entry>(dlsym(module, entry)) : nullptr;
  if (table != nullptr) return table();
  problem = std::string("cannot be read without ") + kFile + ", a part of banxin that is not installed";
  return nullptr;
}

const PdfModule* pdf_module(std::string& problem) {
  return static_cast<const PdfModule*>(module_table("banxin_pdf", problem));
}

}  // namespace banxin
