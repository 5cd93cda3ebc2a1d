#include "press/check_artwork.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <string>
#include <string_view>
#include <vector>

#include "base/bounded_work.h"
#include "base/packed.h"
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

std::vector<PressFinding> look_at(QPDF& pdf, QPDFPageObjectHelper& page, const Artwork& art,
                                  const PressProfile& profile) {
  Findings findings(profile);
  PageFrame frame;
  frame.page = 1;
  frame.trim = frame.bleed = frame.media = box_of(page, art.box);
  check_fonts(page.getAttribute("/Resources", false), 1, findings);
  check_font_programs(pdf, 1, findings);
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
  return findings.has("transparency", 1) || findings.has("broken-file", 1);  // or nobody knows
}

namespace {

/// All that a press would have against the delivered page, by itself. Throws what qpdf throws.
std::string look_into(const Artwork& art, const PressProfile& profile) {
  PackedWriter out;
  std::string bytes, problem = artwork_pdf(art, bytes);
  const std::unique_ptr<QPDF> pdf = problem.empty() ? open_artwork(bytes, problem) : nullptr;
  if (!pdf) return {};  // that was said when it was measured
  QPDFPageObjectHelper page =
      QPDFPageDocumentHelper(*pdf).getAllPages().at(static_cast<std::size_t>(art.page.value - 1));
  QPDFObjectHandle turned = page.getAttribute("/Rotate", false);
  out.whole(!turned.isInteger() || turned.getIntValue() % 360 == 0 ? 1 : 0);
  out.text(packed(look_at(*pdf, page, art, profile)));
  return out.take();
}

/// In a process of its own.
InspectedArtwork inspect(const Artwork& art, const PressProfile& profile) {
  InspectedArtwork out;
  out.file = stamp_of(art.path);
  std::string problem;
  const auto work = [&]() -> std::string {
    try {
      return look_into(art, profile);
    } catch (const std::exception& e) {
      Findings broken(profile);
      broken.add("broken-file", {1}, std::string("the page cannot be read: ") + e.what());
      PackedWriter told;
      told.whole(0), told.text(packed(broken.take()));
      return told.take();
    }
  };
  if (const std::optional<std::string> seen = bounded_work(work, problem)) {
    PackedReader in(*seen);
    out.upright = in.whole() == 1;
    out.findings = unpacked(in.text());
    return out;
  }
  Findings broken(profile);
  broken.add("broken-file", {1}, "the page " + problem);
  out.findings = broken.take();
  return out;
}

/// Of a file that is still the same what is known.
InspectedArtwork known_or_found(const Artwork& art, const PressProfile& profile, ArtworkMemo* memo) {
  if (memo == nullptr) return inspect(art, profile);
  const ArtworkEntry entry{art.path, art.page.value, art.box};
  const auto found = memo->find(entry);
  if (found != memo->end() && found->second.file == stamp_of(art.path)) return found->second;
  return (*memo)[entry] = inspect(art, profile);
}

}  // namespace

void check_artwork(const Artwork& art, const Rect& box, int page, Findings& findings, ArtworkMemo* memo) {
  if (!art.usable || art.kind != Artwork::Kind::kPdf) return;
  const InspectedArtwork known = known_or_found(art, findings.profile(), memo);
  for (PressFinding finding : known.findings) {
    if (concerns_the_frame(finding.code)) continue;
    put(finding, art, box, known.upright);
    finding.page = page, finding.where = art.file.where;
    finding.message = "'" + art.file.value + "': " + finding.message;
    findings.add(std::move(finding));
  }
}

}  // namespace banxin
