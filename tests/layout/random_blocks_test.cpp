// Properties of random articles of every kind of paragraph.
#include <map>
#include <random>

#include "base/utf8.h"
#include "blocks.h"

namespace banxin {
namespace {

using test::add;
using test::add_item;
using test::add_table;
using test::codes;
using test::copy;
using test::han;
using test::newspaper;
using test::Word;
using Placed = test::PlacedBlocks;
using Kind = Paragraph::Kind;

/// Han characters, by number.
std::map<char32_t, int> characters(const std::string& text) {
  std::map<char32_t, int> out;
  for (std::size_t i = 0; i < text.size();) {
    const Decoded c = decode_utf8(text, i);
    if (c.cp >= 0x4E00 && c.cp < 0xA000) ++out[c.cp];
    i += c.bytes;
  }
  return out;
}

std::string text_of(const Article& article) {
  std::string out;
  for (const Paragraph& p : article.paragraphs) {
    out += p.copy.text;
    for (const auto& row : p.table.rows) {
      for (const MarkedCopy& cell : row) out += cell.copy.text;
    }
  }
  return out;
}

/// A random article of every kind of paragraph.
Document random_article(unsigned seed) {
  std::mt19937 random(seed);
  const auto upto = [&](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
  Document d = newspaper(1 + upto(3), 10 + upto(14), 8 + upto(16));
  d.layouts[0].styles["quote"].space_before = Length::points(upto(4) * 4);
  d.layouts[0].styles["quote"].space_after = Length::points(upto(4) * 4);
  d.layouts[0].styles["list"].space_before = Length::points(upto(2) * 7);
  d.layouts[0].styles["quote"].inset_start = 20_pt;
  d.layouts[0].styles["table"].space_before = Length::points(upto(2) * 7);
  d.layouts[0].frames[0].drop_cap = upto(4);
  const int paragraphs = 1 + upto(14);
  int container = 0;
  for (int i = 0; i < paragraphs; ++i) {
    const std::string text = (upto(4) == 0 ? "“" : "") + han(1 + upto(90), upto(100)) + "。";
    switch (upto(11)) {
      case 0: {
        Paragraph& head = add(d, han(1 + upto(24), upto(100)), Kind::kCrossHead);
        head.level = 2 + upto(2);
        head.place = static_cast<HeadPlace>(upto(3));
        break;
      }
      case 1:
        add(d, text).inside = {{Container::Kind::kQuote, ++container}};
        break;
      case 2: {
        const int list = ++container;
        for (int n = 0; n <= upto(4); ++n) add_item(d, std::to_string(n + 1) + ".", text, list, ++container);
        break;
      }
      case 3: {
        std::vector<std::vector<std::string>> rows{{"甲", "乙"}};
        for (int n = 0; n <= upto(9); ++n)
          rows.push_back({han(1 + upto(9), upto(100)), std::to_string(upto(99))});
        add_table(d, rows);
        break;
      }
      case 4:
        add(d, han(1 + upto(40), upto(100)), Kind::kNote);
        break;
      case 5:
        add(d, "", upto(2) == 0 ? Kind::kRule : Kind::kOrnament);
        break;
      case 6:
        add(d, text).drop_cap.value = 2 + upto(3);
        break;
      case 7:
        add(d, han(1 + upto(9), upto(100)), Kind::kCaption);
        break;
      default:
        add(d, text).continued = upto(5) == 0;
    }
  }
  return d;
}

TEST(Blocks, NoTextIsEverLost) {
  for (unsigned seed = 1; seed <= 80; ++seed) {
    const Document d = random_article(seed);
    const Placed p(d);
    std::string placed;
    for (const DrawItem& item : p.edition.pages[0].items) {
      const DrawText* t = std::get_if<DrawText>(&item);
      if (t != nullptr && t->node != kArtifact) placed += t->text;
    }
    const FrameFit& fit = p.edition.pages[0].fits[0];
    EXPECT_EQ(characters(placed + fit.over_text), characters(text_of(d.articles[0]))) << "seed " << seed;
    EXPECT_EQ(fit.over_lines > 0, codes(p.diags).find("overset") != std::string::npos) << "seed " << seed;
  }
}

TEST(Blocks, NothingStandsOnAnythingElse) {
  for (unsigned seed = 1; seed <= 80; ++seed) {
    const Placed p(random_article(seed));
    std::map<std::pair<int, int>, std::string> taken;  // half rows of half a 字
    for (const Word& w : p.words) {
      if (w.size != 10_pt) continue;
      const int row = static_cast<int>(std::lround(w.row * 2)), u = static_cast<int>(std::lround(w.u * 2));
      for (const int near : {row - 1, row, row + 1}) {
        const auto found = taken.find({near, u});
        EXPECT_TRUE(found == taken.end()) << "seed " << seed << ": " << w.text << " on " << found->second;
      }
      taken[{row, u}] = w.text;
    }
  }
}

TEST(Blocks, NoHeadStandsAtTheFootOfAColumn) {
  for (unsigned seed = 1; seed <= 80; ++seed) {
    const Document d = random_article(seed);
    const Placed p(d);
    if (!codes(p.diags).empty()) continue;
    const int rows = d.layouts[0].grid.rows;
    std::map<NodeId, double> last;
    for (const DrawItem& item : p.edition.pages[0].items) {
      const DrawText* t = std::get_if<DrawText>(&item);
      if (t == nullptr || t->node == kArtifact) continue;
      if (p.edition.structure[t->node].kind != StructureNode::Kind::kCrossHead) continue;
      if (t->node + 1 >= p.edition.structure.size()) continue;  // nothing follows
      EXPECT_LT((t->glyphs.front().origin.y - 28.8_pt) / 15_pt, rows - 1) << "seed " << seed;
    }
  }
}

TEST(Body, StandsAsItsStyleSays) {
  for (const auto& [align, left] :
       {std::pair{Align::kJustify, 20.0}, {Align::kCentre, 65.0}, {Align::kEnd, 110.0}}) {
    Document d = test::newspaper(1, 12, 5);
    d.layouts[0].styles["body"].indent = Em(), d.layouts[0].styles["body"].align = align;
    test::add_paragraph(d, "天地玄");
    Diagnostics diags;
    const PlacedEdition e = place_edition(d, test::serif(), diags);
    const auto* text = std::get_if<DrawText>(&e.pages[0].items[0]);
    ASSERT_NE(text, nullptr);
    EXPECT_NEAR(text->glyphs[0].origin.x.pt(), left, 0.01);
  }
}
}  // namespace
}  // namespace banxin
