// The commands: what each is told on the command line, and what does it, in src/cli/<command>.cpp.
#pragma once

#include <string>
#include <vector>

#include "cli/context.h"
#include "cli/lines_command.h"

namespace banxin {

struct InitCommand {
  std::string folder, starter = "front";
};

struct RenderCommand {
  std::string edition, out, format, pages;
  int ppi = 150;
  unsigned jobs = 0;
  bool split = false, explain = false;
  std::string press = "none", output_icc;
  std::string changes;   ///< file for what an overlay changes
  bool changed = false;  ///< only the pages that differ from the base

  /// Nothing is drawn: --explain alone, or with a text as OUT.
  bool only_words() const { return explain && format.empty() && (out.empty() || out.ends_with(".txt")); }
};

struct PreviewCommand {
  std::string file, out, show, pages, graphics, serve;
  int ppi = 96, width = 78;
  bool terminal = false, dummy = false, contact_sheet = false, plates = false;
  std::string press = "newspaper";
};

struct CheckCommand {
  std::string file, format = "human", press = "newspaper", heat_map, against;
  bool plates = false;
};

struct CapacityCommand {
  std::string file, format = "human";
};

struct FontsCommand {
  std::vector<std::string> texts;
  std::string role = "song", weight = "regular", format = "text";
};

struct DiffCommand {
  std::string old_name, new_name, report, fuzz = "0,0", format = "human";
  int ppi = 96;
};

struct TestCommand {
  std::vector<std::string> folders = {"."};
  std::string report, fuzz = "0,0";
  unsigned jobs = 0;
  int ppi = -1;
  bool update = false;
};

void run_init(const InitCommand& command, Context& context);
void run_render(const RenderCommand& command, Context& context);
void run_preview(const PreviewCommand& command, Context& context);
void run_watch(const RenderCommand& command, Context& context);
void run_check(const CheckCommand& command, Context& context);
void run_capacity(const CapacityCommand& command, Context& context);
void run_lines(const LinesCommand& command, Context& context);
void run_fonts(const FontsCommand& command, Context& context);
void run_schema(const std::string& name, Context& context);
void run_diff(const DiffCommand& command, Context& context);
void run_test(const TestCommand& command, Context& context);

}  // namespace banxin
