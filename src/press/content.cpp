#include "press/content.h"

#include <qpdf/Buffer.hh>
#include <qpdf/Pl_Buffer.hh>
#include <set>

namespace banxin {

namespace {

class Walker : public QPDFObjectHandle::ParserCallbacks {
 public:
  Walker(std::string_view bytes, const std::function<void(const Operation&)>& see)
      : bytes_(bytes), see_(see) {}

  void handleObject(QPDFObjectHandle object, std::size_t offset, std::size_t length) override {
    if (operands_.empty() && !in_operation_) begin_ = offset;
    in_operation_ = true;
    if (!object.isOperator()) {
      operands_.push_back(object);
      return;
    }
    const std::string name = object.getOperatorValue();
    give(name, offset + length);
  }

  void handleEOF() override {
    if (!operands_.empty()) give("", bytes_.size());
  }

 private:
  void give(std::string_view name, std::size_t end) {
    // A stream of several pieces is only read, never rewritten: then there are no bytes to show.
    const bool known = end <= bytes_.size() && begin_ <= end;
    see_({name, operands_, known ? bytes_.substr(begin_, end - begin_) : std::string_view()});
    operands_.clear();
    in_operation_ = false;
  }

  std::string_view bytes_;
  const std::function<void(const Operation&)>& see_;
  std::vector<QPDFObjectHandle> operands_;
  std::size_t begin_ = 0;
  bool in_operation_ = false;
};

}  // namespace

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
  std::shared_ptr<Buffer> data;
  std::string_view bytes;
  if (contents.isStream()) {
    data = contents.getStreamData(qpdf_dl_generalized);
    bytes = {reinterpret_cast<const char*>(data->getBuffer()), data->getSize()};
  }
  Walker walker(bytes, see);
  QPDFObjectHandle::parseContentStream(contents, &walker);
}

}  // namespace banxin
