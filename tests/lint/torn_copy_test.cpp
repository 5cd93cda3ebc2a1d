// Paragraphs that were cut in two where a printed column ended.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdint>
#include <string>
#include <vector>

#include "lint/lint.h"

namespace banxin {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

Copy copy(const std::string& text, std::size_t at) {
  const auto begin = static_cast<std::uint32_t>(at);
  return {text, {{0, {0, begin, begin + static_cast<std::uint32_t>(text.size())}}}};
}

std::vector<Diagnostic> found_in(const std::vector<std::string>& paragraphs,
                                 Paragraph::Kind second = Paragraph::Kind::kBody) {
  Document document;
  Article article;
  article.file = 0;
  for (const std::string& text : paragraphs) {
    Paragraph paragraph;
    paragraph.copy = copy(text, 1000 * article.paragraphs.size());
    if (article.paragraphs.size() == 1) paragraph.kind = second;
    article.paragraphs.push_back(paragraph);
  }
  document.articles.push_back(article);
  Diagnostics diags;
  lint_edition(document, {}, diags);
  return diags.all();
}

TEST(TornCopy, IsToldByTheEndOfAParagraph) {
  const struct {
    const char* first;
    bool torn;
  } cases[] = {
      {"市民说：“好。”他们计划种树、养花、开花结", true},
      {"会开完了。公司认真学习会议精　 ", true},  // blanks at its end are none of its words
      {"会开完了。他们去年种下苹果、", true},
      {"会开完了。他们去年种下苹果，", true},
      {"会开完了。去年种树1200", true},
      {"会开完了。他们用GD", true},
      {"花が咲いた。公園に行", true},
      {"花が咲いた。みんなは公園へあつま", true},
      {"近年来，太谷区紧盯政策、资金、项目，打捆谋划、包装储备了一批打基础、利长远的", true},  // no stop yet
      {"会开完了。", false},
      {"会开完了。谁去？", false},
      {"会开完了。他说：“走！”", false},
      {"会开完了。他讲了三点：", false},
      {"会开完了。一要多种树；", false},
      {"会开完了……", false},
      {"会开完了。但是——", false},
      {"会开完了。（本报记者 张三）", false},
      {"The meeting is over.", false},
      {"地址：晋中市迎宾街88号", false},  // a line that is no sentence
      {"春风又绿江南岸，", false},        // a verse
      {"车间里，工人正在腌制泡菜。 记者 杨洋 摄", false},
      {"", false},
  };
  for (const auto& c : cases) {
    SCOPED_TRACE(c.first);
    EXPECT_THAT(found_in({c.first, "果，抓好项目建设。"}), SizeIs(c.torn ? 1 : 0));
  }
}

TEST(TornCopy, SaysWhatBelongsTogether) {
  const auto found =
      found_in({"市民说：“好。”他们计划种树、养花、开花结", "果，抓好项目建设，为全市贡献力量。"});
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found[0].code, "torn-paragraph");
  EXPECT_EQ(found[0].severity, Severity::kWarning);
  EXPECT_EQ(found[0].message, "the paragraph breaks off in mid-sentence: “…划种树、养花、开花结”");
  EXPECT_EQ(found[0].hint,
            "if “果，抓好项目建设，为…” goes on with it, make the two one paragraph: copy taken from a "
            "printed page is "
            "torn where its columns end");
  EXPECT_EQ(found[0].where.begin, std::string("市民说：“好。”他们计").size()) << "the words that are shown";
  ASSERT_THAT(found[0].also, SizeIs(1));
  EXPECT_EQ(found[0].also[0].begin, 1000u);
}

TEST(TornCopy, GoesOnBehindACaption) {
  const auto found =
      found_in({"市民说：“好。”他们计划开花结", "工人正在腌制泡菜。 记者 杨洋 摄", "果，抓好项目。"});
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found[0].also[0].begin, 2000u);
  EXPECT_EQ(found[0].hint,
            "what follows looks like a caption, which belongs under `photos`; if “果，抓好项目。” goes on "
            "with it, make "
            "the two one paragraph: copy taken from a printed page is torn where its columns end");
}

TEST(TornCopy, TheLastParagraphAndOneBeforeAHeadAreLeftAlone) {
  const std::string open = "会开完了。他们计划种树、养花、开花结";
  EXPECT_THAT(found_in({"会开完了。", open}), IsEmpty());
  EXPECT_THAT(found_in({open, "项目", "果，抓好项目。"}, Paragraph::Kind::kCrossHead), IsEmpty());
}

}  // namespace
}  // namespace banxin
