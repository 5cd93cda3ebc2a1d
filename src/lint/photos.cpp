#include <algorithm>
#include <map>
#include <span>
#include <vector>

#include "lint/rules.h"

namespace banxin {

namespace {

/// The first of the photos stands for all of them.
void check_words(std::span<const Photo> photos, LintFindings& findings) {
  const Photo& photo = photos.front();
  const auto none = [&](Copy Photo::*part) {
    return std::all_of(photos.begin(), photos.end(), [&](const Photo& p) { return (p.*part).empty(); });
  };
  if (none(&Photo::caption)) {
    findings.add("photo-without-caption", photo.file.where, "photo '" + photo.file.value + "' has no caption",
                 "give it `caption:`, or write one into the file (IPTC/XMP)");
  }
  if (none(&Photo::credit)) {
    findings.add("photo-without-credit", photo.file.where, "photo '" + photo.file.value + "' has no credit",
                 "give it `credit:`, as in 记者 杨洋 摄");
  }
}

/// Photos that stand in a slot with others: one caption is for all of them, and so is one credit.
std::vector<std::span<const Photo>> groups_of(const Document& document, std::size_t article,
                                              const std::vector<FramePlace>& places) {
  const std::span<const Photo> photos = document.articles[article].photos;
  std::vector<std::span<const Photo>> out;
  std::size_t next = 0;
  for (const FramePlace& place : places) {
    const PageLayout& layout = document.layouts[document.edition.pages[place.page].layout];
    for (const Frame* frame : layout.chain(*place.frame)) {
      for (const PhotoSlot& slot : frame->photos) {
        const std::size_t count = std::min(slot.places(), photos.size() - next);
        if (count > 0) out.push_back(photos.subspan(next, count));
        next += count;
      }
    }
  }
  for (; next < photos.size(); ++next) out.push_back(photos.subspan(next, 1));
  return out;
}

}  // namespace

void lint_photos(const Document& document, const PlacedEdition& edition, LintFindings& findings) {
  struct Shown {
    int page = 0;
    SourceSpan source;
  };
  std::map<std::uint32_t, Shown> shown;  // image -> where it stands first
  for (const PlacedPage& page : edition.pages) {
    for (const DrawItem& item : page.items) {
      const auto* image = std::get_if<DrawImage>(&item);
      if (image == nullptr || image->node == kArtifact) continue;
      const SourceSpan source = edition.structure[image->node].source;
      const auto [known, is_new] = shown.emplace(image->image, Shown{page.number, source});
      if (is_new) continue;
      const Shown& first = known->second;
      const bool one_page = first.page == page.number;
      const std::string pages =
          one_page ? "on page " + std::to_string(page.number)
                   : "on pages " + std::to_string(first.page) + " and " + std::to_string(page.number);
      findings.about(one_page ? std::vector<int>{page.number} : std::vector<int>{first.page, page.number});
      findings.add("photo-twice", source,
                   "photo '" + edition.images[image->image].name + "' stands twice, " + pages,
                   "take another picture for one of the two", {first.source});
    }
  }
  findings.about({});
  const std::vector<std::vector<FramePlace>> places = document.places();
  for (std::size_t i = 0; i < document.articles.size(); ++i) {
    for (const std::span<const Photo> group : groups_of(document, i, places[i])) check_words(group, findings);
  }
}

}  // namespace banxin
