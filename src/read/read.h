// Files of the user -> Document. The only folder that sees YAML, Markdown and photo metadata.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "base/diagnostic.h"
#include "document/catalogue.h"
#include "document/document.h"
#include "document/missing.h"

namespace banxin {

/// Reads an edition with its layouts, articles and photo headers. Everything wrong is reported at once;
/// nullopt when an error was. Nothing outside the edition's project is read: the nearest folder above it that
/// holds `layouts/` or `.git`, else its own folder. A frame to which nothing is given ("empty-frame") is an
/// error, with `kPlaceholder` a warning; an article or photo that is not there or cannot be read is an error,
/// but with `kPlaceholder` there is a document without it.
std::optional<Document> read_edition(const std::filesystem::path& edition, Sources& sources,
                                     Diagnostics& diags, Missing missing = Missing::kNothing);

/// Reads one layout without an edition.
std::optional<PageLayout> read_layout_alone(const std::filesystem::path& layout, Sources& sources,
                                            Diagnostics& diags);

/// Whether a YAML file has the keys of a layout ("grid", "frames") and not those of an edition ("pages").
/// What cannot be read is none.
bool looks_like_layout(const std::filesystem::path& file);

/// Reads a font catalogue from text; `name` is shown in messages.
std::optional<FontCatalogue> read_catalogue(const std::string& name, std::string text, Sources& sources,
                                            Diagnostics& diags);

/// JSON Schema (draft-07) of "layout", "edition", "article" or "catalogue"; nullopt for another name.
std::optional<std::string> schema(const std::string& name);
/// The names that `schema` knows.
std::vector<std::string> schema_names();

}  // namespace banxin
