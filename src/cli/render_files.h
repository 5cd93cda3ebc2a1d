// Which files a command writes, and their bytes: what render and watch share.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/press.h"
#include "page/page.h"
#include "render/render.h"

namespace CLI {
class App;
}

namespace banxin {

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

/// One file to write.
struct RenderJob {
  std::string target;
  RenderOptions options;
};

/// The options that say what is written and where; -o itself is the command's.
void add_output_options(CLI::App& sub, RenderCommand& command);

/// Indexes of the pages that --pages names; nullopt when the edition does not have one of them; that was
/// told.
std::optional<std::vector<std::size_t>> chosen_pages(const RenderCommand& command,
                                                     const PlacedEdition& edition);

/// From --format, else from the ending of the output's name.
std::optional<Format> format_of(const RenderCommand& command);

/// nullopt when a page was chosen that the edition does not have; that was told.
std::optional<std::vector<RenderJob>> plan_files(const RenderCommand& command, Format format,
                                                 const PlacedEdition& edition);

/// The bytes of one file; nullopt when an error was reported.
std::optional<std::string> produce(Format format, const PlacedEdition& edition, const FontSet& fonts,
                                   const RenderOptions& options, const std::optional<Press>& press,
                                   Diagnostics& diags);

}  // namespace banxin
