// What the pages are made from is not written over by what is made.
#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "document/document.h"

namespace banxin {

/// `out`, and what it becomes for each page of the edition.
std::vector<std::string> all_targets(const std::string& out, const Document& document);

/// Says so, and returns true, when a target is a file that was read, by whatever name it is called.
bool is_own_input(const std::vector<std::string>& targets, const Sources& sources, const Document& document);

}  // namespace banxin
