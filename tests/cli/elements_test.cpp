// What the samples are there to show, held on the dumps of their approved pages (golden.samples holds that
// the engine still makes them).
#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "run_program.h"

namespace banxin {
namespace {

using nlohmann::json;

struct Box {
  double x = 0, y = 0, right = 0, bottom = 0;
  bool holds(double at_x, double at_y) const { return at_x > x && at_x < right && at_y > y && at_y < bottom; }
  bool overlaps(const Box& o) const { return x < o.right && o.x < right && y < o.bottom && o.y < bottom; }
};

Box box_of(const json& b) {
  return {b[0], b[1], b[0].get<double>() + b[2].get<double>(), b[1].get<double>() + b[3].get<double>()};
}

/// The page of an approved edition.
class Approved {
 public:
  Approved(const std::string& sample, int page, const std::string& edition = "edition")
      : dump_(json::parse(test::slurp(std::string(BANXIN_SOURCE_DIR "/samples/") + sample + "/" + edition +
                                      ".golden/page-" + std::to_string(page) + ".json"))),
        page_(dump_["pages"][0]) {}

  const json& page() const { return page_; }
  Box frame(const std::string& name) const {
    for (const json& fit : page_["fits"]) {
      if (fit["frame"] == name) return box_of(fit["box"]);
    }
    ADD_FAILURE() << "no frame " << name;
    return {};
  }
  std::vector<json> slots(const std::string& frame) const {
    std::vector<json> out;
    for (const json& slot : page_["slots"]) {
      if (slot["frame"] == frame) out.push_back(slot);
    }
    return out;
  }
  /// Its rows in a column, first and last.
  std::pair<int, int> rows(const std::string& frame, int column) const {
    std::pair<int, int> out{1000, 0};
    for (const json& slot : slots(frame)) {
      if (slot["column"] != column) continue;
      out = {std::min(out.first, slot["row"].get<int>()), std::max(out.second, slot["row"].get<int>())};
    }
    return out;
  }
  std::set<double> measures(const std::string& frame) const {
    std::set<double> out;
    for (const json& slot : slots(frame)) out.insert(slot["box"][2].get<double>());
    return out;
  }
  std::vector<Box> photos(const std::string& file) const {
    std::vector<Box> out;
    for (const json& item : page_["items"]) {
      if (item.contains("image") && item["photo"].get<std::string>().find(file) != std::string::npos)
        out.push_back(box_of(item["image"]));
    }
    return out;
  }
  const json* text(const std::string& words) const {
    for (const json& item : page_["items"]) {
      if (item.contains("text") && item["text"].get<std::string>().find(words) != std::string::npos)
        return &item;
    }
    return nullptr;
  }
  /// The large number of a folio.
  const json* number(const std::string& number) const {
    for (const json& item : page_["items"]) {
      if (item.contains("text") && item["text"] == number && item["size"] == 16) return &item;
    }
    return nullptr;
  }
  /// A line is an item for each face and size in it.
  bool says(const std::string& words) const {
    std::string all;
    for (const json& item : page_["items"]) {
      if (item.contains("text")) all += item["text"].get<std::string>();
    }
    return all.find(words) != all.npos;
  }
  bool has(const std::string& key) const {
    return std::any_of(page_["items"].begin(), page_["items"].end(),
                       [&](const json& i) { return i.contains(key); });
  }

 private:
  json dump_;
  const json& page_;
};

TEST(Elements, ASpreadIsTwoPagesWithAPhotoOverTheFold) {
  const Approved page("pictures", 6);
  const Box fold = box_of(page.page()["fold"]);
  EXPECT_NEAR(page.page()["width"].get<double>(), 2 * 270 * 72 / 25.4, 0.01);
  const std::vector<Box> wide = page.photos("bridge-wide.jpg");
  ASSERT_EQ(wide.size(), 1u);
  EXPECT_TRUE(wide[0].x < fold.x && wide[0].right > fold.right);
  for (const json& item : page.page()["items"]) {
    if (!item.contains("text")) continue;
    for (const json& x : item["x"]) EXPECT_FALSE(fold.holds(x.get<double>() + 1, 100)) << item["text"];
  }
  const json *six = page.number("6"), *seven = page.number("7");
  ASSERT_TRUE(six != nullptr && seven != nullptr);
  EXPECT_LT((*six)["x"][0].get<double>(), fold.x);
  EXPECT_GT((*seven)["x"][0].get<double>(), fold.right);
}

TEST(Elements, AStripStandsInTheInnerMargin) {
  const Approved even("furniture", 2), odd("furniture", 3);
  const Box left = box_of(odd.page()["type_area"]), right = box_of(even.page()["type_area"]);
  EXPECT_GT(even.frame("strip").x, right.right);
  EXPECT_LT(odd.frame("strip").right, left.x);
  EXPECT_GT(odd.frame("strip").x, 0);
}

TEST(Elements, AUnionHasAPhotoInItsNotch) {
  const Approved page("weekend", 1);
  EXPECT_GE(page.rows("yard", 1).second, 85);
  EXPECT_GE(page.rows("yard", 2).second, 85);
  EXPECT_EQ(page.rows("yard", 3).second, 63);
  const std::vector<Box> tower = page.photos("lighthouse.jpg");
  ASSERT_EQ(tower.size(), 1u);
  for (const json& slot : page.slots("yard")) EXPECT_FALSE(box_of(slot["box"]).overlaps(tower[0]));
}

TEST(Elements, LinkedFramesHaveTheirOwnMeasures) {
  const Approved page("weekend", 1);
  EXPECT_EQ(*page.measures("river").rbegin(), 21 * 9);            // two legs over three columns
  EXPECT_EQ(page.measures("river-2"), std::set<double>{14 * 9});  // the basic column
}

TEST(Elements, TextStandsAtBothSidesOfAPhoto) {
  const Approved page("weekend", 1);
  const std::vector<Box> photo = page.photos("watertown.jpg");
  ASSERT_EQ(photo.size(), 1u);
  int left = 0, right = 0;
  for (const json& slot : page.slots("river")) {
    const Box box = box_of(slot["box"]);
    EXPECT_FALSE(box.overlaps(photo[0]));
    if (box.y < photo[0].y || box.bottom > photo[0].bottom) continue;
    (box.right <= photo[0].x ? left : right) += 1;
  }
  EXPECT_GT(left, 4);
  EXPECT_EQ(left, right);
}

TEST(Elements, AHeadlineStandsOnItsPhoto) {
  const Approved page("weekend", 1);
  const std::vector<Box> photo = page.photos("terraces.jpg");
  const json* title = page.text("山里的钟点");
  ASSERT_TRUE(photo.size() == 1 && title != nullptr);
  EXPECT_TRUE(photo[0].holds((*title)["x"][0], (*title)["y"]));
  EXPECT_EQ((*title)["ink"], json({0, 0, 0, 0}));
}

TEST(Elements, ANameplateIsADrawing) {
  const Approved page("weekend", 1);
  const Box plate = page.frame("nameplate");
  const json& art = *std::find_if(page.page()["items"].begin(), page.page()["items"].end(),
                                  [](const json& i) { return i.contains("artwork"); });
  EXPECT_EQ(art["file"], "art/weekend.svg");
  EXPECT_GE(box_of(art["artwork"]).x, plate.x);
  EXPECT_LE(box_of(art["artwork"]).bottom, plate.bottom + 0.01);
}

TEST(Elements, ANameplateIsAPageOfAPdf) {
  const Approved page("mastheads", 1);
  const Box plate = page.frame("nameplate");
  const json& art = *std::find_if(page.page()["items"].begin(), page.page()["items"].end(),
                                  [](const json& i) { return i.contains("artwork"); });
  EXPECT_EQ(art["file"], "art/daily.pdf");
  const Box box = box_of(art["artwork"]);
  EXPECT_TRUE(box.x >= plate.x && box.right <= plate.right && box.bottom <= plate.bottom + 0.01);
}

TEST(Elements, ANameplateIsAPicture) {
  const Approved page("mastheads", 1, "morning");
  const Box plate = page.frame("nameplate");
  const std::vector<Box> art = page.photos("art/morning.png");
  ASSERT_EQ(art.size(), 1u);
  EXPECT_TRUE(art[0].x >= plate.x && art[0].right <= plate.right && art[0].bottom <= plate.bottom);
}

/// Six columns of 17字 on 对开 paper, five of 13字 on 四开.
TEST(Elements, GridsByTheirNames) {
  const Approved broadsheet("mastheads", 1), tabloid("mastheads", 1, "morning"), berliner("weekend", 1);
  EXPECT_EQ(broadsheet.measures("lead"), std::set<double>{17 * 9});
  EXPECT_EQ(tabloid.measures("lead"), std::set<double>{13 * 9});
  EXPECT_EQ(berliner.measures("river-2"), std::set<double>{14 * 9});
}

TEST(Elements, OrnamentsAreStrokes) { EXPECT_TRUE(Approved("weekend", 1).has("stroke")); }

TEST(Elements, LegsAreWhole) {
  const Approved inside("daily", 2), front("daily", 1), evening("evening", 1);
  EXPECT_EQ(inside.measures("lead").size(), 1u);  // four legs over six columns 六破四
  EXPECT_EQ(std::fmod(*inside.measures("lead").begin(), 9), 0);
  EXPECT_EQ(front.measures("comment"), std::set<double>{19 * 9});  // three columns in two legs, in a box
  EXPECT_EQ(*evening.measures("second").rbegin(), 17 * 9);         // 三分二
  EXPECT_EQ(*evening.measures("briefs").rbegin(), 11 * 9);
}

TEST(Elements, AJumpNamesBothOfItsEnds) {
  const Approved front("daily", 1), feature("daily", 3);
  EXPECT_TRUE(front.says("下转第3版"));
  EXPECT_TRUE(feature.says("上接第1版"));
}

TEST(Elements, AVerticalHeadlineStandsBesideItsText) {
  const Approved page("daily", 2);
  for (const json& item : page.page()["items"]) {
    if (!item.contains("text") || item["text"].get<std::string>().find("旧厂房里") == std::string::npos)
      continue;
    ASSERT_TRUE(item["y"].is_array());
    for (std::size_t i = 1; i < item["y"].size(); ++i) {
      EXPECT_EQ(item["x"][i], item["x"][0]);
      EXPECT_GT(item["y"][i].get<double>(), item["y"][i - 1].get<double>());
    }
    return;
  }
  ADD_FAILURE() << "no headline";
}

TEST(Elements, SeveralPhotosShareOneCaption) {
  const Approved page("pictures", 5);
  const std::vector<Box> left = page.photos("bridge.jpg"), right = page.photos("lighthouse.jpg");
  ASSERT_TRUE(left.size() == 1 && right.size() == 1);
  EXPECT_EQ(left[0].y, right[0].y);
  EXPECT_EQ(left[0].bottom, right[0].bottom);
  EXPECT_LT(left[0].right, right[0].x);
  EXPECT_TRUE(page.says("左图：清晨的云浦大桥，桥塔刚刚迎到日光。　右图"));
}

TEST(Elements, APortraitIsSetIntoTheText) {
  const Approved page("pictures", 5);
  const std::vector<Box> portrait = page.photos("worker.jpg");
  ASSERT_EQ(portrait.size(), 1u);
  EXPECT_NEAR(portrait[0].right - portrait[0].x, 8 * 9, 0.01);
  int beside = 0;
  for (const json& slot : page.slots("worker")) {
    const Box box = box_of(slot["box"]);
    EXPECT_FALSE(box.overlaps(portrait[0]));
    if (box.x > portrait[0].right && box.right < 232 && box.bottom < portrait[0].bottom) ++beside;
  }
  EXPECT_GT(beside, 7);
}

TEST(Elements, ACaptionStandsBesideItsPicture) {
  const Approved page("pictures", 5);
  const std::vector<Box> picture = page.photos("terraces.jpg");
  const json* caption = page.text("雾散之后");
  ASSERT_TRUE(picture.size() == 1 && caption != nullptr);
  EXPECT_GT((*caption)["x"][0].get<double>(), picture[0].right);
  EXPECT_LT((*caption)["y"].get<double>(), picture[0].bottom);
}

TEST(Elements, ACaptionAndACreditComeFromTheFile) {
  EXPECT_EQ(test::slurp(BANXIN_SOURCE_DIR "/samples/daily/articles/p2/port.md").find("装卸集装箱"),
            std::string::npos);
  const Approved page("daily", 2);
  EXPECT_TRUE(page.says("云浦港三号码头，岸桥正在装卸集装箱。"));
  EXPECT_TRUE(page.says("本报记者 沈一舟 摄"));
}

TEST(Elements, ASentenceInLargeTypeKeepsTheTextOff) {
  const Approved page("daily", 3);
  const Box pull = page.frame("pull");
  for (const json& slot : page.slots("main")) EXPECT_FALSE(box_of(slot["box"]).overlaps(pull));
  const json* words = page.text("第七十三级，向东，何家");
  ASSERT_NE(words, nullptr);
}

TEST(Elements, ADropCapitalTakesThreeLines) {
  const Approved page("daily", 3);
  const json* drop = page.text("去");
  ASSERT_NE(drop, nullptr);
  EXPECT_EQ((*drop)["size"], 37);  // 2 × 14 + 9
}

TEST(Elements, AnAdvertisementIsPlacedInItsSize) {
  const Approved page("daily", 4);
  const Box frame = page.frame("advert");
  for (const json& item : page.page()["items"]) {
    if (!item.contains("artwork")) continue;
    const Box art = box_of(item["artwork"]);
    EXPECT_EQ(item["size"], json({999, 723}));
    EXPECT_NEAR(art.right - art.x, 999, 0.01);
    EXPECT_TRUE(art.x >= frame.x && art.right <= frame.right && art.y >= frame.y &&
                art.bottom <= frame.bottom + 0.01);
    return;
  }
  ADD_FAILURE() << "no advertisement";
}

TEST(Elements, AnAdvertisementIsAPicture) {
  const Approved page("mastheads", 1);
  const Box frame = page.frame("advert");
  const std::vector<Box> art = page.photos("adverts/museum.png");
  ASSERT_EQ(art.size(), 1u);
  EXPECT_TRUE(art[0].x > frame.x - 0.01 && art[0].right < frame.right + 0.01 && art[0].y > frame.y &&
              art[0].bottom < frame.bottom + 0.01);
}

TEST(Elements, TextGoesOnBesideAHeadline) {
  const Approved page("mastheads", 1, "morning");
  EXPECT_GT(page.rows("third", 1).first, 13);
  EXPECT_EQ(page.rows("third", 2).first, 10);
}

TEST(Elements, GridsOfOtherSizesOnOnePage) {
  const Approved page("daily", 3);
  EXPECT_EQ(std::fmod(*page.measures("essay").begin(), 10), 0);
  EXPECT_EQ(std::fmod(*page.measures("poem").begin(), 13), 0);
}

/// 56 pt over the whole page, on one line: twelve 字 and a space would be 684 pt wide.
TEST(Elements, ATitleIsNarrowedToThePage) {
  const Approved page("evening", 1);
  const json* const title = page.text("今冬第一场雪 今夜到家门口");
  ASSERT_NE(title, nullptr);
  EXPECT_EQ((*title)["size"], 56);
  EXPECT_EQ((*title)["width_percent"], 96);
  const json& x = (*title)["x"];
  EXPECT_LE(x.back().get<double>() + 56 * 0.96, x.front().get<double>() + 639);
  const json& fits = page.page()["fits"];
  const auto lead =
      std::find_if(fits.begin(), fits.end(), [](const json& f) { return f["frame"] == "lead"; });
  ASSERT_NE(lead, fits.end());
  EXPECT_EQ((*lead)["note"],
            "4 legs of 17字 over columns 1-6, gaps 1字; title tightened by 3% of a 字, condensed to 96%");
}

TEST(Elements, NoStoryStandsOnAnother) {
  for (const auto& [sample, number] :
       {std::pair{"daily", 1}, {"daily", 2}, {"daily", 4}, {"evening", 1}, {"weekend", 1}}) {
    const Approved page(sample, number);
    const json& slots = page.page()["slots"];
    for (std::size_t a = 0; a < slots.size(); ++a) {
      for (std::size_t b = a + 1; b < slots.size(); ++b) {
        EXPECT_FALSE(box_of(slots[a]["box"]).overlaps(box_of(slots[b]["box"]))) << sample << number;
      }
    }
  }
}

}  // namespace
}  // namespace banxin
