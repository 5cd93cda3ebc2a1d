// The reader of dumps: what it makes of good ones, and that bad ones are named and survived.
#include <gmock/gmock.h>

#include <random>

#include "support.h"

namespace banxin {
namespace {

using test::kinds;

std::string sample_dump() { return dump(test::place(test::sample()), test::fonts().catalogue()); }

std::string problem_of(const std::string& text) {
  std::string problem;
  EXPECT_FALSE(read_dump(text, problem)) << text;
  return problem;
}

std::string page(const std::string& items) {
  return "{\"banxin_page\":1,\"structure\":[{\"id\":0,\"kind\":\"document\"}],\"pages\":[{\"number\":1,"
         "\"width\":10,"
         "\"height\":10,\"items\":[" +
         items + "]}]}";
}

TEST(ReadDump, ReadsTheSample) {
  std::string problem;
  const std::optional<Scene> scene = read_dump(sample_dump(), problem);
  ASSERT_TRUE(scene) << problem;
  EXPECT_EQ(scene->facts.at("paper"), "晋中日报");
  ASSERT_EQ(scene->pages.size(), 1u);
  EXPECT_EQ(scene->pages[0].size, 9.5_pt);
  EXPECT_EQ(scene->pages[0].pitch, 14.5_pt);
  EXPECT_EQ(scene->pages[0].frames.size(), test::place(test::sample()).pages[0].fits.size());
}

TEST(ReadDump, NamesWhatIsWrong) {
  EXPECT_EQ(problem_of(""), "it is not JSON: byte 1 is not what may stand there");
  EXPECT_EQ(problem_of("[]"), "it is no dump: 'banxin_page' is missing");
  EXPECT_EQ(problem_of("{\"banxin_page\":1}"), "'pages' is no list");
  EXPECT_EQ(problem_of(page("3")), "pages[0].items[0]: it is no item");
  EXPECT_EQ(problem_of(page("{\"rule\":[1,2,3]}")), "pages[0].items[0]: a box is not four numbers");
  EXPECT_EQ(problem_of(page("{\"rule\":[1,2,3,1e300]}")),
            "pages[0].items[0]: a length is missing or beyond all paper");
  EXPECT_EQ(problem_of(page("{\"rule\":[1,2,3,4],\"node\":7}")), "pages[0].items[0]: there is no node 7");
  EXPECT_EQ(problem_of(page("{\"rule\":[1,2,3,4],\"ink\":[0,0,0,101]}")),
            "pages[0].items[0]: an ink is not from 0 to 100");
  EXPECT_EQ(problem_of(page("{\"text\":\"一二\",\"size\":9,\"y\":1,\"x\":[1],\"glyphs\":[5,6]}")),
            "pages[0].items[0]: 'x' has 1 numbers for 2 glyphs");
  EXPECT_EQ(problem_of(page("{\"text\":\"一二\",\"size\":9,\"y\":1,\"x\":[1],\"glyphs\":[5]}")),
            "pages[0].items[0]: glyphs and characters are not as many");
  EXPECT_EQ(
      problem_of(page("{\"text\":\"一\",\"size\":9,\"y\":1,\"x\":[1],\"glyphs\":[5],\"bytes\":[[2,1]]}")),
      "pages[0].items[0]: 'bytes' run backwards");
  EXPECT_EQ(problem_of(page("{\"stroke\":[1],\"width\":1}")),
            "pages[0].items[0]: a stroke is not pairs of numbers");
  EXPECT_EQ(problem_of(std::string(100000, '[')), "it nests more than 64 deep");
  EXPECT_EQ(problem_of("{\"banxin_page\":1,\"structure\":[{\"id\":0,\"parent\":0}],\"pages\":[]}"),
            "structure[0]: the document has no parent");
}

/// A later version may write more: what is not known is kept and compared as it stands.
TEST(ReadDump, ComparesWhatItDoesNotKnow) {
  std::string problem;
  const auto scene = [&](const std::string& items) { return *read_dump(page(items), problem); };
  EXPECT_TRUE(
      compare_scenes(scene("{\"seal\":\"a\",\"box\":[1,1,3,3]}"), scene("{\"seal\":\"a\",\"box\":[1,1,3,3]}"))
          .same());
  EXPECT_THAT(kinds(compare_scenes(scene("{\"seal\":\"a\",\"box\":[1,1,3,3]}"),
                                   scene("{\"seal\":\"b\",\"box\":[1,1,3,3]}"))),
              testing::StartsWith("seal-changed"));
  EXPECT_THAT(
      kinds(compare_scenes(scene("{\"rule\":[1,1,3,3],\"spot\":\"red\"}"), scene("{\"rule\":[1,1,3,3]}"))),
      testing::StartsWith("spot-changed"));
}

/// Whatever value of a dump is another, it is never called the same.
TEST(ReadDump, MissesNoDigit) {
  const std::string good = sample_dump();
  std::string problem;
  const Scene before = *read_dump(good, problem);
  std::mt19937 random(7);
  int read = 0;
  for (int round = 0; round < 30; ++round) {
    std::string bad = good;
    const std::size_t at = bad.find_first_of("0123456789", random() % bad.size());
    if (at == std::string::npos) continue;
    bad[at] = bad[at] == '7' ? '3' : '7';
    const std::optional<Scene> after = read_dump(bad, problem);
    if (!after) continue;
    ++read;
    EXPECT_FALSE(compare_scenes(before, *after).same()) << bad.substr(at < 60 ? 0 : at - 60, 120);
  }
  EXPECT_GT(read, 10);
}

/// Bytes lost, doubled and turned: a scene or a problem, and a comparison that ends.
TEST(ReadDump, SurvivesDamage) {
  const std::string good = sample_dump();
  std::string problem;
  const Scene before = *read_dump(good, problem);
  std::mt19937 random(8);
  for (int round = 0; round < 40; ++round) {
    std::string bad = good;
    for (int i = 0; i < 3; ++i) {
      const std::size_t at = random() % bad.size(), length = random() % 40;
      if (random() % 3 == 0)
        bad.erase(at, length);
      else if (random() % 2 == 0)
        bad.insert(at, bad.substr(random() % bad.size(), length));
      else
        bad[at] = static_cast<char>(random());
    }
    const std::optional<Scene> after = read_dump(bad, problem);
    if (after)
      compare_scenes(before, *after);
    else
      EXPECT_FALSE(problem.empty());
  }
}

}  // namespace
}  // namespace banxin
