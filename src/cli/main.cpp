#include <cstdlib>

#ifdef __GLIBC__
#include <malloc.h>
#endif

#include "cli/cli.h"

namespace {

/// What one page gives back is what the next one asks for: pixels and photos of some 30 MB each. The system
/// gives such memory cleared, page by page, which took a fifth of the time of a picture.
void keep_memory_between_pages() {
#ifdef __GLIBC__
  mallopt(M_MMAP_THRESHOLD, 32 << 20);  // the most that there may be
  mallopt(M_TRIM_THRESHOLD, 256 << 20);
#endif
}

}  // namespace

int main(int argc, char** argv) {
  keep_memory_between_pages();
  return banxin::run(argc, argv);
}
