// The preflight's checks of the structure 标签树: what its elements reach, and pictures without words.
#pragma once

#include <map>
#include <qpdf/QPDF.hh>
#include <set>

#include "press/findings.h"

namespace banxin {

/// The numbers of the tagged pieces that the elements of the structure reach, by page.
std::map<QPDFObjGen, std::set<int>> check_structure(QPDF& pdf, Findings& findings);

}  // namespace banxin
