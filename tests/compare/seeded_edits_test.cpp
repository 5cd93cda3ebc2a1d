// 200 edits of the sample page: each is found, in its layer, and nothing else is.
#include <map>
#include <random>
#include <string>
#include <variant>
#include <vector>

#include "base/utf8.h"
#include "compare/blocks.h"
#include "read/read.h"
#include "support.h"

namespace banxin {
namespace {

using test::count;
using test::kinds;
using test::place;
using test::sample;
using test::scene_of;

class SeededEdits : public testing::Test {
 protected:
  static const Scene& original() {
    static const Scene scene = scene_of(sample());
    return scene;
  }

  /// A body paragraph without markup, whose bytes may be cut.
  Paragraph& paragraph(Document& document) {
    std::vector<Paragraph>& all = document.articles[0].paragraphs;
    for (;;) {
      Paragraph& p = all[random_() % all.size()];
      if (p.emphasis.empty() && p.marks.empty() && p.copy.text.size() > 30) return p;
    }
  }

  /// Offset of a character of three bytes that `good` likes.
  template <class Good>
  std::size_t character(const std::string& text, const Good& good) {
    for (int tries = 0; tries < 1000; ++tries) {
      const std::size_t at = random_() % text.size();
      if ((static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) continue;
      const Decoded c = decode_utf8(text, at);
      if (c.bytes == 3 && good(c.cp)) return at;
    }
    return std::string::npos;
  }

  static const Change* only_text_change(const Comparison& found) {
    const Change* one = nullptr;
    for (const Change& change : found.changes) {
      if (change.layer != Layer::kText) continue;
      if (one != nullptr) return nullptr;
      one = &change;
    }
    return one;
  }

  static bool is_han(char32_t cp) { return cp >= 0x4E00 && cp <= 0x9FFF; }

  std::mt19937 random_{20240108};
};

TEST_F(SeededEdits, TwiceTheSameIsTheSame) {
  const Comparison found = compare_scenes(original(), scene_of(sample()));
  EXPECT_TRUE(found.same()) << kinds(found);
}

TEST_F(SeededEdits, FindsACharacter) {
  for (int round = 0; round < 70; ++round) {
    Document document = sample();
    std::string& text = paragraph(document).copy.text;
    const std::size_t at = character(text, is_han);
    ASSERT_NE(at, std::string::npos);
    const std::string before = text.substr(at, 3), after = before == "谷" ? "春" : "谷";
    text.replace(at, 3, after);
    const Comparison found = compare_scenes(original(), scene_of(document));
    const Change* change = only_text_change(found);
    ASSERT_NE(change, nullptr) << before << " → " << after << "\n" << kinds(found);
    EXPECT_EQ(change->before, before);
    EXPECT_EQ(change->after, after);
    EXPECT_NE(change->new_place.page, kNoNode);
  }
}

TEST_F(SeededEdits, FindsAComma) {
  for (int round = 0; round < 50; ++round) {
    Document document = sample();
    std::string& text = paragraph(document).copy.text;
    const std::size_t at = character(text, [](char32_t cp) { return cp == U'，'; });
    if (at == std::string::npos) continue;
    text.erase(at, 3);
    const Comparison found = compare_scenes(original(), scene_of(document));
    const Change* change = only_text_change(found);
    ASSERT_NE(change, nullptr) << text << "\n" << kinds(found);
    EXPECT_EQ(change->kind, "text-deleted");
    EXPECT_EQ(change->before, "，");
  }
}

TEST_F(SeededEdits, FindsAPhotoRow) {
  for (const int by : {-3, -2, -1}) {
    Document document = sample();
    for (Frame& frame : document.layouts[0].frames) {
      for (PhotoSlot& photo : frame.photos) photo.rows.value += by;
    }
    const Comparison found = compare_scenes(original(), scene_of(document));
    EXPECT_EQ(count(found, Layer::kText), 0u) << kinds(found);
    EXPECT_NE(kinds(found).find("item-resized"), std::string::npos) << kinds(found);
    EXPECT_NE(kinds(found).find("lines-moved"), std::string::npos) << kinds(found);
  }
}

TEST_F(SeededEdits, FindsAColour) {
  for (const char* style : {"body", "title", "subtitle", "byline", "caption", "folio"}) {
    for (const Ink ink : {Ink{0, 1000, 900, 0}, Ink{0, 0, 0, 990}}) {
      Document document = sample();
      document.layouts[0].styles.at(style).ink = ink;
      const Comparison found = compare_scenes(original(), scene_of(document));
      ASSERT_FALSE(found.same()) << style;
      for (const Change& change : found.changes)
        EXPECT_EQ(change.kind, "ink-changed") << style << change.message;
    }
  }
}

TEST_F(SeededEdits, FindsTheKerningOfOneLine) {
  PlacedEdition edition = place(sample());
  std::vector<DrawItem>& items = edition.pages[0].items;
  for (int round = 0; round < 64; ++round) {
    DrawItem& item = items[random_() % items.size()];
    auto* text = std::get_if<DrawText>(&item);
    if (text == nullptr || text->node == kArtifact || text->glyphs.size() < 3) continue;
    const DrawText kept = *text;
    const std::size_t from = 1 + random_() % (text->glyphs.size() - 1);
    for (std::size_t i = from; i < text->glyphs.size(); ++i) text->glyphs[i].origin.x += 0.03_pt;
    const Comparison found = compare_scenes(original(), scene_of(edition));
    ASSERT_EQ(found.changes.size(), 1u) << kept.text << "\n" << kinds(found);
    EXPECT_EQ(found.changes[0].kind, "lines-respaced");
    *text = kept;
  }
}

TEST_F(SeededEdits, FindsRulesAndPhotosThatMove) {
  PlacedEdition edition = place(sample());
  for (DrawItem& item : edition.pages[0].items) {
    if (std::holds_alternative<DrawText>(item) || std::holds_alternative<DrawStroke>(item)) continue;
    const DrawItem kept = item;
    if (auto* rule = std::get_if<DrawRule>(&item)) rule->box.y += 0.5_pt;
    if (auto* image = std::get_if<DrawImage>(&item)) image->box.x += 9.5_pt;
    const Comparison found = compare_scenes(original(), scene_of(edition));
    ASSERT_EQ(found.changes.size(), 1u) << kinds(found);
    EXPECT_EQ(found.changes[0].kind, "item-moved");
    item = kept;
  }
}

// ---- Advertisements: the furniture sample has three, two of them pages of one file

class AdvertEdits : public SeededEdits {
 protected:
  AdvertEdits() : edition_(place(test::furniture_sample())), original_(scene_of(edition_)) {
    original_.artworks = {{"delivered/tea.pdf", "t"}, {"delivered/bookshop.pdf", "b"}};
  }

  /// The artwork items, all over the pages.
  std::vector<DrawArtwork*> adverts() {
    std::vector<DrawArtwork*> out;
    for (PlacedPage& page : edition_.pages) {
      for (DrawItem& item : page.items) {
        if (auto* art = std::get_if<DrawArtwork>(&item)) out.push_back(art);
      }
    }
    return out;
  }

  std::string changes() {
    Scene now = scene_of(edition_);
    now.artworks = files_;
    return kinds(compare_scenes(original_, now));
  }

  PlacedEdition edition_;
  Scene original_;
  std::map<std::string, std::string> files_ = {{"delivered/tea.pdf", "t"}, {"delivered/bookshop.pdf", "b"}};
};

TEST_F(AdvertEdits, TwiceTheSameIsTheSame) { EXPECT_EQ(changes(), ""); }

TEST_F(AdvertEdits, FindsWhereItMoved) {
  for (DrawArtwork* advert : adverts()) {
    for (int round = 0; round < 8; ++round) {
      const DrawArtwork kept = *advert;
      const Length by = Length::points(1 + static_cast<double>(random_() % 200) / 10);
      (round % 2 == 0 ? advert->box.x : advert->box.y) += by;
      const Comparison found = compare_scenes(original_, scene_of(edition_));
      ASSERT_EQ(found.changes.size(), 1u) << kinds(found);
      EXPECT_EQ(found.changes[0].kind, "item-moved");
      EXPECT_NE(found.changes[0].message.find(edition_.artworks[advert->artwork].file.value),
                std::string::npos)
          << found.changes[0].message;
      *advert = kept;
    }
  }
}

TEST_F(AdvertEdits, FindsAnotherSize) {
  DrawArtwork& advert = *adverts().front();
  advert.box.width += 19_pt;
  const std::string found = changes();
  EXPECT_EQ(found.find("item-resized (page 1: artwork ‘delivered/bookshop.pdf’ is wider by 2.11字"), 0u)
      << found;
}

TEST_F(AdvertEdits, FindsAnotherFileInItsPlace) {
  files_["delivered/tea.pdf"] = "redrawn";
  EXPECT_EQ(changes(),
            "artwork-changed (page 2: artwork ‘delivered/tea.pdf’: the file is another)\n"
            "artwork-changed (page 3: artwork ‘delivered/tea.pdf’: the file is another)\n");
}

TEST_F(AdvertEdits, FindsAnotherAdvertInItsPlace) {
  const std::vector<DrawArtwork*> all = adverts();
  all[1]->artwork = all[0]->artwork;
  EXPECT_EQ(
      changes(),
      "artwork-changed (page 2: artwork ‘delivered/bookshop.pdf’: it was artwork ‘delivered/tea.pdf’)\n");
}

TEST_F(AdvertEdits, FindsAnotherPageOfTheFile) {
  const std::vector<DrawArtwork*> all = adverts();
  all[1]->artwork = all[2]->artwork;
  const std::string found = changes();
  EXPECT_EQ(
      found.find("artwork-page-changed (page 2: artwork ‘delivered/tea.pdf’: another page of it, 1 → 2)\n"),
      0u)
      << found;
}

TEST_F(AdvertEdits, FindsWhatCameAndWent) {
  PlacedPage& page = edition_.pages[0];
  std::erase_if(page.items, [](const DrawItem& item) { return std::holds_alternative<DrawArtwork>(item); });
  EXPECT_EQ(changes(), "item-vanished (page 1: artwork ‘delivered/bookshop.pdf’ is gone)\n");
}

/// A photo worked over: the same name, crop and place.
TEST_F(SeededEdits, FindsAPhotoFileThatIsAnother) {
  Scene before = scene_of(sample()), after = before;
  ASSERT_FALSE(before.photos.empty());
  const std::string name = before.photos.begin()->first;
  before.photos[name] += "one", after.photos[name] += "another";
  const Comparison found = compare_scenes(before, after);
  ASSERT_EQ(found.changes.size(), 1u) << kinds(found);
  EXPECT_EQ(found.changes[0].kind, "photo-changed");
  EXPECT_EQ(found.changes[0].message, "photo ‘" + name + "’: the file is another");
}

// ---- The vertical sample page 竖排

class VerticalEdits : public SeededEdits {
 protected:
  VerticalEdits() {
    Sources sources;
    Diagnostics diags;
    const auto read = read_edition(BANXIN_SOURCE_DIR "/samples/vertical/edition.yaml", sources, diags);
    EXPECT_TRUE(read && !diags.has_errors());
    document_ = *read;
    original_ = scene_of(document_);
  }

  Document document_;
  Scene original_;
};

TEST_F(VerticalEdits, TwiceTheSameIsTheSame) {
  const Comparison found = compare_scenes(original_, scene_of(document_));
  EXPECT_TRUE(found.same()) << kinds(found);
}

TEST_F(VerticalEdits, FindsACharacter) {
  for (int round = 0; round < 12; ++round) {
    Document document = document_;
    std::string& text = paragraph(document).copy.text;
    const std::size_t at = character(text, is_han);
    ASSERT_NE(at, std::string::npos);
    const std::string before = text.substr(at, 3), after = before == "谷" ? "春" : "谷";
    text.replace(at, 3, after);
    const Comparison found = compare_scenes(original_, scene_of(document));
    const Change* change = only_text_change(found);
    ASSERT_NE(change, nullptr) << before << " → " << after << "\n" << kinds(found);
    EXPECT_EQ(change->before, before);
    EXPECT_EQ(change->after, after);
  }
}

/// Digits that lie or stand across in a line do not end it.
TEST_F(VerticalEdits, NoLineIsTwo) {
  const Stories stories = stories_of(original_);
  int lines = 0, mixed = 0;
  for (const CopyBlock& block : stories.blocks) {
    if (block.kind != "paragraph") continue;
    for (std::size_t i = 0; i < block.lines.size(); ++i) {
      const CopyLine& line = block.lines[i];
      const auto& first = *block.characters[line.first].item;
      ++lines;
      mixed += block.characters[line.end - 1].item != &first ? 1 : 0;
      if (i == 0 || block.lines[i - 1].page != line.page) continue;
      const Rect& before = block.lines[i - 1].box;
      const Length aside = line.box.x + line.box.width / 2 - before.x - before.width / 2;
      const bool same_line = aside * 2 < first.size && -first.size < aside * 2;
      const bool goes_on = line.box.y > before.y && line.box.y < before.bottom() + first.size;
      EXPECT_FALSE(same_line && goes_on) << block.text(block.lines[i - 1].first, line.end);
    }
  }
  EXPECT_GT(mixed, 3) << lines;
}

/// One line is one line, though it is drawn in stretches: digits lie or stand across in it.
TEST_F(VerticalEdits, FindsTheKerningOfOneLine) {
  PlacedEdition edition = place(document_);
  std::vector<DrawItem>& items = edition.pages[0].items;
  int tried = 0;
  for (int round = 0; round < 60 && tried < 12; ++round) {
    auto* text = std::get_if<DrawText>(&items[random_() % items.size()]);
    if (text == nullptr || text->node == kArtifact || text->glyphs.size() < 4 || text->turn != Turn::kNone)
      continue;
    if (text->glyphs[0].origin.x != text->glyphs[3].origin.x) continue;  // a horizontal one
    const DrawText kept = *text;
    for (std::size_t i = 2; i < text->glyphs.size(); ++i) text->glyphs[i].origin.y += 0.03_pt;
    const Comparison found = compare_scenes(original_, scene_of(edition));
    ASSERT_EQ(found.changes.size(), 1u) << kept.text << "\n" << kinds(found);
    EXPECT_EQ(found.changes[0].kind, "lines-respaced");
    *text = kept, ++tried;
  }
  EXPECT_EQ(tried, 12);
}

/// Every line begins elsewhere, yet no word is said to have changed.
TEST_F(SeededEdits, FindsNoWordsWhereLinesBreakAnew) {
  Document before = sample();
  before.articles[0].paragraphs.resize(before.articles[0].paragraphs.size() - 3);  // room for more lines
  Document after = before;
  after.layouts[0].styles.at("body").indent = Em::of(3);
  const Comparison found = compare_scenes(scene_of(before), scene_of(after));
  EXPECT_EQ(count(found, Layer::kText), 0u) << kinds(found);
  EXPECT_GT(count(found, Layer::kGeometry), 5u);
}

}  // namespace
}  // namespace banxin
