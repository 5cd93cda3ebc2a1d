// Which photo goes into which slot of a story's frames.
#pragma once

#include "layout/story.h"

namespace banxin {

/// Photos go to the slots of the story's frames, in their order; the text keeps out of them. Findings:
/// "photo-unplaced", "photo-too-high", "overlapping-photos", "photo-in-the-way", "caption-too-long".
void place_photos(Story& story, const Setter& setter, Diagnostics& diags);

}  // namespace banxin
