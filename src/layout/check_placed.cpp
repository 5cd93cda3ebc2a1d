#include "layout/check_placed.h"

#include <algorithm>
#include <string>

#include "base/utf8.h"
#include "page/em_box.h"
#include "text/char_class.h"

namespace banxin {

namespace {

/// A character with its em box.
struct Letter {
  Rect box;
  std::string_view text;
  Point middle() const { return {box.x + box.width / 2, box.y + box.height / 2}; }
};

bool holds(const Rect& box, Point p) {
  return p.x > box.x && p.x < box.right() && p.y > box.y && p.y < box.bottom();
}

Rect widened(const Rect& area, Length by) {
  return {area.x - by, area.y - by, area.width + by * 2, area.height + by * 2};
}

/// The rectangle round a line, its thickness included.
Rect around(const DrawStroke& stroke) {
  Rect out;
  for (std::size_t i = 0; i < stroke.points.size(); ++i) {
    const Point p = stroke.points[i];
    const Length half = stroke.width / 2;
    const Rect dot{p.x - half, p.y - half, stroke.width, stroke.width};
    out = i == 0 ? dot : united(out, dot);
  }
  return out;
}

/// Whether half of its em box is blank, and may hang out of the line.
bool is_mark(const Letter& letter) {
  if (letter.text.empty()) return false;
  const CharClass c = base_class(decode_utf8(letter.text, 0).cp);
  return is_opening(c) || is_closing(c);
}

/// What a frame has put on the page.
struct Contents {
  const Frame* frame = nullptr;
  std::vector<Letter> letters;
  std::vector<Rect> pictures;
  std::vector<Rect> lines;  ///< rules, boxes, tints
  Rect around;              ///< of letters and pictures
};

Contents contents_of(const PlacedPage& page, const FrameItems& items) {
  Contents out{items.frame, {}, {}, {}, {}};
  for (std::size_t i = items.first; i < items.end; ++i) {
    if (const DrawText* text = std::get_if<DrawText>(&page.items[i])) {
      for (const PlacedGlyph& g : text->glyphs) {
        const Rect box = em_box(*text, g);
        const std::string_view said =
            std::string_view(text->text).substr(g.text_begin, g.text_end - g.text_begin);
        out.letters.push_back({box, said});
        out.around = united(out.around, box);
      }
    } else if (const DrawImage* image = std::get_if<DrawImage>(&page.items[i])) {
      out.pictures.push_back(image->box);
      out.around = united(out.around, image->box);
    } else if (const DrawArtwork* art = std::get_if<DrawArtwork>(&page.items[i])) {
      out.pictures.push_back(art->box);
      out.around = united(out.around, art->box);
    } else if (const DrawRule* rule = std::get_if<DrawRule>(&page.items[i])) {
      out.lines.push_back(rule->box);
    } else if (const DrawStroke* stroke = std::get_if<DrawStroke>(&page.items[i])) {
      out.lines.push_back(around(*stroke));
    }
  }
  return out;
}

class Checker {
 public:
  Checker(const PageLayout& layout, Diagnostics& diags) : layout_(layout), diags_(diags) {}

  void alone(const Contents& c, const PlacedPage& page) {
    const bool told_to = c.frame->outside.has_value();
    if (told_to) {
      inside(c, {{}, {}, page.width, page.height}, Length(), "off-page", "off the page");
    } else {
      inside(c, page.type_area, layout_.grid.size, "outside-type-area", "outside the type area");
    }
    if (!layout_.fold) return;
    const Rect fold = layout_.fold_zone();
    const Letter* on_fold = first(
        c, [&](const Letter& l) { return is_mark(l) ? holds(fold, l.middle()) : fold.overlaps(l.box); });
    if (layout_.fold->form != Fold::Form::kSpread || on_fold == nullptr) return;
    diags_.warning("type-on-fold", c.frame->name.where,
                   name_of(*on_fold, c) + " stands on the fold between two pages");
  }

  void together(const Contents& a, const Contents& b) {
    if (!a.around.overlaps(b.around)) return;
    const Letter* met = first(a, [&](const Letter& l) {
      return std::any_of(b.letters.begin(), b.letters.end(),
                         [&](const Letter& other) { return holds(other.box, l.middle()); });
    });
    const std::string other = "frame '" + b.frame->name.value + "'";
    if (met != nullptr) tell("type-on-type", a, *met, "stands on the type of " + other);
    const bool covered = std::any_of(a.pictures.begin(), a.pictures.end(), [&](const Rect& box) {
      return std::any_of(b.pictures.begin(), b.pictures.end(),
                         [&](const Rect& other_box) { return box.overlaps(other_box); });
    });
    if (covered) {
      diags_.error("picture-on-picture", a.frame->name.where,
                   "a picture of frame '" + a.frame->name.value + "' stands on one of " + other);
    }
    for (const auto& [text, pictures] : {std::pair(&a, &b), std::pair(&b, &a)}) {
      const Letter* on = first(*text, [&, p = pictures](const Letter& l) {
        return std::any_of(p->pictures.begin(), p->pictures.end(),
                           [&](const Rect& box) { return holds(box, l.middle()); });
      });
      if (on != nullptr)
        tell("type-on-picture", *text, *on,
             "stands on a picture of frame '" + pictures->frame->name.value + "'");
    }
  }

 private:
  /// Blanks of marks, readings over a first line and boxes may reach out of the area by `most`; marks of a
  /// headline by half of their size.
  void inside(const Contents& c, const Rect& area, Length most, const char* code, const std::string& place) {
    const Letter* out = first(c, [&](const Letter& l) {
      return !widened(area, most > Length() ? std::max(most, l.box.width / 2) : most).contains(l.box);
    });
    if (out != nullptr) return tell(code, c, *out, "stands " + place);
    const auto reaches_out = [&](const Rect& box) { return !widened(area, most).contains(box); };
    const char* what = std::any_of(c.pictures.begin(), c.pictures.end(), reaches_out) ? "a picture"
                       : std::any_of(c.lines.begin(), c.lines.end(), reaches_out)     ? "a rule"
                                                                                      : nullptr;
    if (what == nullptr) return;
    diags_.error(code, c.frame->name.where,
                 std::string(what) + " of frame '" + c.frame->name.value + "' stands " + place);
  }

  template <class Test>
  const Letter* first(const Contents& c, Test test) const {
    const auto found = std::find_if(c.letters.begin(), c.letters.end(), test);
    return found == c.letters.end() ? nullptr : &*found;
  }

  void tell(const char* code, const Contents& c, const Letter& letter, const std::string& what) {
    diags_.error(code, c.frame->name.where, name_of(letter, c) + " " + what);
  }

  static std::string name_of(const Letter& letter, const Contents& c) {
    return "'" + std::string(letter.text) + "' of frame '" + c.frame->name.value + "'";
  }

  const PageLayout& layout_;
  Diagnostics& diags_;
};

}  // namespace

void check_placed(const PlacedPage& page, const std::vector<FrameItems>& frames, const PageLayout& layout,
                  Diagnostics& diags) {
  std::vector<Contents> all;
  for (const FrameItems& items : frames) all.push_back(contents_of(page, items));
  Checker checker(layout, diags);
  for (std::size_t i = 0; i < all.size(); ++i) {
    checker.alone(all[i], page);
    for (std::size_t j = 0; j < i; ++j) checker.together(all[i], all[j]);
  }
}

}  // namespace banxin
