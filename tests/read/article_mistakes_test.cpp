// What is wrong in an article or cannot be set yet, as it is told.
#include "support.h"

namespace banxin {
namespace {

const Mistaken kMistakes[] = {
    {"UnknownKey",
     R"(---
titel: 标题
---
正文。
)",
     R"(a.md:2:1: error[unknown-key]: unknown key 'titel' in front matter
titel: 标题
^~~~~
hint: did you mean 'title'?
)"},
    {"NoEndOfFrontMatter",
     R"(---
title: 标题
正文。
)",
     R"(a.md:1:1: error[front-matter]: the front matter has no end
---
^~~
hint: write a line '---' between the keys and the text
)"},
    {"FrontMatterIsNoMap",
     R"(---
标题
---
正文。
)",
     R"(a.md:2:1: error[wrong-type]: the front matter is a single value; it must be a group of keys
标题
^~~~
hint: the keys here are: kicker, title, subtitle, deck, byline, dateline, jump-title, photos
)"},
    {"InvalidYaml",
     R"(---
title: a: b
---
正文。
)",
     R"(a.md:2:9: error[invalid-yaml]: this is not valid YAML: a ':' where no value can start
title: a: b
        ^
hint: put text that holds ': ' in quotes
)"},
    {"PhotoNotFound",
     R"(---
photos:
  - file: pickle.jpg
---
正文。
)",
     R"(a.md:3:11: error[not-found]: photo 'pickle.jpg' not found
  - file: pickle.jpg
          ^~~~~~~~~~
hint: looked for pickle.jpg
)"},
    {"PhotoWithoutFile",
     R"(---
photos:
  - caption: 图
---
正文。
)",
     R"(a.md:3:5: error[missing-key]: missing key 'file' in photo
  - caption: 图
    ^~~~~~~~~~~
hint: file: JPEG or PNG, seen from this file's folder
)"},
    {"PhotoFocus",
     R"(---
photos:
  - {file: ok.jpg, focus: [0.5, 1.5]}
  - {file: ok.jpg, focus: [a, 1]}
  - {file: ok.jpg, focus: [1]}
---
正文。
)",
     R"(a.md:3:33: error[out-of-range]: 'focus' is 1.5; it must be from 0 to 1
  - {file: ok.jpg, focus: [0.5, 1.5]}
                                ^~~
a.md:4:28: error[bad-number]: 'a' is not a number
  - {file: ok.jpg, focus: [a, 1]}
                           ^
a.md:5:27: error[wrong-type]: 'focus' needs two numbers, as in [0.5, 0.4]
  - {file: ok.jpg, focus: [1]}
                          ^~~
)"},
    {"NotAPhoto",
     R"(---
photos:
  - file: text.jpg
---
正文。
)",
     R"(a.md:3:11: error[photo-type]: photo 'text.jpg' is neither JPEG nor PNG
  - file: text.jpg
          ^~~~~~~~
hint: convert it to JPEG or PNG
)"},
    {"PhotoByAnotherName",
     R"(---
photos:
  - file: png.jpg
---
正文。
)",
     R"(a.md:3:11: warning[photo-name]: photo 'png.jpg' is a PNG file by another name
  - file: png.jpg
          ^~~~~~~
)"},
    {"PhotoCutOff",
     R"(---
photos:
  - file: short.jpg
---
正文。
)",
     R"(a.md:3:11: error[photo-broken]: photo 'short.jpg' is cut off: the end of the picture is missing
  - file: short.jpg
          ^~~~~~~~~
hint: copy the file again
)"},
    {"PhotoWithoutSize",
     R"(---
photos:
  - file: zero.jpg
---
正文。
)",
     R"(a.md:3:11: error[photo-broken]: photo 'zero.jpg' does not say how large it is
  - file: zero.jpg
          ^~~~~~~~
)"},
    {"PhotoTooLarge",
     R"(---
photos:
  - file: large.png
---
正文。
)",
     R"(a.md:3:11: error[photo-size]: photo 'large.png' has 20001 × 4 pixels; the most is 20000 an edge
  - file: large.png
          ^~~~~~~~~
hint: scale it down
)"},
    {"PhotoIsAFolder",
     R"(---
photos:
  - file: folder
---
正文。
)",
     R"(a.md:3:11: error[unreadable]: cannot read photo 'folder': it is a folder
  - file: folder
          ^~~~~~
)"},
    {"NoText",
     R"(---
title: 标题
---
)",
     R"(a.md:4:1: error[no-text]: the article has no text

^
)"},
    {"Heading",
     R"(# 大标题

#### 小标题

正文。
)",
     R"(a.md:1:3: warning[heading]: a heading of level 1 is set as a cross-head
# 大标题
  ^~~~~~
hint: write ## before a cross-head, ### before a minor one; the title stands in the front matter
a.md:3:6: warning[heading]: a heading of level 4 is set as a cross-head
#### 小标题
     ^~~~~~
hint: write ## before a cross-head, ### before a minor one; the title stands in the front matter
)"},
    {"UnderlinedHeading",
     R"(一段正文
---

正文。
)",
     R"(a.md:1:1: warning[heading]: a line underlined with '---' or '===' is a cross-head
一段正文
^~~~~~~~
hint: write ## before a cross-head; put an empty line above a line of dashes
)"},
    {"CodeBlock",
     R"(```
x = 1
```
)",
     R"(a.md:2:1: warning[markup]: a block of code is set as a plain paragraph
x = 1
^~~~~
)"},
    {"Code",
     R"(用 `x` 和 `y`。
)",
     R"(a.md:1:4: warning[markup]: code is set as plain text
用 `x` 和 `y`。
    ^
hint: write \` for the mark itself
a.md:1:10: warning[markup]: code is set as plain text
用 `x` 和 `y`。
           ^
hint: write \` for the mark itself
)"},
    {"HtmlTags",
     R"(一<b>二</b>三<br>四<!-- 五 -->
)",
     R"(a.md:1:2: warning[html]: the HTML tag '<b>' is not set
一<b>二</b>三<br>四<!-- 五 -->
  ^~~
hint: write **…** for 黑体, *…* for 楷体
a.md:1:6: warning[html]: the HTML tag '</b>' is not set
一<b>二</b>三<br>四<!-- 五 -->
       ^~~~
hint: write **…** for 黑体, *…* for 楷体
)"},
    {"HtmlBlock",
     R"(<div>
正文
</div>
)",
     R"(a.md:1:1: warning[html]: a block of HTML is set as a plain paragraph
<div>
^~~~~
hint: write Markdown
)"},
    {"Picture",
     R"(一![图](a.jpg)二
)",
     R"(a.md:1:7: error[markup]: the picture 'a.jpg' in the text is not set
一![图](a.jpg)二
        ^~~~~
hint: list it under 'photos' in the front matter
)"},
    {"Link",
     R"(见[官网](http://example.com)和<http://example.com>。
)",
     R"(a.md:1:3: warning[markup]: the link to 'http://example.com' is set as plain text
见[官网](http://example.com)和<http://example.com>。
   ^~~~
)"},
    {"UnknownEntity",
     R"(一&foo;二
)",
     R"(a.md:1:2: warning[unknown-entity]: unknown entity '&foo;' is set as it stands
一&foo;二
  ^~~~~
hint: write the character itself, or \& for the mark
)"},
    {"LonelyAsterisks",
     R"(一**二
)",
     R"(a.md:1:2: warning[emphasis]: '**' has no partner and is set as it stands
一**二
  ^~
hint: write \*\* for the marks themselves
)"},
    {"Compatibility",
     R"(豈有此理
)",
     R"(a.md:1:1: warning[compatibility-ideograph]: 豈 (U+F900) is set as 豈 (U+8C48)
豈有此理
^~
)"},
    {"CompatibilitySupplement",
     R"(&#x2F800;人
)",
     R"(a.md:1:1: warning[compatibility-ideograph]: 丽 (U+2F800) is set as 丽 (U+4E3D)
&#x2F800;人
^~~~~~~~~
)"},
    {"Radicals",
     R"(⼀个⼈来⼈往
)",
     R"(a.md:1:1: warning[kangxi-radical]: ⼀ (U+2F00) is a radical and is set as 一 (U+4E00); so are 2 more in this paragraph
⼀个⼈来⼈往
^~
)"},
    {"PrivateUseOfGbk",
     R"(朱&#xE863;基
)",
     R"(a.md:1:2: warning[private-use]: the private-use character U+E863 is set as 䶮 (U+4DAE), which old GBK files mean by it
朱&#xE863;基
  ^~~~~~~~
)"},
    {"PrivateUse",
     R"(朱&#xE123;基
)",
     R"(a.md:1:2: warning[private-use]: U+E123 is a private-use character: every font draws something else there
朱&#xE123;基
  ^~~~~~~~
hint: write the character that is meant by its Unicode number, as &#x4DAE;
)"},
    {"ControlCharacterByEntity",
     R"(一&#1;二
)",
     R"(a.md:1:2: error[control-character]: control character U+0001
一&#1;二
  ^~~~
hint: remove it
)"},
    {"ControlCharacterByEscape",
     R"(---
title: "一\x02二"
---
正文。
)",
     R"(a.md:2:10: error[control-character]: control character U+0002
title: "一\x02二"
          ^~~~
hint: remove it
)"},
};

struct ArticleMistakes : testing::TestWithParam<Mistaken> {};

TEST_P(ArticleMistakes, AreTold) {
  Desk desk;
  desk.write("a.md", GetParam().text);
  desk.read();
  EXPECT_EQ(desk.findings(), GetParam().said);
}

INSTANTIATE_TEST_SUITE_P(Table, ArticleMistakes, testing::ValuesIn(kMistakes),
                         [](const auto& row) { return std::string(row.param.name); });

}  // namespace
}  // namespace banxin
