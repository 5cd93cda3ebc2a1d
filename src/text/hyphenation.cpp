#include "text/hyphenation.h"

#include <hyphen.h>

#include <algorithm>
#include <fstream>

namespace banxin {

namespace {

constexpr const char* kEnglishFile = "/usr/share/hyphen/hyph_en_US.dic";
constexpr const char* kEnglishPackage = "hyphen-en-us";
constexpr std::size_t kShortest = 5, kBefore = 2, kBehind = 2, kLongest = 90;

bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }
char small(char c) { return is_capital(c) ? static_cast<char>(c - 'A' + 'a') : c; }

}  // namespace

void Hyphenator::Close::operator()(_HyphenDict* dictionary) const { hnj_hyphen_free(dictionary); }

std::unique_ptr<const Hyphenator> Hyphenator::open(const std::string& file) {
  // libhyphen makes something of any file: dictionaries begin with the name of their encoding.
  std::string first;
  if (std::ifstream in(file); !std::getline(in, first) || !first.starts_with("UTF-8")) return nullptr;
  auto opened = std::make_unique<Hyphenator>();
  opened->dictionary_.reset(hnj_hyphen_load(file.c_str()));
  if (opened->dictionary_ == nullptr) return nullptr;
  // The English one would leave three letters behind: ours may be "ly". the limit of a call does
  // not go below the dictionary's own.
  for (HyphenDict* d = opened->dictionary_.get(); d != nullptr; d = d->nextlevel) {
    d->rhmin = d->crhmin = static_cast<char>(kBehind);
  }
  return opened;
}

const Hyphenator* Hyphenator::english() {
  static const std::unique_ptr<const Hyphenator> dictionary = open(kEnglishFile);
  return dictionary.get();
}

std::vector<std::size_t> Hyphenator::points(std::string_view word) const {
  if (word.size() < kShortest || word.size() > kLongest) return {};
  if (std::any_of(word.begin() + 1, word.end(), is_capital)) return {};
  std::string letters(word);
  std::transform(letters.begin(), letters.end(), letters.begin(), small);
  std::vector<char> marks(letters.size() + 5);
  char** replaced = nullptr;
  int *at = nullptr, *cut = nullptr;  // English has no spelling that changes at a hyphen: these stay null
  const int size = static_cast<int>(letters.size());
  if (hnj_hyphen_hyphenate3(dictionary_.get(), letters.data(), size, marks.data(), nullptr, &replaced, &at,
                            &cut, kBefore, kBehind, kBefore, kBehind) != 0) {
    return {};
  }
  std::vector<std::size_t> out;
  for (std::size_t i = kBefore; i + kBehind <= letters.size(); ++i) {
    if ((marks[i - 1] & 1) == 0) continue;
    const std::string_view tail = std::string_view(letters).substr(i);
    if (tail.size() > kBehind || tail == "ly") out.push_back(i);
  }
  return out;
}

void report_hyphenation(const Setting& setting, SourceSpan where, Diagnostics& diags) {
  if (setting.hyphenate == Hyphenation::kNone) return;
  report_hyphenation(setting, Hyphenator::english(), where, diags);
}

void report_hyphenation(const Setting& setting, const Hyphenator* dictionary, SourceSpan where,
                        Diagnostics& diags) {
  if (setting.hyphenate == Hyphenation::kNone || dictionary != nullptr) return;
  diags.warning("no-hyphenation", where,
                "English words stay whole: there is no dictionary " + std::string(kEnglishFile),
                std::string("install the package ") + kEnglishPackage);
}

}  // namespace banxin
