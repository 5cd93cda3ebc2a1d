#include "cli/page_list.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace banxin {
namespace {

using testing::ElementsAre;

TEST(ChoosePages, Lists) {
  const std::vector<int> numbers{1, 2, 3, 5, 8};
  EXPECT_THAT(choose_pages("", numbers).indexes, ElementsAre(0, 1, 2, 3, 4));
  EXPECT_THAT(choose_pages("2", numbers).indexes, ElementsAre(1));
  EXPECT_THAT(choose_pages("1,3-5", numbers).indexes, ElementsAre(0, 2, 3));
  EXPECT_THAT(choose_pages("8,1,1", numbers).indexes, ElementsAre(0, 4));
}

TEST(ChoosePages, SaysWhatIsWrong) {
  const std::vector<int> numbers{1, 2};
  EXPECT_EQ(choose_pages("x", numbers).error, "'x' is no page number or range; write --pages 1,3-5");
  EXPECT_EQ(choose_pages("1,", numbers).indexes.size(), 1u);
  EXPECT_EQ(choose_pages("5-3", numbers).error, "'5-3' is no page number or range; write --pages 1,3-5");
  EXPECT_EQ(choose_pages("1,7", numbers).error, "the edition has no page 7");
}

TEST(PageList, EitherNumberOfASpreadChoosesIt) {
  PlacedPage front, spread;
  front.number = 1, spread.number = 4, spread.spread = true;
  const std::vector<NumberedPage> pages = {NumberedPage(front), NumberedPage(spread)};
  for (const char* list : {"4", "5", "4-5", "5-8"}) {
    EXPECT_THAT(choose_pages(list, pages).indexes, ElementsAre(1)) << list;
  }
  EXPECT_EQ(choose_pages("3", pages).error, "the edition has no page 3");
}

}  // namespace
}  // namespace banxin
