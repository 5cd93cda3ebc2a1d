#include "base/module.h"

#include <dlfcn.h>

namespace banxin {

const void* module_table(const char* file, const char* entry, std::string& problem) {
  using Entry = const void* (*)();
  // Looked for where the program's run path says: in the build tree, or in its library folder.
  void* const module = dlopen(file, RTLD_NOW | RTLD_LOCAL);
  const auto table = module != nullptr ? reinterpret_cast<Entry>(dlsym(module, entry)) : nullptr;
  if (table != nullptr) return table();
  problem = std::string("without ") + file + ", a part of banxin that is not installed";
  return nullptr;
}

}  // namespace banxin
