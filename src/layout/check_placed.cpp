#include "layout/check_placed.h"

#include <algorithm>
#include <string>

#include "page/em_box.h"

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

/// Blanks of marks, and readings over a first line, may reach out of the type area by a character.
Rect with_blanks(const Rect& area, Length character) {
  return {area.x - character, area.y - character, area.width + character * 2, area.height + character * 2};
}

/// What a frame has put on the page.
struct Contents {
  const Frame* frame = nullptr;
  std::vector<Letter> letters;
  std::vector<Rect> pictures;
  Rect around;
};

Contents contents_of(const PlacedPage& page, const FrameItems& items) {
  Contents out{items.frame, {}, {}, {}};
  for (std::size_t i = items.first; i < items.end; ++i) {
    if (const DrawText* text = std::get_if<DrawText>(&page.items[i])) {
      for (const PlacedGlyph& g : text->glyphs) {
        const Rect box = em_box(g.origin, text->size);
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
    }
  }
  return out;
}

class Checker {
 public:
  Checker(const PageLayout& layout, Diagnostics& diags) : layout_(layout), diags_(diags) {}

  void alone(const Contents& c, const Rect& type_area) {
    const Letter* outside =
        first(c, [&](const Letter& l) { return !holds(with_blanks(type_area, l.box.width), l.middle()); });
    const bool told_to = c.frame != nullptr && c.frame->margin.has_value();
    if (outside != nullptr && !told_to)
      tell("outside-type-area", c, *outside, "stands outside the type area");
    if (!layout_.fold) return;
    const Rect fold = layout_.fold_zone();
    const Letter* on_fold = first(c, [&](const Letter& l) { return fold.overlaps(l.box); });
    if (layout_.fold->form == Fold::Form::kSpread && on_fold != nullptr) {
      tell("type-on-fold", c, *on_fold, "stands on the fold between two pages");
    }
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
      diags_.warning("picture-on-picture", a.frame->name.where,
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
  template <class Test>
  const Letter* first(const Contents& c, Test test) const {
    const auto found = std::find_if(c.letters.begin(), c.letters.end(), test);
    return found == c.letters.end() ? nullptr : &*found;
  }

  void tell(const char* code, const Contents& c, const Letter& letter, const std::string& what) {
    diags_.warning(code, c.frame->name.where,
                   "'" + std::string(letter.text) + "' of frame '" + c.frame->name.value + "' " + what);
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
    checker.alone(all[i], page.type_area);
    for (std::size_t j = 0; j < i; ++j) checker.together(all[i], all[j]);
  }
}

}  // namespace banxin
