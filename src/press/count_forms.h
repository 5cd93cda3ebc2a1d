// How often a page draws the forms in it, forms in forms multiplied: ten in ten in ten … never end.
#pragma once

#include <qpdf/QPDFPageObjectHelper.hh>
#include <string>

namespace banxin {

/// Returns what is wrong, or nothing: "draws a form inside itself", "draws its forms more than 100,000
/// times". Streams without forms in their resources are not unpacked. Throws what qpdf does.
std::string problem_of_forms(QPDFPageObjectHelper& page);

}  // namespace banxin
