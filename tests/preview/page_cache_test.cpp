// Pages placed one by one are those of the whole edition, and only what has changed is placed again.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <functional>
#include <optional>
#include <random>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include "layout/layout.h"
#include "pages.h"
#include "preview/follow.h"
#include "render/screen.h"

namespace banxin {
namespace {

using Pages = test::Pages;

TEST_F(Pages, AreThoseOfTheWholeEdition) {
  const auto edition = make();
  Diagnostics diags;
  const PlacedEdition whole = place_edition(*edition->document, *fonts_, diags);
  ASSERT_EQ(edition->pages.size(), whole.pages.size());
  for (std::size_t i = 0; i < whole.pages.size(); ++i) {
    EXPECT_EQ(edition->pages[i].key, page_keys(whole, i).page) << i;
    EXPECT_EQ(edition->pages[i].placed->pages[edition->pages[i].page].number, static_cast<int>(i) + 1);
  }
  EXPECT_EQ(edition->diags.all().size(), diags.all().size());
}

TEST_F(Pages, OnlyWhatHasChangedIsPlaced) {
  const auto before = make();
  texts_[2] = "夏种之前";
  const auto after = make();
  const auto kept = [&](std::size_t page) { return before->pages[page].placed == after->pages[page].placed; };
  EXPECT_TRUE(kept(0) && kept(2));
  EXPECT_FALSE(kept(1) || kept(3));
  texts_[0] = "another grid";
  const auto last = make();
  for (std::size_t page = 0; page < 4; ++page) EXPECT_NE(after->pages[page].placed, last->pages[page].placed);
  for (std::size_t page = 0; page < 4; ++page) EXPECT_EQ(after->pages[page].key, last->pages[page].key);
}

TEST_F(Pages, WhatIsMissingHasAPlaceholderWhereOneIsAskedFor) {
  layout_.frames[0].rows.value = {1, 10};
  Frame side = layout_.frames[0];
  side.name.value = "side", side.rows.value = {12, 20};
  layout_.frames.push_back(side);
  const auto text_of = [](const LivePage& page) {
    std::string text;
    for (const DrawItem& item : page.placed->pages[page.page].items) {
      const auto* type = std::get_if<DrawText>(&item);
      if (type != nullptr && type->node == kArtifact) text += type->text + "/";
    }
    return text;
  };
  const auto bare = make();
  cache_ = PageCache(Missing::kPlaceholder);
  const auto shown = make();
  for (std::size_t page = 0; page < 4; ++page) {
    EXPECT_EQ(text_of(bare->pages[page]), "");
    EXPECT_EQ(text_of(shown->pages[page]), "side/18行 198字/");
  }
  EXPECT_EQ(bare->diags.all().size(), shown->diags.all().size());
}

TEST_F(Pages, KnowHowManyThereAreInAll) {
  Frame folio = layout_.frames[0];
  folio.name.value = "count", folio.kind = Frame::Kind::kFurniture, folio.rows.value = {1, 3};
  folio.furniture = TextFrame{{"今日{pages}版", {}}, {}};
  layout_.frames[0].rows.value = {4, 20};
  layout_.frames.push_back(folio);
  const auto edition = make();
  for (const LivePage& page : edition->pages) {
    std::string text;
    for (const DrawItem& item : page.shown().items) {
      const auto* type = std::get_if<DrawText>(&item);
      if (type != nullptr) text += type->text;
    }
    EXPECT_NE(text.find("今日4版"), std::string::npos) << text;
  }
}

TEST_F(Pages, AnAdvertisementThatIsAnotherFileIsSeen) {
  const std::filesystem::path file = std::filesystem::path(testing::TempDir()) / "advert.pdf";
  const auto deliver = [&](const char* bytes) { std::ofstream(file) << bytes; };
  deliver("first");
  Frame advert = layout_.frames[0];
  advert.name.value = "ad", advert.kind = Frame::Kind::kFurniture, advert.rows.value = {15, 20};
  advert.furniture = AdvertFrame{};
  layout_.frames[0].rows.value = {1, 14};
  layout_.frames.push_back(advert);
  on_page_ = [&](PageSpec& page) {
    if (page.number == 2) page.adverts["ad"].art = {Artwork::Kind::kPdf, {"advert.pdf", {}}, file.string()};
  };
  const auto before = make();
  deliver("the second");
  const auto after = make();
  const auto kept = [&](std::size_t page) { return before->pages[page].placed == after->pages[page].placed; };
  EXPECT_TRUE(kept(0) && kept(2));
  EXPECT_FALSE(kept(1)) << "the page that it stands on";
  EXPECT_THAT(inputs_of(*after), testing::Contains(file));
}

TEST_F(Pages, PutTogetherAreWhatIsPlacedAtOnce) {
  const auto first = make();
  texts_[2] = "夏种之前";
  const auto edition = make();
  Diagnostics diags;
  const PlacedEdition at_once = place_edition(*edition->document, *fonts_, diags);
  const PlacedEdition joined = whole_edition(*edition);
  EXPECT_EQ(dump(joined, fonts_->catalogue()), dump(at_once, fonts_->catalogue()));
  ASSERT_EQ(joined.structure.size(), at_once.structure.size());
  for (std::size_t i = 0; i < joined.structure.size(); ++i)
    EXPECT_EQ(joined.structure[i].source, at_once.structure[i].source) << i;
}

TEST_F(Pages, AnArticleThatComesOrGoesMovesNoOther) {
  make();
  texts_.insert(texts_.begin() + 1, "立春");
  const auto edition = make();
  Diagnostics diags;
  EXPECT_EQ(dump(whole_edition(*edition), fonts_->catalogue()),
            dump(place_edition(*edition->document, *fonts_, diags), fonts_->catalogue()));
}

/// Two stories on each page, one that is too long among them; characters come and go by chance.
TEST_F(Pages, StoriesTakenOverAreThoseOfThePageMadeAnew) {
  Frame side = layout_.frames[0];
  layout_.frames[0].rows.value = {1, 10};
  side.name.value = "side", side.rows.value = {12, 20};
  layout_.frames.push_back(side);
  on_page_ = [](PageSpec& page) {
    page.stories = {{"lead", page.number == 3 ? 2u : 0u}, {"side", page.number % 2 == 0 ? 1u : 3u}};
  };
  texts_.push_back("冬藏");
  for (std::size_t i = 1; i < texts_.size(); ++i) {
    const std::string sentence = texts_[i] + "，一句话。";
    for (int more = 0; more < 12; ++more) texts_[i] += sentence;
  }
  std::minstd_rand random(4);
  const auto any = [&](std::size_t n) { return static_cast<std::size_t>(random()) % n; };
  const auto said = [](const Diagnostics& diags) {
    std::multiset<std::string> out;
    for (const Diagnostic& d : diags.all()) out.insert(d.code + " " + d.message);
    return out;
  };
  for (int round = 0; round < 40; ++round) {
    std::string& text = texts_[1 + any(texts_.size() - 1)];
    const std::size_t at = any(text.size() / 3) * 3;
    if (any(2) == 0 && text.size() > 60)
      text.erase(at, 3 * (1 + any(4)));
    else
      text.insert(at, any(2) == 0 ? "新" : "，再加上一些");
    const auto edition = make();
    Diagnostics diags;
    const PlacedEdition at_once = place_edition(*edition->document, *fonts_, diags);
    ASSERT_EQ(dump(whole_edition(*edition), fonts_->catalogue()), dump(at_once, fonts_->catalogue()))
        << round;
    ASSERT_EQ(said(edition->diags), said(diags)) << round;
  }
}

/// Pixels outside the area are the same before and after.
TEST_F(Pages, WhatHasChangedIsAllInTheChangedArea) {
  const auto paint = [&](const LivePage& page) {
    Screen screen(*fonts_);
    Diagnostics diags;
    const PlacedPage& shown = page.shown();
    return *screen.paint(*page.placed, shown, {Length(), Length(), shown.width, shown.height}, 72, diags);
  };
  texts_[1] = "春天来了，燕子从南方飞回来，在檐下筑巢。人们开始翻地、播种、施肥，等着第一场雨。";
  auto before = make();
  for (const auto& [from, to] : {std::pair("南方", "南边"), std::pair("人们", "人"), std::pair("。", "")}) {
    texts_[1].replace(texts_[1].find(from), std::string_view(from).size(), to);
    const auto after = make();
    const std::optional<Rect> area = changed_area(before->pages[0], after->pages[0]);
    ASSERT_TRUE(area) << to;
    EXPECT_LT(area->height, after->pages[0].shown().height / 2) << to;
    const Raster old_one = paint(before->pages[0]), new_one = paint(after->pages[0]);
    int inside = 0, outside = 0;
    for (int y = 0; y < old_one.height; ++y) {
      for (int x = 0; x < old_one.width; ++x) {
        if (std::memcmp(old_one.row(y) + 4 * x, new_one.row(y) + 4 * x, 4) == 0) continue;
        const Rect pixel{Length::points(x), Length::points(y), 1_pt, 1_pt};
        ++(pixel.overlaps(*area) ? inside : outside);
      }
    }
    EXPECT_GT(inside, 0) << to;
    EXPECT_EQ(outside, 0) << to;
    before = after;
  }
  EXPECT_TRUE(changed_area(before->pages[0], make()->pages[0])->empty());
  layout_.width = layout_.width + 1_mm;
  texts_[0] = "wider";
  EXPECT_FALSE(changed_area(before->pages[0], make()->pages[0])) << "a page of another size";
}

TEST_F(Pages, PlacesGoWithTheNamesOfFiles) {
  Sources from, to;
  from.add("a", ""), from.add("b", "");
  to.add("b", ""), to.add("c", "");
  EXPECT_EQ(numbers_in(from, to), (std::vector<std::uint32_t>{SourceSpan::kNoFile, 0}));
  EXPECT_EQ(numbers_in(from, from), (std::vector<std::uint32_t>{0, 1}));
}

TEST_F(Pages, FindingsOfKeptPagesAreToldAgain) {
  std::string much;
  for (int i = 0; i < 50; ++i) much += "一段很长的文字放不下。";
  texts_[1] = much;
  const auto before = make();
  texts_[3] = "冬藏";
  const auto after = make();
  ASSERT_TRUE(before->diags.has_errors() && after->diags.has_errors());
  EXPECT_EQ(before->diags.all().size(), after->diags.all().size());
  EXPECT_EQ(after->sources->at(after->diags.all().back().where.file).path, "article1.md");
}

}  // namespace
}  // namespace banxin
