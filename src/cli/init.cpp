// banxin init DIR: a small project to begin with, which renders as it is.
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include "cli/commands.h"
#include "cli/output_file.h"
#include "cli/starters.h"
#include "read/read.h"

namespace banxin {

namespace {

namespace fs = std::filesystem;

using ProjectFile = std::pair<fs::path, std::string>;

/// Everything that the project holds, seen from its folder; the schemas are for the completion of an editor.
std::vector<ProjectFile> files_of(const std::string& starter) {
  std::vector<ProjectFile> out;
  const std::string prefix = starter + "/";
  for (const EmbeddedFile& file : starters()) {
    if (file.path.substr(0, prefix.size()) == prefix)
      out.emplace_back(file.path.substr(prefix.size()), std::string(file.text));
  }
  for (const char* kind : {"layout", "edition"}) {
    out.emplace_back(fs::path("schemas") / (std::string(kind) + ".json"), schema(kind).value_or(""));
  }
  out.emplace_back(".gitignore", "/out/\n");
  return out;
}

/// Nothing of the user's is touched: one file that is there already, and none is written.
bool is_free(const fs::path& folder, const std::vector<ProjectFile>& files, Context& context) {
  for (const ProjectFile& file : files) {
    const fs::path path = folder / file.first;
    std::error_code unknown;
    if (!fs::exists(fs::symlink_status(path, unknown))) continue;
    context.diags.error("file-exists", {}, "'" + path.string() + "' is there already, so nothing was written",
                        "name a new folder, or take that file out of the way");
    return false;
  }
  return true;
}

}  // namespace

std::vector<std::string> starter_names() {
  std::vector<std::string> names;
  for (const EmbeddedFile& file : starters()) {
    std::string name(file.path.substr(0, file.path.find('/')));
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(std::move(name));
  }
  return names;
}

void run_init(const InitCommand& command, Context& context) {
  const fs::path folder = command.folder;
  const std::vector<ProjectFile> files = files_of(command.starter);
  if (!is_free(folder, files, context)) return void(report(context));
  for (const ProjectFile& file : files) {
    const fs::path path = folder / file.first;
    const std::string problem = write_whole(path, file.second);
    if (problem.empty()) continue;
    std::fprintf(stderr, "banxin: %s\n", problem.c_str());
    return context.fail(Exit::kMachine);
  }
  for (const ProjectFile& file : files) std::printf("%s\n", (folder / file.first).string().c_str());
  std::printf("\nNow:\n  banxin render %s -o %s\n", (folder / "edition.yaml").string().c_str(),
              (folder / "out" / "page.pdf").string().c_str());
}

}  // namespace banxin
