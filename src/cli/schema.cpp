// banxin schema [NAME]: the JSON Schema of a kind of file, for editors and checkers.
#include <cstdio>

#include "cli/commands.h"
#include "read/read.h"

namespace banxin {

namespace {

std::string names_in_lines() {
  std::string out;
  for (const std::string& name : schema_names()) out += name + "\n";
  return out;
}

}  // namespace

void run_schema(const std::string& name, Context& context) {
  if (name.empty()) {
    std::fputs(names_in_lines().c_str(), stdout);
    return;
  }
  const std::optional<std::string> text = schema(name);
  if (!text) {
    std::fprintf(stderr, "banxin: no schema is called '%s'; there are:\n%s", name.c_str(),
                 names_in_lines().c_str());
    return context.fail(Exit::kUsage);
  }
  std::fputs(text->c_str(), stdout);
}

}  // namespace banxin
