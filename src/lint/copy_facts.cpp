#include <algorithm>
#include <cstdlib>
#include <optional>
#include <string_view>
#include <utility>

#include "base/utf8.h"
#include "lint/rules.h"

namespace banxin {

namespace {

/// Reads words and numbers from copy; positions are bytes.
class Scanner {
 public:
  explicit Scanner(std::string_view text, std::size_t at = 0) : text_(text), at_(at) {}

  std::size_t at() const { return at_; }
  bool take(std::string_view word) {
    if (text_.substr(at_, word.size()) != word) return false;
    at_ += word.size();
    return true;
  }
  bool take_any(std::initializer_list<std::string_view> words) {
    return std::any_of(words.begin(), words.end(), [&](std::string_view w) { return take(w); });
  }
  std::optional<int> number() {
    std::size_t end = at_;
    while (end < text_.size() && end - at_ < 4 && text_[end] >= '0' && text_[end] <= '9') ++end;
    if (end == at_ || (end < text_.size() && text_[end] >= '0' && text_[end] <= '9')) return std::nullopt;
    const int value = std::atoi(std::string(text_.substr(at_, end - at_)).c_str());
    at_ = end;
    return value;
  }

 private:
  std::string_view text_;
  std::size_t at_;
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

constexpr std::string_view kDays[] = {"日", "一", "二", "三", "四", "五", "六"};

std::optional<std::string> weekday(Scanner& scan) {
  scan.take_any({"（", "(", "，", "、", " "});
  if (!scan.take_any({"星期", "周", "礼拜"})) return std::nullopt;
  if (scan.take("天")) return "日";
  for (const std::string_view day : kDays) {
    if (scan.take(day)) return std::string(day);
  }
  return std::nullopt;
}

/// The year of a day without one: that in which it lies nearest to the day of issue.
int nearest_year(int month, Date issue) {
  if (month - issue.month > 6) return issue.year - 1;
  return issue.month - month > 6 ? issue.year + 1 : issue.year;
}

bool is_day(int month, int day) { return month >= 1 && month <= 12 && day >= 1 && day <= 31; }

/// Copy with a place for findings: of an article where the words stand, of a text in the edition's YAML where
/// that begins.
struct Words {
  const std::string& text;
  const Copy* copy = nullptr;
  SourceSpan begin;
  SourceSpan source_of(std::size_t from, std::size_t to) const {
    return copy == nullptr ? begin : copy->source_of(from, to);
  }
};

void check_weekdays(const Words& copy, Date issue, LintFindings& findings) {
  for (std::size_t i = 0; i < copy.text.size(); ++i) {
    if (!is_digit(copy.text[i]) || (i > 0 && is_digit(copy.text[i - 1]))) continue;
    Scanner scan(copy.text, i);
    std::optional<int> year, month = scan.number();
    if (month && scan.take("年")) year = month, month = scan.number();
    if (!month || !scan.take("月")) continue;
    const std::optional<int> day = scan.number();
    if (!day || !scan.take("日") || !is_day(*month, *day)) continue;
    const Date date{year.value_or(nearest_year(*month, issue)), *month, *day};
    const std::size_t end_of_date = scan.at();
    const std::optional<std::string> said = weekday(scan);
    const std::size_t from = std::exchange(i, scan.at() - 1);
    if (!said) continue;
    const std::string right = weekday_in_chinese(date);
    if (right == "星期" + *said) continue;
    findings.add("wrong-weekday", copy.source_of(from, scan.at()),
                 copy.text.substr(from, end_of_date - from) + " of " + std::to_string(date.year) + " is " +
                     right + ", not 星期" + *said,
                 "correct the day or the date");
  }
}

/// 下转第3版, 见5版, 详见第2版: the words that send a reader to a page.
void check_references(const Words& copy, const Edition& edition, LintFindings& findings) {
  constexpr std::string_view kPage = "版";
  constexpr std::string_view kSending[] = {"见", "见第", "转", "转第", "接", "接第", "刊", "刊第", "刊于第"};
  for (std::size_t at = copy.text.find(kPage); at != std::string::npos; at = copy.text.find(kPage, at + 1)) {
    std::size_t digits = at;
    while (digits > 0 && is_digit(copy.text[digits - 1])) --digits;
    if (digits == at || at - digits > 3) continue;
    const std::string_view before = std::string_view(copy.text).substr(0, digits);
    const auto ends_with = [&](std::string_view word) {
      return before.size() >= word.size() && before.substr(before.size() - word.size()) == word;
    };
    if (!std::any_of(std::begin(kSending), std::end(kSending), ends_with)) continue;
    const int number = std::atoi(copy.text.substr(digits, at - digits).c_str());
    if (edition.has_page(number)) continue;
    findings.add("page-reference", copy.source_of(digits, at + kPage.size()),
                 "the edition has no page " + std::to_string(number),
                 "give the number of a page that it has");
  }
}

/// Every piece of copy: the stories with their tables and captions, and what the edition writes into the
/// furniture.
template <class Check>
void every_copy(const Document& document, const Check& check) {
  const auto story = [&](const Copy& copy) { check(Words{copy.text, &copy, {}}); };
  for (const Article& a : document.articles) {
    for (const Copy* part :
         {&a.kicker, &a.title, &a.subtitle, &a.deck, &a.byline, &a.dateline, &a.jump_title})
      story(*part);
    for (const Paragraph& p : a.paragraphs) {
      story(p.copy);
      for (const std::vector<MarkedCopy>& row : p.table.rows) {
        for (const MarkedCopy& cell : row) story(cell.copy);
      }
    }
    for (const Photo& p : a.photos) story(p.caption);
  }
  const auto furniture = [&](const Spanned<std::string>& text) {
    check(Words{text.value, nullptr, text.where});
  };
  for (const PageSpec& page : document.edition.pages) {
    for (const auto& [frame, text] : page.texts) furniture(text);
    for (const auto& [frame, entries] : page.digests) {
      for (const DigestEntry& entry : entries) furniture(entry.title), furniture(entry.line);
    }
  }
}

}  // namespace

void lint_copy(const Document& document, LintFindings& findings) {
  const Edition& edition = document.edition;
  every_copy(document, [&](const Words& copy) {
    if (edition.date) check_weekdays(copy, *edition.date, findings);
    check_references(copy, edition, findings);
  });
}

}  // namespace banxin
