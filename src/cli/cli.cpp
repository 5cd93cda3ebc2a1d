#include "cli/cli.h"

namespace banxin {

int run(int, char**) { return 2; }

}  // namespace banxin
