// Copy put together and cut apart: what is run in before a paragraph, what a drop capital takes off it.
#pragma once

#include "document/article.h"

namespace banxin {

/// The paragraph with `opening` and `between` before it.
Paragraph with_opening(const Copy& opening, const char* between, const Paragraph& paragraph);

/// The paragraph without its first `bytes`.
Paragraph without_start(const Paragraph& paragraph, std::size_t bytes);
/// Its first `bytes`.
Copy start_of(const Copy& copy, std::size_t bytes);

}  // namespace banxin
