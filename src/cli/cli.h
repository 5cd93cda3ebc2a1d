// The command line: one file per command.
#pragma once

namespace banxin {

/// Runs one command. Returns 0 all is well, 1 the input has errors, 2 wrong usage, 3 the machine failed.
int run(int argc, char** argv);

}  // namespace banxin
