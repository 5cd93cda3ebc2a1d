#include "press/page_content.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <qpdf/Buffer.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <set>

#include "base/ink.h"
#include "base/json.h"
#include "base/side_by_side.h"
#include "press/content.h"
#include "press/pack.h"
#include "press/place_artwork.h"

namespace banxin {

namespace {

using Object = QPDFObjectHandle;

constexpr const char* kOverprint = "/BxOverprint";
constexpr const char* kKnockout = "/BxKnockout";
constexpr const char* kAllPlates = "/BxAll";
/// A filled rectangle up to so thin is a rule (GWG: "thin 100 % black line overprint").
constexpr double kThinRule = 2;

bool is_one_of(std::string_view name, std::initializer_list<std::string_view> names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}
bool begins_path(std::string_view name) { return name == "m" || name == "re"; }
bool ends_path(std::string_view name) {
  return is_one_of(name, {"S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "n"});
}
bool fills(std::string_view name) { return is_one_of(name, {"f", "F", "f*", "B", "B*", "b", "b*"}); }
bool shows_text(std::string_view name) { return is_one_of(name, {"Tj", "TJ", "'", "\""}); }
/// Operators that choose a colour and are none of those that Cairo writes for our ink.
bool chooses_colour(std::string_view name) {
  return is_one_of(name, {"g", "G", "k", "K", "cs", "CS", "sc", "SC", "scn", "SCN", "sh"});
}

/// The resource that stands for a named ink.
std::string spot_space(std::uint8_t spot) { return "/BxSpot" + std::to_string(spot); }

std::string percent(std::uint16_t plate) { return json_number(plate / 1000.0, 3); }

/// The triple that an operator rg or RG chooses.
std::optional<InkKey> key_of(const Operation& op) {
  std::array<std::uint16_t, 3> channels{};
  for (std::size_t i = 0; i < 3; ++i) {
    const double value = op.number(i) * 65535;
    if (value < 0 || value > 65535) return std::nullopt;
    channels[i] = static_cast<std::uint16_t>(std::lround(value));
  }
  return InkKey{channels[0], channels[1], channels[2]};
}

std::optional<Ink> ink_of(const Operation& op) {
  const std::optional<InkKey> key = key_of(op);
  return key ? banxin::ink_of(*key) : std::nullopt;
}

class Rewriter {
 public:
  Rewriter(const Inks& inks, const std::vector<Artwork>& artworks, std::string& problem)
      : inks_(inks), colours_(inks.colours), artworks_(artworks), problem_(problem) {}

  /// Numbers of the named inks that were met.
  const std::set<std::uint8_t>& spots() const { return spots_; }

  void operator()(const Operation& op) {
    if (in_path_) return path(op);
    if (op.name == "BT") in_text_ = true;
    if (begins_artifact(op)) begin_artifact();
    if (ends_artifact(op)) end_artifact();
    if (begins_path(op.name)) {
      in_path_ = true;
      path_.clear();
      thin_ = op.name == "re" && thickness(op) <= kThinRule;
      box_ = {op.number(0), op.number(1), op.number(2), op.number(3)};
      return path(op);
    }
    follow(op);
    if (op.name == "rg" || op.name == "RG") return colour(op);
    if (colours_ == Colours::kPlates) {
      if (chooses_colour(op.name)) blame("the operator '" + std::string(op.name) + "' is none of ours");
      if (shows_text(op.name)) overprint(fill_ == kBlack);
      if (op.name == "Do") overprint(false);
    }
    write(op.written);
  }

  std::string finish() {
    end_artifact();
    if (in_path_) write(path_);
    return std::move(out_);
  }

 private:
  struct State {
    std::optional<Ink> fill, stroke;
    std::optional<std::uint32_t> artwork;
    std::optional<bool> overprint;
    double scale, line_width;
  };

  void write(std::string_view text) {
    out_ += text;
    out_ += '\n';  // an operator that is glued to the next one is seen by poppler alone (print.md 3.5)
  }
  void blame(std::string problem) {
    if (problem_.empty()) problem_ = std::move(problem);
  }

  /// The smaller side of a rectangle in points.
  double thickness(const Operation& re) const {
    return std::min(std::abs(re.number(2)), std::abs(re.number(3))) * scale_;
  }

  /// Keeps in mind what operators do to the state of graphics.
  void follow(const Operation& op) {
    if (op.name == "ET") in_text_ = false;
    if (op.name == "q") stack_.push_back({fill_, stroke_, artwork_, overprint_, scale_, line_width_});
    if (op.name == "Q" && !stack_.empty()) {
      const State& outer = stack_.back();
      fill_ = outer.fill, stroke_ = outer.stroke, artwork_ = outer.artwork, overprint_ = outer.overprint;
      scale_ = outer.scale, line_width_ = outer.line_width;
      stack_.pop_back();
    }
    if (op.name == "w") line_width_ = op.number(0);
    if (op.name == "cm") {
      const double area = op.number(0) * op.number(3) - op.number(1) * op.number(2);
      scale_ *= std::sqrt(std::abs(area));
    }
    if (op.name == "BMC" || op.name == "BDC") ++marked_;
    if (op.name == "EMC" && marked_ > 0) --marked_;
  }

  // ---- Artifacts: what is painted outside of all tags (ISO 32000-1, 14.8.2.2)

  bool begins_artifact(const Operation& op) const {
    return !artifact_ && marked_ == 0 && (op.name == "BT" || op.name == "Do" || begins_path(op.name));
  }
  /// Marked content must nest with q and Q, with BT and ET, and with other marked content.
  bool ends_artifact(const Operation& op) const {
    return artifact_ && !in_text_ && is_one_of(op.name, {"q", "Q", "BMC", "BDC"});
  }
  void begin_artifact() {
    write("/Artifact BMC");
    artifact_ = true;
  }
  void end_artifact() {
    if (artifact_) write("EMC");
    artifact_ = false;
  }

  // ---- Paths wait until the operator that paints them is known

  void path(const Operation& op) {
    path_ += op.written;
    if (!ends_path(op.name)) {
      path_ += '\n';
      return;
    }
    in_path_ = false;
    if (artwork_ && fills(op.name)) return place_artwork();
    if (colours_ == Colours::kPlates && op.name != "n") overprint(is_black_rule(op.name));
    write(path_);
  }

  /// Instead of the box that was filled. Cairo's units run down the page, those of the artwork up.
  void place_artwork() {
    if (*artwork_ >= artworks_.size()) return blame("there is no artwork " + std::to_string(*artwork_));
    if (colours_ == Colours::kPlates) overprint(false);
    const double scale = box_[2] / artworks_[*artwork_].width.pt();
    write("q " + json_number(scale, 6) + " 0 0 " + json_number(-scale, 6) + " " + json_number(box_[0], 4) +
          " " + json_number(box_[1] + box_[3], 4) + " cm");
    write(artwork_resource(*artwork_) + " Do");
    write("Q");
  }

  /// A thin filled rectangle or a thin stroke, in black.
  bool is_black_rule(std::string_view paints) const {
    if (fills(paints)) return thin_ && fill_ == kBlack;
    return line_width_ * scale_ <= kThinRule && stroke_ == kBlack;
  }

  // ---- Colours

  void colour(const Operation& op) {
    const bool stroke = op.name == "RG";
    const std::optional<InkKey> key = key_of(op);
    const std::optional<std::uint32_t> artwork = key ? artwork_of(*key) : std::nullopt;
    if (!stroke) artwork_ = artwork;
    if (artwork) return;
    if (colours_ == Colours::kScreen) {
      const bool grey = op.number(0) == op.number(1) && op.number(1) == op.number(2);
      if (!grey) return write(op.written);
      return write(json_number(op.number(0), 6) + (stroke ? " G" : " g"));
    }
    const std::optional<Ink> ink = ink_of(op);
    if (!ink) return blame("the colour '" + std::string(op.written) + "' is not a registered ink");
    (stroke ? stroke_ : fill_) = ink;
    if (*ink == kRegistration) {
      return write(std::string(kAllPlates) + (stroke ? " CS 1 SCN" : " cs 1 scn"));
    }
    if (ink->spot > 0) return spot(*ink, stroke);
    write(percent(ink->c) + " " + percent(ink->m) + " " + percent(ink->y) + " " + percent(ink->k) +
          (stroke ? " K" : " k"));
  }

  void spot(Ink ink, bool stroke) {
    if (ink.spot > inks_.spots.size()) return blame("there is no named ink " + std::to_string(ink.spot));
    const NamedInk& named = inks_.spots[ink.spot - 1u];
    if (named.screen_only) return blame("the ink '" + named.plate + "' is for screens alone");
    spots_.insert(ink.spot);
    write(spot_space(ink.spot) + (stroke ? " CS " : " cs ") + percent(ink.tint) + (stroke ? " SCN" : " scn"));
  }

  /// Only 100 K overprints; white that did would vanish (print.md 3.4).
  void overprint(bool wanted) {
    if (overprint_ == wanted) return;
    write(std::string(wanted ? kOverprint : kKnockout) + " gs");
    overprint_ = wanted;
  }

  const Inks& inks_;
  Colours colours_;
  const std::vector<Artwork>& artworks_;
  std::string& problem_;
  std::set<std::uint8_t> spots_;
  std::string out_, path_;
  bool in_path_ = false, in_text_ = false, artifact_ = false, thin_ = false;
  int marked_ = 0;
  std::optional<Ink> fill_, stroke_;
  std::optional<std::uint32_t> artwork_;  // what the fill stands for
  std::array<double, 4> box_{};           // of the rectangle that begins the path
  std::optional<bool> overprint_;
  double scale_ = 1, line_width_ = 1;
  std::vector<State> stack_;
};

/// Both keys always: one alone sets the other too (ISO 32000-1, table 58).
Object overprint_state(bool on) {
  const std::string value = on ? "true" : "false";
  return Object::parse("<< /Type /ExtGState /OP " + value + " /op " + value + " /OPM 1 >>");
}

void add_resource(Object resources, const char* kind, const std::string& name, Object value) {
  if (!resources.getKey(kind).isDictionary()) resources.replaceKey(kind, Object::newDictionary());
  resources.getKey(kind).replaceKey(name, value);
}

/// A plate of its own, and what a press without that ink prints instead (ISO 32000-1, 8.6.6.4).
Object separation(const std::string& plate, Ink solid) {
  Object space =
      Object::parse("[/Separation /All /DeviceCMYK << /FunctionType 2 /Domain [0 1] /C0 [0 0 0 0] /C1 [" +
                    percent(solid.c) + " " + percent(solid.m) + " " + percent(solid.y) + " " +
                    percent(solid.k) + "] /N 1 >>]");
  space.setArrayItem(1, Object::newName("/" + plate));
  return space;
}

/// Gives the page its new content. Returns what is wrong, or nothing.
std::string put(QPDFPageObjectHelper& page, const Rewritten& rewritten, const Inks& inks) {
  if (!rewritten.problem.empty()) return rewritten.problem;
  Object object = page.getObjectHandle();
  replace_packed(object.getKey("/Contents"), rewritten.content);
  object.removeKey("/Group");
  std::string problem;
  page.forEachFormXObject(true, [&](Object&, Object&, std::string const& name) {
    problem = "'" + name + "' was drawn as a group";
  });
  if (!problem.empty() || inks.colours == Colours::kScreen) return problem;

  Object resources = page.getAttribute("/Resources", true);
  add_resource(resources, "/ExtGState", kOverprint, overprint_state(true));
  add_resource(resources, "/ExtGState", kKnockout, overprint_state(false));
  // The colorant All is every plate of the press.
  add_resource(resources, "/ColorSpace", kAllPlates, separation("All", kRegistration));
  for (const std::uint8_t spot : rewritten.spots) {
    const NamedInk& named = inks.spots[spot - 1u];
    add_resource(resources, "/ColorSpace", spot_space(spot), separation(named.plate, named.solid));
  }
  return {};
}

/// Cairo writes one stream for a page.
std::string content_of(QPDFPageObjectHelper& page) {
  const std::shared_ptr<Buffer> bytes =
      page.getObjectHandle().getKey("/Contents").getStreamData(qpdf_dl_generalized);
  return {reinterpret_cast<const char*>(bytes->getBuffer()), bytes->getSize()};
}

}  // namespace

Rewritten rewrite_content(const std::string& content, const Inks& inks,
                          const std::vector<Artwork>& artworks) {
  Rewritten out;
  Rewriter rewriter(inks, artworks, out.problem);
  for_each_operation(content, [&](const Operation& op) { rewriter(op); });
  out.spots = rewriter.spots();
  out.content = rewriter.finish();
  return out;
}

std::string rewrite_pages(QPDF& pdf, const Inks& inks, const std::vector<Artwork>& artworks,
                          unsigned threads) {
  constexpr std::size_t kTogether = 8;  // pages a thread
  std::vector<QPDFPageObjectHelper> pages = QPDFPageDocumentHelper(pdf).getAllPages();
  std::vector<std::string> contents;
  std::vector<Rewritten> rewritten;
  for (std::size_t begin = 0; begin < pages.size(); begin += contents.size()) {
    const std::size_t count = std::min(pages.size() - begin, kTogether * threads);
    // qpdf's objects are for one thread; the text of a page is for any.
    contents.resize(count), rewritten.resize(count);
    for (std::size_t i = 0; i < count; ++i) contents[i] = content_of(pages[begin + i]);
    side_by_side(count, threads, [&](std::size_t i) {
      rewritten[i] = rewrite_content(contents[i], inks, artworks);
      if (rewritten[i].problem.empty()) rewritten[i].content = packed(rewritten[i].content);
    });
    for (std::size_t i = 0; i < count; ++i) {
      std::string problem = put(pages[begin + i], rewritten[i], inks);
      if (!problem.empty()) return problem;
    }
  }
  return {};
}

}  // namespace banxin
