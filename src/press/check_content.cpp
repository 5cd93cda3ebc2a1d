#include "press/check_content.h"

#include <algorithm>
#include <set>
#include <utility>
#include <vector>

#include "press/check_paint.h"
#include "press/check_picture.h"
#include "press/check_resources.h"
#include "press/paint_state.h"
#include "press/rules.h"
#include "press/text_position.h"
#include "press/visible_part.h"

namespace banxin {

namespace {

using Object = QPDFObjectHandle;
using Kind = PlateColour::Kind;

constexpr double kThinRule = 2;     ///< pt: a filled rectangle up to so thin is a rule
constexpr int kDeepest = 40;        ///< forms, tiles, masks and letters in one another
constexpr int kMostForms = 20'000;  ///< on a page: ten forms in ten forms in ten … never end

bool is_one_of(std::string_view name, std::initializer_list<std::string_view> names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

/// The page walked through, operator by operator.
class Inspector {
 public:
  Inspector(const PageFrame& frame, bool tagged, SeenInks& inks, Findings& findings)
      : frame_(frame), tagged_(tagged), inks_(inks), findings_(findings), checks_(frame, findings) {}

  void walk_page(Object contents, Object resources) {
    resources_ = resources;
    walk(contents, resources, 0);
  }

  bool painted() const { return painted_; }
  /// Numbers of the tagged pieces of the page's own content.
  const std::set<int>& pieces() const { return pieces_; }
  /// Whether one picture fills the page, as when a program could not draw what it had.
  bool one_picture() const {
    const double page = (frame_.trim.urx - frame_.trim.llx) * (frame_.trim.ury - frame_.trim.lly);
    return pictures_ == 1 && !other_than_pictures_ && picture_area_ > 0.8 * page;
  }

 private:
  void walk(Object contents, Object resources, int depth) {
    check_spaces(resources, frame_.page, inks_, findings_);
    if (too_deep(depth)) return;
    check_patterns(resources, depth);
    check_letters(resources, depth);
    const std::size_t open = stack_.size();
    for_each_operation(contents, [&](const Operation& op) { see(op, resources, depth); });
    if (stack_.size() > open) {
      state_ = stack_[open];
      stack_.resize(open);
    }
  }

  FindingPlace place(double x, double y) const {
    if (aside_) return {frame_.page};
    return frame_.place(state_.ctm.x(x, y), state_.ctm.y(x, y));
  }

  bool too_deep(int depth) {
    if (depth < kDeepest) return false;
    findings_.add("broken-file", {frame_.page}, "forms stand in one another more than 40 deep");
    return true;
  }

  static Object group_of(Object resources, const char* kind) {
    Object group = resources.isDictionary() ? resources.getKey(kind) : Object::newNull();
    return group.isDictionary() ? group : Object::newDictionary();
  }

  /// Tiles are little pages; gradients have a space and a state of their own.
  void check_patterns(Object resources, int depth) {
    for (auto& [name, pattern] : group_of(resources, "/Pattern").getDictAsMap()) {
      if (pattern.isStream() && seen_.insert(pattern.getObjGen()).second)
        walk_aside(pattern, resources, depth);
      if (!pattern.isDictionary()) continue;
      check_shading(pattern.getKey("/Shading"), frame_.page, inks_, findings_);
      const PaintState before = state_;
      see_graphics_state(pattern.getKey("/ExtGState"), resources, depth);
      state_ = before;
    }
  }

  /// Those of a font of type 3 are drawn like tiles.
  void check_letters(Object resources, int depth) {
    for (auto& [name, font] : group_of(resources, "/Font").getDictAsMap())
      check_letters_of(font, resources, depth);
  }
  void check_letters_of(Object font, Object resources, int depth) {
    if (!font.isDictionary() || !font.getKey("/Subtype").isNameAndEquals("/Type3")) return;
    Object own = font.getKey("/Resources");
    for (auto& [name, letter] : group_of(font, "/CharProcs").getDictAsMap()) {
      if (!letter.isStream() || !seen_.insert(letter.getObjGen()).second) continue;
      walk_aside(letter, own.isDictionary() ? own : resources, depth);
    }
  }

  /// A stream that is painted elsewhere, in a state of its own.
  void walk_aside(Object stream, Object resources, int depth) {
    const PaintState before = state_;
    const Object outer = resources_;
    const int marked = std::exchange(marked_, 1);  // its place in the structure is that of who paints with it
    state_ = PaintState{};
    // Its first colour is that of who paints with it, which is seen there.
    state_.fill.kind = state_.stroke.kind = Kind::kOther;
    Object own = stream.getDict().getKey("/Resources");
    resources_ = own.isDictionary() ? own : resources;
    const bool aside = std::exchange(aside_, true);
    check_fonts(resources_, frame_.page, findings_);
    walk(stream, resources_, depth + 1);
    aside_ = aside;
    state_ = before, resources_ = outer, marked_ = marked;
  }

  void see(const Operation& op, Object resources, int depth) {
    follow_colour(op, resources, state_);
    follow_state(op, resources, depth);
    check_operator(op);
    if (follow_text(op)) return;
    if (follow_path(op)) return;
    if (op.name == "Do") draw(op, resources, depth);
    if (op.name == "sh") shade(op, resources);
    if (op.name == "ID") check_inline(op);
    if (op.name == "EI") paint(here_), ++pictures_;
  }

  /// Between BX and EX anything may stand.
  void check_operator(const Operation& op) {
    if (op.name == "BX") ++lenient_;
    if (op.name == "EX") --lenient_;
    if (lenient_ > 0 || op.name.empty() || is_operator(op.name)) return;
    findings_.add("unknown-operator", {frame_.page},
                  "the page says '" + std::string(op.name.substr(0, 40)) + "'");
  }

  /// The keys of an inline image stand between BI and ID.
  void check_inline(const Operation& op) {
    for (std::size_t i = 0; i + 1 < op.operands.size(); i += 2) {
      const bool mask = op.name_at(i) == "/IM" || op.name_at(i) == "/ImageMask";
      if (mask && op.operands[i + 1] == "true") checks_.colour(state_.fill, place(0, 1));
      if (op.name_at(i) != "/CS" && op.name_at(i) != "/ColorSpace") continue;
      Object named = resource(resources_, "/ColorSpace", op.name_at(i + 1));
      Object space = named.isNull() ? op.at(i + 1) : named;
      if (kind_of_space(space) == Kind::kRgb) {
        findings_.add("colour-space", place(0, 1), "a picture is in " + name_of_space(space));
      }
    }
  }

  void follow_state(const Operation& op, Object resources, int depth) {
    if (op.name == "q" && stack_.size() < 1000) stack_.push_back(state_);
    if (op.name == "Q" && !stack_.empty()) state_ = stack_.back(), stack_.pop_back();
    if (op.name == "cm") state_.ctm = matrix_of(op).before(state_.ctm);
    if (op.name == "w") state_.line_width = op.number(0);
    if (op.name == "gs")
      see_graphics_state(resource(resources, "/ExtGState", op.name_at(0)), resources, depth);
    if (op.name == "BMC" || op.name == "BDC") ++marked_;
    if (op.name == "EMC") --marked_;
    if (op.name == "BDC") see_marked(op, resources);
  }

  static Object resource(Object resources, const char* kind, const std::string& name) {
    Object group = resources.isDictionary() ? resources.getKey(kind) : Object::newNull();
    return group.isDictionary() && !name.empty() ? group.getKey(name) : Object::newNull();
  }

  /// A piece of the structure's content; `Inspector::pieces` has their numbers.
  void see_marked(const Operation& op, Object resources) {
    Object properties = op.at(1);
    if (properties.isName()) properties = resource(resources, "/Properties", op.name_at(1));
    Object id = properties.isDictionary() ? properties.getKey("/MCID") : Object::newNull();
    if (id.isInteger()) pieces_.insert(id.getIntValueAsInt());
  }

  void see_graphics_state(Object dictionary, Object resources, int depth) {
    follow_graphics_state(dictionary, state_);
    if (!dictionary.isDictionary()) return;
    check_graphics_state(dictionary, frame_.page, findings_);
    Object font = dictionary.getKey("/Font");
    if (font.isArray() && font.getArrayNItems() > 0) check_letters_of(font.getArrayItem(0), resources, depth);
    Object mask = dictionary.getKey("/SMask");
    Object group = mask.isDictionary() ? mask.getKey("/G") : Object::newNull();
    if (group.isStream() && seen_.insert(group.getObjGen()).second) {
      walk_aside(group, resources, depth);
    }
  }

  void paint(const FindingPlace& at) {
    painted_ = painted_ || !aside_;
    if (tagged_ && marked_ <= 0) findings_.add("untagged", at, "something is neither tagged nor an artifact");
  }

  // ---- Text

  /// True when the operator was one of text.
  bool follow_text(const Operation& op) {
    const bool moved = text_.follow(op);
    if (is_one_of(op.name, {"Tj", "TJ", "'", "\""}))
      show(op);
    else if (op.name == "Tf")
      state_.font = op.name_at(0), state_.font_size = op.number(1);
    else if (op.name == "Tr")
      state_.text_mode = static_cast<int>(op.number(0));
    else
      return moved;
    return true;
  }

  void show(const Operation& op) {
    other_than_pictures_ = true;
    if (state_.text_mode == 3 || state_.text_mode == 7) return;  // invisible
    const PdfMatrix all = text_.matrix().before(state_.ctm);
    const FindingPlace at = aside_ ? FindingPlace{frame_.page} : frame_.place(all.e, all.f);
    if (visible_.hides(at, at)) return;
    const double size = std::abs(state_.font_size) * all.scale();
    paint(at);
    checks_.glyphs(resource(resources_, "/Font", state_.font), op, at);
    checks_.type(state_, size, at);
  }

  // ---- Paths

  struct Box {
    double left = 1e9, bottom = 1e9, right = -1e9, top = -1e9;
    void add(double x, double y) {
      left = std::min(left, x), right = std::max(right, x), bottom = std::min(bottom, y),
      top = std::max(top, y);
    }
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
    const FindingPlace low = place(box.left, box.bottom), high = place(box.left, box.top);
    const FindingPlace at = low.y < high.y ? low : high;  // Cairo draws upside down
    if (visible_.hides(low, place(box.right, low.y < high.y ? box.top : box.bottom))) return;
    const double scale = state_.ctm.scale();
    const double thin = std::min(box.right - box.left, box.top - box.bottom) * scale;
    other_than_pictures_ = true;
    paint(at);
    if (fills) {
      checks_.colour(state_.fill, at);
      const bool rule = !curved_ && thin <= kThinRule;
      checks_.overprint(state_.fill, state_.overprint_fill, state_.overprint_mode, rule, at,
                        rule ? "rule" : "area");
      if (rule) checks_.rule(state_.fill, thin, at);
      const FindingPlace right = place(box.right, low.y < high.y ? box.top : box.bottom);
      if (!rule) checks_.bleed(at, {0, true, right.x, right.y});
    }
    if (strokes) {
      const double width = state_.line_width * scale;
      checks_.colour(state_.stroke, at);
      checks_.overprint(state_.stroke, state_.overprint_stroke, state_.overprint_mode, width <= kThinRule, at,
                        "rule");
      checks_.rule(state_.stroke, width, at);
    }
  }

  // ---- Pictures, forms, shadings

  void draw(const Operation& op, Object resources, int depth) {
    Object object = resource(resources, "/XObject", op.name_at(0));
    if (!object.isStream()) return;
    Object kind = object.getDict().getKey("/Subtype");
    if (kind.isNameAndEquals("/PS") || object.getDict().getKey("/Subtype2").isNameAndEquals("/PS")) {
      findings_.add("postscript", place(0, 0), "a piece of PostScript is on the page");
    }
    if (object.getDict().hasKey("/OPI")) {
      findings_.add("press-settings", place(0, 0), "a picture is to be replaced by its OPI server");
    }
    if (kind.isNameAndEquals("/Image")) return draw_picture(object);
    if (!kind.isNameAndEquals("/Form")) return;
    if (std::find(open_.begin(), open_.end(), object.getObjGen()) != open_.end()) {
      return findings_.add("broken-file", {frame_.page}, "a form draws itself");
    }
    if (++forms_ > kMostForms) {
      if (forms_ == kMostForms + 1) {
        findings_.add("broken-file", {frame_.page}, "the page draws more forms than can be looked at");
      }
      return;
    }
    check_group(object.getDict().getKey("/Group"), frame_.page, findings_);
    const PaintState before = state_;
    const VisiblePart visible = visible_;
    const Object outer = resources_;
    Object form = object.getDict().getKey("/Matrix");
    if (form.isMatrix()) {
      const auto m = form.getArrayAsMatrix();
      state_.ctm = PdfMatrix{m.a, m.b, m.c, m.d, m.e, m.f}.before(state_.ctm);
    }
    Object box = object.getDict().getKey("/BBox");
    if (box.isRectangle()) {
      const auto r = box.getArrayAsRectangle();
      visible_.cut_to(place(r.llx, r.lly), place(r.urx, r.ury));
    }
    Object own = object.getDict().getKey("/Resources");
    resources_ = own.isDictionary() ? own : resources;
    check_fonts(resources_, frame_.page, findings_);
    open_.push_back(object.getObjGen());
    walk(object, resources_, depth + 1);
    open_.pop_back();
    state_ = before, resources_ = outer, visible_ = visible;
  }

  void draw_picture(Object picture) {
    const PdfMatrix& m = state_.ctm;
    const FindingPlace at = place(0, 1);
    paint(at);
    ++pictures_;
    picture_area_ = std::abs(m.a * m.d - m.b * m.c);
    Object space = picture.getDict().getKey("/ColorSpace"), mask = picture.getDict().getKey("/ImageMask");
    if (mask.isBool() && mask.getBoolValue()) checks_.colour(state_.fill, at);
    if (kind_of_space(space) == Kind::kRgb) {
      findings_.add("colour-space", at, "a picture is in " + name_of_space(space));
    }
    check_space(space, frame_.page, inks_, findings_);
    if (state_.overprint_fill && kind_of_space(space) != Kind::kOther) {
      findings_.add("white-overprints", at, "a picture overprints what is under it");
    }
    checks_.bleed({0, true, std::min(at.x, place(1, 0).x), std::min(at.y, place(1, 0).y)},
                  {0, true, std::max(at.x, place(1, 0).x), std::max(at.y, place(1, 0).y)});
    const auto spot = [&](double x, double y) { return place(x, 1 - y); };
    check_picture(picture, {std::hypot(m.a, m.b), std::hypot(m.c, m.d), spot}, findings_);
  }

  void shade(const Operation& op, Object resources) {
    paint(here_);
    other_than_pictures_ = true;
    check_shading(resource(resources, "/Shading", op.name_at(0)), frame_.page, inks_, findings_);
  }

  const PageFrame& frame_;
  const bool tagged_;
  SeenInks& inks_;
  Findings& findings_;
  PaintChecks checks_;
  Object resources_ = Object::newNull();  // of the stream that is walked
  PaintState state_;
  VisiblePart visible_;
  std::vector<PaintState> stack_;
  TextPosition text_;
  std::vector<Box> boxes_;
  bool curved_ = false, painted_ = false, other_than_pictures_ = false;
  bool aside_ = false;  // in a pattern or a mask
  int marked_ = 0, pictures_ = 0, lenient_ = 0, forms_ = 0;
  std::set<QPDFObjGen> seen_;
  std::vector<QPDFObjGen> open_;  // the forms that are being walked
  std::set<int> pieces_;
  double picture_area_ = 0;  // of the last one, in square points
  FindingPlace here_{frame_.page};
};

}  // namespace

void check_content(QPDFPageObjectHelper& page, const PageFrame& frame, const PageStructure& structure,
                   SeenInks& inks, Findings& findings) {
  Inspector inspector(frame, structure.tagged, inks, findings);
  inspector.walk_page(page.getObjectHandle().getKey("/Contents"), page.getAttribute("/Resources", false));
  if (!inspector.painted()) findings.add("empty-page", {frame.page}, "nothing is on the page");
  if (inspector.one_picture()) findings.add("one-picture", {frame.page}, "the page is one picture");
  for (const int piece : inspector.pieces()) {
    if (!structure.reached.contains(piece)) {
      findings.add("structure-incomplete", {frame.page},
                   "a tagged piece of the page is in no element of the structure");
    }
  }
}

}  // namespace banxin
