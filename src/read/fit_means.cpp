// The ladder of a frame: the means by which its story may be made to fit.
#include <algorithm>
#include <string>
#include <utility>

#include "read/frame_shape.h"

namespace banxin {

namespace {

/// Keys that belong to other means.
void check_keys(const Fields& keys, FitMeans::Kind kind, Reading& in) {
  const bool headline = kind == FitMeans::Kind::kHeadline, photo = kind == FitMeans::Kind::kPhoto;
  const std::pair<const char*, bool> all[] = {
      {"from", headline}, {"to", headline}, {"rows", photo}, {"photo", photo}};
  for (const auto& [key, wanted] : all) {
    if (wanted || !keys.has(key)) continue;
    in.error("fit-range", keys.where(key), in_quotes(key) + " belongs to another means",
             "from and to are sizes of the headline, rows and photo say how high which photo is");
  }
}

void read_sizes(const Fields& keys, FitMeans& means, Reading& in) {
  constexpr Length kNone = Length::points(100000);
  means.least = kNone;  // no smaller, no larger than it is
  const bool from = keys.length("from", {.names = true}, means.least);
  const bool to = keys.length("to", {.names = true}, means.most);
  if (!keys.was_written("from") && !keys.was_written("to")) {
    in.error("fit-range", keys.where("by"), "the headline has no range",
             "write from: 24pt, to: 30pt or both");
  }
  if (from && to && means.most < means.least) {
    in.error("fit-range", keys.where("to"), "the largest size is smaller than the smallest", "exchange them");
  }
}

void read_photo_rows(const Fields& keys, FitMeans& means, Reading& in) {
  keys.integer("photo", means.photo);
  means.photo.where = keys.where(keys.has("photo") ? "photo" : "by");
  if (!keys.range("rows", means.rows) && !keys.was_written("rows")) {
    in.error("fit-range", keys.where("by"), "the photo has no range", "write rows: 18-24");
  }
}

}  // namespace

void read_fit(const Fields& keys, Frame& frame, Reading& in) {
  const YamlNode* node = keys.node("fit");
  if (node == nullptr) return;
  for (const YamlNode* item : node->items) {
    const bool empty = item->kind == YamlNode::Kind::kNothing;
    const Fields step(*item, empty ? keys.where("fit") : item->where, kFitKind, in);
    FitMeans means;
    step.word("by", means.kind);
    if (!step.has("by")) continue;
    check_keys(step, means.kind, in);
    if (means.kind == FitMeans::Kind::kHeadline) read_sizes(step, means, in);
    if (means.kind == FitMeans::Kind::kPhoto) read_photo_rows(step, means, in);
    frame.fit.push_back(means);
  }
}

void check_fit_photos(const PageLayout& layout, Reading& in) {
  for (const Frame& frame : layout.frames) {
    std::size_t slots = 0;
    for (const Frame* part : layout.chain(frame)) slots += part->photos.size();
    for (const FitMeans& means : frame.fit) {
      if (means.kind != FitMeans::Kind::kPhoto) continue;
      if (static_cast<std::size_t>(means.photo.value) <= slots) continue;
      in.error("fit-range", means.photo.where,
               "frame " + in_quotes(frame.name.value) + " has no photo " + std::to_string(means.photo.value),
               "it has " + std::to_string(slots) + " photo slots");
    }
  }
}

}  // namespace banxin
