// The sample pages as a press gets them, looked at with other people's programs.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/utf8.h"
#include "font/builtin_catalogue.h"
#include "layout/layout.h"
#include "plates.h"
#include "press/plates.h"
#include "press/preflight.h"
#include "read/read.h"
#include "render/read_pdf_text.h"
#include "viewers.h"

namespace banxin {
namespace {

constexpr int kPpi = 36;

const FontSet& fonts() {
  static const FontSet set = [] {
    Sources sources;
    Diagnostics diags;
    return FontSet(*read_catalogue("built-in", std::string(builtin_catalogue()), sources, diags), diags);
  }();
  return set;
}

PlacedEdition sample(const std::string& name) {
  Sources sources;
  Diagnostics diags;
  const auto document = read_edition(BANXIN_SOURCE_DIR "/samples/" + name + "/edition.yaml", sources, diags);
  EXPECT_TRUE(document) << name;
  return place_edition(document.value(), fonts(), diags);
}

bool in_black_alone(Ink ink) { return ink.c + ink.m + ink.y == 0 && ink.spot == 0 && ink.k > 0; }

/// What of a page is asked to be black or grey: type, rules and tints.
std::vector<DrawItem> black_of(const std::vector<DrawItem>& items) {
  std::vector<DrawItem> out;
  for (const DrawItem& item : items) {
    const DrawText* const text = std::get_if<DrawText>(&item);
    const DrawRule* const rule = std::get_if<DrawRule>(&item);
    if ((text != nullptr && in_black_alone(text->ink)) || (rule != nullptr && in_black_alone(rule->ink)))
      out.push_back(item);
  }
  return out;
}

class SamplesOnThePress : public testing::TestWithParam<std::string> {
 protected:
  PlacedEdition edition_ = sample(GetParam());
  PressProfile profile_ = test::profile_named("x1a");
};

TEST_P(SamplesOnThePress, BlackIsOnTheBlackPlateAlone) {
  profile_.crop_marks = profile_.registration_marks = profile_.bleed_marks = false;
  profile_.colour_bar = profile_.fold_mark = profile_.slug_line = false;
  for (std::size_t i = 0; i < edition_.pages.size(); ++i) {
    PlacedEdition black = edition_;
    black.pages[i].items = black_of(black.pages[i].items);
    const test::Plates plates(test::finished_page(std::move(black), i, fonts(), profile_), kPpi);
    EXPECT_GT(plates.coverage("Black"), 1.0);
    for (const char* plate : {"Cyan", "Magenta", "Yellow"}) {
      EXPECT_EQ(plates.coverage(plate), 0.0) << "page " << edition_.pages[i].number << ", " << plate;
    }
  }
}

TEST_P(SamplesOnThePress, AreCleanAndUnderTheLimitOfInk) {
  const test::TempFolder folder;
  for (const char* name : {"newspaper", "x1a"}) {
    profile_ = test::profile_named(name);
    for (std::size_t i = 0; i < edition_.pages.size(); ++i) {
      SCOPED_TRACE(std::string(name) + ", page " + std::to_string(edition_.pages[i].number));
      const std::string pdf = test::finished_page(edition_, i, fonts(), profile_);
      for (const PressFinding& f : preflight(pdf, profile_)) {
        EXPECT_NE(f.severity, Severity::kError) << f.code << ": " << f.message;
      }
      const std::string checked = test::run("qpdf --check " + folder.write("a.pdf", pdf));
      EXPECT_NE(checked.find("No syntax or stream encoding errors found"), checked.npos) << checked;
      EXPECT_EQ(checked.find("WARNING"), checked.npos) << checked;
      const double room = profile_.room / 1_pt;
      const test::Plates plates(pdf, kPpi);
      EXPECT_LE(plates.most_ink(room, room, edition_.pages[i].width / 1_pt - 1,
                                edition_.pages[i].height / 1_pt - 1),
                profile_.limits.ink + 1);
    }
  }
}

TEST_P(SamplesOnThePress, LookTheSameEverywhere) {
  const PressProfile x4 = test::profile_named("x4");
  profile_.fold_mark = x4.fold_mark;
  for (std::size_t i = 0; i < edition_.pages.size(); ++i) {
    SCOPED_TRACE("page " + std::to_string(edition_.pages[i].number));
    const std::string a = test::finished_page(edition_, i, fonts(), x4),
                      b = test::finished_page(edition_, i, fonts(), profile_);
    std::vector<test::Shown> all;
    for (const char* viewer : test::kViewers) {
      all.push_back(test::shown_by(viewer, a, kPpi));
      EXPECT_LT(test::difference(all.back(), test::shown_by(viewer, b, kPpi)), 0.2) << viewer;
    }
    for (const test::Shown& one : all) {
      for (const test::Shown& other : all) EXPECT_LT(test::missing(one, other), 0.01);
    }
  }
}

/// Of what stands in a story: a hyphen at a line's end and marks of the sheet are more than it says.
std::map<char32_t, int> lacking(const PlacedPage& page, const std::string& pdf) {
  std::map<char32_t, int> count;
  const auto add = [&](std::string_view text, int by) {
    for (std::size_t at = 0; at < text.size();) {
      const Decoded character = decode_utf8(text, at);
      at += character.bytes;
      if (character.cp != U' ' && character.cp != U'\u3000') count[character.cp] += by;
    }
  };
  for (const DrawItem& item : page.items) {
    if (const auto* text = std::get_if<DrawText>(&item)) add(text->text, 1);
  }
  std::string problem;
  const auto file = PdfFile::open(pdf, problem);
  EXPECT_TRUE(file) << problem;
  for (const auto& line : read_pdf_text(file.value(), 1).lines) {
    for (const PdfCharacter& character : line) add(character.text, -1);
  }
  std::erase_if(count, [](const auto& entry) { return entry.second <= 0; });
  return count;
}

TEST_P(SamplesOnThePress, SayEveryCharacterOfTheirStories) {
  for (std::size_t i = 0; i < edition_.pages.size(); ++i) {
    const std::string pdf = test::finished_page(edition_, i, fonts(), profile_);
    for (const auto& [character, count] : lacking(edition_.pages[i], pdf)) {
      ADD_FAILURE() << "page " << edition_.pages[i].number << " lacks U+" << std::hex
                    << static_cast<std::uint32_t>(character) << std::dec << " " << count << " times";
    }
  }
}

/// What a reader who listens is told of, and how often.
std::map<std::string, int> elements_of(const std::string& pdf) {
  const test::TempFolder folder;
  std::istringstream tree(test::run("pdfinfo -struct " + folder.write("a.pdf", pdf)));
  std::map<std::string, int> out;
  for (std::string word, line; std::getline(tree, line);) {
    if (std::istringstream(line) >> word) ++out[word];
  }
  return out;
}

/// A story is one article and a table one table, however often others interrupt it, and over pages too.
TEST_P(SamplesOnThePress, AreTaggedStoryByStory) {
  using Kind = StructureNode::Kind;
  std::set<NodeId> drawn;
  for (const PlacedPage& page : edition_.pages) {
    for (const DrawItem& item : page.items) {
      NodeId node = std::visit([](const auto& any) { return any.node; }, item);
      const bool rule = std::holds_alternative<DrawRule>(item);
      if (node < edition_.structure.size() && rule && is_group(edition_.structure[node].kind)) continue;
      for (; node < edition_.structure.size(); node = edition_.structure[node].parent) drawn.insert(node);
    }
  }
  std::map<Kind, int> kinds;
  for (const NodeId node : drawn) ++kinds[edition_.structure[node].kind];
  const PressProfile x4 = test::profile_named("x4");
  for (const PressProfile* press : {static_cast<const PressProfile*>(nullptr), &x4}) {
    const std::string pdf = test::finished(edition_, fonts(), press);
    std::map<std::string, int> elements = elements_of(pdf);
    EXPECT_EQ(elements["Art"], kinds[Kind::kArticle]);
    EXPECT_EQ(elements["H1"], kinds[Kind::kHeadline]);
    EXPECT_EQ(elements["Figure"], kinds[Kind::kFigure]);
    EXPECT_EQ(elements["Table"], kinds[Kind::kTable]);
    EXPECT_EQ(elements["TR"], kinds[Kind::kTableRow]);
    EXPECT_EQ(elements["L"], kinds[Kind::kList]);
    EXPECT_EQ(elements["LI"], kinds[Kind::kListItem]);
    EXPECT_EQ(elements["BlockQuote"], kinds[Kind::kQuote]);
    PressProfile plain;
    for (const PressFinding& f : preflight(pdf, plain)) {
      for (const char* code : {"structure-incomplete", "untagged", "no-alt", "no-language"})
        EXPECT_NE(f.code, code) << f.message;
    }
  }
}

/// Print.md asks for 1 %: of the area, on every plate.
TEST(SamplePages, HaveTheInkThatGhostscriptFinds) {
  for (const char* name : {"jinzhong", "furniture"}) {
    SCOPED_TRACE(name);
    const std::string pdf = test::finished_page(sample(name), 0, fonts(), test::profile_named("x1a"));
    const test::Plates theirs(pdf, kPpi, 8);
    std::string problem;
    const auto file = PlateFile::open(pdf, problem);
    ASSERT_NE(file, nullptr) << problem;
    const PagePlates ours = file->draw(1, kPpi, PlateArea::kSheet);
    for (const PlateImage& plate : ours.plates) {
      EXPECT_NEAR(ours.coverage(plate), theirs.coverage(plate.name), 1.0) << plate.name;
    }
  }
}

std::vector<std::string> samples() {
  std::vector<std::string> out;
  for (const auto& entry : std::filesystem::directory_iterator(BANXIN_SOURCE_DIR "/samples")) {
    if (std::filesystem::exists(entry.path() / "edition.yaml"))
      out.push_back(entry.path().filename().string());
  }
  std::sort(out.begin(), out.end());
  return out;
}

INSTANTIATE_TEST_SUITE_P(All, SamplesOnThePress, testing::ValuesIn(samples()),
                         [](const auto& sample) { return sample.param; });

}  // namespace
}  // namespace banxin
