#include "press/content.h"

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <exception>
#include <memory>
#include <qpdf/BufferInputSource.hh>
#include <qpdf/Pl_String.hh>
#include <qpdf/QPDFTokenizer.hh>
#include <set>
#include <vector>

namespace banxin {

namespace {

bool is_blank(char c) { return c == '\0' || c == '\t' || c == '\n' || c == '\f' || c == '\r' || c == ' '; }

/// Blanks and the characters that end a name, a number or a word where they stand (ISO 32000-1, 7.2.2).
bool ends_word(char c) {
  return is_blank(c) || std::string_view("()<>[]{}/%").find(c) != std::string_view::npos;
}

/// Whether the word is an operand: a number, or what stands for true, false and nothing.
bool is_operand(std::string_view word) {
  if (word == "true" || word == "false" || word == "null") return true;
  if (word.starts_with('+') || word.starts_with('-')) word.remove_prefix(1);
  const auto digits = std::count_if(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
  const auto points = std::count(word.begin(), word.end(), '.');
  return digits > 0 && points <= 1 && static_cast<std::size_t>(digits + points) == word.size();
}

/// Cuts a content stream into operations. No operand becomes an object before somebody asks for it: a page
/// has thousands, and few are looked at.
class Walker {
 public:
  Walker(const std::string& bytes, const std::function<void(const Operation&)>& see)
      : bytes_(bytes), whole_(bytes), see_(see) {}

  void run() {
    for (Token token = read(); token != Token::kEnd; token = read()) {
      if (depth_ == 0 && token == Token::kWord) {
        give(bytes_.substr(begin_, end_ - begin_));
        continue;
      }
      if (depth_ == 0) operand_ = begin_;
      if (token == Token::kOpens) ++depth_;
      if (token == Token::kCloses && depth_ > 0) --depth_;
      if (depth_ == 0) operands_.push_back(bytes_.substr(operand_, end_ - operand_));
    }
    if (depth_ > 0) operands_.push_back(bytes_.substr(operand_));
    end_ = bytes_.size();
    if (!operands_.empty()) give("");
  }

 private:
  enum class Token { kEnd, kWord, kOperand, kOpens, kCloses };

  char at(std::size_t i) const { return i < bytes_.size() ? bytes_[i] : ' '; }

  void skip_blanks() {
    while (end_ < bytes_.size() && (is_blank(bytes_[end_]) || bytes_[end_] == '%')) {
      if (bytes_[end_] == '%') end_ = std::min(bytes_.find_first_of("\r\n", end_), bytes_.size() - 1);
      ++end_;
    }
  }

  /// The token behind the last one, from begin_ to end_.
  Token read() {
    skip_blanks();
    begin_ = end_;
    if (begin_ == bytes_.size()) return Token::kEnd;
    const char c = bytes_[end_++];
    if (c == '[' || c == ']') return c == '[' ? Token::kOpens : Token::kCloses;
    if ((c == '<' || c == '>') && at(end_) == c) {
      ++end_;
      return c == '<' ? Token::kOpens : Token::kCloses;
    }
    if (c == '<') end_ = std::min(bytes_.find('>', end_), bytes_.size() - 1) + 1;
    if (c == '(') end_ = end_of_string();
    if (c != '/' && ends_word(c)) return Token::kOperand;
    while (end_ < bytes_.size() && !ends_word(bytes_[end_])) ++end_;
    return c == '/' || is_operand(bytes_.substr(begin_, end_ - begin_)) ? Token::kOperand : Token::kWord;
  }

  /// Behind the bracket that closes the one before end_.
  std::size_t end_of_string() const {
    int open = 1;
    std::size_t i = end_;
    for (; i < bytes_.size() && open > 0; ++i) {
      if (bytes_[i] == '\\')
        ++i;
      else if (bytes_[i] == '(')
        ++open;
      else if (bytes_[i] == ')')
        --open;
    }
    return std::min(i, bytes_.size());
  }

  void give(std::string_view name) {
    const std::size_t begin = operands_.empty() ? begin_ : offset_of(operands_.front());
    see_({name, operands_, bytes_.substr(begin, end_ - begin)});
    operands_.clear();
    if (name == "ID") read_picture();
  }

  /// The data of an inline image, which follow one blank behind ID; qpdf knows where they end.
  void read_picture() {
    const auto input = std::make_shared<BufferInputSource>("content", whole_);
    input->seek(static_cast<qpdf_offset_t>(std::min(end_ + 1, bytes_.size())), SEEK_SET);
    QPDFTokenizer tokenizer;
    tokenizer.allowEOF();
    tokenizer.expectInlineImage(input);
    const bool found = tokenizer.readToken(input, "content", true).getType() != QPDFTokenizer::tt_eof;
    begin_ = static_cast<std::size_t>(input->getLastOffset());
    end_ = static_cast<std::size_t>(input->tell());
    if (found) operands_.push_back(bytes_.substr(begin_, end_ - begin_));
  }

  std::size_t offset_of(std::string_view part) const {
    return static_cast<std::size_t>(part.data() - bytes_.data());
  }

  std::string_view bytes_;
  const std::string& whole_;
  const std::function<void(const Operation&)>& see_;
  std::vector<std::string_view> operands_;
  std::size_t begin_ = 0, end_ = 0;  // of the token
  std::size_t operand_ = 0;          // where the operand begins that is being read
  int depth_ = 0;                    // in arrays and dictionaries
};

}  // namespace

double Operation::number(std::size_t index) const {
  if (index >= operands.size()) return 0;
  std::string_view text = operands[index];
  if (text.starts_with('+')) text.remove_prefix(1);
  double value = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed);
  return read.ec == std::errc() && read.ptr == text.data() + text.size() ? value : 0;
}

std::string Operation::name_at(std::size_t index) const {
  if (index >= operands.size() || !operands[index].starts_with('/')) return "";
  if (operands[index].find('#') == std::string_view::npos) return std::string(operands[index]);
  QPDFObjectHandle operand = at(index);
  return operand.isName() ? operand.getName() : "";
}

QPDFObjectHandle Operation::at(std::size_t index) const {
  if (index >= operands.size()) return QPDFObjectHandle::newNull();
  try {
    return QPDFObjectHandle::parse(std::string(operands[index]));
  } catch (const std::exception&) {  // qpdf's way to say that it is no object
    return QPDFObjectHandle::newNull();
  }
}

bool is_operator(std::string_view name) {
  static const std::set<std::string_view> kKnown = {
      "b",  "B",  "b*", "B*", "BDC", "BI",  "BMC", "BT", "BX", "c",  "cm", "CS", "cs", "d",  "d0",
      "d1", "Do", "DP", "EI", "EMC", "ET",  "EX",  "f",  "F",  "f*", "G",  "g",  "gs", "h",  "i",
      "ID", "j",  "J",  "K",  "k",   "l",   "m",   "M",  "MP", "n",  "q",  "Q",  "re", "RG", "rg",
      "ri", "s",  "S",  "SC", "sc",  "SCN", "scn", "sh", "T*", "Tc", "Td", "TD", "Tf", "Tj", "TJ",
      "TL", "Tm", "Tr", "Ts", "Tw",  "Tz",  "v",   "w",  "W",  "W*", "y",  "'",  "\""};
  return kKnown.contains(name);
}

void for_each_operation(QPDFObjectHandle contents, const std::function<void(const Operation&)>& see) {
  std::string bytes, description;
  Pl_String into("content", nullptr, bytes);
  contents.pipeContentStreams(&into, "content", description);
  for_each_operation(bytes, see);
}

void for_each_operation(const std::string& content, const std::function<void(const Operation&)>& see) {
  Walker(content, see).run();
}

}  // namespace banxin
