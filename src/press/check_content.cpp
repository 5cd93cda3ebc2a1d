#include "press/check_content.h"

#include <algorithm>
#include <optional>

#include "press/check_picture.h"
#include "press/paint_state.h"

namespace banxin {

namespace {

using Object = QPDFObjectHandle;
using Kind = PlateColour::Kind;
using Standard = PressProfile::Standard;

constexpr double kRichBlackBelow = 18;  ///< pt; row 13 of docs/press.md
constexpr double kOverprintBelow = 12;  ///< pt; row 12
constexpr double kThinRule = 2;         ///< pt: a filled rectangle up to so thin is a rule
constexpr double kRounding = 0.01;      ///< pt: Cairo writes paths in 1/256 pt
constexpr int kDeepest = 12;            ///< forms in forms

bool is_one_of(std::string_view name, std::initializer_list<std::string_view> names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

/// The page walked through, operator by operator.
class Inspector {
 public:
  Inspector(const PageFrame& frame, bool tagged, SeenInks& inks, Findings& findings)
      : frame_(frame), tagged_(tagged), inks_(inks), findings_(findings) {}

  void walk_page(Object contents, Object resources) {
    resources_ = resources;
    walk(contents, resources, 0);
  }

  bool painted() const { return painted_; }
  /// Whether one picture fills the page, as when a program could not draw what it had.
  bool one_picture() const {
    const double page = (frame_.trim.urx - frame_.trim.llx) * (frame_.trim.ury - frame_.trim.lly);
    return pictures_ == 1 && !other_than_pictures_ && picture_area_ > 0.8 * page;
  }

 private:
  void walk(Object contents, Object resources, int depth) {
    check_spaces(resources);
    const std::size_t open = stack_.size();
    for_each_operation(contents, [&](const Operation& op) { see(op, resources, depth); });
    if (stack_.size() > open) {
      state_ = stack_[open];
      stack_.resize(open);
    }
  }

  PdfPlace place(double x, double y) const { return frame_.place(state_.ctm.x(x, y), state_.ctm.y(x, y)); }
  bool in_trim(const PdfPlace& at) const {
    return at.x > 0.1 && at.y > 0.1 && at.x < (frame_.trim.urx - frame_.trim.llx) * 25.4 / 72 - 0.1 &&
           at.y < (frame_.trim.ury - frame_.trim.lly) * 25.4 / 72 - 0.1;
  }

  void see(const Operation& op, Object resources, int depth) {
    follow_colour(op, resources, state_);
    follow_state(op, resources);
    if (follow_text(op)) return;
    if (follow_path(op)) return;
    if (op.name == "Do") draw(op, resources, depth);
    if (op.name == "sh") shade(op, resources);
    if (op.name == "EI") paint(here_), ++pictures_;
  }

  void follow_state(const Operation& op, Object resources) {
    if (op.name == "q" && stack_.size() < 1000) stack_.push_back(state_);
    if (op.name == "Q" && !stack_.empty()) state_ = stack_.back(), stack_.pop_back();
    if (op.name == "cm") state_.ctm = matrix(op).before(state_.ctm);
    if (op.name == "w") state_.line_width = op.number(0);
    if (op.name == "gs") see_graphics_state(resource(resources, "/ExtGState", op.name_at(0)));
    if (op.name == "BMC" || op.name == "BDC") ++marked_;
    if (op.name == "EMC") --marked_;
  }

  static PdfMatrix matrix(const Operation& op) {
    return {op.number(0), op.number(1), op.number(2), op.number(3), op.number(4), op.number(5)};
  }
  static Object resource(Object resources, const char* kind, const std::string& name) {
    Object group = resources.isDictionary() ? resources.getKey(kind) : Object::newNull();
    return group.isDictionary() && !name.empty() ? group.getKey(name) : Object::newNull();
  }

  void see_graphics_state(Object dictionary) {
    follow_graphics_state(dictionary, state_);
    if (!dictionary.isDictionary() || findings_.profile().standard != Standard::kX1a) return;
    const auto less = [&](const char* key) {
      Object value = dictionary.getKey(key);
      return value.isNumber() && value.getNumericValue() < 1;
    };
    Object mode = dictionary.getKey("/BM"), mask = dictionary.getKey("/SMask");
    const bool blends =
        mode.isName() && !mode.isNameAndEquals("/Normal") && !mode.isNameAndEquals("/Compatible");
    const bool masked = mask.isDictionary();
    if (less("/ca") || less("/CA") || blends || masked) {
      findings_.add("transparency", {frame_.page}, "something on the page is transparent");
    }
  }

  // ---- Colours

  /// Spot colours of the resources, whether or not they are used: a press makes a plate of each.
  void check_spaces(Object resources) {
    Object spaces = resources.isDictionary() ? resources.getKey("/ColorSpace") : Object::newNull();
    if (!spaces.isDictionary()) return;
    for (const std::string& key : spaces.getKeys()) {
      Object space = spaces.getKey(key);
      if (name_of_space(space) != "Separation" || space.getArrayNItems() < 4) continue;
      if (space.getArrayItem(1).isName()) see_spot(space.getArrayItem(1).getName().substr(1), space);
    }
  }

  void see_spot(const std::string& name, Object space) {
    if (is_one_of(name, {"All", "None", "Black", "Cyan", "Magenta", "Yellow"})) return;
    Object made_of = space.getArrayItem(3);
    Object solid = made_of.isDictionary() ? made_of.getKey("/C1") : Object::newNull();
    const auto [known, is_new] = inks_.spots.emplace(name, solid.unparseResolved());
    if (is_new) {
      findings_.add("spot-colour", {frame_.page}, "the spot colour '" + name + "' needs a plate of its own");
    } else if (known->second != solid.unparseResolved()) {
      findings_.add("spot-differs", {frame_.page}, "the spot colour '" + name + "' is made up in two ways");
    }
  }

  /// Anything painted with a colour of the state.
  void check_colour(const PlateColour& colour, const PdfPlace& at) {
    if (colour.kind == Kind::kRgb) {
      findings_.add("colour-space", at, "a colour is in " + colour.space);
    } else if (colour.kind == Kind::kSpot && colour.spot == "All" && in_trim(at)) {
      findings_.add("marks-in-trim", at, "something on the page prints on every plate");
    } else if (colour.kind == Kind::kCmyk) {
      const double ink = (colour.c + colour.m + colour.y + colour.k) * 100;
      const double limit = findings_.profile().limits.ink;
      if (ink > limit && in_trim(at)) {
        findings_.add("too-much-ink", at, "a colour has more ink than the paper takes", {ink, limit, "%"});
      }
    }
  }

  /// Whether 100 K overprints as it should, and white does not.
  void check_overprint(const PlateColour& colour, bool overprint, bool small, const PdfPlace& at,
                       const char* what) {
    if (colour.white() && overprint) {
      findings_.add("white-overprints", at, std::string("white ") + what + " overprints");
    }
    if (colour.pure_black() && small && !(overprint && state_.overprint_mode == 1)) {
      findings_.add("black-knocks-out", at, std::string("black ") + what + " knocks out");
    }
    if (colour.kind == Kind::kGrey && colour.k >= 0.99 && small) {
      findings_.add("grey-black", at, std::string("black ") + what + " is in DeviceGray");
    }
  }

  void paint(const PdfPlace& at) {
    painted_ = true;
    if (tagged_ && marked_ <= 0) findings_.add("untagged", at, "something is neither tagged nor an artifact");
  }

  // ---- Text

  /// True when the operator was one of text.
  bool follow_text(const Operation& op) {
    if (op.name == "BT")
      text_ = line_ = PdfMatrix{};
    else if (op.name == "Tm")
      text_ = line_ = matrix(op);
    else if (op.name == "Tf")
      state_.font = op.name_at(0), state_.font_size = op.number(1);
    else if (op.name == "Tr")
      state_.text_mode = static_cast<int>(op.number(0));
    else if (op.name == "TL")
      leading_ = op.number(0);
    else if (op.name == "Td" || op.name == "TD")
      next_line(op.number(0), op.number(1));
    else if (op.name == "T*")
      next_line(0, -leading_);
    else if (is_one_of(op.name, {"Tj", "TJ", "'", "\""}))
      show(op);
    else
      return false;
    if (op.name == "TD") leading_ = -op.number(1);
    return true;
  }

  void next_line(double x, double y) { text_ = line_ = PdfMatrix{1, 0, 0, 1, x, y}.before(line_); }

  void show(const Operation& op) {
    if (op.name == "'" || op.name == "\"") next_line(0, -leading_);
    other_than_pictures_ = true;
    if (state_.text_mode == 3 || state_.text_mode == 7) return;  // invisible
    const PdfMatrix all = text_.before(state_.ctm);
    const PdfPlace at = frame_.place(all.e, all.f);
    if (cut_away(at, at)) return;
    const double size = std::abs(state_.font_size) * all.scale();
    paint(at);
    check_glyphs(op, at);
    check_type(size, at);
  }

  /// In the Identity encoding, code 0 is .notdef: the empty box.
  void check_glyphs(const Operation& op, const PdfPlace& at) {
    Object font = resource(resources_, "/Font", state_.font);
    if (!font.isDictionary() || !font.getKey("/Encoding").isNameAndEquals("/Identity-H")) return;
    std::string bytes;
    Object operand = op.at(op.operands.empty() ? 0 : op.operands.size() - 1);
    if (operand.isString()) bytes = operand.getStringValue();
    if (operand.isArray()) {
      for (Object item : operand.getArrayAsVector()) {
        if (item.isString()) bytes += item.getStringValue();
      }
    }
    for (std::size_t i = 0; i + 1 < bytes.size(); i += 2) {
      if (bytes[i] == 0 && bytes[i + 1] == 0) findings_.add("missing-glyph", at, "a character has no glyph");
    }
  }

  void check_type(double size, const PdfPlace& at) {
    const PressLimits& limits = findings_.profile().limits;
    const PlateColour& colour = state_.text_mode == 1 ? state_.stroke : state_.fill;
    const auto measured = [&](Length limit) { return Measure{size, limit.pt(), "pt"}; };
    const auto below = [&](Length limit) { return size < limit.pt() - kRounding; };
    check_colour(colour, at);
    check_overprint(colour, state_.overprint_fill, size < kOverprintBelow, at, "type");
    if (!in_trim(at)) return;
    if (below(limits.type))
      findings_.add("small-type", at, "type is too small", measured(limits.type));
    else if (below(limits.type_warning))
      findings_.warn("small-type", at, "type is small", measured(limits.type_warning));
    if (colour.rich_black() && size < kRichBlackBelow) {
      findings_.add("rich-black", at, "black type is in more than one ink", {size, kRichBlackBelow, "pt"});
    } else if (colour.inks() > 1 && below(limits.coloured_type)) {
      findings_.add("coloured-type", at, "type in several inks is small", measured(limits.coloured_type));
    }
    if (colour.white() && below(limits.reversed_type)) {
      findings_.add("reversed-type", at, "white type is small", measured(limits.reversed_type));
    }
  }

  // ---- Paths

  struct Box {
    double left = 1e9, bottom = 1e9, right = -1e9, top = -1e9;
    void add(double x, double y) {
      left = std::min(left, x), right = std::max(right, x), bottom = std::min(bottom, y),
      top = std::max(top, y);
    }
  };

  /// What forms leave visible, in mm from the trim's top left.
  struct Cut {
    double left = 1e9, top = 1e9, right = -1e9, bottom = -1e9;
  };

  /// True when the operator was one of paths.
  bool follow_path(const Operation& op) {
    if (op.name == "re") {
      const double x = op.number(0), y = op.number(1), w = op.number(2), h = op.number(3);
      boxes_.emplace_back();
      boxes_.back().add(x, y), boxes_.back().add(x + w, y + h);
      return true;
    }
    if (is_one_of(op.name, {"m", "l", "c", "v", "y"})) {
      if (op.name == "m") boxes_.emplace_back(), curved_ = true;
      for (std::size_t i = 0; i + 1 < op.operands.size() && !boxes_.empty(); i += 2) {
        boxes_.back().add(op.number(i), op.number(i + 1));
      }
      return true;
    }
    const bool fills = is_one_of(op.name, {"f", "F", "f*", "B", "B*", "b", "b*"});
    const bool strokes = is_one_of(op.name, {"S", "s", "B", "B*", "b", "b*"});
    if (!fills && !strokes && op.name != "n") return false;
    for (const Box& box : boxes_) check_path(box, fills, strokes);
    boxes_.clear(), curved_ = false;
    return true;
  }

  void check_path(const Box& box, bool fills, bool strokes) {
    if (!fills && !strokes) return;
    const PdfPlace low = place(box.left, box.bottom), high = place(box.left, box.top);
    const PdfPlace at = low.y < high.y ? low : high;  // Cairo draws upside down
    if (cut_away(low, place(box.right, low.y < high.y ? box.top : box.bottom))) return;
    const double scale = state_.ctm.scale();
    const double thin = std::min(box.right - box.left, box.top - box.bottom) * scale;
    other_than_pictures_ = true;
    paint(at);
    if (fills) {
      check_colour(state_.fill, at);
      const bool rule = !curved_ && thin <= kThinRule;
      check_overprint(state_.fill, state_.overprint_fill, rule, at, rule ? "rule" : "area");
      if (rule) check_rule(state_.fill, thin, at);
    }
    if (strokes) {
      const double width = state_.line_width * scale;
      check_colour(state_.stroke, at);
      check_overprint(state_.stroke, state_.overprint_stroke, width <= kThinRule, at, "rule");
      check_rule(state_.stroke, width, at);
    }
  }

  void check_rule(const PlateColour& colour, double width, const PdfPlace& at) {
    if (!in_trim(at)) return;
    const PressLimits& limits = findings_.profile().limits;
    const auto measured = [&](Length limit) { return Measure{width, limit.pt(), "pt"}; };
    const auto below = [&](Length limit) { return width < limit.pt() - kRounding; };
    if (below(limits.rule))
      findings_.add("hairline", at, "a rule is too thin", measured(limits.rule));
    else if (below(limits.rule_warning))
      findings_.warn("hairline", at, "a rule is thin", measured(limits.rule_warning));
    if ((colour.inks() > 1 || colour.white()) && below(limits.coloured_rule)) {
      findings_.add("coloured-rule", at,
                    colour.white() ? "a white rule is thin" : "a rule in several inks is thin",
                    measured(limits.coloured_rule));
    }
  }

  // ---- Pictures, forms, shadings

  void draw(const Operation& op, Object resources, int depth) {
    Object object = resource(resources, "/XObject", op.name_at(0));
    if (!object.isStream()) return;
    if (object.getDict().getKey("/Subtype").isNameAndEquals("/Image")) return draw_picture(object);
    if (!object.getDict().getKey("/Subtype").isNameAndEquals("/Form") || depth >= kDeepest) return;
    check_group(object.getDict().getKey("/Group"));
    const PaintState before = state_;
    const std::optional<Cut> cut_before = cut_;
    const Object outer = resources_;
    Object form = object.getDict().getKey("/Matrix");
    if (form.isMatrix()) {
      const auto m = form.getArrayAsMatrix();
      state_.ctm = PdfMatrix{m.a, m.b, m.c, m.d, m.e, m.f}.before(state_.ctm);
    }
    cut_to(object.getDict().getKey("/BBox"));
    Object own = object.getDict().getKey("/Resources");
    resources_ = own.isDictionary() ? own : resources;
    check_fonts(resources_, frame_.page, findings_);
    walk(object, resources_, depth + 1);
    state_ = before, resources_ = outer, cut_ = cut_before;
  }

  /// A form shows nothing outside its box: the marks round a delivered page stay away.
  void cut_to(Object box) {
    if (!box.isRectangle()) return;
    const auto r = box.getArrayAsRectangle();
    Cut cut;
    for (const PdfPlace& corner : {place(r.llx, r.lly), place(r.urx, r.ury)}) {
      cut.left = std::min(cut.left, corner.x), cut.right = std::max(cut.right, corner.x);
      cut.top = std::min(cut.top, corner.y), cut.bottom = std::max(cut.bottom, corner.y);
    }
    if (cut_) {
      cut = {std::max(cut.left, cut_->left), std::max(cut.top, cut_->top), std::min(cut.right, cut_->right),
             std::min(cut.bottom, cut_->bottom)};
    }
    cut_ = cut;
  }

  bool cut_away(const PdfPlace& a, const PdfPlace& b) const {
    return cut_ && (std::max(a.x, b.x) < cut_->left || std::min(a.x, b.x) > cut_->right ||
                    std::max(a.y, b.y) < cut_->top || std::min(a.y, b.y) > cut_->bottom);
  }

  void check_group(Object group) {
    if (!group.isDictionary() || !group.getKey("/S").isNameAndEquals("/Transparency")) return;
    if (findings_.profile().standard == Standard::kX1a) {
      findings_.add("transparency", {frame_.page}, "something on the page is a transparency group");
    }
    Object space = group.getKey("/CS");
    if (space.isName() && !space.isNameAndEquals("/DeviceCMYK")) {
      findings_.add("group-space", {frame_.page}, "a group does not blend in CMYK");
    }
  }

  void draw_picture(Object picture) {
    const PdfMatrix& m = state_.ctm;
    const PdfPlace at = place(0, 1);
    paint(at);
    ++pictures_;
    picture_area_ = std::abs(m.a * m.d - m.b * m.c);
    Object space = picture.getDict().getKey("/ColorSpace");
    if (kind_of_space(space) == Kind::kRgb) {
      findings_.add("colour-space", at, "a picture is in " + name_of_space(space));
    }
    if (state_.overprint_fill && kind_of_space(space) != Kind::kOther) {
      findings_.add("white-overprints", at, "a picture overprints what is under it");
    }
    const auto spot = [&](double x, double y) { return place(x, 1 - y); };
    check_picture(picture, {std::hypot(m.a, m.b), std::hypot(m.c, m.d), spot}, findings_);
  }

  void shade(const Operation& op, Object resources) {
    Object shading = resource(resources, "/Shading", op.name_at(0));
    if (shading.isStream()) shading = shading.getDict();
    paint(here_);
    other_than_pictures_ = true;
    Object space = shading.isDictionary() ? shading.getKey("/ColorSpace") : Object::newNull();
    if (kind_of_space(space) == Kind::kRgb) {
      findings_.add("colour-space", {frame_.page}, "a gradient is in " + name_of_space(space));
    }
  }

  const PageFrame& frame_;
  const bool tagged_;
  SeenInks& inks_;
  Findings& findings_;
  Object resources_ = Object::newNull();  // of the stream that is walked
  PaintState state_;
  std::optional<Cut> cut_;
  std::vector<PaintState> stack_;
  PdfMatrix text_, line_;
  double leading_ = 0;
  std::vector<Box> boxes_;
  bool curved_ = false, painted_ = false, other_than_pictures_ = false;
  int marked_ = 0, pictures_ = 0;
  double picture_area_ = 0;  // of the last one, in square points
  PdfPlace here_{frame_.page};
};

}  // namespace

void check_content(QPDFPageObjectHelper& page, const PageFrame& frame, bool tagged, SeenInks& inks,
                   Findings& findings) {
  Inspector inspector(frame, tagged, inks, findings);
  inspector.walk_page(page.getObjectHandle().getKey("/Contents"), page.getAttribute("/Resources", false));
  if (!inspector.painted()) findings.add("empty-page", {frame.page}, "nothing is on the page");
  if (inspector.one_picture()) findings.add("one-picture", {frame.page}, "the page is one picture");
}

}  // namespace banxin
