// The preflight's checks of what is painted on a page.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "press/check_file.h"

namespace banxin {

/// What the pages of one file have in common.
struct SeenInks {
  std::map<std::string, std::string> spots;  ///< name of a spot colour -> how it is made up of process inks
  std::vector<std::string> names;            ///< of the spot colours, as they were met
  std::set<QPDFObjGen> profiles;             ///< ICC profiles that have been looked at
};

/// What is known of the file's structure: whether it says that all of its content is tagged, and which pieces
/// of this page its elements reach.
struct PageStructure {
  bool tagged = false;
  std::set<int> reached;
};

void check_content(QPDFPageObjectHelper& page, const PageFrame& frame, const PageStructure& structure,
                   SeenInks& inks, Findings& findings);

}  // namespace banxin
