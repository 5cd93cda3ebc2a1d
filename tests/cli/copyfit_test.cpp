// What `banxin check` says of a story that is short: written in, it fills its place.
#include <algorithm>
#include <cstdlib>
#include <string>

#include "project.h"

namespace banxin::test {
namespace {

constexpr const char* kSentence =
    "记者昨日从市统计局获悉，今年前三季度，全市“专精特新”企业达到1,286家，同比增长12.5%"
    "；工业用电量稳步回升。";

class Copyfit : public Project {
 protected:
  /// 字 of kSentence over and over, so many of them, in paragraphs of about a hundred.
  static std::string words(std::size_t count) {
    std::string out;
    std::size_t in_paragraph = 0;
    for (std::size_t at = 0, n = 0; n < count; ++n, ++in_paragraph) {
      std::size_t end = at + 1;
      while ((static_cast<unsigned char>(kSentence[end]) & 0xC0) == 0x80) ++end;
      out.append(kSentence + at, end - at);
      at = kSentence[end] == '\0' ? 0 : end;
      if (at == 0 && in_paragraph > 100) out += "\n\n", in_paragraph = 0;
    }
    return out;
  }

  std::string check(std::size_t characters) const {
    write("a.md", "---\ntitle: 前三季度经济运行平稳\n---\n" + words(characters) + "\n");
    const Ran ran = run("check edition.yaml");
    return ran.out + ran.err;
  }
};

TEST_F(Copyfit, WhatIsSaidToBeMissingFillsTheFrame) {
  write("edition.yaml",
        "paper: 测试报\ndate: 2026-11-26\npages:\n"
        "  - {number: 1, layout: layout.yaml, frames: {lead: a.md}}\n");
  for (const char* more : {"", ", box: {padding: 1}"}) {
    std::string layout = kSmallLayout;
    layout.insert(layout.rfind('}'), more);
    write("layout.yaml", layout);
    for (std::size_t characters = 60; characters <= 150; characters += 9) {
      SCOPED_TRACE(std::to_string(characters) + more);
      const std::string said = check(characters), words = "write about ";
      const std::size_t at = said.find(words);
      if (at == said.npos) continue;
      const int missing = std::atoi(said.c_str() + at + words.size());
      const std::string now = check(characters + static_cast<std::size_t>(missing));
      EXPECT_EQ(now.find("error[overset]"), now.npos) << said << now;
      EXPECT_EQ(now.find("is under by"), now.npos) << said << now;
    }
  }
}

}  // namespace
}  // namespace banxin::test
