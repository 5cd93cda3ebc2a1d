// The browser's side of the preview, compiled in: src/preview/browser/.
#pragma once

#include <string_view>

namespace banxin {

std::string_view preview_html();
std::string_view preview_css();
std::string_view preview_js();

}  // namespace banxin
