// Page furniture on the page: where it stands and what it says.
#include <cmath>
#include <set>
#include <utility>

#include "layout/qr_code.h"
#include "layout/text_area.h"
#include "support.h"

namespace banxin {
namespace {

using test::serif;

/// A page of four columns of 10 字 with one frame "it" over all of it.
class FurnitureTest : public testing::Test {
 protected:
  FurnitureTest() : document_(test::newspaper(4, 10, 20)) {
    document_.edition.paper.value = "日报";
    document_.edition.date = Date{2024, 1, 8};
    document_.edition.issue.value = "12";
    document_.articles.clear();
    document_.edition.pages[0].stories.clear();
    frame().name.value = "it";
    frame().kind = Frame::Kind::kFurniture;
  }
  Frame& frame() { return document_.layouts[0].frames[0]; }
  PageSpec& page() { return document_.edition.pages[0]; }

  const PlacedPage& place() {
    placed_ = place_edition(document_, serif(), diags_);
    return placed_.pages[0];
  }

  /// "text@x,y" of every piece of text, in points from the type area.
  std::vector<std::string> texts() {
    std::vector<std::string> out;
    for (const DrawItem& item : place().items) {
      const auto* text = std::get_if<DrawText>(&item);
      if (text == nullptr) continue;
      const Point at = text->glyphs.front().origin;
      out.push_back(text->text + "@" + std::to_string(std::lround((at.x - 20_pt).pt())) + "," +
                    std::to_string(std::lround((at.y - 20_pt).pt())));
    }
    return out;
  }
  std::string said() const {
    std::string out;
    for (const Diagnostic& d : diags_.all()) out += d.code + ": " + d.message + "\n";
    return out;
  }

  Document document_;
  PlacedEdition placed_;
  Diagnostics diags_;
};

using Strings = std::vector<std::string>;

TEST_F(FurnitureTest, TheFolioTurnsWithThePage) {
  frame().kind = Frame::Kind::kFolio;
  frame().outer.value = "**{page}**", frame().inner.value = "{paper}";
  document_.layouts[0].styles["folio-number"].size = 16_pt;
  page().number = 3;  // 43字 wide
  EXPECT_EQ(texts(), (Strings{"日报@0,14", "3@422,14"}));
  page().number = 4;
  EXPECT_EQ(texts(), (Strings{"日报@410,14", "4@0,14"}));
}

TEST_F(FurnitureTest, ASpreadHasBothOfItsNumbers) {
  PageLayout& layout = document_.layouts[0];
  layout.fold = Fold{Fold::Form::kSpread, 10_pt};
  page().number = 4, page().spread = true;
  frame().kind = Frame::Kind::kFolio;
  frame().columns.value = {1, 4}, frame().rows.value = {1, 1};
  frame().outer.value = "{page}", frame().inner.value = "今日{pages}版";
  // The type area is 430 pt wide, the fold in its middle; 4 stands at the left edge, 5 at the right one.
  const Strings all = texts();
  ASSERT_EQ(all.size(), 4u);
  EXPECT_EQ(all[0], "今日2版@170,9");
  EXPECT_EQ(all[1], "4@0,9");
  EXPECT_EQ(all[2], "今日2版@220,9");
  EXPECT_EQ(all[3].substr(0, 2), "5@");
  TextFrame text;
  text.text.value = "第{page}版";
  frame().kind = Frame::Kind::kFurniture;
  frame().furniture = text;
  EXPECT_EQ(texts()[0], "第4-5版@0,9");
  frame().columns.value = {1, 2};
  EXPECT_EQ(texts()[0], "第4版@0,9");
  frame().columns.value = {3, 4};
  EXPECT_EQ(texts()[0].substr(0, 7), "第5版");
  layout.grid.writing = WritingMode::kVertical;  // begins at the right
  layout.width = layout.type_area().width + 40_pt, layout.height = layout.type_area().height + 40_pt;
  frame().columns.value = {1, 1}, frame().rows.value = {1, 3};
  EXPECT_EQ(numbers_at(page(), layout, frame()).in_words(), "4");
}

TEST_F(FurnitureTest, TextIsSpreadAndFieldsAreFilledIn) {
  TextFrame text;
  text.text.value = "| {year} | 第{issue}期 | 农历{lunar} |\n今日{pages}版";
  frame().furniture = text;
  const Strings all = texts();
  ASSERT_EQ(all.size(), 4u);
  EXPECT_EQ(all[0].substr(0, 6), "2024@0");
  EXPECT_EQ(all[2].substr(0, all[2].find('@')), "农历癸卯年十一月廿七");
  EXPECT_EQ(all[2].substr(all[2].find('@')), "@330,9");  // ten 字, flush right on 430
  EXPECT_EQ(all[3], "今日1版@0,24");
  EXPECT_EQ(said(), "");
}

TEST_F(FurnitureTest, ASpreadLineThatIsTooWideLosesNoWord) {
  TextFrame text;
  text.text.value = "| " + test::han(30) + " | " + test::han(20) + " |";
  frame().furniture = text;
  EXPECT_EQ(texts().size(), 2u);
  EXPECT_EQ(said().substr(0, 16), "spread-too-wide:");
}

TEST_F(FurnitureTest, PartsOfARowNeverMeet) {
  TextFrame text;  // 43字: the middle part would begin before the first has ended
  text.text.value = "| " + test::han(25) + " | 中中中 | 右 |\n| 一 | 二 | 三 |";
  frame().furniture = text;
  const Strings all = texts();
  ASSERT_EQ(all.size(), 6u);
  EXPECT_EQ(all[1], "中中中@320,9");  // 14字 left over, shared by two gaps
  EXPECT_EQ(all[4].substr(0, all[4].find('@')), "二");
  EXPECT_EQ(said(), "");
}

TEST_F(FurnitureTest, AFolioWhosePartsMeetIsRefused) {
  frame().kind = Frame::Kind::kFolio;
  frame().left.value = test::han(20), frame().centre.value = test::han(3);
  EXPECT_EQ(texts().size(), 2u);
  EXPECT_EQ(said(), "folio-too-wide: the parts of folio 'it' meet one another\n");
}

TEST_F(FurnitureTest, StandsBesideTheTypeAreaWhereItIsToldTo) {
  const Rect type = document_.layouts[0].type_area();
  frame().rows.value = {3, 4};
  struct Case {
    Outside::Edge edge;
    int page;
    Rect box;
  };
  const Rect cells = page_area(document_.layouts[0]).area({1, 4}, {3, 4});
  const Rect left{type.x - 17_pt, cells.y, 15_pt, cells.height},
      right{type.right() + 2_pt, cells.y, 15_pt, cells.height};
  using Edge = Outside::Edge;
  for (const Case& c :
       {Case{Edge::kTop, 1, {type.x, type.y - 17_pt, type.width, 15_pt}},
        Case{Edge::kBottom, 1, {type.x, type.bottom() + 2_pt, type.width, 15_pt}}, Case{Edge::kLeft, 1, left},
        Case{Edge::kRight, 1, right}, Case{Edge::kInner, 1, left}, Case{Edge::kInner, 2, right},
        Case{Edge::kOuter, 1, right}, Case{Edge::kOuter, 2, left}}) {
    frame().outside = Outside{c.edge, 2_pt, 15_pt};
    frame().furniture = AdvertFrame{};
    page().number = c.page;
    EXPECT_EQ(place().fits[0].box, c.box) << static_cast<int>(c.edge) << " of page " << c.page;
  }
}

TEST_F(FurnitureTest, TextThatDoesNotFitIsToldWithItsWords) {
  TextFrame text;
  text.text.value = "一\n二\n三";
  frame().furniture = text;
  frame().rows.value = {1, 2};
  EXPECT_EQ(texts().size(), 2u);
  EXPECT_EQ(said(), "overset: frame 'it' is over by 1 行\n");
  EXPECT_EQ(placed_.pages[0].fits[0].over_text, "三");
}

TEST_F(FurnitureTest, LegsEndLevel) {
  TextFrame text;
  text.text.value = "一\n二\n三\n四";
  text.legs = 2;
  frame().furniture = text;
  EXPECT_EQ(texts(), (Strings{"一@0,9", "二@0,24", "三@220,9", "四@220,24"}));
}

/// Neither a heading at the foot of a leg nor a rule at the head of the next.
TEST_F(FurnitureTest, AHeadingGoesIntoTheNextLegWithItsText) {
  TextFrame text;
  text.legs = 2;
  const auto set = [&](const std::string& words) {
    text.text.value = words;
    frame().furniture = text;
    return texts();
  };
  EXPECT_EQ(set("一\n# 题\n二"), (Strings{"一@0,9", "题@220,9", "二@220,24"}));
  EXPECT_EQ(set("一\n二\n---\n三\n四"), (Strings{"一@0,9", "二@0,24", "三@220,9", "四@220,24"}));
}

TEST_F(FurnitureTest, DigestEntriesEndInTheirPages) {
  frame().furniture = DigestFrame{};
  frame().columns.value = {1, 1}, frame().rows.value = {1, 4};
  page().digests["it"] = {{{"甲乙", {}}, {"丙", {}}, {"x", {}}, 3}, {{"丁", {}}, {}, {"y", {}}, 12}};
  const Strings all = texts();
  ASSERT_EQ(all.size(), 7u);
  EXPECT_EQ(all[0], "甲乙@0,9");
  EXPECT_EQ(all[1].substr(0, 3), "…");
  EXPECT_EQ(all[2].substr(0, all[2].find('@')), "第3版");
  EXPECT_EQ(all[6].substr(0, all[6].find('@')), "第12版");
  const auto right = [&](const std::string& s) { return std::stoi(s.substr(s.find('@') + 1)); };
  EXPECT_LT(right(all[6]), right(all[2]));  // one digit more, flush right
}

TEST_F(FurnitureTest, TheNameFillsItsFrameOrIsTooLarge) {
  Style& style = document_.layouts[0].styles["nameplate"];
  style.size = 100_pt, style.align = Align::kJustify;
  frame().furniture = Nameplate{};
  frame().columns.value = {1, 4};
  place();
  EXPECT_EQ(said(), "");
  const auto& name = std::get<DrawText>(placed_.pages[0].items[0]);
  EXPECT_EQ(name.text, "日报");
  EXPECT_EQ(name.glyphs[0].origin.x, 20_pt);
  EXPECT_NEAR(name.glyphs[1].origin.x.pt(), 20 + 430 - 100, 0.1);
  frame().columns.value = {1, 1};
  place();
  EXPECT_EQ(said(), "nameplate-too-large: the name is too wide for its frame\n");
  const auto& smaller = std::get<DrawText>(placed_.pages[0].items[0]);  // nothing leaves the frame
  EXPECT_LE(smaller.glyphs[1].origin.x + smaller.size, 20_pt + document_.layouts[0].grid.span(1) + 0.1_pt);
}

TEST_F(FurnitureTest, AMissingAdvertisementLeavesAPlaceholder) {
  frame().furniture = AdvertFrame{};
  Advert advert;
  advert.art.file.value = "x.pdf", advert.art.path = "x.pdf", advert.art.kind = Artwork::Kind::kPdf;
  advert.width = 100_pt, advert.height = 50_pt;
  page().adverts["it"] = advert;
  place();
  const auto& grey = std::get<DrawRule>(placed_.pages[0].items[0]);
  EXPECT_EQ(grey.box.width, 100_pt);
  EXPECT_EQ(grey.box.height, 50_pt);
  EXPECT_EQ(texts()[0].substr(0, 6), "广告");
}

TEST_F(FurnitureTest, AdvertisementsAreMeasuredAgainstTheirBooking) {
  frame().furniture = AdvertFrame{};
  Advert advert;
  advert.art.file.value = "x.pdf", advert.art.kind = Artwork::Kind::kPdf, advert.art.usable = true;
  advert.art.width = 100_mm, advert.art.height = 50_mm;
  advert.width = 100.4_mm, advert.height = 49.6_mm;  // within half a millimetre
  page().adverts["it"] = advert;
  place();
  EXPECT_EQ(said(), "");
  const auto& art = std::get<DrawArtwork>(placed_.pages[0].items[0]);
  EXPECT_NEAR(art.box.width / art.box.height, 2, 1e-4);  // never distorted
  page().adverts["it"].width = 80_mm;
  place();
  EXPECT_EQ(said(), "ad-size: advertisement 'x.pdf' is 100 × 50 mm; booked are 80 × 49.6 mm\n");
  page().adverts["it"].width = 900_mm;
  diags_ = {};
  place();
  EXPECT_EQ(said().substr(0, 60), "ad-size: the booking of 900 × 49.6 mm does not fit frame 'i");
}

TEST(QrCode, StandsOnWholeModules) {
  const Rect box{3_pt, 5_pt, 60_pt, 70_pt};
  const auto code = qr_code("https://www.fenhe.example/", box);
  ASSERT_TRUE(code);
  EXPECT_TRUE(box.contains(code->box));
  EXPECT_EQ(code->module.units() % Length::millimetres(0.01).units(), 0);
  const std::int64_t module = code->module.units(), modules = code->box.width.units() / module;
  EXPECT_EQ((modules - 8 - 21) % 4, 0);  // 21, 25, 29 … and the quiet zone
  std::set<std::pair<std::int64_t, std::int64_t>> dark;
  for (const Rect& rect : code->dark) {
    const std::int64_t x = (rect.x - code->box.x).units(), y = (rect.y - code->box.y).units();
    ASSERT_EQ(x % module + y % module + rect.width.units() % module + rect.height.units() % module, 0);
    for (std::int64_t i = 0; i < rect.width.units() / module; ++i) {
      for (std::int64_t j = 0; j < rect.height.units() / module; ++j) {
        dark.insert({x / module + i, y / module + j});
      }
    }
  }
  // The three finder patterns are there, the quiet zone is empty.
  const std::pair<std::int64_t, std::int64_t> corners[] = {{4, 4}, {modules - 11, 4}, {4, modules - 11}};
  for (const auto& [x, y] : corners) {
    for (std::int64_t i = 0; i < 7; ++i) EXPECT_TRUE(dark.contains({x + i, y}) && dark.contains({x, y + i}));
    EXPECT_FALSE(dark.contains({x + 1, y + 1}));
    EXPECT_TRUE(dark.contains({x + 3, y + 3}));
  }
  for (const auto& [x, y] : dark) {
    EXPECT_TRUE(x >= 4 && y >= 4 && x < modules - 4 && y < modules - 4);
  }
  EXPECT_FALSE(qr_code(std::string(5000, 'x'), box));
}

}  // namespace
}  // namespace banxin
