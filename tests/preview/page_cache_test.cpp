// Pages placed one by one are those of the whole edition, and only what has changed is placed again.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <functional>
#include <string>
#include <utility>
#include <variant>

#include "layout/layout.h"
#include "pages.h"
#include "preview/follow.h"

namespace banxin {
namespace {

using Pages = test::Pages;

TEST_F(Pages, AreThoseOfTheWholeEdition) {
  const auto edition = make();
  Diagnostics diags;
  const PlacedEdition whole = place_edition(*edition->document, *fonts_, diags);
  ASSERT_EQ(edition->pages.size(), whole.pages.size());
  for (std::size_t i = 0; i < whole.pages.size(); ++i) {
    EXPECT_EQ(edition->pages[i].key, page_key(whole, i)) << i;
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
