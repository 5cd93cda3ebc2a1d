#include "press/check_structure.h"

namespace banxin {

namespace {

using Object = QPDFObjectHandle;

constexpr int kDeepest = 60;  ///< a tree that deep, or a circle

class TreeWalker {
 public:
  std::map<QPDFObjGen, std::set<int>> reached;
  int figures_without_words = 0;

  void walk(Object kid, Object page, int depth) {
    if (depth > kDeepest) return;
    if (kid.isArray()) {
      for (Object each : kid.getArrayAsVector()) walk(each, page, depth + 1);
    } else if (kid.isInteger()) {
      reach(page, kid);
    } else if (kid.isDictionary()) {
      if (kid.hasKey("/Pg")) page = kid.getKey("/Pg");
      if (kid.hasKey("/MCID")) return reach(page, kid.getKey("/MCID"));
      if (kid.getKey("/S").isNameAndEquals("/Figure") && !says(kid, "/Alt") && !says(kid, "/ActualText")) {
        ++figures_without_words;
      }
      walk(kid.getKey("/K"), page, depth + 1);
    }
  }

 private:
  void reach(Object page, Object id) {
    if (page.isDictionary() && id.isInteger()) reached[page.getObjGen()].insert(id.getIntValueAsInt());
  }
  static bool says(Object element, const char* key) {
    Object text = element.getKey(key);
    return text.isString() && !text.getStringValue().empty();
  }
};

}  // namespace

std::map<QPDFObjGen, std::set<int>> check_structure(QPDF& pdf, Findings& findings) {
  TreeWalker walker;
  Object tree = pdf.getRoot().getKey("/StructTreeRoot");
  if (tree.isDictionary()) walker.walk(tree.getKey("/K"), Object::newNull(), 0);
  for (int i = 0; i < walker.figures_without_words; ++i) {
    findings.add("no-alt", {}, "a picture has no text in its place");
  }
  return std::move(walker.reached);
}

}  // namespace banxin
