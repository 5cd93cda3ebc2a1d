// The preflight's checks of what is painted on a page.
#pragma once

#include "press/check_file.h"

namespace banxin {

/// What the pages of one file have in common.
struct SeenInks {
  std::map<std::string, std::string> spots;  ///< name of a spot colour -> how it is made up of process inks
};

/// `tagged`: whether the file says that all of its content is tagged.
void check_content(QPDFPageObjectHelper& page, const PageFrame& frame, bool tagged, SeenInks& inks,
                   Findings& findings);

}  // namespace banxin
