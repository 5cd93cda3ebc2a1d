// What becomes of a page that lacks a piece.
#pragma once

namespace banxin {

/// A frame without an article or advertisement, a file that is not there.
enum class Missing {
  kNothing,      ///< for the press: an error, and nothing is written
  kPlaceholder,  ///< for previews: told, and a grey box with the frame's name and how much it takes
};

}  // namespace banxin
