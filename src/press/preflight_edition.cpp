#include "press/preflight_edition.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fstream>
#include <set>
#include <string_view>
#include <vector>

#include "page/em_box.h"
#include "press/check_artwork.h"
#include "press/rules.h"
#include "render/png_codec.h"

namespace banxin {

namespace {

constexpr Length kSlack = Length::millimetres(0.1);
constexpr Length kThinRule = Length::points(2);  ///< a filled rectangle up to so thin is a rule

PlateColour colour_of(Ink ink) {
  PlateColour out;
  out.kind = ink.spot > 0 ? PlateColour::Kind::kSpot : PlateColour::Kind::kCmyk;
  if (ink.spot > 0) {
    out.k = ink.tint / 1000.0;
  } else {
    out.c = ink.c / 1000.0, out.m = ink.m / 1000.0, out.y = ink.y / 1000.0, out.k = ink.k / 1000.0;
  }
  return out;
}

/// Whether the photo's file says that parts of it are transparent.
bool is_transparent(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::string head(4096, '\0');
  file.read(head.data(), static_cast<std::streamsize>(head.size()));
  head.resize(static_cast<std::size_t>(std::max<std::streamsize>(file.gcount(), 0)));
  std::string problem;
  if (!looks_like_png(head)) return false;
  const std::optional<PngHeader> header = read_png_header(head, problem);
  return header && header->alpha;
}

Rect box_of(const DrawStroke& stroke) {
  Rect box;
  for (const Point& p : stroke.points) {
    box = united(box, {p.x - stroke.width / 2, p.y - stroke.width / 2, stroke.width, stroke.width});
  }
  return box;
}

/// One page, item by item.
class PageInspector {
 public:
  PageInspector(const Document& document, const PlacedEdition& placed, std::size_t index,
                std::vector<std::string>& spots, Findings& findings, ArtworkMemo* memo)
      : document_(document),
        placed_(placed),
        page_(placed.pages[index]),
        spots_(spots),
        findings_(findings),
        memo_(memo) {
    if (index < document.edition.pages.size()) {
      const std::size_t layout = document.edition.pages[index].layout;
      if (layout < document.layouts.size()) layout_ = &document.layouts[layout];
    }
  }

  FindingPlace of_page() const {
    FindingPlace at{page_.number};
    if (layout_ != nullptr) at.where = {layout_->file, 0, 0};
    return at;
  }

  void operator()(const DrawText& text) {
    const Rect box = em_box(text);
    const FindingPlace at = place(text.node, box);
    const PlateColour colour = seen(text.ink, at);
    check_type(colour, text.size.pt(), at, findings_);
    for (const PlacedGlyph& glyph : text.glyphs) {
      if (glyph.id == 0) findings_.add("missing-glyph", at, "a character has no glyph");
    }
    check_margin(box, at);
  }

  void operator()(const DrawRule& rule) {
    const FindingPlace at = place(rule.node, rule.box);
    const PlateColour colour = seen(rule.ink, at);
    const Length thin = std::min(rule.box.width, rule.box.height);
    if (thin <= kThinRule) check_line(colour, thin.pt(), at, findings_);
    check_edges(rule.box, at);
  }

  void operator()(const DrawStroke& stroke) {
    const Rect box = box_of(stroke);
    const FindingPlace at = place(stroke.node, box);
    check_line(seen(stroke.ink, at), stroke.width.pt(), at, findings_);
    check_edges(box, at);
  }

  void operator()(const DrawImage& image) {
    const FindingPlace at = place(image.node, image.box);
    check_edges(image.box, at);
    if (image.image >= placed_.images.size() || image.box.empty()) return;
    const PlacedImage& photo = placed_.images[image.image];
    const double across = photo.width * image.crop_width * 72 / image.box.width.pt();
    const double down = photo.height * image.crop_height * 72 / image.box.height.pt();
    if (photo.width > 0) check_resolution(std::min(across, down), at, findings_);
    if (is_transparent(photo.path)) {
      findings_.add("photo-alpha", at,
                    "the photo '" + photo.name + "' has transparency; it prints as on white paper");
    }
  }

  void operator()(const DrawArtwork& item) {
    if (item.artwork < placed_.artworks.size()) {
      check_artwork(placed_.artworks[item.artwork], item.box, page_.number, findings_, memo_);
    }
  }

 private:
  FindingPlace place(NodeId node, const Rect& box) const {
    FindingPlace at{page_.number, true, box.x.mm(), box.y.mm()};
    at.where = node < placed_.structure.size() ? placed_.structure[node].source : SourceSpan{};
    if (at.where.file == SourceSpan::kNoFile) at.where = frame_at({box.x, box.y + box.height / 2});
    return at;
  }

  /// The name of the frame that a piece of furniture stands in; else the layout as a whole.
  SourceSpan frame_at(Point at) const {
    if (layout_ == nullptr) return {};
    const GridSpec& grid = layout_->grid;
    for (const Frame& frame : layout_->frames) {
      const Range columns = frame.columns.value, rows = frame.rows.value;
      const Length left =
          layout_->origin.x + (grid.size * grid.measure + grid.gap.at(grid.size)) * (columns.first - 1);
      const Length top = layout_->origin.y + grid.pitch * (rows.first - 1);
      const Rect box{left - grid.size, top - grid.size, grid.span(columns.count()) + grid.size * 2,
                     grid.height(rows.count()) + grid.size * 2};
      if (at.x >= box.x && at.x <= box.right() && at.y >= box.y && at.y <= box.bottom())
        return frame.name.where;
    }
    return {layout_->file, 0, 0};
  }

  PlateColour seen(Ink ink, const FindingPlace& at) {
    const PlateColour colour = colour_of(ink);
    if (ink == kRegistration) {
      findings_.add("marks-in-trim", at, "something on the page prints on every plate");
      return colour;
    }
    check_ink(colour, at, findings_);
    if (!findings_.profile().prints_colour(page_.number) && (ink.spot > 0 || ink.c + ink.m + ink.y > 0)) {
      findings_.add("colour-page", at, "the press prints this page in black alone");
    }
    if (ink.spot > 0 && ink.spot <= placed_.spots.size() && met_.insert(ink.spot).second) {
      const NamedInk& named = placed_.spots[ink.spot - 1u];
      FindingPlace entry{page_.number};
      entry.where = named.where;
      if (named.screen_only) {
        findings_.add("screen-colour", entry, "the ink '" + named.plate + "' is for screens alone");
      } else {
        check_spot_name(named.plate, entry, spots_, findings_);
      }
    }
    return colour;
  }

  /// Type too near to where the sheet is cut.
  void check_margin(const Rect& box, const FindingPlace& at) {
    const Length margin = findings_.profile().limits.margin;
    if (box.empty()) return;
    const Length nearest = std::min({box.x, box.y, page_.width - box.right(), page_.height - box.bottom()});
    if (nearest < margin - kSlack) {
      findings_.add("near-trim", at, "type is near the trim", {nearest.mm(), margin.mm(), "mm"});
    }
  }

  /// What touches the trim must run on to the edge of the bleed; without bleed nothing may leave the page.
  void check_edges(const Rect& box, const FindingPlace& at) {
    const std::array<Length, 4> beyond = {-box.x, -box.y, box.right() - page_.width,
                                          box.bottom() - page_.height};
    for (const Length over : beyond) {
      if (page_.bleed > Length() && over > -kSlack && over < page_.bleed - kSlack) {
        findings_.add("bleed", at, "something ends between the trim and the edge of the bleed",
                      {over.mm(), page_.bleed.mm(), "mm"});
        return;
      }
      if (page_.bleed == Length() && over > kSlack) {
        findings_.add("outside-trim", at, "something leaves a page without bleed", {over.mm(), 0, "mm"});
        return;
      }
    }
  }

  const Document& document_;
  const PlacedEdition& placed_;
  const PlacedPage& page_;
  const PageLayout* layout_ = nullptr;
  std::vector<std::string>& spots_;
  std::set<std::uint8_t> met_;
  Findings& findings_;
  ArtworkMemo* memo_;
};

/// Of a spread 跨版 each of its two pages.
Length width_of_one(const PlacedPage& page) { return page.spread ? page.width / 2 : page.width; }

}  // namespace

std::vector<PressFinding> preflight_edition(const Document& document, const PlacedEdition& placed,
                                            const PressProfile& profile, ArtworkMemo* memo) {
  Findings findings(profile);
  std::vector<std::string> spots;
  for (std::size_t i = 0; i < placed.pages.size(); ++i) {
    const PlacedPage& page = placed.pages[i];
    PageInspector inspector(document, placed, i, spots, findings, memo);
    check_page_size(page.width.pt(), page.height.pt(), inspector.of_page(), findings);
    if (width_of_one(page) != width_of_one(placed.pages[0]) || page.height != placed.pages[0].height) {
      findings.add("page-sizes", inspector.of_page(), "the page has another size than the first");
    }
    if (page.items.empty()) findings.add("empty-page", inspector.of_page(), "nothing is on the page");
    for (const DrawItem& item : page.items) std::visit(inspector, item);
  }
  return findings.take();
}

void report_for_press(const Document& document, const PlacedEdition& placed, const PressProfile& profile,
                      Diagnostics& diags) {
  static constexpr std::string_view kStops[] = {"screen-colour",  "colour-space",     "transparency",
                                                "group-space",    "broken-file",      "font-broken",
                                                "picture-filter", "font-not-embedded"};
  static constexpr std::string_view kStopsPdfX[] = {"postscript", "press-settings"};
  const bool pdfx = profile.standard != PressProfile::Standard::kPlain;
  const auto is_in = [](const auto& codes, const std::string& code) {
    return std::find(std::begin(codes), std::end(codes), code) != std::end(codes);
  };
  for (const PressFinding& finding : preflight_edition(document, placed, profile)) {
    const bool stops = is_in(kStops, finding.code) || (pdfx && is_in(kStopsPdfX, finding.code));
    if (stops && finding.severity == Severity::kError) {
      diags.error(finding.code, finding.where, finding.message, finding.hint);
    } else if (stops || finding.code == "photo-alpha") {
      diags.warning(finding.code, finding.where, finding.message, finding.hint);
    }
  }
}

}  // namespace banxin
