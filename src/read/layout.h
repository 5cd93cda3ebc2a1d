// layouts/*.yaml -> PageLayout.
#pragma once

#include <filesystem>
#include <optional>

#include "document/layout_spec.h"
#include "read/fields.h"
#include "read/file.h"

namespace banxin {

/// Reads one layout; whether it had errors, `in` says. nullopt when there is no YAML to read.
std::optional<PageLayout> read_layout(const std::filesystem::path& path, SourceSpan asked,
                                      const Project& project, Reading& in);

/// Fills `styles` with the house style for a grid.
std::map<std::string, Style> default_styles(const GridSpec& grid);
/// Changes what the layout's `styles` say.
void read_styles(const YamlNode& node, PageLayout& layout, Reading& in);
/// The character styles that every layout has: song, hei, kai, small, sup, sub.
std::map<std::string, SpanStyle> default_span_styles();
/// Adds and changes what the layout's `spans` say.
void read_span_styles(const YamlNode& node, PageLayout& layout, Reading& in);

/// What the `styles` of a frame say differently.
void read_frame_styles(const YamlNode& node, const PageLayout& layout, Frame& frame, Reading& in);
/// Body and cross-heads in the size of the frame's own grid.
void set_on_own_grid(const PageLayout& layout, Frame& frame);

/// Reads `frames` and checks them against the grid and each other; a grid that could not be read (`size` 0)
/// is not checked against.
void read_frames(const YamlNode& node, const std::map<std::string, SourceSpan>& removed, PageLayout& layout,
                 Reading& in);

}  // namespace banxin
