// Findings about what the user wrote or what the machine lacks, each at its place in a source file.
//
// Three kinds of failure, three ways: what the user wrote -> a Diagnostic, go on, report all; what the
// machine lacks (file, font) -> a Diagnostic too; what we got wrong -> assert. No exception crosses a folder.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace banxin {

/// Half-open range of UTF-8 bytes in one input file. Every value that the user wrote keeps one.
struct SourceSpan {
  static constexpr std::uint32_t kNoFile = 0xFFFFFFFF;
  std::uint32_t file = kNoFile, begin = 0, end = 0;
  constexpr bool operator==(const SourceSpan&) const = default;
};

/// A value together with the place where it was written.
template <class T>
struct Spanned {
  T value{};
  SourceSpan where;
};

/// The input files of one run, so that a span can be shown as file:line:column.
class Sources {
 public:
  struct File {
    std::string path;  ///< as the user will see it in messages
    std::string text;  ///< whole content, UTF-8
  };
  std::uint32_t add(std::string path, std::string text);
  const File& at(std::uint32_t file) const { return files_[file]; }
  std::size_t size() const { return files_.size(); }

 private:
  std::deque<File> files_;  // references stay good while files are added
};

enum class Severity { kWarning, kError };

struct Diagnostic {
  Severity severity = Severity::kError;
  std::string code;  ///< stable, kebab-case: "unknown-key"
  SourceSpan where;
  std::string message;  ///< one clause, lower case, names what was written: "unknown key 'colums'"
  std::string hint;     ///< what to write instead; empty when we cannot know
  std::vector<SourceSpan> also = {};  ///< further places that it speaks of
  std::vector<int> pages = {};        ///< numbers of the pages that it speaks of, where that is known
};

/// Collects the findings of a run. Not shared between threads.
class Diagnostics {
 public:
  /// The finding as it was added, good until the next one.
  Diagnostic& error(std::string code, SourceSpan where, std::string message, std::string hint = {});
  Diagnostic& warning(std::string code, SourceSpan where, std::string message, std::string hint = {});
  void add(Diagnostic finding);
  void append(const Diagnostics& other);

  bool has_errors() const { return errors_ > 0; }
  const std::vector<Diagnostic>& all() const { return all_; }

 private:
  std::vector<Diagnostic> all_;
  std::size_t errors_ = 0;
};

/// 1-based line, and column counted in characters (code points) as editors show it.
struct LineColumn {
  std::size_t line = 1, column = 1;
};
LineColumn line_column(std::string_view text, std::uint32_t offset);

/// `file:line:col: error[CODE]: message`, the source line, a caret under the word, `also: file:line:col` of
/// each further place, `hint: …`; ends in a newline. A span without a file shows the message alone.
std::string render(const Diagnostic& diagnostic, const Sources& sources);
/// The same as one JSON object on one line, with file, line, column, endLine, endColumn; `also` with the
/// first three of each further place, and `pages`, where there are any.
std::string render_json(const Diagnostic& diagnostic, const Sources& sources);

}  // namespace banxin
