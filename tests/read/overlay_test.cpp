// Editions as overlays: what they change, and what is wrong with them.
#include <gmock/gmock.h>

#include "support.h"

namespace banxin {
namespace {

class Zone : public Desk {
 public:
  Zone() {
    write("edition.yaml",
          "paper: 晋中日报\ndate: 2024-01-08\nissue: 12\nfields: {price: 1元, post: 21-1}\npages:\n"
          "  - number: 1\n    section: 要闻\n    layout: plain.yaml\n    frames: {lead: a.md}\n"
          "  - number: 4\n    layout: plain.yaml\n    frames: {lead: b.md}\n");
    write("c.md", "别文。\n");
  }
  std::optional<Document> zone(const std::string& text) {
    write("zone.yaml", text);
    std::optional<Document> document = read_edition("zone.yaml", sources, diags);
    EXPECT_EQ(document.has_value(), !diags.has_errors());
    return document;
  }
};

std::string text_of(const Document& document, std::size_t page) {
  return document.articles[document.edition.pages[page].stories.at("lead")].paragraphs[0].copy.text;
}

TEST(Overlay, ChangesOnlyWhatItSays) {
  Zone desk;
  const auto zone = desk.zone(
      "base: edition.yaml\nissue: 13\nfields: {price: 2元}\npages:\n  - number: 4\n    frames: {lead: "
      "c.md}\n");
  ASSERT_TRUE(zone) << desk.findings();
  EXPECT_EQ(zone->edition.paper.value, "晋中日报");
  EXPECT_EQ(zone->edition.issue.value, "13");
  EXPECT_EQ(zone->edition.fields.at("price").value, "2元");
  EXPECT_EQ(zone->edition.fields.at("post").value, "21-1");
  EXPECT_EQ(zone->edition.base.value, "edition.yaml");
  ASSERT_EQ(zone->edition.pages.size(), 2u);
  EXPECT_EQ(zone->edition.pages[0].section.value, "要闻");
  EXPECT_EQ(text_of(*zone, 0), "正文。");
  EXPECT_EQ(text_of(*zone, 1), "别文。");
}

TEST(Overlay, AddsAndRemovesPagesInTheirOrder) {
  Zone desk;
  const auto zone = desk.zone(
      "base: edition.yaml\npages:\n  - {number: 1, remove: true}\n  - {number: 6, layout: plain.yaml, "
      "frames: "
      "{lead: a.md}}\n  - {number: 3, layout: plain.yaml, frames: {lead: c.md}}\n");
  ASSERT_TRUE(zone) << desk.findings();
  std::vector<int> numbers;
  for (const PageSpec& page : zone->edition.pages) numbers.push_back(page.number);
  EXPECT_EQ(numbers, (std::vector<int>{3, 4, 6}));
}

TEST(Overlay, AnEmptyValueTakesAKeyAway) {
  Zone desk;
  const auto zone = desk.zone("base: edition.yaml\nissue:\npages:\n  - {number: 1, section: }\n");
  ASSERT_TRUE(zone) << desk.findings();
  EXPECT_EQ(zone->edition.issue.value, "");
  EXPECT_EQ(zone->edition.pages[0].section.value, "");
}

TEST(Overlay, MixesAnInkAnew) {
  Zone desk;
  desk.write(
      "red.yaml",
      "base: edition.yaml\ninks: {报红: {spot: PANTONE 485 C, cmyk: M95 Y100}, 藏青: {cmyk: C100 M70}}\n");
  std::optional<Document> zone = desk.zone(
      "base: red.yaml\ninks:\n  报红: {cmyk: M90 Y90}\n  藏青:\n  金: {spot: Gold, cmyk: M20 Y80}\n");
  ASSERT_TRUE(zone) << desk.findings();
  ASSERT_EQ(zone->spots.size(), 2u);
  EXPECT_EQ(zone->spots[0].plate, "PANTONE 485 C");
  EXPECT_EQ(zone->spots[0].solid, (Ink{0, 900, 900, 0}));
  EXPECT_EQ(zone->spots[1].plate, "Gold");
}

TEST(Overlay, PointsAtMistakesInItsInks) {
  Zone desk;
  desk.zone("base: edition.yaml\ninks: {金: {spot: Gold}}\n");
  EXPECT_EQ(desk.findings(), R"(zone.yaml:2:8: error[ink-make-up]: the ink '金' needs 'cmyk' or 'rgb'
inks: {金: {spot: Gold}}
       ^~
hint: spot: the name of its plate, with cmyk: how it looks; rgb: for screens alone
)");
}

TEST(Overlay, ReplacesAFileWhereverItIsNamed) {
  Zone desk;
  desk.write("photo.md", "---\nphotos:\n  - file: ok.jpg\n---\n正文。\n");
  desk.write(
      "edition.yaml",
      "paper: 晋中日报\ndate: 2024-01-08\npages:\n  - number: 1\n    layout: l.yaml\n    frames: {lead: "
      "photo.md}\n");
  desk.write("zones/other.jpg", test::jpeg(30, 20));
  std::filesystem::create_directory("layouts");
  desk.write("zones/zone.yaml", "base: ../edition.yaml\nreplace: {../ok.jpg: other.jpg}\n");
  const auto zone = read_edition("zones/zone.yaml", desk.sources, desk.diags);
  ASSERT_TRUE(zone) << desk.findings();
  EXPECT_EQ(zone->articles[0].photos[0].width, 30);
}

/// A story of three pages, and a zone that takes one of its parts away.
class JumpZone : public Desk {
 public:
  JumpZone() {
    const std::string head = "page: {size: 四开}\n" + std::string(kGrid) + "frames:\n";
    const std::string rest = head +
                             "  rest: {kind: story, columns: 1-2, rows: 5-50, continued: true}\n"
                             "  notes: {kind: text, columns: 3-4, rows: 5-50}\n";
    write("rest.yaml", rest);
    write("edition.yaml",
          "paper: 晚报\npages:\n"
          "  - {number: 1, layout: plain.yaml, frames: {lead: a.md}}\n"
          "  - {number: 2, layout: rest.yaml, frames: {rest: a.md}, texts: {notes: '见{page:a.md}版'}}\n"
          "  - {number: 3, layout: rest.yaml, frames: {rest: a.md}, texts: {notes: 无}}\n"
          "  - {number: 4, layout: plain.yaml, frames: {lead: b.md}}\n");
    write("c.md", "别文。\n");
  }
  std::string zone(const std::string& pages) {
    write("zone.yaml", "base: edition.yaml\npages:\n" + pages);
    read_edition("zone.yaml", sources, diags);
    return findings();
  }
};

TEST(Overlay, TakesTheMiddleOfAStoryAway) {
  JumpZone desk;
  EXPECT_EQ(desk.zone("  - {number: 2, remove: true}\n"), "");
}

TEST(Overlay, TellsWhereItTakesTheBeginningOfAStoryAway) {
  JumpZone desk;
  EXPECT_EQ(
      desk.zone("  - {number: 2, remove: true}\n  - {number: 1, frames: {lead: c.md}}\n"),
      R"(zone.yaml:4:26: error[jump-from-nowhere]: this takes the story that goes on in frame 'rest' on page 3 from frame 'lead' of page 1
  - {number: 1, frames: {lead: c.md}}
                         ^~~~
hint: that is said at line 5, column 51 of 'edition.yaml'; give frame 'rest' another article here too, or take its page away
)");
}

TEST(Overlay, TellsWhereItTakesAwayWhatIsReferredTo) {
  JumpZone desk;
  EXPECT_THAT(desk.zone("  - {number: 1, remove: true}\n  - {number: 2, frames: {rest: c.md}}\n"
                        "  - {number: 3, remove: true}\n  - {number: 4, frames: {lead: c.md}}\n"),
              testing::HasSubstr(
                  "zone.yaml:3:17: error[unknown-reference]: this takes 'a.md' from page 1, but line 4, "
                  "column 75 of 'edition.yaml' refers to it\n"));
}

TEST(Overlay, TellsWhereItsLayoutLacksAFrame) {
  JumpZone desk;
  EXPECT_EQ(
      desk.zone("  - {number: 3, layout: plain.yaml, frames: {lead: c.md}}\n"),
      R"(zone.yaml:3:17: error[unknown-frame]: this layout has no frame 'rest', to which line 5, column 45 of 'edition.yaml' gives a story
  - {number: 3, layout: plain.yaml, frames: {lead: c.md}}
                ^~~~~~
hint: write `rest:` under `frames` here, and the page is without it
zone.yaml:3:17: error[unknown-frame]: this layout has no frame 'notes', to which line 5, column 66 of 'edition.yaml' gives a text
  - {number: 3, layout: plain.yaml, frames: {lead: c.md}}
                ^~~~~~
hint: write `notes:` under `texts` here, and the page is without it
)");
}

TEST(Overlay, StandsOnAnOverlayFromAnotherFolder) {
  Zone desk;
  std::filesystem::create_directory("layouts");
  desk.write("zones/d.md", "北区。\n");
  desk.write("zones/north.yaml", "base: ../edition.yaml\npages:\n  - {number: 4, frames: {lead: d.md}}\n");
  desk.write("zones/late.yaml", "base: north.yaml\nissue: 14\n");
  const auto zone = read_edition("zones/late.yaml", desk.sources, desk.diags);
  ASSERT_TRUE(zone) << desk.findings();
  EXPECT_EQ(zone->edition.issue.value, "14");
  EXPECT_EQ(text_of(*zone, 0), "正文。");
  EXPECT_EQ(text_of(*zone, 1), "北区。");
}

const Mistaken kMistakes[] = {
    {"KeysOfTheOverlay", "base: edition.yaml\nisue: 13\npages:\n  - {number: 4, frames: {leed: c.md}}\n",
     R"(zone.yaml:2:1: error[unknown-key]: unknown key 'isue' in edition
isue: 13
^~~~
hint: did you mean 'issue'?
zone.yaml:4:26: error[unknown-frame]: unknown frame 'leed'
  - {number: 4, frames: {leed: c.md}}
                         ^~~~
hint: did you mean 'lead'?
)"},
    {"NoSuchBase", "base: editon.yaml\n",
     R"(zone.yaml:1:7: error[not-found]: base 'editon.yaml' not found
base: editon.yaml
      ^~~~~~~~~~~
hint: did you mean 'edition.yaml'?
)"},
    {"StandsOnItself", "base: zone.yaml\n",
     R"(zone.yaml:1:7: error[circular-base]: more than 8 editions stand on one another
base: zone.yaml
      ^~~~~~~~~
hint: does one of them stand on itself?
)"},
    {"RemovesWhatIsNotThere", "base: edition.yaml\npages: [{number: 7, remove: true}]\n",
     R"(zone.yaml:2:9: error[no-such-page]: there is no page 7 to remove
pages: [{number: 7, remove: true}]
        ^~~~~~~~~~~~~~~~~~~~~~~~~
)"},
    {"RemovesPerhaps", "base: edition.yaml\npages: [{number: 4, remove: yes}]\n",
     R"(zone.yaml:2:29: error[wrong-type]: 'remove' is 'yes'; it must be true or false
pages: [{number: 4, remove: yes}]
                            ^~~
)"},
    {"ReplacesNothing", "base: edition.yaml\nreplace: {c.md: b.md}\n",
     R"(zone.yaml:2:11: error[replaces-nothing]: 'c.md' is named nowhere in the edition
replace: {c.md: b.md}
          ^~~~
)"},
};

class OverlayMistakes : public testing::TestWithParam<Mistaken> {};

TEST_P(OverlayMistakes, AreTold) {
  Zone desk;
  desk.zone(GetParam().text);
  EXPECT_EQ(desk.findings(), GetParam().said);
}

INSTANTIATE_TEST_SUITE_P(Table, OverlayMistakes, testing::ValuesIn(kMistakes),
                         [](const auto& row) { return row.param.name; });

}  // namespace
}  // namespace banxin
