// Where English words are divided, and where not.
#include "text/hyphenation.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <thread>

#include "support.h"

namespace banxin::test {
namespace {

/// The word with - at its points.
std::string divided(std::string_view word) {
  std::string out;
  std::size_t at = 0;
  for (const std::size_t point : Hyphenator::english()->points(word)) {
    out.append(word, at, point - at) += '-';
    at = point;
  }
  return out.append(word.substr(at));
}

TEST(Hyphenator, Words) {
  ASSERT_NE(Hyphenator::english(), nullptr);
  for (const char* want : {"ed-i-tor", "news-pa-per", "quick-ly", "hy-phen-ation", "ac-tu-al-ly", "Ed-i-tor",
                           "word", "a", "", "through"}) {
    std::string word(want);
    std::erase(word, '-');
    EXPECT_EQ(divided(word), want);
  }
  EXPECT_EQ(divided("UNESCO"), "UNESCO");
  EXPECT_EQ(divided("OpenEditor"), "OpenEditor");
  EXPECT_EQ(divided(std::string(5000, 'a')), std::string(5000, 'a'));
}

TEST(Hyphenator, IsOneForAllThreads) {
  std::vector<std::thread> threads;
  std::vector<std::vector<std::size_t>> points(8);
  for (auto& found : points)
    threads.emplace_back([&found] { found = Hyphenator::english()->points("editor"); });
  for (std::thread& thread : threads) thread.join();
  for (const auto& found : points) EXPECT_EQ(found, (std::vector<std::size_t>{2, 3}));
}

TEST(Hyphenator, NoDictionary) {
  EXPECT_EQ(Hyphenator::open("/nowhere.dic"), nullptr);
  EXPECT_EQ(Hyphenator::open("/"), nullptr);
  const auto file = std::filesystem::temp_directory_path() / "banxin_no_dictionary.dic";
  std::ofstream(file) << "this is no dictionary\n";
  EXPECT_EQ(Hyphenator::open(file.string()), nullptr);
  std::filesystem::remove(file);
}

TEST(Hyphenator, OneWarningNamesThePackage) {
  Setting setting;
  Diagnostics diags;
  report_hyphenation(setting, nullptr, {}, diags);
  EXPECT_TRUE(diags.all().empty());
  setting.hyphenate = Hyphenation::kEnglish;
  report_hyphenation(setting, Hyphenator::english(), {}, diags);
  EXPECT_TRUE(diags.all().empty());
  report_hyphenation(setting, nullptr, {}, diags);
  ASSERT_EQ(diags.all().size(), 1u);
  EXPECT_FALSE(diags.has_errors());
  EXPECT_EQ(diags.all()[0].code, "no-hyphenation");
  EXPECT_EQ(diags.all()[0].message,
            "English words stay whole: there is no dictionary /usr/share/hyphen/hyph_en_US.dic");
  EXPECT_EQ(diags.all()[0].hint, "install the package hyphen-en-us");
}

struct Row {
  std::string_view text, options, want;
};

TEST(Hyphenation, Points) {
  constexpr Row kRows[] = {
      {"国editor国", "--hyphenate en", "国｜ed｜i｜tor｜国"},
      {"国editor国", "--hyphenate none", "国｜editor｜国"},
      {"国editor国", "", "国｜editor｜国"},
      {"“editor”", "--hyphenate en", "“ed｜i｜tor”"},
      {"(editor).", "--hyphenate en", "(ed｜i｜tor)."},
      {"editor’s", "--hyphenate en", "ed｜i｜tor’s"},
      {"EDITOR", "--hyphenate en", "EDITOR"},
      {"国Editor国", "--hyphenate en", "国｜Editor｜国"},  // a capital inside a sentence begins a name
      {"an Editor", "--hyphenate en", "an ｜Editor"},
      {"Editor", "--hyphenate en", "Ed｜i｜tor"},
      {"“Editor”", "--hyphenate en", "“Ed｜i｜tor”"},
      {"No. Editor", "--hyphenate en", "No. ｜Ed｜i｜tor"},
      {"国。“Editor”", "--hyphenate en", "国。｜“Ed｜i｜tor”"},
      {"editor2", "--hyphenate en", "editor2"},
      {"2editor", "--hyphenate en", "2editor"},
      {"éditor", "--hyphenate en", "éditor"},
      {"co-editor", "--hyphenate en", "co-｜editor"},
      {"me@editor.cn", "--hyphenate en", "me@editor.cn"},
      {"www.editor.com", "--hyphenate en", "www.｜editor.｜com"},
      {"edit\u00ADor", "--hyphenate en", "edit\u00AD｜or"},
      {"edit\u00ADor", "", "edit\u00ADor"},
      {"UNE\u00ADSCO", "--hyphenate en", "UNE\u00AD｜SCO"},
  };
  for (const Row& row : kRows) {
    EXPECT_EQ(show_breaks(nominal_paragraph(make_job(row.text, row.options).text)), row.want);
  }
}

std::string set(std::string_view text, std::string_view options,
                std::vector<std::uint32_t> column_ends = {}) {
  const Job job = make_job(text, options);
  const ShapedParagraph p = nominal_paragraph(job.text);
  return lines_text(p, break_lines(p, job.measures, job.options, column_ends), job.options);
}

TEST(Hyphenation, NotAtAColumnEnd) {
  constexpr std::string_view kText = "甲乙丙丁戊己editor庚辛壬癸子", kOptions = "--measure 9 --hyphenate en";
  EXPECT_EQ(set(kText, kOptions), "甲乙丙丁戊己edi-|tor庚辛壬癸子|");
  EXPECT_EQ(set(kText, kOptions, {1}), "甲乙丙丁戊己edi-|tor庚辛壬癸子|");
  EXPECT_EQ(set(kText, kOptions, {0}), "甲乙丙丁戊己|editor庚辛壬癸子|");
  EXPECT_EQ(set("editor", "--measure 2 --hyphenate en", {0}), "edi-|tor|") << "there is no other way";
}

TEST(Hyphenation, NorIsANameDivided) {
  constexpr std::string_view kText = "我们叫他张三丰先生", kOptions = "--measure 6 --name 张三丰";
  EXPECT_EQ(set(kText, "--measure 6"), "我们叫他张三|丰先生|");
  EXPECT_EQ(set(kText, kOptions), "我们叫他张三|丰先生|") << "too loose without";
  EXPECT_EQ(set(kText, kOptions, {0}), "我们叫他|张三丰先生|");
}

TEST(Hyphenation, ALineThatEndsOneLetterLaterMayBeNarrower) {
  // The hyphen of i- is wider than the letter l.
  const Job job = make_job("国editor国", "--measure 5 --hyphenate en");
  ShapedParagraph p = nominal_paragraph(job.text);
  p.hyphens[0].width = kEm * 20;
  EXPECT_EQ(lines_text(p, break_lines(p, job.measures, job.options), job.options), "国editor|国|");
}

}  // namespace
}  // namespace banxin::test
