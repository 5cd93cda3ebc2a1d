// {key=value} at the end of a paragraph.
#include "support.h"

namespace banxin {
namespace {

TEST(Attributes, Table) {
  struct Case {
    const char* markdown;
    const char* text;
    int extra_lines;
  };
  const Case kCases[] = {
      {"好。 {lines=+1}\n", "好。", 1},
      {"好。{lines=-1}\n", "好。", -1},
      {"好\n坏。\n{lines=+1}\n", "好坏。", 1},
      {"集合{a，b}\n", "集合{a，b}", 0},            // braces without key=value are copy
      {"好。\\{lines=+1}\n", "好。{lines=+1}", 0},  // escaped: copy
      {"{lines=+1}好。\n", "{lines=+1}好。", 0},    // only at the end
  };
  for (const Case& c : kCases) {
    SCOPED_TRACE(c.markdown);
    const Read r(c.markdown);
    ASSERT_EQ(r.article.paragraphs.size(), 1u);
    EXPECT_EQ(r.article.paragraphs[0].copy.text, c.text);
    EXPECT_EQ(r.article.paragraphs[0].extra_lines.value, c.extra_lines);
  }
}

TEST(Attributes, Mistakes) {
  const Read r("好。 {line=+1}\n\n坏。 {lines=5}\n");
  EXPECT_EQ(r.findings(),
            "a.md:1:4: error[unknown-attribute]: unknown attribute 'line'\n"
            "好。 {line=+1}\n"
            "     ^~~~~~~~~\n"
            "hint: attributes here: {lines=+1} {lines=-1} {.drop} {drop=3} {.continued} {.optional} {.note} "
            "{.caption}\n"
            "a.md:3:4: error[bad-attribute]: a paragraph cannot be set in '5' lines more\n"
            "坏。 {lines=5}\n"
            "     ^~~~~~~~~\n"
            "hint: write {lines=+1} or {lines=-1}\n");
}

}  // namespace
}  // namespace banxin
