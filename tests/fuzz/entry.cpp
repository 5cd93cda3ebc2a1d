// What libFuzzer calls. BANXIN_FUZZ_TARGET is the target of this program.
#include <cstddef>
#include <cstdint>

#include "targets.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  banxin::fuzz::BANXIN_FUZZ_TARGET({reinterpret_cast<const char*>(data), size});
  return 0;
}
