// layouts/*.yaml -> PageLayout.
#pragma once

#include <filesystem>
#include <optional>

#include "document/layout_spec.h"
#include "read/fields.h"

namespace banxin {

/// Reads one layout; whether it had errors, `in` says. nullopt when there is no YAML to read.
std::optional<PageLayout> read_layout(const std::filesystem::path& path, SourceSpan asked, Reading& in);

/// Fills `styles` with the house style for a grid.
std::map<std::string, Style> default_styles(const GridSpec& grid);
/// Changes what the layout's `styles` say.
void read_styles(const YamlNode& node, PageLayout& layout, Reading& in);

/// Reads `frames` and checks them against the grid and each other; a grid that could not be read (`size` 0)
/// is not checked against.
void read_frames(const YamlNode& node, PageLayout& layout, Reading& in);

}  // namespace banxin
