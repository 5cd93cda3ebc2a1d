// Which files a command writes, and their bytes: what render and watch share.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/commands.h"
#include "cli/press.h"
#include "page/page.h"
#include "render/render.h"

namespace banxin {

/// One file to write.
struct RenderJob {
  std::string target;
  RenderOptions options;
};

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
