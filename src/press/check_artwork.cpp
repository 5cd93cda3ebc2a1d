#include "press/check_artwork.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <string>
#include <string_view>
#include <vector>

#include "press/artwork_page.h"
#include "press/check_content.h"
#include "press/check_resources.h"
#include "render/artwork_file.h"

namespace banxin {

namespace {

/// What the edition's page answers for: its tags take the place of the delivered ones, which are not kept.
bool concerns_the_frame(std::string_view code) {
  return code == "bleed" || code == "near-trim" || code == "one-picture" || code == "font-no-unicode" ||
         code == "structure-incomplete";
}

/// Where on the edition's page something of an upright page stands: `x` and `y` in mm from its box's top
/// left.
void put(PressFinding& finding, const Artwork& art, const Rect& box, bool upright) {
  const bool placed = finding.has_place && upright && art.width > Length() && art.height > Length();
  finding.has_place = true;
  finding.x = box.x.mm() + (placed ? finding.x * (box.width.pt() / art.width.pt()) : 0);
  finding.y = box.y.mm() + (placed ? finding.y * (box.height.pt() / art.height.pt()) : 0);
}

std::vector<PressFinding> look_at(QPDFPageObjectHelper& page, const Artwork& art,
                                  const PressProfile& profile) {
  Findings findings(profile);
  PageFrame frame;
  frame.page = 1;
  frame.trim = frame.bleed = frame.media = box_of(page, art.box);
  check_fonts(page.getAttribute("/Resources", false), 1, findings);
  SeenInks inks;
  check_content(page, frame, {}, inks, findings);
  QPDFObjectHandle group = page.getObjectHandle().getKey("/Group");
  if (group.isDictionary() && shines_through(page)) check_group(group, 1, findings);
  QPDFObjectHandle notes = page.getObjectHandle().getKey("/Annots");
  if (notes.isArray() && notes.getArrayNItems() > 0) {
    findings.warn("annotation", {1}, "its links, notes and fields do not print");
  }
  return findings.take();
}

}  // namespace

bool shines_through(QPDFPageObjectHelper& page) {
  PressProfile strict;
  strict.standard = PressProfile::Standard::kX1a;
  Findings findings(strict);
  PageFrame frame;
  frame.page = 1;
  SeenInks inks;
  check_content(page, frame, {}, inks, findings);
  return findings.has("transparency", 1);
}

namespace {

/// Opens the file; nullopt when it cannot be used, which was said when it was measured. Throws what qpdf
/// throws.
std::optional<InspectedArtwork> look_into(const Artwork& art, const PressProfile& profile) {
  std::string bytes, problem;
  const FileStamp stamp = stamp_of(art.path);
  if (!artwork_pdf(art, bytes).empty()) return std::nullopt;
  const std::unique_ptr<QPDF> pdf = open_artwork(bytes, problem);
  if (!pdf) return std::nullopt;
  QPDFPageObjectHelper delivered =
      QPDFPageDocumentHelper(*pdf).getAllPages().at(static_cast<std::size_t>(art.page.value - 1));
  QPDFObjectHandle turned = delivered.getAttribute("/Rotate", false);
  const bool upright = !turned.isInteger() || turned.getIntValue() % 360 == 0;
  return InspectedArtwork{stamp, upright, look_at(delivered, art, profile)};
}

/// Of a file that is still the same what is known.
std::optional<InspectedArtwork> known_or_found(const Artwork& art, const PressProfile& profile,
                                               ArtworkMemo* memo) {
  if (memo == nullptr) return look_into(art, profile);
  const ArtworkEntry entry{art.path, art.page.value, art.box};
  const auto found = memo->find(entry);
  if (found != memo->end() && found->second.file == stamp_of(art.path)) return found->second;
  std::optional<InspectedArtwork> known = look_into(art, profile);
  if (known) (*memo)[entry] = *known;
  return known;
}

}  // namespace

void check_artwork(const Artwork& art, const Rect& box, int page, Findings& findings, ArtworkMemo* memo) {
  if (!art.usable || art.kind != Artwork::Kind::kPdf) return;
  try {
    std::optional<InspectedArtwork> known = known_or_found(art, findings.profile(), memo);
    if (!known) return;
    for (PressFinding& finding : known->findings) {
      if (concerns_the_frame(finding.code)) continue;
      put(finding, art, box, known->upright);
      finding.page = page, finding.where = art.file.where;
      finding.message = "'" + art.file.value + "': " + finding.message;
      findings.add(std::move(finding));
    }
  } catch (const std::exception& e) {
    findings.add("broken-file", {page, true, box.x.mm(), box.y.mm(), art.file.where},
                 "'" + art.file.value + "' cannot be read: " + e.what());
  }
}

}  // namespace banxin
