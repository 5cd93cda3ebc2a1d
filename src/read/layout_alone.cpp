// A layout by itself, for previews and questions about its capacity.
#include <algorithm>

#include "read/file.h"
#include "read/layout.h"
#include "read/read.h"

namespace banxin {

std::optional<PageLayout> read_layout_alone(const std::filesystem::path& layout, Sources& sources,
                                            Diagnostics& diags) {
  Reading in(sources, diags);
  std::optional<PageLayout> out = read_layout(layout, {}, Project(layout), in);
  return in.failed() ? std::nullopt : std::move(out);
}

bool looks_like_layout(const std::filesystem::path& file) {
  Sources sources;
  Diagnostics not_shown;
  Reading in(sources, not_shown);
  const auto text = load_text(file, {"file", {}}, in);
  if (!text) return false;
  const std::optional<Tree> tree = parse_yaml(*text, in);
  if (!tree) return false;
  const auto has = [&](std::string_view key) {
    const auto& entries = tree->root().entries;
    return std::any_of(entries.begin(), entries.end(), [&](const Entry& entry) { return entry.key == key; });
  };
  return !has("pages") && (has("grid") || has("frames") || has("extends"));
}

}  // namespace banxin
