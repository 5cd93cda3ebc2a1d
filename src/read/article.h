// articles/*.md -> Article.
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>

#include "document/article.h"
#include "read/fields.h"
#include "read/file.h"

namespace banxin {

// What one story may hold, so that hostile copy takes bounded time and memory: a broadsheet page holds some
// 8,000 characters.
inline constexpr std::size_t kLongestField = 10'000;       ///< characters of a title, deck or caption
inline constexpr std::size_t kLongestParagraph = 100'000;  ///< characters
inline constexpr std::size_t kLongestArticle = 2'000'000;  ///< characters
inline constexpr std::size_t kMostParagraphs = 100'000;

/// Reads one article with the headers of its photos. nullopt when there is nothing to read.
std::optional<Article> read_article(const std::filesystem::path& path, SourceSpan asked,
                                    const Project& project, Reading& in);

/// Bytes [begin, end) of a file as Markdown: paragraphs and cross-heads. What cannot be set yet is reported
/// at its place, and its words are kept.
std::vector<Paragraph> read_markdown(std::uint32_t file, std::uint32_t begin, std::uint32_t end, Reading& in);

/// The text of an entity such as "&hellip;" or "&#x4E2D;"; empty when there is no such one.
std::u32string entity_text(std::string_view entity);

}  // namespace banxin
