// The shaped paragraph: cells (ink body + side blanks) and what may happen between them.
#pragma once

#include "text/paragraph.h"

namespace banxin {

/// Flat arrays; filled by `shape_paragraph` or, from the font-free metrics of typography.md 9, by
/// `nominal_paragraph`. Everything after this works on either.
struct ShapedParagraph {
  std::string text;
  std::vector<MissingCharacter> missing;
};

ShapedParagraph shape_paragraph(const TextToSet& text, const FontSet& fonts);
ShapedParagraph nominal_paragraph(const TextToSet& text);

}  // namespace banxin
