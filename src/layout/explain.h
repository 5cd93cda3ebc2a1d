// Why the lines of a story end where they do, for people: `banxin render --explain`.
#pragma once

#include <cstddef>
#include <string>

#include "layout/story.h"

namespace banxin {

/// Plain words on every line of a part of the story, in reading order: headline group, body, captions.
/// Columns are those of the frame, rows those of the page. `text/explain.h` has the form of what is said of a
/// line.
std::string explain_story(const Story& story, std::size_t part);

}  // namespace banxin
