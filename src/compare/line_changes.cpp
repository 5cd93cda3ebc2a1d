#include <algorithm>
#include <array>
#include <cstdlib>
#include <map>
#include <tuple>

#include "base/json.h"
#include "compare/layers.h"

namespace banxin {

namespace {

Length distance(Length a, Length b) { return a < b ? b - a : a - b; }

/// Lines that all went the same way. Keyed by story, pages and vector.
struct Move {
  std::size_t lines = 0;
  const CopyBlock* first = nullptr;
  const CopyBlock* last = nullptr;
  ChangePlace old_place, new_place;
};

/// What one line became.
struct LineFate {
  bool kept = false;  ///< the same characters stand on one line again
  bool respaced = false;
  std::size_t new_line = 0;
  Point shift;
  Length spread;  ///< by which its characters moved against each other at most
};

class LineCompare {
 public:
  LineCompare(const Pairing& pairing, std::vector<Change>& out) : pairing_(pairing), out_(out) {}

  void run() {
    for (const CopyPair& pair : pairing_.matched.pairs) block(pair);
    for (auto& [key, move] : moves_)
      moved(std::get<0>(key), std::get<1>(key), std::get<2>(key),
            {Length::units(std::get<3>(key)), Length::units(std::get<4>(key))}, move);
  }

 private:
  void block(const CopyPair& pair) {
    const CopyBlock &before = pairing_.old_block(pair), &after = pairing_.new_block(pair);
    std::vector<std::size_t> broken, respaced;  // new lines
    Length spread;
    for (std::size_t i = 0; i < before.lines.size(); ++i) {
      const LineFate fate = fate_of(pair, i);
      if (fate.new_line == kGone) continue;  // none of it is left: the text layer says so
      if (!fate.kept) {
        broken.push_back(fate.new_line);
        continue;
      }
      if (fate.respaced) respaced.push_back(fate.new_line), spread = std::max(spread, fate.spread);
      note_move(pair, i, fate);
    }
    if (!broken.empty()) broken_anew(before, after, broken);
    if (!respaced.empty()) spaced_anew(before, after, respaced, spread);
    looks(pair);
  }

  LineFate fate_of(const CopyPair& pair, std::size_t line) {
    const CopyBlock &before = pairing_.old_block(pair), &after = pairing_.new_block(pair);
    LineFate fate;
    fate.new_line = kGone;
    fate.kept = true;
    bool first = true;
    for (std::size_t i = before.lines[line].first; i < before.lines[line].end; ++i) {
      if (before.characters[i].line != line || pair.partners[i] == kGone) continue;
      const CopyCharacter &a = before.characters[i], &b = after.characters[pair.partners[i]];
      if (first) fate.new_line = b.line;
      fate.kept = fate.kept && b.line == fate.new_line;
      if (a.glyph == nullptr || b.glyph == nullptr) continue;
      const Point shift{b.glyph->origin.x - a.glyph->origin.x, b.glyph->origin.y - a.glyph->origin.y};
      if (first) fate.shift = shift;
      first = false;
      fate.spread = std::max({fate.spread, distance(shift.x, fate.shift.x), distance(shift.y, fate.shift.y)});
    }
    if (fate.new_line != kGone && fate.kept) fate.kept = comes_from(pair, fate.new_line, line);
    fate.respaced = fate.spread > pairing_.tolerance();
    return fate;
  }

  /// Whether all old characters of the new line stood on that old line.
  bool comes_from(const CopyPair& pair, std::size_t new_line, std::size_t old_line) {
    const CopyBlock &before = pairing_.old_block(pair), &after = pairing_.new_block(pair);
    const auto stands_elsewhere = [&](std::size_t i) {
      return i < before.characters.size() && pair.partners[i] != kGone &&
             after.characters[pair.partners[i]].line == new_line && before.characters[i].line != old_line;
    };
    // Characters keep their order, so that it is enough to look at the neighbours.
    std::size_t left = before.lines[old_line].first, right = before.lines[old_line].end;
    while (left > 0 && pair.partners[left - 1] == kGone) --left;
    while (right < before.characters.size() && pair.partners[right] == kGone) ++right;
    return !(left > 0 && stands_elsewhere(left - 1)) && !stands_elsewhere(right);
  }

  void note_move(const CopyPair& pair, std::size_t line, const LineFate& fate) {
    const CopyBlock &before = pairing_.old_block(pair), &after = pairing_.new_block(pair);
    const CopyLine &a = before.lines[line], &b = after.lines[fate.new_line];
    const Length slack = pairing_.tolerance();
    const auto is = [&](Length l) {
      return distance(l, Length()) > slack ? rounded(l, pairing_.old_scene.exact) : Length();
    };
    const Point shift{is(fate.shift.x), is(fate.shift.y)};
    if (shift == Point{} && a.page == b.page) return;
    Move& move = moves_[{after.article, a.page, b.page, shift.x.units(), shift.y.units()}];
    ++move.lines;
    if (move.first == nullptr)
      move.first = &after, move.old_place = {a.page, {}}, move.new_place = {b.page, {}};
    move.last = &after;
    move.old_place.box = united(move.old_place.box, a.box),
    move.new_place.box = united(move.new_place.box, b.box);
  }

  /// To 1/100 pt: the dump has three decimals, so vectors of one move differ in the last. PDFs of two tools
  /// differ by more: to 1/10 pt.
  static Length rounded(Length l, bool exact) {
    const std::int64_t unit = Length::kUnitsPerPoint, parts = exact ? 100 : 10;
    return Length::units(mul_div(mul_div(l.units(), parts, unit), unit, parts));
  }

  void moved(std::size_t article, std::size_t from, std::size_t to, Point shift, const Move& move) {
    const StoryArticle& story = pairing_.new_stories.articles[article];
    Change change;
    change.layer = Layer::kGeometry, change.kind = "lines-moved";
    change.where = move.first == move.last ? place_name(pairing_.new_stories, *move.first)
                                           : place_name(pairing_.new_stories, story, to) + ", " +
                                                 label(*move.first) + " to " + label(*move.last);
    change.message = move.lines == 1 ? "1 line moved" : std::to_string(move.lines) + " lines moved";
    if (from != to) change.message += " from page " + std::to_string(pairing_.old_scene.pages[from].number);
    const std::string way = shift_in_words(shift, pairing_.new_scene.pages[to]);
    if (!way.empty()) change.message += " " + way;
    change.old_place = move.old_place, change.new_place = move.new_place;
    out_.push_back(std::move(change));
  }

  static std::string label(const CopyBlock& block) {
    return block.kind + " " + std::to_string(block.ordinal);
  }

  /// "line 3", "lines 3-7"
  static std::string lines_named(const std::vector<std::size_t>& lines) {
    const auto [low, high] = std::minmax_element(lines.begin(), lines.end());
    if (*low == *high) return "line " + std::to_string(*low + 1);
    return "lines " + std::to_string(*low + 1) + "-" + std::to_string(*high + 1);
  }

  Change about_lines(const char* kind, const CopyBlock& before, const CopyBlock& after,
                     const std::vector<std::size_t>& lines) {
    Change change;
    change.layer = Layer::kGeometry, change.kind = kind;
    change.where = place_name(pairing_.new_stories, after);
    const auto [low, high] = std::minmax_element(lines.begin(), lines.end());
    change.new_place = place_of(after, after.lines[*low].first, after.lines[*high].end);
    change.old_place = place_of(before);
    return change;
  }

  void broken_anew(const CopyBlock& before, const CopyBlock& after, const std::vector<std::size_t>& lines) {
    Change change = about_lines("lines-broken-anew", before, after, lines);
    change.message = lines_named(lines) + " broken anew";
    if (before.lines.size() != after.lines.size()) {
      change.message +=
          ": " + std::to_string(before.lines.size()) + " → " + std::to_string(after.lines.size()) + " lines";
    }
    out_.push_back(std::move(change));
  }

  void spaced_anew(const CopyBlock& before, const CopyBlock& after, const std::vector<std::size_t>& lines,
                   Length spread) {
    Change change = about_lines("lines-respaced", before, after, lines);
    const ScenePage& page = pairing_.new_scene.pages[after.lines[lines.front()].page];
    change.message = lines_named(lines) + " spaced otherwise, by up to " + across_in_words(spread, page);
    out_.push_back(std::move(change));
  }

  // ---- size, face, ink

  struct Look {
    std::size_t first = kGone, last = 0, count = 0;  // new characters
    std::size_t old_first = 0, old_last = 0;
  };

  void looks(const CopyPair& pair) {
    const CopyBlock &before = pairing_.old_block(pair), &after = pairing_.new_block(pair);
    std::map<std::array<std::string, 3>, Look> found;
    const SceneItem *last_old = nullptr, *last_new = nullptr;
    std::vector<std::array<std::string, 3>> differences;
    for (std::size_t i = 0; i < pair.partners.size(); ++i) {
      if (pair.partners[i] == kGone) continue;
      const CopyCharacter &a = before.characters[i], &b = after.characters[pair.partners[i]];
      if (a.item != last_old || b.item != last_new) differences = different(*a.item, *b.item);
      last_old = a.item, last_new = b.item;
      const auto note = [&](const std::array<std::string, 3>& what) {
        Look& look = found[what];
        if (look.first == kGone) look.first = pair.partners[i], look.old_first = i;
        look.last = pair.partners[i], look.old_last = i;
        ++look.count;
      };
      for (const auto& difference : differences) note(difference);
      const bool form = a.glyph != nullptr && b.glyph != nullptr && a.glyph->id != b.glyph->id;
      if (form && a.item->face == b.item->face) note({"glyph", "", ""});
    }
    for (const auto& [what, look] : found) look_changed(before, after, what, look);
  }

  std::vector<std::array<std::string, 3>> different(const SceneItem& a, const SceneItem& b) const {
    std::vector<std::array<std::string, 3>> out;
    const auto points = [](Length l) { return json_number(l.pt(), 3) + " pt"; };
    if (distance(a.size, b.size) > pairing_.tolerance())
      out.push_back({"size", points(a.size), points(b.size)});
    if (a.face != b.face) out.push_back({"face", a.face, b.face});
    if (a.ink != b.ink) out.push_back({"ink", a.ink, b.ink});
    for (const auto& [name, value] : a.more) {
      const auto other = b.more.find(name);
      if (other == b.more.end() || other->second != value) {
        out.push_back({name, value, other == b.more.end() ? "nothing" : other->second});
      }
    }
    for (const auto& [name, value] : b.more) {
      if (a.more.count(name) == 0) out.push_back({name, "nothing", value});
    }
    return out;
  }

  void look_changed(const CopyBlock& before, const CopyBlock& after, const std::array<std::string, 3>& what,
                    const Look& look) {
    Change change;
    change.layer = Layer::kGeometry, change.kind = what[0] + "-changed";
    change.where = place_name(pairing_.new_stories, after);
    const std::string words = shortened(after.text(look.first, look.last + 1), 12);
    change.message = what[0] == "glyph" ? "another form of the same characters"
                                        : what[0] + " " + what[1] + " → " + what[2];
    change.message += ": " + std::to_string(look.count) +
                      (look.count == 1 ? " character, ‘" : " characters, ‘") + words + "’";
    change.old_place = place_of(before, look.old_first, look.old_last + 1);
    change.new_place = place_of(after, look.first, look.last + 1);
    out_.push_back(std::move(change));
  }

  const Pairing& pairing_;
  std::vector<Change>& out_;
  std::map<std::tuple<std::size_t, std::size_t, std::size_t, std::int64_t, std::int64_t>, Move> moves_;
};

}  // namespace

void line_changes(const Pairing& pairing, std::vector<Change>& out) { LineCompare(pairing, out).run(); }

}  // namespace banxin
