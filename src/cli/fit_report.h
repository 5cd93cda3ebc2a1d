// How the copy fits its frames, in the desk's words: for `banxin check` and `banxin capacity`.
#pragma once

#include <string>

#include "base/json.h"
#include "document/document.h"
#include "page/page.h"

namespace banxin {

/// A line a frame: full, over or under by 字 and 行, and what was done to make it fit.
std::string fit_report(const PlacedEdition& edition);

/// A line a frame: how many 字 it takes before a word is written.
std::string capacity_report(const PlacedEdition& edition);

/// Either as JSON, one object a frame.
std::string fits_as_json(const PlacedEdition& edition);
/// The same objects as elements of an array of findings: with code "fit" and severity "note".
void write_fits(JsonWriter& json, const PlacedEdition& edition, const std::string& file);

}  // namespace banxin
