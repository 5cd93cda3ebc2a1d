// The sample edition: not one character of the desk's copy may change on its way in.
#include <gtest/gtest.h>

#include "support.h"

namespace banxin {
namespace {

std::string without_space(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    if (text[i] == ' ' || text[i] == '\n' || text[i] == '\r' || text[i] == '\t') {
      ++i;
    } else if (text.substr(i).starts_with("\u3000")) {
      i += 3;
    } else {
      out += text[i++];
    }
  }
  return out;
}

void take_out(std::string& text, std::string_view part) {
  const std::size_t at = text.find(part);
  ASSERT_NE(at, std::string::npos) << part;
  ASSERT_EQ(text.find(part, at + 1), std::string::npos) << part;
  text.erase(at, part.size());
}

struct Sample : testing::Test {
  Sources sources;
  Diagnostics diags;
  std::optional<Document> document =
      read_edition(std::string(BANXIN_SOURCE_DIR) + "/samples/jinzhong/edition.yaml", sources, diags);
};

TEST_F(Sample, HasAllTheCopyOfTheDeskInOrder) {
  ASSERT_TRUE(document) << messages(diags, sources);
  ASSERT_EQ(document->articles.size(), 1u);
  const Article& lead = document->articles[0];
  ASSERT_EQ(lead.photos.size(), 1u);

  std::string seed =
      without_space(read_file(std::string(BANXIN_SOURCE_DIR) + "/tests/read/data/seed-article.txt"));
  take_out(seed, without_space(lead.photos[0].caption.text + lead.photos[0].credit.text));
  std::string read = lead.title.text + lead.subtitle.text + lead.byline.text;
  for (const Paragraph& paragraph : lead.paragraphs) read += paragraph.copy.text;
  EXPECT_EQ(without_space(read), seed);
}

TEST_F(Sample, JoinsTheTornParagraphs) {
  ASSERT_TRUE(document) << messages(diags, sources);
  const std::vector<Paragraph>& paragraphs = document->articles[0].paragraphs;
  ASSERT_EQ(paragraphs.size(), 16u);
  EXPECT_NE(paragraphs[6].copy.text.find("落地生根、开花结果，抓好"), std::string::npos);
  EXPECT_NE(paragraphs[8].copy.text.find("优势项目。三是形成合力"), std::string::npos);
  EXPECT_NE(paragraphs[10].copy.text.find("贯彻执行好会议精神，认真"), std::string::npos);
  for (const Paragraph& paragraph : paragraphs) EXPECT_EQ(paragraph.kind, Paragraph::Kind::kBody);
}

TEST_F(Sample, HasTheGridOfTheDesk) {
  ASSERT_TRUE(document) << messages(diags, sources);
  const PageLayout& layout = document->layouts.at(0);
  EXPECT_EQ(layout.grid.size, Length::points(9.5));
  EXPECT_EQ(layout.grid.pitch, Length::points(14.5));
  EXPECT_EQ(layout.grid.columns, 4);
  EXPECT_EQ(layout.grid.measure, 17);
  EXPECT_EQ(layout.grid.gap, 2.0_em);
  ASSERT_EQ(layout.frames.size(), 2u);
  const Frame& lead = layout.frames[1];
  EXPECT_EQ(lead.rows.value.count() - lead.head_rows, 40);
  ASSERT_EQ(lead.photos.size(), 1u);
  EXPECT_EQ(lead.photos[0].columns.value, (Range{2, 3}));
  EXPECT_EQ(lead.photos[0].rows.value, 17);
  EXPECT_EQ(lead.photos[0].caption_columns, (Range{3, 3}));
  EXPECT_EQ(lead.photos[0].caption_rows.value, 3);
  EXPECT_EQ(document->edition.pages.at(0).stories.at("lead"), 0u);
}

}  // namespace
}  // namespace banxin
