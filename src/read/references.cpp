// Fields and page references in the text of the furniture.
#include <algorithm>
#include <filesystem>
#include <functional>
#include <span>

#include "base/utf8.h"
#include "read/furniture.h"
#include "read/scalar.h"

namespace banxin {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view kReference = "page:";

/// Where bytes [begin, end) of a text were written.
SourceSpan place_in(const FieldText& text, std::size_t begin, std::size_t end, Reading& in) {
  if (text.where.file == SourceSpan::kNoFile) return text.where;
  const Letters letters = letters_of_scalar(in.sources().at(text.where.file).text,
                                            {text.where.begin, text.where.end}, text.value);
  SourceSpan out = text.where;
  std::size_t at = 0;
  for (const Letter& letter : letters) {
    if (at == begin) out.begin = letter.begin;
    at += decode_utf8(text.value, at).bytes;
    if (at == end) out.end = letter.end;
  }
  return out.end >= out.begin ? out : text.where;
}

using See = std::function<void(FieldText&)>;

void texts_of(Frame& frame, const See& see) {
  for (FieldText* text : {&frame.left, &frame.centre, &frame.right, &frame.outer, &frame.inner}) see(*text);
  struct Look {
    const See& see;
    void operator()(std::monostate) const {}
    void operator()(Nameplate& plate) const { see(plate.name), see(plate.text), see(plate.qr); }
    void operator()(TextFrame& text) const { see(text.title), see(text.text); }
    void operator()(DigestFrame& digest) const { see(digest.title), see(digest.reference); }
    void operator()(QrFrame& qr) const { see(qr.text); }
    void operator()(AdvertFrame& advert) const { see(advert.label); }
  };
  std::visit(Look{see}, frame.furniture);
}

void every_text(Document& document, const See& see) {
  for (PageLayout& layout : document.layouts) {
    for (Frame& frame : layout.frames) texts_of(frame, see);
  }
  for (auto& [name, text] : document.edition.fields) see(text);
  for (PageSpec& page : document.edition.pages) {
    for (auto& [frame, text] : page.texts) see(text);
    for (auto& [frame, entries] : page.digests) {
      for (DigestEntry& entry : entries) see(entry.title), see(entry.line);
    }
  }
}

class References {
 public:
  References(Document& document, std::span<const TakenAway> taken, Reading& in)
      : document_(document), taken_(taken), in_(in) {
    for (const char* name : kFieldNames) names_.emplace_back(name);
    for (const auto& [name, text] : document.edition.fields) names_.push_back(name);
    for (const PageSpec& page : document.edition.pages) {
      for (const Credit& credit : page.credits) names_.push_back(credit.role);
      if (page.layout >= document.layouts.size()) continue;
      const PageLayout& layout = document.layouts[page.layout];
      for (const auto& [name, article] : page.stories) {
        const Frame* frame = layout.frame(name);
        const int number = frame == nullptr ? page.number : numbers_at(page, layout, *frame).first;
        articles_.emplace(in.sources().at(document.articles[article].file).path, number);
      }
      for (const Frame& frame : layout.frames) {
        frames_[frame.name.value].push_back(numbers_at(page, layout, frame).first);
      }
    }
  }

  /// The page that `target` stands on; 0 and an error when there is none.
  int page_of(const std::string& target, SourceSpan where) {
    const std::string from = where.file == SourceSpan::kNoFile ? "" : in_.sources().at(where.file).path;
    const fs::path folder = fs::path(from).parent_path();
    const std::string path = (folder / fs::path(target)).lexically_normal().string();
    const auto article = articles_.find(path);
    if (article != articles_.end()) return article->second;
    const auto frame = frames_.find(target);
    if (frame == frames_.end()) {
      if (in_.lacks_pieces()) return 0;  // it may only seem not to be there
      if (const TakenAway* taken = taken_away(path, target)) {
        in_.error("unknown-reference", taken->where,
                  "this takes " + in_quotes(target) + " from page " + std::to_string(taken->page) + ", but " +
                      place_of(in_.sources(), where) + " of " + in_quotes(from) + " refers to it",
                  "write here too what stands there, without that reference");
        return 0;
      }
      in_.error("unknown-reference", where, "nothing in the edition is called " + in_quotes(target),
                in_.suggest(target, candidates(folder), "there are"));
      return 0;
    }
    if (frame->second.size() == 1) return frame->second.front();
    in_.error("ambiguous-reference", where,
              "frame " + in_quotes(target) + " is on pages " + listed(numbers(frame->second)),
              "name the article's file");
    return 0;
  }

  void fill(FieldText& text) {
    for (std::size_t at = text.value.find('{'); at != std::string::npos; at = text.value.find('{', at + 1)) {
      const std::size_t end = text.value.find('}', at);
      if (end == std::string::npos) {
        in_.error("unknown-field", place_in(text, at, at + 1, in_), "a '{' without its '}'",
                  "the fields are {" + listed(names_) + "}");
        return;
      }
      const std::string name = text.value.substr(at + 1, end - at - 1);
      const SourceSpan where = place_in(text, at, end + 1, in_);
      if (!name.starts_with(kReference)) {
        check(name, where);
      } else if (!in_.failed()) {  // else something may only seem not to be there
        const int page = page_of(name.substr(kReference.size()), where);
        replacements_.push_back({at, end + 1, std::to_string(page)});
      }
    }
    for (auto change = replacements_.rbegin(); change != replacements_.rend(); ++change) {
      text.value.replace(change->begin, change->end - change->begin, change->text);
    }
    replacements_.clear();
  }

 private:
  struct Replacement {
    std::size_t begin, end;
    std::string text;
  };

  void check(const std::string& name, SourceSpan where) {
    if (std::find(names_.begin(), names_.end(), name) == names_.end()) {
      in_.error("unknown-field", where, "unknown field " + in_quotes("{" + name + "}"),
                in_.suggest(name, names_, "the fields in braces are"));
      return;
    }
    const bool of_date =
        name == "lunar" || name == "ganzhi" || name == "year" || name == "month" || name == "day";
    const bool lacking = (name == "issue" && document_.edition.issue.value.empty()) ||
                         (of_date && !document_.edition.date.has_value());
    if (!lacking) return;
    const std::string key = of_date ? "date" : "issue";
    in_.error("field-without-value", where,
              "the edition gives no '" + key + "' for " + in_quotes("{" + name + "}"),
              "add `" + key + ":` to the edition");
  }

  const TakenAway* taken_away(const std::string& article, const std::string& frame) const {
    const auto found = std::find_if(taken_.begin(), taken_.end(), [&](const TakenAway& t) {
      return t.article == article || t.frame == frame;
    });
    return found == taken_.end() ? nullptr : &*found;
  }

  static std::vector<std::string> numbers(const std::vector<int>& pages) {
    std::vector<std::string> out;
    for (const int page : pages) out.push_back(std::to_string(page));
    return out;
  }

  std::vector<std::string> candidates(const fs::path& folder) const {
    std::vector<std::string> out;
    for (const auto& [path, page] : articles_) {
      out.push_back(fs::path(path).lexically_relative(folder.empty() ? "." : folder).string());
    }
    for (const auto& [name, pages] : frames_) out.push_back(name);
    return out;
  }

  Document& document_;
  std::span<const TakenAway> taken_;
  Reading& in_;
  std::vector<std::string> names_;
  std::map<std::string, int> articles_;  // path -> first page
  std::map<std::string, std::vector<int>> frames_;
  std::vector<Replacement> replacements_;
};

}  // namespace

void fill_references(Document& document, std::span<const TakenAway> taken, Reading& in) {
  References references(document, taken, in);
  every_text(document, [&](FieldText& text) { references.fill(text); });
  if (in.failed()) return;
  for (PageSpec& page : document.edition.pages) {
    for (auto& [frame, entries] : page.digests) {
      for (DigestEntry& entry : entries) entry.page = references.page_of(entry.to.value, entry.to.where);
    }
  }
}

}  // namespace banxin
