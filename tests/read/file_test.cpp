// Files as they come: encodings, control characters, and what is no file at all.
#include "read/file.h"

#include "read/gb18030.h"
#include "support.h"

namespace banxin {
namespace {

std::string said_of(std::string_view edition) {
  Desk desk;
  desk.write("edition.yaml", edition);
  EXPECT_FALSE(desk.read());
  return desk.findings();
}

TEST(TextFiles, Gb18030IsNamed) {
  // "paper: 晋中日报" as a Chinese Windows saves it.
  EXPECT_EQ(said_of("paper: \xBD\xFA\xD6\xD0\xC8\xD5\xB1\xA8\n"),
            "edition.yaml:1:8: error[not-utf8]: byte BD is not UTF-8\n"
            "paper: \uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\u0571\uFFFD\n"
            "       ^\n"
            "hint: the bytes read as GB18030; convert: iconv -f GB18030 -t UTF-8 edition.yaml\n");
}

TEST(TextFiles, Utf16IsNamed) {
  for (const std::string_view text :
       {std::string_view("\xFF\xFEp\0", 4), std::string_view("\xFE\xFF\0p", 4)}) {
    Desk desk;
    desk.write("edition.yaml", text);
    EXPECT_FALSE(desk.read());
    const std::string said = desk.findings();
    EXPECT_TRUE(said.starts_with("edition.yaml:1:1: error[not-utf8]: byte F")) << said;
    EXPECT_TRUE(
        said.ends_with("^\nhint: the bytes read as UTF-16; convert: iconv -f UTF-16 -t UTF-8 edition.yaml\n"))
        << said;
  }
}

TEST(TextFiles, BrokenUtf8IsNotTakenForGb18030) {
  EXPECT_EQ(said_of("paper: 晋\xE4\xB8\nx\n"),
            "edition.yaml:1:9: error[not-utf8]: byte E4 is not UTF-8\n"
            "paper: 晋\uFFFD\uFFFD\n"
            "         ^\n"
            "hint: save the file as UTF-8\n");
}

TEST(TextFiles, NulIsAnError) {
  EXPECT_EQ(said_of(std::string_view("paper: a\0b\n", 11)),
            "edition.yaml:1:9: error[control-character]: control character U+0000\n"
            "paper: a\uFFFDb\n"
            "        ^\n"
            "hint: remove it\n");
}

TEST(TextFiles, EmptyFileIsAnError) {
  EXPECT_EQ(said_of(""), "edition.yaml:1:1: error[empty-file]: the file is empty\n\n^\n");
  EXPECT_EQ(said_of("\xEF\xBB\xBF \n"), "edition.yaml:1:1: error[empty-file]: the file is empty\n \n^\n");
}

TEST(TextFiles, ByteOrderMarkAndCrLfAreAccepted) {
  Desk desk;
  desk.write("edition.yaml",
             "\xEF\xBB\xBFpaper: 晋中日报\r\npages:\r\n  - number: 1\r\n    layout: l.yaml\r\n    frames: "
             "{lead: a.md}\r\n");
  desk.write("a.md", "\xEF\xBB\xBF---\r\ntitle: 标题\r\n---\r\n正文\r\n接着。\r\n\r\n第二段。\r\n");
  const auto document = desk.read();
  ASSERT_TRUE(document) << desk.findings();
  EXPECT_EQ(document->edition.paper.value, "晋中日报");
  const Article& article = document->articles[0];
  EXPECT_EQ(article.title.text, "标题");
  ASSERT_EQ(article.paragraphs.size(), 2u);
  EXPECT_EQ(article.paragraphs[0].copy.text, "正文接着。");
  EXPECT_EQ(article.paragraphs[1].copy.text, "第二段。");
}

TEST(TextFiles, LineEndsOfTheOldMacintoshAreAccepted) {
  Desk desk;
  desk.write("edition.yaml",
             "paper: 晋中日报\rpages:\r  - number: 1\r    layout: l.yaml\r    frames: {lead: a.md}\r");
  desk.write("a.md", "---\rtitle: 标题\r---\r正文\r接着。\r\r第二段。\r");
  const auto document = desk.read();
  ASSERT_TRUE(document) << desk.findings();
  const Article& article = document->articles[0];
  EXPECT_EQ(article.title.text, "标题");
  ASSERT_EQ(article.paragraphs.size(), 2u);
  EXPECT_EQ(article.paragraphs[0].copy.text, "正文接着。");
  EXPECT_EQ(article.paragraphs[1].copy.text, "第二段。");
}

std::string first_finding(const Diagnostics& diags, const Sources& sources) {
  if (diags.all().empty()) return {};
  const std::string whole = render(diags.all().front(), sources);
  return whole.substr(0, whole.find('\n'));
}

/// What an article with this text is told first.
std::string said_of_article(const std::string& text) {
  Desk desk;
  desk.write("a.md", text);
  Sources sources;
  Diagnostics diags;
  (void)read_edition("edition.yaml", sources, diags);
  return first_finding(diags, sources);
}

TEST(LongCopy, IsAnErrorAtItsPlace) {
  const auto repeated = [](const std::string& word, int times) {
    std::string out;
    for (int i = 0; i < times; ++i) out += word;
    return out;
  };
  EXPECT_EQ(said_of_article("短。\n\n" + repeated("字", 100'001) + "\n"),
            "a.md:3:1: error[paragraph-too-long]: a paragraph of 100001 characters; the most is 100000");
  EXPECT_EQ(said_of_article(repeated("字\n\n", 100'001)),
            "a.md:200001:1: error[article-too-long]: the article has more than 2000000 characters or 100000 "
            "paragraphs");
  EXPECT_EQ(said_of_article("---\ntitle: " + repeated("题", 10'001) + "\n---\n\n正文。\n"),
            "a.md:2:8: error[text-too-long]: 'title' has 10001 characters; the most is 10000");
}

TEST(TextFiles, WhatIsNoFile) {
  const Folder folder;
  Sources sources;
  Diagnostics diags;
  folder.write("sub/x", "");
  EXPECT_FALSE(read_edition("none.yaml", sources, diags));
  EXPECT_FALSE(read_edition("sub", sources, diags));
  EXPECT_FALSE(read_edition("/dev/null", sources, diags));
  EXPECT_EQ(messages(diags, sources),
            "error[unreadable]: cannot read edition 'none.yaml': no such file\n"
            "error[unreadable]: cannot read edition 'sub': it is a folder\n"
            "error[unreadable]: cannot read edition '/dev/null': it is not a file\n");
}

TEST(TextFiles, TooLargeIsNotRead) {
  const Folder folder;
  folder.write("edition.yaml", "paper: x\n");
  std::filesystem::resize_file("edition.yaml", kLargestText + 1);
  Sources sources;
  Diagnostics diags;
  EXPECT_FALSE(read_edition("edition.yaml", sources, diags));
  EXPECT_EQ(
      messages(diags, sources),
      "error[unreadable]: cannot read edition 'edition.yaml': it has 16777217 bytes; the most is 16777216\n");
}

TEST(Gb18030, IsToldFromOtherEncodings) {
  EXPECT_TRUE(looks_like_gb18030("\xBD\xFA\xD6\xD0"));
  EXPECT_TRUE(looks_like_gb18030("a\xA1\xB0\xD6\xD0\xA1\xB1\x81\x30\x81\x30"));
  EXPECT_FALSE(looks_like_gb18030("caf\xE9"));
  EXPECT_FALSE(looks_like_gb18030("\xFF\xFE\x4E\x2D"));
  EXPECT_FALSE(looks_like_gb18030("abc"));
}

TEST(Project, LayoutsBesideTheEditionsFolderMayBeNamed) {
  const Folder folder;
  folder.write("layouts/l.yaml", "page: {size: 四开}\n" + std::string(Desk::kGrid) +
                                     "frames:\n  lead: {kind: story, columns: 1-4, rows: 1-50}\n");
  folder.write("papers/jan/a.md", "正文。\n");
  folder.write("papers/jan/edition.yaml",
               "paper: x\npages:\n  - {number: 1, layout: ../../layouts/l.yaml, frames: {lead: a.md}}\n");
  Sources sources;
  Diagnostics diags;
  EXPECT_TRUE(read_edition("papers/jan/edition.yaml", sources, diags)) << messages(diags, sources);
  ASSERT_EQ(sources.size(), 3u);
  EXPECT_EQ(sources.at(1).path, "layouts/l.yaml");
  EXPECT_EQ(sources.at(2).path, "papers/jan/a.md");
}

TEST(Project, WithoutLayoutsFolderItIsTheEditionsOwn) {
  const Folder folder;
  folder.write("a.md", "正文。\n");
  folder.write("sub/edition.yaml",
               "paper: x\npages:\n  - {number: 1, layout: ../l.yaml, frames: {lead: ../a.md}}\n");
  Sources sources;
  Diagnostics diags;
  EXPECT_FALSE(read_edition("sub/edition.yaml", sources, diags));
  EXPECT_EQ(messages(diags, sources),
            "sub/edition.yaml:3:25: error[outside-project]: layout '../l.yaml' is outside the project\n"
            "  - {number: 1, layout: ../l.yaml, frames: {lead: ../a.md}}\n"
            "                        ^~~~~~~~~\n"
            "hint: keep the file below the project's folder, the one that holds 'layouts/'\n"
            "sub/edition.yaml:3:51: error[outside-project]: article '../a.md' is outside the project\n"
            "  - {number: 1, layout: ../l.yaml, frames: {lead: ../a.md}}\n"
            "                                                  ^~~~~~~\n"
            "hint: keep the file below the project's folder, the one that holds 'layouts/'\n");
}

}  // namespace
}  // namespace banxin
