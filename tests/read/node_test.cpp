// YAML values know where they were written, byte by byte.
#include "read/node.h"

#include "read/letters.h"
#include "read/scalar.h"
#include "support.h"

namespace banxin {
namespace {

struct Yaml {
  explicit Yaml(const std::string& text) : in(sources, diags) {
    const std::uint32_t file = sources.add("x.yaml", text);
    tree = parse_yaml(file, 0, static_cast<std::uint32_t>(text.size()), in);
  }
  std::string written(const YamlNode& node) const { return std::string(in.text_at(node.where)); }

  Sources sources;
  Diagnostics diags;
  Reading in;
  std::optional<Tree> tree;
};

TEST(SourceSpans, AreTheTextOfEachValue) {
  struct Case {
    const char* yaml;     // the value of the first key is looked at
    const char* written;  // its span
    const char* value;
  };
  const Case kCases[] = {
      {"a: b", "b", "b"},
      {"a: 一二  # 三", "一二", "一二"},
      {"a: b c  \nd: e", "b c", "b c"},
      {"a: 'it''s'", "'it''s'", "it's"},
      {"a: \"x\\\"y\" # z", "\"x\\\"y\"", "x\"y"},
      {"a: \"\\u4E2D\"", "\"\\u4E2D\"", "中"},
      {"a: ''", "''", ""},
      {"{a: b, c: d}", "b", "b"},
      {"{a: [1, 2 ], c: d}", "[1, 2 ]", ""},
      {"a: &x [1,2,]", "[1,2,]", ""},
      {"a: {}", "{}", ""},
      {"a:\n- b\n- c\n\nd: e", "- b\n- c", ""},
      {"a: [[b]]", "[[b]]", ""},
      {"a: &name b", "b", "b"},
      {"a: !tag &name 'b'", "'b'", "b"},
      {"a:\n  b\n  c\nd: e", "b\n  c", "b c"},
      {"a: 一\n   二", "一\n   二", "一 二"},
      {"a: |\n  b\n  c\n\nd: e", "|\n  b\n  c", "b\nc\n"},
      {"a: >-\n  b\n  c\nd: e", ">-\n  b\n  c", "b c"},
      {"a: \"b\n  c\"", "\"b\n  c\"", "b c"},
      {"a: b\r\nc: d\r\n", "b", "b"},
      {"a: http://x.y/#z", "http://x.y/#z", "http://x.y/#z"},
      {"? a\n: b\n", "b", "b"},
      {"a: 17字", "17字", "17字"},
  };
  for (const auto& [yaml, written, value] : kCases) {
    SCOPED_TRACE(yaml);
    const Yaml read(yaml);
    ASSERT_TRUE(read.tree) << messages(read.diags, read.sources);
    ASSERT_FALSE(read.tree->root().entries.empty());
    const Entry& entry = read.tree->root().entries[0];
    EXPECT_EQ(read.in.text_at(entry.where), "a");
    EXPECT_EQ(read.written(*entry.value), written);
    EXPECT_EQ(entry.value->text, value);
  }
}

TEST(SourceSpans, OfKeysInQuotes) {
  const Yaml read("{\"a b\": c, 'd': e}");
  ASSERT_TRUE(read.tree);
  EXPECT_EQ(read.in.text_at(read.tree->root().entries[0].where), "\"a b\"");
  EXPECT_EQ(read.in.text_at(read.tree->root().entries[1].where), "'d'");
}

TEST(SourceSpans, OfNothing) {
  for (const char* yaml : {"a:", "a: ~", "a: null", "{a}", "a:\nb: c"}) {
    const Yaml read(yaml);
    ASSERT_TRUE(read.tree) << yaml;
    EXPECT_EQ(read.tree->root().entries[0].value->kind, YamlNode::Kind::kNothing) << yaml;
  }
}

/// Every character of the value with the source it came from: "中<\u4E2D>" or, where they are the same, "中".
std::string spelled(const Yaml& read, const YamlNode& node) {
  const std::string& source = read.sources.at(0).text;
  const Letters letters = letters_of_scalar(source, {node.where.begin, node.where.end}, node.text);
  std::string out;
  for (const Letter& letter : letters) {
    const Copy copy = to_copy({letter}, 0);
    const std::string text = letter.cp == kHardBreak ? "/" : letter.cp == kSoftBreak ? "+" : copy.text;
    const std::string from(source.substr(letter.begin, letter.end - letter.begin));
    out += text == from ? text : text + "<" + from + ">";
  }
  return out;
}

TEST(LettersOfScalar, KnowTheirSource) {
  struct Case {
    const char* yaml;
    const char* spelled;
  };
  const Case kCases[] = {
      {"a: 一二 b", "一二 b"},
      {"a: \"一\\u4E8C\\\"三\\x41\"", "一二<\\u4E8C>\"<\\\">三A<\\x41>"},
      {"a: 'it''s 一'", "it'<''>s 一"},
      {"a: 一\n   二", "一+<\n   >二"},
      {"a: \"一  \n   二\"", "一+<  \n   >二"},
      {"a: \"一\\\n   二\"", "一二"},
      {"a: \"一\\n二\"", "一/<\\n>二"},
      {"a: |\n  一\n  二\n", "一/<\n>二/<>"},
      {"a: >-\n  一\n  二\n", "一+<\n  >二"},
      {"a: 一\n\n   二", "一/<\n>二"},
  };
  for (const auto& [yaml, want] : kCases) {
    SCOPED_TRACE(yaml);
    const Yaml read(yaml);
    ASSERT_TRUE(read.tree);
    EXPECT_EQ(spelled(read, *read.tree->root().entries[0].value), want);
  }
}

TEST(Yaml, KeepsKeysGivenTwice) {
  const Yaml read("a: 1\nb: 2\na: 3\n");
  ASSERT_TRUE(read.tree);
  ASSERT_EQ(read.tree->root().entries.size(), 3u);
  EXPECT_EQ(read.tree->root().entries[2].value->text, "3");
}

TEST(Yaml, AliasesShareTheirValue) {
  const Yaml read("a: &x [1, 2]\nb: *x\n");
  ASSERT_TRUE(read.tree);
  EXPECT_EQ(read.tree->root().entries[0].value, read.tree->root().entries[1].value);
  EXPECT_EQ(read.tree->root().size, 9u);
}

std::string refusal(const std::string& yaml) {
  const Yaml read(yaml);
  EXPECT_FALSE(read.tree);
  return messages(read.diags, read.sources);
}

TEST(HostileYaml, AliasBombIsRefused) {
  std::string bomb = "a: &a [x,x,x,x,x,x,x,x,x,x]\n";
  for (char c = 'b'; c < 'z'; ++c) {
    bomb += std::string(1, c) + ": &" + c + " [";
    for (int i = 0; i < 10; ++i) bomb += std::string(i > 0 ? "," : "") + "*" + static_cast<char>(c - 1);
    bomb += "]\n";
  }
  EXPECT_EQ(refusal(bomb),
            "x.yaml:5:35: error[yaml-too-large]: the aliases unfold to more than 100000 values\n"
            "e: &e [*d,*d,*d,*d,*d,*d,*d,*d,*d,*d]\n"
            "                                  ^\n");
}

TEST(HostileYaml, DeepNestingIsRefused) {
  std::string deep;
  for (int i = 0; i < 65; ++i) deep += std::string(static_cast<std::size_t>(i), ' ') + "a:\n";
  EXPECT_EQ(refusal(deep), "x.yaml:64:64: error[yaml-too-deep]: more than 64 levels of nesting\n" +
                               std::string(63, ' ') + "a:\n" + std::string(63, ' ') + "^\n");
}

TEST(HostileYaml, DeepNestingByAliasesIsRefused) {
  std::string chain = "a0: &a0 [x]\n";
  for (int i = 1; i < 80; ++i) {
    chain += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [*a" + std::to_string(i - 1) + "]\n";
  }
  EXPECT_EQ(refusal(chain),
            "x.yaml:63:12: error[yaml-too-deep]: more than 64 levels of nesting\n"
            "a62: &a62 [*a61]\n"
            "           ^\n");
}

TEST(HostileYaml, CrowdedLineIsRefused) {
  const std::string said = refusal(std::string(2000000, '['));
  EXPECT_EQ(said.substr(0, said.find('\n')),
            "x.yaml:1:10001: error[yaml-too-large]: more than 10000 brackets and commas on one line");
}

TEST(HostileYaml, TooManyValuesAreRefused) {
  std::string many;
  for (int i = 0; i < 60000; ++i) many += "k" + std::to_string(i) + ": 1\n";
  EXPECT_EQ(refusal(many),
            "x.yaml:50000:9: error[yaml-too-large]: more than 100000 values in one file\n"
            "k49999: 1\n"
            "        ^\n");
}

TEST(HostileYaml, AliasInsideItsValueIsRefused) {
  EXPECT_EQ(refusal("a: &a [*a]\n"),
            "x.yaml:1:8: error[yaml-alias]: an alias inside the value that it stands for\n"
            "a: &a [*a]\n"
            "       ^\n");
}

TEST(HostileYaml, HugeKeyIsCutInMessages) {
  Desk desk;
  desk.write("edition.yaml", std::string(900, 'k') + ": 1\n");
  EXPECT_FALSE(desk.read());
  ASSERT_FALSE(desk.diags.all().empty());
  EXPECT_EQ(desk.diags.all()[0].message, "unknown key '" + std::string(40, 'k') + "…' in edition");
}

TEST(HostileYaml, FindingsAreCounted) {
  Desk desk;
  std::string many = "paper: x\npages: []\n";
  for (int i = 0; i < 300; ++i) many += "k" + std::to_string(i) + ": 1\n";
  desk.write("edition.yaml", many);
  EXPECT_FALSE(desk.read());
  ASSERT_EQ(desk.diags.all().size(), 101u);
  EXPECT_EQ(desk.diags.all()[100].message, "more than 100 findings; the rest are not shown");
}

}  // namespace
}  // namespace banxin
