#include "press/content.h"

#include <charconv>
#include <exception>
#include <memory>
#include <qpdf/BufferInputSource.hh>
#include <qpdf/Pl_String.hh>
#include <qpdf/QPDFTokenizer.hh>
#include <set>
#include <vector>

namespace banxin {

namespace {

using Tokens = QPDFTokenizer;

/// Cuts a content stream into operations. No operand becomes an object before somebody asks for it: a page
/// has thousands, and few are looked at.
class Walker {
 public:
  Walker(const std::string& bytes, const std::function<void(const Operation&)>& see)
      : bytes_(bytes), input_(std::make_shared<BufferInputSource>("content", bytes)), see_(see) {
    tokenizer_.allowEOF();
  }

  void run() {
    for (;;) {
      const Tokens::token_type_e type = read();
      if (type == Tokens::tt_eof) break;
      const bool opens = type == Tokens::tt_array_open || type == Tokens::tt_dict_open;
      const bool closes = type == Tokens::tt_array_close || type == Tokens::tt_dict_close;
      if (depth_ == 0 && type == Tokens::tt_word) {
        give(bytes_.substr(begin_, end_ - begin_));
        continue;
      }
      if (depth_ == 0) operand_ = begin_;
      if (opens) ++depth_;
      if (closes && depth_ > 0) --depth_;
      if (depth_ == 0) operands_.push_back(bytes_.substr(operand_, end_ - operand_));
    }
    if (depth_ > 0) operands_.push_back(bytes_.substr(operand_));
    end_ = bytes_.size();
    if (!operands_.empty()) give("");
  }

 private:
  Tokens::token_type_e read() {
    const Tokens::Token token = tokenizer_.readToken(input_, "content", true);
    begin_ = static_cast<std::size_t>(input_->getLastOffset());
    end_ = static_cast<std::size_t>(input_->tell());
    return token.getType();
  }

  void give(std::string_view name) {
    const std::size_t begin = operands_.empty() ? begin_ : offset_of(operands_.front());
    see_({name, operands_, bytes_.substr(begin, end_ - begin)});
    operands_.clear();
    if (name == "ID") read_picture();
  }

  /// The data of an inline image, which follow one blank behind ID.
  void read_picture() {
    char blank = 0;
    input_->read(&blank, 1);
    tokenizer_.expectInlineImage(input_);
    if (read() != Tokens::tt_eof) operands_.push_back(bytes_.substr(begin_, end_ - begin_));
  }

  std::size_t offset_of(std::string_view part) const {
    return static_cast<std::size_t>(part.data() - bytes_.data());
  }

  std::string_view bytes_;
  std::shared_ptr<InputSource> input_;
  const std::function<void(const Operation&)>& see_;
  QPDFTokenizer tokenizer_;
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
