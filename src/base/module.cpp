#include "base/module.h"

#include <dlfcn.h>

namespace banxin {

Module::Module(const char* file) : file_(file), opened_(dlopen(file, RTLD_NOW | RTLD_LOCAL)) {}

const void* Module::table(const char* entry, std::string& problem) const {
  using Entry = const void* (*)();
  const auto table = opened_ != nullptr ? reinterpret_cast<Entry>(dlsym(opened_, entry)) : nullptr;
  if (table != nullptr) return table();
  problem = std::string("without ") + file_ + ", a part of banxin that is not installed";
  return nullptr;
}

}  // namespace banxin
