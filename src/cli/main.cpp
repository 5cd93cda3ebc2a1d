#include "cli/cli.h"

int main(int argc, char** argv) { return banxin::run(argc, argv); }
