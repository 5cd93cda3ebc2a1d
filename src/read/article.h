// articles/*.md -> Article.
#pragma once

#include <filesystem>
#include <optional>

#include "document/article.h"
#include "read/fields.h"
#include "read/file.h"

namespace banxin {

/// Reads one article with the headers of its photos. nullopt when there is nothing to read.
std::optional<Article> read_article(const std::filesystem::path& path, SourceSpan asked,
                                    const Project& project, Reading& in);

/// Bytes [begin, end) of a file as Markdown: paragraphs and cross-heads. What cannot be set yet is reported
/// at its place, and its words are kept.
std::vector<Paragraph> read_markdown(std::uint32_t file, std::uint32_t begin, std::uint32_t end, Reading& in);

/// The text of an entity such as "&hellip;" or "&#x4E2D;"; empty when there is no such one.
std::u32string entity_text(std::string_view entity);

}  // namespace banxin
