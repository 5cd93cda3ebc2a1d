// No text is lost, whatever the layout and the copy: the characters of random editions stand on their pages
// or are reported overset. On the way: no glyph leaves the page, none stands on another, and the same input
// gives the same dump. BANXIN_SEEDS=5000 runs more of them, BANXIN_FIRST_SEED=77 others.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <map>
#include <optional>
#include <random>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "../read/photo_bytes.h"
#include "base/utf8.h"
#include "cli/make_edition.h"
#include "font/builtin_catalogue.h"
#include "read/read.h"
#include "run_program.h"

namespace banxin {
namespace {

/// The same on every machine, which the distributions of the standard library are not.
class Dice {
 public:
  explicit Dice(unsigned seed) : engine_(seed) {}
  int below(int n) { return static_cast<int>(engine_() % static_cast<unsigned>(n)); }
  int between(int from, int to) { return from + below(to - from + 1); }
  bool chance(int percent) { return below(100) < percent; }
  template <class T>
  const T& of(const std::vector<T>& all) {
    return all[static_cast<std::size_t>(below(static_cast<int>(all.size())))];
  }

 private:
  std::mt19937 engine_;
};

/// Markdown, and the characters that it must bring to the page.
struct Piece {
  std::string markdown, plain;
  std::string readings;  ///< over its words: what is reported overset does not name them
  std::string repeated;  ///< table headers, which stand again where a table goes on
};

struct Story {
  std::string title, subtitle, byline;
  std::vector<Piece> blocks;
  std::string caption;  ///< of its photo; empty: it has none
};

struct Place {
  int first_column = 1, last_column = 1, first_row = 1, last_row = 1;
  std::string keys;  ///< further keys of the frame
};

struct Recipe {
  bool vertical = false;
  int columns = 3, measure = 12, rows = 30;
  std::string setting;
  std::vector<Place> places;
  std::vector<Story> stories;
  bool jump = false;  ///< the first story goes on on page 2
};

const std::vector<std::string> kWords{"banxin", "newspaper",
                                      "A",      "WTO",
                                      "3.14",   "2024",
                                      "50%",    "10,000",
                                      "COVID",  "e-mail",
                                      "12",     "7",
                                      "−3",     "incomprehensibilities",
                                      "x",      "F-16",
                                      "100km",  "iPhone15Pro",
                                      "65535",  "1/2",
                                      "℃",      "http://news.example/a/b?c=d",
                                      "§4",     "ⅫⅢ"};
const std::vector<std::string> kMarks{"，", "。", "：", "；", "、", "？", "！",
                                      "……", "——", "·",  "，", "。", "、"};
const std::vector<std::string> kRare{"𠀀", "𪚥", "㐀", "龘", "〇", "々", "é", "Ω", "я", "㎡", "①"};

std::string han(Dice& dice) {
  std::string out;
  append_utf8(out, static_cast<char32_t>(0x4E00 + dice.below(0x5000)));
  return out;
}

Piece inline_piece(Dice& dice, int depth);

Piece run_of(Dice& dice, int count, int depth) {
  Piece out;
  for (int i = 0; i < count; ++i) {
    const Piece piece = inline_piece(dice, depth);
    out.markdown += piece.markdown, out.plain += piece.plain, out.readings += piece.readings;
  }
  return out;
}

std::string han_word(Dice& dice, int most) {
  std::string out;
  for (int i = dice.between(1, most); i > 0; --i) out += han(dice);
  return out;
}

Piece inline_piece(Dice& dice, int depth) {
  const int kind = dice.below(depth > 0 ? 100 : 80);
  std::string text;
  if (kind < 50)
    text = han_word(dice, 6);
  else if (kind < 62)
    text = dice.of(kMarks);
  else if (kind < 68)
    text = dice.of(kWords);
  else if (kind < 71)
    text = " " + dice.of(kWords) + " ";
  else if (kind < 73)
    text = dice.of(kRare);
  else if (kind < 76)
    text = "“" + han_word(dice, 4) + "”";
  else if (kind < 78)
    text = "《" + han_word(dice, 4) + "》";
  else if (kind < 80)
    text = "（" + han_word(dice, 3) + "）";
  if (!text.empty()) return {text, text, "", ""};
  const std::string word = han_word(dice, 5);
  // Han on both sides, so that asterisks open and close.
  const std::string before = han(dice), after = han(dice);
  if (kind < 84) return {before + "**" + word + "**" + after, before + word + after, "", ""};
  if (kind < 87) return {before + "*" + word + "*" + after, before + word + after, "", ""};
  if (kind < 90) return {"{" + word + "|pīn yīn}", word, "pīnyīn", ""};
  static const std::vector<std::string> classes{".dots",    ".name", ".title", ".underline", ".mourning",
                                                ".nobreak", ".kai",  ".small", ".sup",       ".dots .hei"};
  const Piece inside = kind < 97 ? Piece{word, word, "", ""} : run_of(dice, 2, depth - 1);
  return {"[" + inside.markdown + "]{" + dice.of(classes) + "}", inside.plain, inside.readings, ""};
}

std::string cell(Dice& dice) {
  return dice.chance(50) ? std::to_string(dice.below(5000)) : han_word(dice, 3);
}

Piece block(Dice& dice) {
  const int kind = dice.below(100);
  if (kind < 64) {
    Piece out = run_of(dice, dice.between(1, 40), 1);
    const std::string start = han(dice);  // so that no mark or number makes a list of it
    out.markdown = start + out.markdown, out.plain = start + out.plain;
    if (dice.chance(6))
      out.markdown += " {.drop}";
    else if (dice.chance(6))
      out.markdown += dice.chance(50) ? " {lines=+1}" : " {lines=-1}";
    return out;
  }
  if (kind < 74) {
    static const std::vector<std::string> places{"", "", " {.run-in}", " {.cut-in}", " {.rows}"};
    const std::string words = han_word(dice, 8);
    return {(dice.chance(50) ? "## " : "### ") + words + dice.of(places), words, "", ""};
  }
  if (kind < 82) {
    const Piece quoted = run_of(dice, dice.between(1, 8), 1);
    const std::string start = han(dice);
    return {"> " + start + quoted.markdown, start + quoted.plain, quoted.readings, ""};
  }
  Piece out;
  if (kind < 91) {
    const bool numbers = dice.chance(50);
    for (int i = 1, n = dice.between(1, 4); i <= n; ++i) {
      const std::string item = han_word(dice, 12);
      out.markdown += (numbers ? std::to_string(i) + ". " : "- ") + item + "\n";
      out.plain += item;
    }
    return out;
  }
  if (kind < 97) {
    for (int row = 0, n = dice.between(2, 5); row <= n; ++row) {
      for (int i = 0; i < 2; ++i) {
        const std::string words = row == 1 ? "---" : cell(dice);
        out.markdown += "| " + words + " ";
        if (row != 1) out.plain += words;
        if (row == 0) out.repeated += words;
      }
      out.markdown += "|\n";
    }
    return out;
  }
  return {"***", "", "", ""};
}

Story story(Dice& dice, int blocks) {
  Story out;
  out.title = han_word(dice, 10);
  if (dice.chance(40)) out.subtitle = han_word(dice, 12);
  if (dice.chance(50)) out.byline = "记者 " + han_word(dice, 3);
  for (int i = 0; i < blocks; ++i) out.blocks.push_back(block(dice));
  return out;
}

std::string frame_keys(Dice& dice, const Place& at, bool vertical) {
  const int columns = at.last_column - at.first_column + 1, rows = at.last_row - at.first_row + 1;
  std::string out;
  if (dice.chance(25)) {
    out += ", box: {border: line}";
  } else if (dice.chance(25)) {
    out += ", rules: true";
  }
  int legs = columns;
  if (!vertical && columns > 1 && dice.chance(25)) {
    legs = dice.between(1, columns);
    out += ", legs: " + std::to_string(legs);
  }
  if (dice.chance(15)) out += ", drop-cap: 2";
  if (rows > 14 && dice.chance(40)) {
    const int wide = dice.between(1, legs);
    out += ", photos: [{columns: 1-" + std::to_string(wide) +
           ", rows: " + std::to_string(dice.between(5, 8)) + ", at: " + (dice.chance(50) ? "top" : "bottom") +
           "}]";
  }
  return out;
}

Recipe recipe_of(unsigned seed) {
  Dice dice(seed);
  Recipe out;
  out.vertical = dice.chance(25);
  out.columns = dice.between(2, 6), out.measure = dice.between(8, 18), out.rows = dice.between(24, 50);
  static const std::vector<std::string> styles{"quanjiao", "hangmo-banjiao", "kaiming", "banjiao"};
  static const std::vector<std::string> levels{"none", "basic", "gb", "strict"};
  out.setting = "style: " + dice.of(styles) + ", level: " + dice.of(levels);
  if (dice.chance(30)) out.setting += ", digits: half";
  if (dice.chance(30)) out.setting += ", hanging: allow";
  if (dice.chance(20)) out.setting += ", expand: all";
  if (dice.chance(20)) out.setting += ", readings: spread";
  const int across = dice.between(1, std::min(3, out.columns)), down = dice.between(1, 2);
  for (int a = 0; a < across; ++a) {
    for (int d = 0; d < down; ++d) {
      Place place{a * out.columns / across + 1, (a + 1) * out.columns / across, d * out.rows / down + 1,
                  (d + 1) * out.rows / down, ""};
      place.keys = frame_keys(dice, place, out.vertical);
      out.places.push_back(place);
    }
  }
  for (std::size_t i = 0; i < out.places.size(); ++i) {
    out.stories.push_back(story(dice, dice.between(1, 14)));
    if (out.places[i].keys.find("photos") != std::string::npos)
      out.stories.back().caption = han_word(dice, 30);
  }
  out.jump = dice.chance(25);
  return out;
}

// ---- what is written of it

std::string frames_of(const Recipe& r) {
  std::string out = "frames:\n";
  for (std::size_t i = 0; i < r.places.size(); ++i) {
    const Place& p = r.places[i];
    out += "  f" + std::to_string(i) + ": {kind: story, columns: " + std::to_string(p.first_column) + "-" +
           std::to_string(p.last_column) + ", rows: " + std::to_string(p.first_row) + "-" +
           std::to_string(p.last_row) + p.keys + "}\n";
  }
  return out;
}

std::string layout_of(const Recipe& r, const std::string& frames) {
  return "page: {size: [900mm, 900mm]}\ngrid: {direction: " +
         std::string(r.vertical ? "vertical" : "horizontal") +
         ", size: 9pt, pitch: 16pt, columns: " + std::to_string(r.columns) +
         ", measure: " + std::to_string(r.measure) + "字, gap: 2字, rows: " + std::to_string(r.rows) +
         "}\nsetting: {" + r.setting + "}\n" +
         "styles: {title: {font: song bold, size: 16pt, min-size: 9pt}, subtitle: {size: 10pt, min-size: "
         "8pt}}\n" +
         frames;
}

std::string article_of(const Story& s) {
  std::string out = "---\ntitle: " + s.title + "\n";
  if (!s.subtitle.empty()) out += "subtitle: " + s.subtitle + "\n";
  if (!s.byline.empty()) out += "byline: " + s.byline + "\n";
  if (!s.caption.empty()) {
    out += "photos:\n  - {file: photo.jpg, caption: " + s.caption + ", alt: 图}\n";
  }
  out += "---\n\n";
  for (const Piece& b : s.blocks) out += b.markdown + "\n\n";
  return out;
}

std::string edition_of(const Recipe& r) {
  std::string out = "paper: 报\ndate: 2026-11-26\npages:\n  - number: 1\n    layout: l.yaml\n    frames:\n";
  for (std::size_t i = 0; i < r.stories.size(); ++i) {
    out += "      f" + std::to_string(i) + ": a" + std::to_string(i) + ".md\n";
  }
  if (r.jump) out += "  - {number: 2, layout: rest.yaml, frames: {rest: a0.md}}\n";
  return out;
}

// ---- what must be true

using Counts = std::map<char32_t, int>;

void count(const std::string& text, int sign, Counts& into) {
  for (std::size_t i = 0; i < text.size();) {
    const Decoded d = decode_utf8(text, i);
    i += d.bytes;
    const bool blank = d.cp <= 0x20 || d.cp == 0x3000 || d.cp == 0xA0 || (d.cp >= 0x2000 && d.cp <= 0x200B);
    if (!blank) into[d.cp] += sign;
  }
}

/// What the engine itself writes: signs of lists, and the words of a jump.
bool is_added(char32_t cp) {
  static const std::u32string kAdded = U"下转第版上接题12345678910.·＊•—■●◆-‐";
  return kAdded.find(cp) != std::u32string::npos;
}

std::string lost_text(const Recipe& recipe, const PlacedEdition& placed) {
  Counts balance, may_be_missing, may_be_again;
  for (const Story& s : recipe.stories) {
    count(s.title + s.subtitle + s.byline + s.caption, 1, balance);
    if (recipe.jump) count(s.title, 1, may_be_again);
    for (const Piece& b : s.blocks) {
      count(b.plain + b.readings, 1, balance);
      count(b.readings, 1, may_be_missing);
      count(b.repeated, 1, may_be_again);
    }
  }
  bool over = false;
  for (const PlacedPage& page : placed.pages) {
    for (const DrawItem& item : page.items) {
      if (const auto* text = std::get_if<DrawText>(&item)) count(text->text, -1, balance);
    }
    for (const FrameFit& fit : page.fits) {
      count(fit.over_text, -1, balance);
      over = over || fit.over_lines > 0;
    }
  }
  std::string out;
  for (const auto& [cp, number] : balance) {
    const bool lost = number > (over ? may_be_missing[cp] : 0);
    const bool too_many = number < 0 && !is_added(cp) && may_be_again[cp] == 0;
    if (!lost && !too_many) continue;
    append_utf8(out += lost ? " lost " : " too many ", cp);
    out += " × " + std::to_string(std::abs(number));
  }
  return out;
}

/// Glyphs off the page, and body glyphs that stand on one another.
std::string misplaced(const PlacedEdition& placed) {
  for (const PlacedPage& page : placed.pages) {
    std::map<std::pair<std::int64_t, std::int64_t>, std::string> taken;
    const Length cell = 1_pt;
    for (const DrawItem& item : page.items) {
      const auto* text = std::get_if<DrawText>(&item);
      if (text == nullptr) continue;
      for (const PlacedGlyph& g : text->glyphs) {
        const Point at = g.origin;
        if (at.x < Length() || at.y < Length() || at.x > page.width || at.y > page.height) {
          return "off the page: " + text->text;
        }
        if (g.text_begin == g.text_end || text->size < 9_pt || text->node == kArtifact) continue;
        const std::pair place{static_cast<std::int64_t>(at.x / cell), static_cast<std::int64_t>(at.y / cell)};
        const std::string here = text->text.substr(g.text_begin, g.text_end - g.text_begin);
        const char32_t cp = decode_utf8(here, 0).cp;
        if (cp < 0x3400 || cp > 0x9FFF) continue;  // letters are narrow, marks share their blanks
        if (!taken.emplace(place, here).second) return "one on the other: " + taken[place] + " and " + here;
      }
    }
  }
  return {};
}

/// Findings that say that the engine, not the copy, is wrong.
std::string accused(const Diagnostics& diags, const Sources& sources) {
  for (const Diagnostic& d : diags.all()) {
    if (d.code.starts_with("type-on-") || d.code == "type-outside") return render(d, sources);
  }
  return {};
}

class RandomEditions : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    folder_ = test::folder_of_test();
    std::filesystem::create_directories(folder_);
    Sources sources;
    Diagnostics diags;
    fonts_.emplace(*read_catalogue("built-in", std::string(builtin_catalogue()), sources, diags), diags);
  }
  static void TearDownTestSuite() {
    fonts_.reset();
    std::filesystem::remove_all(folder_);
  }

  static void write(const std::string& name, const std::string& text) {
    std::ofstream(folder_ / name, std::ios::binary) << text;
  }
  static void write(const Recipe& r) {
    write("photo.jpg", test::jpeg(300, 200));
    write("l.yaml", layout_of(r, frames_of(r)));
    if (r.jump) {
      Recipe rest = r;
      const std::string frame = "frames: {rest: {kind: story, columns: 1-" + std::to_string(r.columns) +
                                ", rows: 1-" + std::to_string(r.rows) + ", continued: true}}\n";
      write("rest.yaml", layout_of(rest, frame));
    }
    for (std::size_t i = 0; i < r.stories.size(); ++i) {
      write("a" + std::to_string(i) + ".md", article_of(r.stories[i]));
    }
    write("edition.yaml", edition_of(r));
  }

  /// What is wrong with the edition; empty: nothing.
  static std::string wrong_with(const Recipe& r) {
    write(r);
    Sources sources;
    Diagnostics diags;
    const std::optional<MadeEdition> made = make_edition(folder_ / "edition.yaml", *fonts_, sources, diags);
    if (!made) {
      std::string out = "cannot be read: ";
      for (const Diagnostic& d : diags.all()) out += render(d, sources);
      return out;
    }
    if (std::string lost = lost_text(r, made->placed); !lost.empty()) return lost;
    if (std::string bad = misplaced(made->placed); !bad.empty()) return bad;
    if (std::string bad = accused(diags, sources); !bad.empty()) return bad;
    Sources again_sources;
    Diagnostics again_diags;
    const auto again = make_edition(folder_ / "edition.yaml", *fonts_, again_sources, again_diags);
    if (dump(made->placed, fonts_->catalogue()) != dump(again->placed, fonts_->catalogue())) {
      return "another dump the second time";
    }
    return {};
  }

  /// Takes away what the fault does not need.
  static Recipe shrunk(Recipe r) {
    const std::string kind = wrong_with(r).substr(0, 5);
    const auto try_it = [&](const std::function<void(Recipe&)>& change) {
      Recipe smaller = r;
      change(smaller);
      if (wrong_with(smaller).substr(0, 5) != kind) return false;
      r = std::move(smaller);
      return true;
    };
    for (bool changed = true; changed;) {
      changed = false;
      if (r.jump) changed |= try_it([](Recipe& s) { s.jump = false; });
      for (std::size_t i = r.stories.size(); i-- > 0 && r.stories.size() > 1;) {
        if (r.jump && i == 0) continue;
        changed |= try_it([&](Recipe& s) {
          s.stories.erase(s.stories.begin() + static_cast<std::ptrdiff_t>(i));
          s.places.erase(s.places.begin() + static_cast<std::ptrdiff_t>(i));
        });
      }
      for (std::size_t i = 0; i < r.stories.size(); ++i) {
        for (std::size_t b = r.stories[i].blocks.size(); b-- > 0 && r.stories[i].blocks.size() > 1;) {
          changed |= try_it([&](Recipe& s) {
            s.stories[i].blocks.erase(s.stories[i].blocks.begin() + static_cast<std::ptrdiff_t>(b));
          });
        }
        for (std::string Story::*part : {&Story::subtitle, &Story::byline}) {
          if (!(r.stories[i].*part).empty())
            changed |= try_it([&](Recipe& s) { (s.stories[i].*part).clear(); });
        }
        if (!r.places[i].keys.empty()) {
          changed |= try_it([&](Recipe& s) { s.places[i].keys.clear(), s.stories[i].caption.clear(); });
        }
      }
    }
    return r;
  }

  static std::string in_words(const Recipe& r) {
    std::string out = edition_of(r) + "--- l.yaml\n" + layout_of(r, frames_of(r));
    for (const Story& s : r.stories) out += "--- article\n" + article_of(s);
    return out;
  }

  inline static std::filesystem::path folder_;
  inline static std::optional<FontSet> fonts_;
};

unsigned number_from(const char* variable, unsigned otherwise) {
  const char* const text = std::getenv(variable);
  return text == nullptr ? otherwise : static_cast<unsigned>(std::strtoul(text, nullptr, 10));
}

TEST_F(RandomEditions, LoseNoText) {
  const unsigned first = number_from("BANXIN_FIRST_SEED", 1), seeds = number_from("BANXIN_SEEDS", 60);
  int failures = 0;
  for (unsigned seed = first; seed < first + seeds && failures < 5; ++seed) {
    const Recipe recipe = recipe_of(seed);
    const std::string wrong = wrong_with(recipe);
    if (wrong.empty()) continue;
    ++failures;
    const Recipe small = shrunk(recipe);
    ADD_FAILURE() << "seed " << seed << ":" << wrong << "\nthe least that shows it:" << wrong_with(small)
                  << "\n"
                  << in_words(small);
  }
}

}  // namespace
}  // namespace banxin
