// 200 edits by chance on the pages of all samples, forty of each kind: each is found for what it is, nothing
// is found where nobody has touched anything.
#include <algorithm>
#include <random>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "base/utf8.h"
#include "read/read.h"
#include "support.h"

namespace banxin {
namespace {

using test::count;
using test::kinds;
using test::place;
using test::scene_of;

constexpr int kOfEachKind = 40;

/// One page of a sample, alone.
struct SamplePage {
  std::string name;
  Document document;
  PlacedEdition placed;
  Scene scene;

  const PageSpec& spec() const { return document.edition.pages[0]; }
  const PageLayout& layout() const { return document.layouts[spec().layout]; }
};

/// Pages none of whose stories goes on elsewhere.
std::vector<SamplePage> read_pages() {
  std::vector<SamplePage> out;
  for (const char* sample :
       {"jinzhong", "daily", "evening", "technology", "vertical", "blocks", "pictures", "furniture"}) {
    Sources sources;
    Diagnostics diags;
    const auto read =
        read_edition(BANXIN_SOURCE_DIR "/samples/" + std::string(sample) + "/edition.yaml", sources, diags);
    EXPECT_TRUE(read) << sample;
    const auto places = read->places();
    for (const PageSpec& page : read->edition.pages) {
      const bool alone = std::all_of(page.stories.begin(), page.stories.end(), [&](const auto& story) {
        return std::all_of(places[story.second].begin(), places[story.second].end(),
                           [&](const FramePlace& at) { return &read->edition.pages[at.page] == &page; });
      });
      if (!alone || page.stories.empty()) continue;
      SamplePage one{sample + std::string(" ") + std::to_string(page.number), *read, {}, {}};
      one.document.edition.pages = {page};
      one.placed = place(one.document);
      one.scene = scene_of(one.placed);
      out.push_back(std::move(one));
    }
  }
  return out;
}

class SampleEdits : public testing::Test {
 protected:
  static const std::vector<SamplePage>& pages() {
    static const std::vector<SamplePage> all = read_pages();
    return all;
  }

  std::size_t any(std::size_t n) { return static_cast<std::size_t>(random_()) % n; }
  const SamplePage& any_page() { return pages()[any(pages().size())]; }

  /// A character of a plain paragraph that `good` likes, and where it stands.
  struct Place {
    std::size_t article = 0, paragraph = 0, byte = 0;
    std::string character;
  };
  template <class Good>
  bool find(const SamplePage& page, const Good& good, Place& found) {
    for (int tries = 0; tries < 300; ++tries) {
      const auto story =
          std::next(page.spec().stories.begin(), static_cast<int>(any(page.spec().stories.size())));
      const Article& article = page.document.articles[story->second];
      if (article.paragraphs.empty()) continue;
      found.article = story->second, found.paragraph = any(article.paragraphs.size());
      const Paragraph& p = article.paragraphs[found.paragraph];
      const std::string& text = p.copy.text;
      if (p.kind != Paragraph::Kind::kBody || text.size() < 30) continue;
      // Digits and marks of the markup are another kind of edit.
      if (!p.emphasis.empty() || !p.marks.empty() || !p.spans.empty()) continue;
      found.byte = any(text.size());
      if ((static_cast<unsigned char>(text[found.byte]) & 0xC0) == 0x80) continue;
      const Decoded c = decode_utf8(text, found.byte);
      found.character = text.substr(found.byte, c.bytes);
      if (c.bytes == 3 && good(c.cp)) return true;
    }
    return false;
  }

  /// The frames in which an article stands.
  static std::vector<Rect> frames_of(const PlacedEdition& edition, std::size_t article) {
    std::vector<Rect> boxes;
    for (const FrameFit& fit : edition.pages[0].fits) {
      if (!fit.bound || fit.article != article) continue;
      const Rect& box = fit.box;
      boxes.push_back({box.x - 1_pt, box.y - 1_pt, box.width + 2_pt, box.height + 2_pt});  // dumps round
    }
    return boxes;
  }

  /// No change lies outside the frames of the article.
  static void expect_nothing_beside(const Comparison& found, const PlacedEdition& edition,
                                    std::size_t article) {
    const std::vector<Rect> frames = frames_of(edition, article);
    for (const Change& change : found.changes) {
      for (const ChangePlace& at : {change.old_place, change.new_place}) {
        if (at.page == kNoNode || at.box.empty()) continue;
        const Point middle{at.box.x + at.box.width / 2, at.box.y + at.box.height / 2};
        const bool inside = std::any_of(frames.begin(), frames.end(), [&](const Rect& frame) {
          return middle.x >= frame.x && middle.x <= frame.right() && middle.y >= frame.y &&
                 middle.y <= frame.bottom();
        });
        EXPECT_TRUE(inside) << change.where << ": " << change.kind << " " << change.message;
      }
    }
  }

  /// The only finding in the text layer.
  static const Change* only_words(const Comparison& found) {
    const auto is_text = [](const Change& change) { return change.layer == Layer::kText; };
    const auto first = std::find_if(found.changes.begin(), found.changes.end(), is_text);
    return count(found, Layer::kText) == 1 ? &*first : nullptr;
  }

  std::mt19937 random_{20261126};
};

TEST_F(SampleEdits, TwiceTheSameIsTheSame) {
  ASSERT_GT(pages().size(), 8u);
  for (const SamplePage& page : pages()) {
    const Comparison found = compare_scenes(page.scene, scene_of(page.document));
    EXPECT_TRUE(found.same()) << page.name << "\n" << kinds(found);
  }
}

TEST_F(SampleEdits, ACharacter) {
  const auto is_han = [](char32_t cp) { return cp >= 0x4E00 && cp <= 0x9FFF; };
  for (int made = 0; made < kOfEachKind;) {
    const SamplePage& page = any_page();
    Place at;
    if (!find(page, is_han, at)) continue;
    Document document = page.document;
    const std::string after = at.character == "谷" ? "春" : "谷";
    document.articles[at.article].paragraphs[at.paragraph].copy.text.replace(at.byte, 3, after);
    const PlacedEdition placed = place(document);
    const Comparison found = compare_scenes(page.scene, scene_of(placed));
    const Change* change = only_words(found);
    ASSERT_NE(change, nullptr) << page.name << ": " << at.character << " → " << after << "\n" << kinds(found);
    EXPECT_EQ(change->before, at.character);
    EXPECT_EQ(change->after, after);
    expect_nothing_beside(found, placed, at.article);
    ++made;
  }
}

TEST_F(SampleEdits, AComma) {
  for (int made = 0; made < kOfEachKind;) {
    const SamplePage& page = any_page();
    Place at;
    if (!find(
            page, [](char32_t cp) { return cp == U'，'; }, at))
      continue;
    Document document = page.document;
    document.articles[at.article].paragraphs[at.paragraph].copy.text.erase(at.byte, 3);
    const PlacedEdition placed = place(document);
    const Comparison found = compare_scenes(page.scene, scene_of(placed));
    const Change* change = only_words(found);
    ASSERT_NE(change, nullptr) << page.name << "\n" << kinds(found);
    EXPECT_EQ(change->kind, "text-deleted");
    EXPECT_EQ(change->before, "，");
    expect_nothing_beside(found, placed, at.article);
    ++made;
  }
}

TEST_F(SampleEdits, APhotoRow) {
  for (int made = 0; made < kOfEachKind;) {
    const SamplePage& page = any_page();
    std::vector<std::pair<std::size_t, std::size_t>> slots;  // frame, photo
    for (std::size_t f = 0; f < page.layout().frames.size(); ++f) {
      const Frame& frame = page.layout().frames[f];
      const auto story = page.spec().stories.find(frame.name.value);
      if (story == page.spec().stories.end()) continue;
      const std::size_t photos = page.document.articles[story->second].photos.size();
      for (std::size_t i = 0; i < std::min(photos, frame.photos.size()); ++i) slots.emplace_back(f, i);
    }
    if (slots.empty()) continue;
    const auto [f, i] = slots[any(slots.size())];
    Document document = page.document;
    Frame& frame = document.layouts[page.spec().layout].frames[f];
    const int by = static_cast<int>(1 + any(2));
    if (frame.photos[i].rows.value <= by + 3) continue;
    frame.photos[i].rows.value -= by;
    const PlacedEdition placed = place(document);
    const Comparison found = compare_scenes(page.scene, scene_of(placed));
    EXPECT_EQ(count(found, Layer::kText), 0u) << page.name << "\n" << kinds(found);
    const bool photo = std::any_of(found.changes.begin(), found.changes.end(), [](const Change& change) {
      return change.kind == "item-resized" || change.kind == "item-reshaped" || change.kind == "crop-changed";
    });
    EXPECT_TRUE(photo) << page.name << "\n" << kinds(found);
    expect_nothing_beside(found, placed, page.spec().stories.at(frame.name.value));
    ++made;
  }
}

TEST_F(SampleEdits, AColour) {
  for (int made = 0; made < kOfEachKind;) {
    const SamplePage& page = any_page();
    Document document = page.document;
    auto& styles = document.layouts[page.spec().layout].styles;
    const auto style = std::next(styles.begin(), static_cast<int>(any(styles.size())));
    const Ink ink =
        any(2) == 0 ? Ink{0, 1000, 900, 0} : Ink{0, 0, 0, static_cast<std::uint16_t>(300 + any(600))};
    if (style->second.ink == ink) continue;
    style->second.ink = ink;
    const PlacedEdition placed = place(document);
    const auto inks = [](const PlacedEdition& edition) {
      std::vector<Ink> out;
      for (const DrawItem& item : edition.pages[0].items) {
        if (const auto* text = std::get_if<DrawText>(&item)) out.push_back(text->ink);
      }
      return out;
    };
    if (inks(placed) == inks(page.placed)) continue;  // nothing on this page is in that style
    const Comparison found = compare_scenes(page.scene, scene_of(placed));
    EXPECT_FALSE(found.same()) << page.name << " " << style->first;
    for (const Change& change : found.changes)
      EXPECT_EQ(change.kind, "ink-changed") << page.name << " " << style->first << ": " << change.message;
    ++made;
  }
}

TEST_F(SampleEdits, TheKerningOfOneLine) {
  for (int made = 0; made < kOfEachKind;) {
    const SamplePage& page = any_page();
    PlacedEdition edition = page.placed;
    std::vector<DrawItem>& items = edition.pages[0].items;
    auto* text = std::get_if<DrawText>(&items[any(items.size())]);
    if (text == nullptr || text->node == kArtifact || text->glyphs.size() < 4 || text->turn != Turn::kNone)
      continue;
    const bool vertical = text->glyphs[0].origin.x == text->glyphs[3].origin.x;
    const std::size_t from = 1 + any(text->glyphs.size() - 1);
    const Length by = Length::points(0.02 + static_cast<double>(any(30)) / 100);
    for (std::size_t i = from; i < text->glyphs.size(); ++i)
      (vertical ? text->glyphs[i].origin.y : text->glyphs[i].origin.x) += by;
    const Comparison found = compare_scenes(page.scene, scene_of(edition));
    ASSERT_EQ(found.changes.size(), 1u) << page.name << ": " << text->text << "\n" << kinds(found);
    EXPECT_EQ(found.changes[0].kind, "lines-respaced");
    ++made;
  }
}

}  // namespace
}  // namespace banxin
