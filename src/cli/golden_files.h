// The golden of one edition on disk: EDITION.golden/banxin.lock, page-1.json … and perhaps page-1.png.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "cli/make_edition.h"
#include "compare/golden.h"

namespace banxin {

struct GoldenFiles {
  GoldenLock lock;
  std::map<std::string, std::string> pages;     ///< "page-1" -> its dump
  std::map<std::string, std::string> pictures;  ///< "page-1" -> PNG
};

/// samples/x/edition.yaml -> samples/x/edition.golden
std::filesystem::path golden_folder(const std::filesystem::path& edition);

/// nullopt when there is none; `problem` when there is one that cannot be read.
std::optional<GoldenFiles> read_golden(const std::filesystem::path& folder, std::string& problem);
/// Writes what differs from what is there, removes pages that are no more. Empty, or what went wrong.
std::string write_golden(const std::filesystem::path& folder, const GoldenFiles& golden);

/// The golden that the edition would have now. `ppi` 0: without pictures.
GoldenFiles make_golden(const std::filesystem::path& edition, const MadeEdition& made, const Sources& sources,
                        const FontSet& fonts, int ppi, Diagnostics& diags);

}  // namespace banxin
