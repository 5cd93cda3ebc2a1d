#include "press/count_forms.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <qpdf/QPDFObjectHandle.hh>
#include <set>
#include <string>

#include "press/content.h"

namespace banxin {

namespace {

using Object = QPDFObjectHandle;

constexpr std::int64_t kMost = 100'000;

bool is_form(Object object) {
  return object.isStream() && object.getDict().getKey("/Subtype").isNameAndEquals("/Form");
}

/// The names that a content stream draws, and how often.
std::map<std::string, std::int64_t> drawn_names(Object content) {
  std::map<std::string, std::int64_t> out;
  for_each_operation(content, [&](const Operation& op) {
    if (op.name == "Do" && !op.operands.empty()) ++out[op.name_at(op.operands.size() - 1)];
  });
  return out;
}

class Counter {
 public:
  /// Forms drawn by a page's content or a form, all levels.
  std::int64_t count(Object content, Object resources) {
    Object forms = resources.isDictionary() ? resources.getKey("/XObject") : Object::newNull();
    if (!forms.isDictionary() || !holds_forms(forms)) return 0;
    std::int64_t all = 0;
    for (const auto& [name, times] : drawn_names(content)) {
      Object form = name.empty() ? Object::newNull() : forms.getKey(name);
      if (is_form(form)) all = std::min(kMost + 1, all + times * (1 + inside(form, resources)));
    }
    return all;
  }
  bool loops() const { return loops_; }

 private:
  static bool holds_forms(Object forms) {
    const std::set<std::string> names = forms.getKeys();
    return std::any_of(names.begin(), names.end(),
                       [&](const std::string& name) { return is_form(forms.getKey(name)); });
  }

  std::int64_t inside(Object form, Object outer) {
    const auto [known, is_new] = known_.try_emplace(form.getObjGen(), kOpen);
    if (!is_new) {
      loops_ = loops_ || known->second == kOpen;
      return std::max<std::int64_t>(known->second, 0);
    }
    Object own = form.getDict().getKey("/Resources");
    const std::int64_t all = count(form, own.isDictionary() ? own : outer);
    known_[form.getObjGen()] = all;
    return all;
  }

  static constexpr std::int64_t kOpen = -1;  // is being counted
  std::map<QPDFObjGen, std::int64_t> known_;
  bool loops_ = false;
};

}  // namespace

std::string problem_of_forms(QPDFPageObjectHelper& page) {
  Counter counter;
  const std::int64_t all =
      counter.count(page.getObjectHandle().getKey("/Contents"), page.getAttribute("/Resources", false));
  if (counter.loops()) return "draws a form inside itself";
  return all > kMost ? "draws its forms more than 100,000 times" : "";
}

}  // namespace banxin
