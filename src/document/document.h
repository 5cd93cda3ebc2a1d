// Waist 1: all that was ASKED. Every name is resolved, every length is absolute, every value that the user
// wrote has its place; no later stage can meet a typing error.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "document/article.h"
#include "document/layout_spec.h"
#include "document/named_ink.h"
#include "document/weighting.h"

namespace banxin {

struct PageSpec {
  int number = 1;                              ///< of a spread the lower of its two
  Spanned<std::string> section;                ///< 版名: 要闻, 副刊 …
  std::size_t layout = 0;                      ///< index into Document::layouts
  std::map<std::string, std::size_t> stories;  ///< frame name -> index into Document::articles
  std::map<std::string, SourceSpan> bound_at;  ///< where the edition says so
  // Page furniture, by frame name:
  std::map<std::string, FieldText> texts;
  std::map<std::string, std::vector<DigestEntry>> digests;
  std::map<std::string, Advert> adverts;
  std::vector<Credit> credits;  ///< 责编 版式 校对, the edition's own filled in
  bool spread = false;          ///< 跨版: two pages, `number` and the one after it
};

/// "4"; of a spread "4-5".
std::string numbers_of(const PageSpec& page);

/// The numbers of the pages that a frame stands on: of a spread one or both, the first being where it begins.
struct PageNumbers {
  int first = 1, last = 1;
  std::string in_words() const;
};
PageNumbers numbers_at(const PageSpec& page, const PageLayout& layout, const Frame& frame);

struct Date {
  int year = 0, month = 0, day = 0;
};

struct Edition {
  Spanned<std::string> base;   ///< path of the edition that this one is an overlay of; empty: none
  Spanned<std::string> paper;  ///< name of the paper
  Spanned<std::string> title;  ///< PDF title; empty: the first article's
  Spanned<std::string> author;
  std::optional<Date> date;
  Weights lint;                             ///< of the findings of the editorial lint
  Spanned<std::string> issue;               ///< 总第 n 期
  std::map<std::string, FieldText> fields;  ///< of the user's own, for furniture text
  std::vector<PageSpec> pages;

  int page_count() const;  ///< a spread counts as two
  bool has_page(int number) const;
};

/// A frame that an article stands in.
struct FramePlace {
  std::size_t page = 0;  ///< index into Edition::pages
  const Frame* frame = nullptr;
};

struct Document {
  Edition edition;
  std::vector<PageLayout> layouts;
  std::vector<Article> articles;
  std::vector<NamedInk> spots;  ///< of all palettes; Ink::spot counts them from 1

  /// Of each article the story frames that hold it, in the order of the pages; of one page as the layout has
  /// them.
  std::vector<std::vector<FramePlace>> places() const;

  /// What was delivered for one page 来稿: the artwork of its nameplates, then its advertisements. Only what
  /// names a file.
  std::vector<const Artwork*> artwork_of(const PageSpec& page) const;
};

/// Where the story that begins in the frame `start` goes on on later pages, in their order; empty when it
/// does not. `places`: of its article.
std::vector<FramePlace> rests_of(const std::vector<FramePlace>& places, const FramePlace& start);

/// "2024年1月8日" and "星期一".
std::string date_in_chinese(Date date);
std::string weekday_in_chinese(Date date);

}  // namespace banxin
