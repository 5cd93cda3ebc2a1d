#include "compare/edit_script.h"

#include <algorithm>

namespace banxin {

namespace {

using Index = std::ptrdiff_t;
constexpr Index kMostSteps = 2000;

class Search {
 public:
  Search(std::span<const std::uint32_t> a, std::span<const std::uint32_t> b) : a_(a), b_(b) {
    const std::size_t size = 2 * (a.size() + b.size()) + 4;
    forward_.resize(size), backward_.resize(size);
  }

  /// Marks what is not common to a[a0, a1) and b[b0, b1). The depth is the logarithm of the number of edits
  /// but for odd cases; boxes wait on a list of our own.
  std::vector<Edit> run() {
    std::vector<Box> open{{0, size(a_), 0, size(b_)}};
    while (!open.empty()) {
      Box box = open.back();
      open.pop_back();
      while (box.a0 < box.a1 && box.b0 < box.b1 && at(a_, box.a0) == at(b_, box.b0)) ++box.a0, ++box.b0;
      while (box.a0 < box.a1 && box.b0 < box.b1 && at(a_, box.a1 - 1) == at(b_, box.b1 - 1))
        --box.a1, --box.b1;
      if (box.a0 == box.a1 || box.b0 == box.b1) {
        add(box);
        continue;
      }
      const auto [x, y] = middle(box);
      if ((x == box.a0 && y == box.b0) || (x == box.a1 && y == box.b1)) {
        add(box);  // nothing in common that can be found
        continue;
      }
      open.push_back({x, box.a1, y, box.b1});
      open.push_back({box.a0, x, box.b0, y});
    }
    return std::move(edits_);
  }

 private:
  struct Box {
    Index a0, a1, b0, b1;
  };
  struct Corner {
    Index x, y;
  };

  static Index size(std::span<const std::uint32_t> s) { return static_cast<Index>(s.size()); }
  static std::uint32_t at(std::span<const std::uint32_t> s, Index i) {
    return s[static_cast<std::size_t>(i)];
  }
  static Index& at(std::vector<Index>& v, Index i) { return v[static_cast<std::size_t>(i)]; }

  void add(const Box& box) {
    if (box.a0 == box.a1 && box.b0 == box.b1) return;
    const auto u = [](Index i) { return static_cast<std::size_t>(i); };
    if (!edits_.empty() && edits_.back().old_end == u(box.a0) && edits_.back().new_end == u(box.b0)) {
      edits_.back().old_end = u(box.a1), edits_.back().new_end = u(box.b1);
    } else {
      edits_.push_back({u(box.a0), u(box.a1), u(box.b0), u(box.b1)});
    }
  }

  /// A point that a shortest way goes through: both ends search, diagonal by diagonal, till they meet.
  Corner middle(const Box& box) {
    const Index n = box.a1 - box.a0, m = box.b1 - box.b0, delta = n - m, zero = n + m + 1;
    at(forward_, zero + 1) = 0, at(backward_, zero + 1) = 0;
    for (Index d = 0;; ++d) {
      for (Index k = -d; k <= d; k += 2) {
        Index x = furthest(forward_, zero, k, d);
        Index y = x - k;
        while (x < n && y < m && x >= 0 && y >= 0 && at(a_, box.a0 + x) == at(b_, box.b0 + y)) ++x, ++y;
        at(forward_, zero + k) = x;
        const Index other = delta - k;
        if (delta % 2 != 0 && other >= -(d - 1) && other <= d - 1 && x + at(backward_, zero + other) >= n) {
          return clamped(box, x, y);
        }
      }
      for (Index k = -d; k <= d; k += 2) {
        Index x = furthest(backward_, zero, k, d);
        Index y = x - k;
        while (x < n && y < m && x >= 0 && y >= 0 && at(a_, box.a1 - 1 - x) == at(b_, box.b1 - 1 - y))
          ++x, ++y;
        at(backward_, zero + k) = x;
        const Index other = delta - k;
        if (delta % 2 == 0 && other >= -d && other <= d && x + at(forward_, zero + other) >= n) {
          return clamped(box, n - x, m - y);
        }
      }
      if (d == kMostSteps) return best_so_far(box, zero, d);
    }
  }

  static Index furthest(std::vector<Index>& v, Index zero, Index k, Index d) {
    const bool down = k == -d || (k != d && at(v, zero + k - 1) < at(v, zero + k + 1));
    return down ? at(v, zero + k + 1) : at(v, zero + k - 1) + 1;
  }
  static Corner clamped(const Box& box, Index x, Index y) {
    return {std::clamp(box.a0 + x, box.a0, box.a1), std::clamp(box.b0 + y, box.b0, box.b1)};
  }
  Corner best_so_far(const Box& box, Index zero, Index d) {
    const Index n = box.a1 - box.a0, m = box.b1 - box.b0;
    Corner best{0, 0};
    for (Index k = -d; k <= d; k += 2) {
      if (k < -m || k > n) continue;
      const Index x = std::min(at(forward_, zero + k), n), y = std::min(x - k, m);
      if (y >= 0 && x + y > best.x + best.y) best = {x, y};
    }
    return clamped(box, best.x, best.y);
  }

  std::span<const std::uint32_t> a_, b_;
  std::vector<Index> forward_, backward_;
  std::vector<Edit> edits_;
};

}  // namespace

std::vector<Edit> edit_script(std::span<const std::uint32_t> old_items,
                              std::span<const std::uint32_t> new_items) {
  return Search(old_items, new_items).run();
}

void join_edits(std::vector<Edit>& edits, std::size_t least) {
  std::vector<Edit> joined;
  for (const Edit& edit : edits) {
    if (!joined.empty() && edit.old_begin - joined.back().old_end < least) {
      joined.back().old_end = edit.old_end, joined.back().new_end = edit.new_end;
    } else {
      joined.push_back(edit);
    }
  }
  edits = std::move(joined);
}

std::vector<std::size_t> partners(const std::vector<Edit>& edits, std::size_t old_count,
                                  std::size_t new_count) {
  std::vector<std::size_t> partner(old_count, kGone);
  std::size_t old_at = 0, new_at = 0;
  const auto common = [&](std::size_t old_end, std::size_t new_end) {
    while (old_at < old_end && new_at < new_end) partner[old_at++] = new_at++;
  };
  for (const Edit& edit : edits) {
    common(edit.old_begin, edit.new_begin);
    old_at = edit.old_end, new_at = edit.new_end;
  }
  common(old_count, new_count);
  return partner;
}

}  // namespace banxin
