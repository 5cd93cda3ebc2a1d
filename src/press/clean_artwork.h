// What hangs on a delivered page and is no ink does not go onto ours.
#pragma once

#include <qpdf/QPDF.hh>
#include <string>

namespace banxin {

/// Takes away from the page, made a form, and from all that it draws with: files, scripts and actions,
/// private and descriptive data, references to other files and pictures, numbers in the delivered file's
/// structure, and layers. Returns what is wrong: "has layers that are hidden, or do not print" when that
/// would show what nobody was to see; "is nested too deeply".
std::string clean_artwork(QPDF& delivered, QPDFObjectHandle form);

/// What `clean_artwork` says of layers.
extern const char* const kHiddenLayers;

}  // namespace banxin
