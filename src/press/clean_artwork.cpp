#include "press/clean_artwork.h"

#include <algorithm>
#include <cstddef>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

namespace banxin {

const char* const kHiddenLayers = "has layers that are hidden, or do not print";

namespace {

using Object = QPDFObjectHandle;

/// Objects in objects. qpdf copies by recursion; pages from programs stay below 40.
constexpr std::size_t kDeepest = 1000;

/// Keys of forms, pictures and other streams (ISO 32000-1, tables 5, 89 and 95; 32000-2, 14.13).
constexpr std::string_view kNoInk[] = {"/A",       "/AA",           "/AF",           "/Alternates",
                                       "/F",       "/FDecodeParms", "/FFilter",      "/LastModified",
                                       "/Measure", "/Metadata",     "/OC",           "/PieceInfo",
                                       "/PtData",  "/Ref",          "/StructParent", "/StructParents"};
/// Of a resource dictionary (table 33).
constexpr std::string_view kResources[] = {"/ColorSpace", "/ExtGState",  "/Font",    "/Pattern",
                                           "/ProcSet",    "/Properties", "/Shading", "/XObject"};

template <std::size_t N>
bool is_one_of(const std::string& name, const std::string_view (&names)[N]) {
  return std::find(std::begin(names), std::end(names), name) != std::end(names);
}

bool is_layer(Object object) {
  Object type = object.isDictionary() ? object.getKey("/Type") : Object::newNull();
  return type.isNameAndEquals("/OCG") || type.isNameAndEquals("/OCMD");
}

Object in(Object dictionary, const char* key) {
  return dictionary.isDictionary() ? dictionary.getKey(key) : Object::newNull();
}

std::set<QPDFObjGen> members(Object array) {
  std::set<QPDFObjGen> out;
  for (int i = 0; array.isArray() && i < array.getArrayNItems(); ++i) {
    out.insert(array.getArrayItem(i).getObjGen());
  }
  return out;
}

/// Layers 图层 (ISO 32000-1, 8.11): what of the page is seen depends on them.
class Layers {
 public:
  explicit Layers(QPDF& pdf) {
    Object all = in(pdf.getRoot(), "/OCProperties"), usual = in(all, "/D");
    if (in(usual, "/BaseState").isNameAndEquals("/OFF")) off_ = members(in(all, "/OCGs"));
    for (const QPDFObjGen& shown : members(in(usual, "/ON"))) off_.erase(shown);
    off_.merge(members(in(usual, "/OFF")));
  }

  /// Whether something in the layer may be hidden, now or in print.
  bool hides(Object layer) const {
    if (in(layer, "/Type").isNameAndEquals("/OCG")) {
      Object print = in(in(in(layer, "/Usage"), "/Print"), "/PrintState");
      return off_.contains(layer.getObjGen()) || print.isNameAndEquals("/OFF");
    }
    Object policy = in(layer, "/P"), of = in(layer, "/OCGs");
    if (layer.hasKey("/VE") || policy.isNameAndEquals("/AllOff") || policy.isNameAndEquals("/AnyOff")) {
      return true;
    }
    if (of.isDictionary()) return hides(of);
    for (int i = 0; of.isArray() && i < of.getArrayNItems(); ++i) {
      Object one = of.getArrayItem(i);
      if (in(one, "/Type").isNameAndEquals("/OCG") && hides(one)) return true;
    }
    return false;
  }

 private:
  std::set<QPDFObjGen> off_;
};

/// Walks in qpdf's own order, so that it goes as deep.
class Cleaner {
 public:
  explicit Cleaner(QPDF& pdf) : layers_(pdf) {}

  std::string run(Object form) {
    clean(form);
    open(form);
    while (!path_.empty() && problem_.empty()) {
      std::vector<Object>& left = path_.back();
      if (left.empty()) {
        path_.pop_back();
        continue;
      }
      Object next = left.back();
      left.pop_back();
      if (next.isIndirect() && !seen_.insert(next.getObjGen()).second) continue;
      if (next.isStream()) clean(next);
      open(next);
    }
    return problem_;
  }

 private:
  void open(Object object) {
    if (object.isStream()) object = object.getDict();
    std::vector<Object> children;
    if (object.isArray()) children = object.getArrayAsVector();
    if (object.isDictionary()) {
      clean_resources(object.getKey("/Resources"));
      for (auto& [key, value] : object.getDictAsMap()) children.push_back(value);
    }
    if (children.empty()) return;
    if (path_.size() == kDeepest) problem_ = "is nested too deeply";
    std::reverse(children.begin(), children.end());
    path_.push_back(std::move(children));
  }

  void clean(Object stream) {
    Object dictionary = stream.getDict();
    see(dictionary.getKey("/OC"));
    for (const std::string& key : dictionary.getKeys()) {
      if (is_one_of(key, kNoInk)) dictionary.removeKey(key);
    }
  }

  void clean_resources(Object resources) {
    if (!resources.isDictionary()) return;
    for (const std::string& key : resources.getKeys()) {
      if (!is_one_of(key, kResources)) resources.removeKey(key);
    }
    Object properties = resources.getKey("/Properties");
    if (!properties.isDictionary()) return;
    for (auto& [name, value] : properties.getDictAsMap()) {
      see(value);
      if (is_layer(value)) properties.replaceKey(name, Object::newDictionary());
    }
  }

  void see(Object layer) {
    if (problem_.empty() && is_layer(layer) && layers_.hides(layer)) problem_ = kHiddenLayers;
  }

  Layers layers_;
  std::set<QPDFObjGen> seen_;
  std::vector<std::vector<Object>> path_;  // what is left to be seen of each object that is open
  std::string problem_;
};

}  // namespace

std::string clean_artwork(QPDF& delivered, QPDFObjectHandle form) { return Cleaner(delivered).run(form); }

}  // namespace banxin
