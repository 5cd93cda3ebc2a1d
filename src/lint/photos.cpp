#include <map>

#include "lint/rules.h"

namespace banxin {

namespace {

void check_photo(const Photo& photo, LintFindings& findings) {
  if (photo.caption.empty()) {
    findings.add("photo-without-caption", photo.file.where, "photo '" + photo.file.value + "' has no caption",
                 "give it `caption:`, or write one into the file (IPTC/XMP)");
  }
  if (photo.credit.empty()) {
    findings.add("photo-without-credit", photo.file.where, "photo '" + photo.file.value + "' has no credit",
                 "give it `credit:`, as in 记者 杨洋 摄");
  }
}

}  // namespace

void lint_photos(const Document& document, const PlacedEdition& edition, LintFindings& findings) {
  std::map<std::uint32_t, int> shown;  // image -> page
  for (const PlacedPage& page : edition.pages) {
    for (const DrawItem& item : page.items) {
      const auto* image = std::get_if<DrawImage>(&item);
      if (image == nullptr || image->node == kArtifact) continue;
      const auto [first, is_new] = shown.emplace(image->image, page.number);
      if (is_new) continue;
      const std::string pages = first->second == page.number ? "on page " + std::to_string(page.number)
                                                             : "on pages " + std::to_string(first->second) +
                                                                   " and " + std::to_string(page.number);
      findings.add("photo-twice", edition.structure[image->node].source,
                   "photo '" + edition.images[image->image].name + "' stands twice, " + pages,
                   "take another picture for one of the two");
    }
  }
  for (const Article& article : document.articles) {
    for (const Photo& photo : article.photos) check_photo(photo, findings);
  }
}

}  // namespace banxin
