// Shrinks or stretches a chosen line to its measure, tier by tier, and gives each glyph its place
// (typography.md 2.4, 2.5, 4.4).
#include <algorithm>
#include <span>
#include <utility>
#include <vector>

#include "text/bidi.h"
#include "text/break_lines.h"
#include "text/line_fit.h"
#include "text/orientation.h"

namespace banxin {

namespace {

/// What one member of a tier may give or take, and where that is entered.
struct Member {
  Length* amount = nullptr;
  Length most;
};

/// Gives every member the same amount, but none more than it can; what integer division leaves goes to the
/// last ones, a unit each. `total` is at most the sum of what they can.
void share(std::vector<Member>& members, Length total) {
  std::int64_t left = total.units(), count = 0;
  std::vector<Member*> open;
  for (Member& m : members) {
    if (m.most > Length()) open.push_back(&m);
  }
  for (bool full = true; full && !open.empty();) {  // those that have less than an even share give all
    count = static_cast<std::int64_t>(open.size());
    const Length even = Length::units(left / count);
    const auto rest = std::partition(open.begin(), open.end(), [&](Member* m) { return m->most > even; });
    full = rest != open.end();
    for (auto it = rest; it != open.end(); ++it) {
      *(*it)->amount += (*it)->most;
      left -= (*it)->most.units();
    }
    open.erase(rest, open.end());
  }
  if (open.empty()) return;
  std::sort(open.begin(), open.end());
  count = static_cast<std::int64_t>(open.size());
  const std::int64_t even = left / count, extra = left % count;
  for (std::int64_t i = 0; i < count; ++i) {
    *open[static_cast<std::size_t>(i)]->amount += Length::units(even + (i >= count - extra ? 1 : 0));
  }
}

/// The joint behind a cell of the line, as it will be set.
struct SetJoint {
  Length left, right, gap;            // taken from the two blanks and the gap when shrinking
  Length space, western, solid, any;  // added by S2 (negative) and E1, E2, E3, E4
};

class LineSetter {
 public:
  LineSetter(const ShapedParagraph& p, const Line& line, const BreakOptions& options)
      : p_(p), line_(line), edges_(line_edges(p, line.begin, line.end, line.measure - line.indent)) {
    joints_.resize(edges_.end - edges_.begin);
    if (edges_.filler > Length()) joint(edges_.filler_joint).any = edges_.filler;
    const Length missing = line.measure - line.indent - edges_.natural;
    const bool stays_short =
        !options.justify || p.setting.strict_grid || (line.last && !is_full_last(options));
    if (missing < Length() || !stays_short) adjust(missing);
  }

  std::vector<SetGlyph> place() const {
    std::vector<SetGlyph> out;
    out.reserve(joints_.size());
    Length pen = line_.indent;
    const std::uint32_t count = edges_.end - edges_.begin;
    const auto cells = std::span(p_.cells).subspan(edges_.begin, count);
    const bool backward = std::any_of(cells.begin(), cells.end(), [](const Cell& c) { return c.level > 0; });
    std::vector<std::uint32_t> order;  // empty: as they are written
    if (backward) order = visual_order(p_.cells, edges_.begin, edges_.end);
    const auto at = [&](std::uint32_t i) { return order.empty() ? edges_.begin + i : order[i]; };
    for (std::uint32_t i = 0; i < count; ++i) {
      const std::uint32_t k = at(i);
      const bool last = k + 1 == edges_.end;
      const Length left = left_blank(k), right = last ? end_blank() : right_blank(k);
      const Cell& cell = p_.cells[k];
      const Length body = cell.body + joint(k).space;
      put_glyphs(k, pen + left, left + body + right, out);
      pen += left + body + right;
      if (i + 1 < count) pen += width_between(k, at(i + 1));
    }
    if (edges_.hyphen > Length()) put_hyphen(pen, out);
    return out;
  }

 private:
  /// Of the joint between two cells that stand side by side. At the ends of text that reads the other way it
  /// is the one beside the cell outside of it.
  Length width_between(std::uint32_t left, std::uint32_t right) const {
    const std::uint8_t a = p_.cells[left].level, b = p_.cells[right].level;
    std::uint32_t at = std::min(left, right);
    if (left != right + 1 && right != left + 1) {
      if (a < b)
        at = a % 2 == 0 ? left : left - 1;
      else
        at = b % 2 == 0 ? right - 1 : right;
    }
    const SetJoint& set = joint(at);
    return p_.joints[at].gap - set.gap + set.western + set.solid + set.any;
  }

  bool is_full_last(const BreakOptions& options) const {
    return options.justify_last && line_.end == p_.cells.size();
  }
  const SetJoint& joint(std::uint32_t k) const { return joints_[k - edges_.begin]; }
  SetJoint& joint(std::uint32_t k) { return joints_[k - edges_.begin]; }
  /// Joints from the first cell up to here take part.
  std::uint32_t last_joint() const {
    return edges_.end - std::min(edges_.end - edges_.begin, edges_.hangs ? 2u : 1u);
  }

  Length left_blank(std::uint32_t k) const {
    if (k == edges_.begin) return edges_.left;
    const Length inner = p_.joints[k - 1].right - joint(k - 1).right;
    return k + 1 == edges_.end ? inner - edges_.last_left_cut : inner;
  }
  Length right_blank(std::uint32_t k) const { return p_.joints[k].left - joint(k).left; }
  Length end_blank() const { return edges_.hangs ? p_.cells[edges_.end - 1].right : edges_.right; }

  void adjust(Length missing) {
    const Flexibility line = flexibility(p_, edges_);
    const Adjustment a = adjustment(line, missing, p_.size);
    if (missing < Length()) {
      for (std::size_t t = 0; t < kTiers; ++t) shrink(static_cast<Tier>(t), a.shrink[t]);
      return;
    }
    stretch(a, line);
  }

  template <class Collect>
  void distribute(Length total, Collect collect) {
    if (total <= Length()) return;
    std::vector<Member> members;
    for (std::uint32_t k = edges_.begin; k < last_joint(); ++k) collect(p_.joints[k], k, members);
    share(members, total);
  }

  void shrink(Tier tier, Length total) {
    distribute(total, [&](const Joint& j, std::uint32_t k, std::vector<Member>& members) {
      SetJoint& s = joint(k);
      if (tier == Tier::kS2) members.push_back({&s.space, j.space_shrink});
      if (tier == Tier::kS6) members.push_back({&s.gap, j.gap_shrink});
      if (j.left_tier == tier) members.push_back({&s.left, left_shrink(p_, k)});
      if (j.right_tier == tier && !is_edge(k + 1)) members.push_back({&s.right, right_shrink(p_, k)});
    });
    if (tier == Tier::kS2) {
      for (SetJoint& s : joints_) s.space = -s.space;
    }
  }

  /// A centred mark at the line end: its left blank goes with the right one or not at all.
  bool is_edge(std::uint32_t k) const {
    const Cell& cell = p_.cells[k];
    return k + 1 == edges_.end && cell.side == InkSide::kBoth &&
           (is_closing(cell.c) || cell.c == CharClass::kMid);
  }

  void stretch(const Adjustment& a, const Flexibility& line) {
    distribute(a.e1, [&](const Joint& j, std::uint32_t k, std::vector<Member>& members) {
      members.push_back({&joint(k).space, j.space_stretch});
    });
    distribute(a.e2, [&](const Joint& j, std::uint32_t k, std::vector<Member>& members) {
      members.push_back({&joint(k).western, j.gap_stretch});
    });
    distribute(a.e3, [&](const Joint& j, std::uint32_t k, std::vector<Member>& members) {
      if (j.solid) members.push_back({&joint(k).solid, p_.size / 4});
    });
    // Where no line could end between any two, what has grown already grows on.
    distribute(a.e4 + a.rest, [&](const Joint& j, std::uint32_t k, std::vector<Member>& members) {
      const bool grows = line.e4 > 0   ? j.stretchable
                         : line.e3 > 0 ? j.solid
                                       : j.space_stretch > Length() || j.gap_stretch > Length();
      if (grows) members.push_back({&joint(k).any, a.e4 + a.rest + Length::units(1)});
    });
  }

  /// As the run draws it, from `pen` on; without its text.
  SetGlyph glyph_at(const CellGlyph& glyph, std::uint32_t run, Length pen) const {
    SetGlyph set;
    set.run = run;
    set.face = glyph.face;
    set.id = glyph.id;
    set.size = glyph.scale.at(p_.run_sizes[run]);
    set.x = pen + glyph.dx;
    set.y = glyph.dy;
    set.turn = glyph.turn;
    set.width_percent = glyph.width_percent;
    return set;
  }

  void put_glyphs(std::uint32_t k, Length body, Length advance, std::vector<SetGlyph>& out) const {
    const Cell& cell = p_.cells[k];
    for (std::uint32_t g = 0; g < cell.glyph_count; ++g) {
      const CellGlyph& glyph = p_.glyphs[cell.first_glyph + g];
      SetGlyph set = glyph_at(glyph, cell.run, body);
      set.start = body - cell.inset;
      set.advance = g == 0 ? advance : Length();
      set.text_begin = cell.text_begin;
      set.text_end = cell.text_end;
      // …… of two glyphs, digits in one cell: one of the characters each.
      const std::uint32_t bytes = cell.text_end - cell.text_begin, each = bytes / cell.glyph_count;
      const bool of_alike =
          (cell.pair && cell.glyph_count == 2) || cell.orientation == Orientation::kCombined;
      if (of_alike && each * cell.glyph_count == bytes) {
        set.text_begin = cell.text_begin + g * each;
        set.text_end = set.text_begin + each;
      }
      out.push_back(set);
    }
  }

  /// It stands for no text, so that the word is whole where text is taken from the page.
  void put_hyphen(Length pen, std::vector<SetGlyph>& out) const {
    const Cell& cell = p_.cells[edges_.end - 1];
    const Hyphen& hyphen = p_.hyphens[cell.run];
    Length advance = hyphen.width;
    for (const CellGlyph& glyph : hyphen.glyphs) {
      SetGlyph set = glyph_at(glyph, cell.run, pen);
      set.start = pen;
      set.advance = std::exchange(advance, Length());
      set.text_begin = set.text_end = cell.text_end;
      out.push_back(set);
    }
  }

  const ShapedParagraph& p_;
  const Line& line_;
  LineEdges edges_;
  std::vector<SetJoint> joints_;
};

}  // namespace

std::vector<SetGlyph> set_line(const ShapedParagraph& paragraph, const Line& line,
                               const BreakOptions& options) {
  return LineSetter(paragraph, line, options).place();
}

}  // namespace banxin
