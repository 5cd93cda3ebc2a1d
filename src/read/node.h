// YAML as a tree of values that know exactly where they were written. The only door to yaml-cpp.
#pragma once

#include <deque>
#include <optional>
#include <string>
#include <vector>

#include "read/reading.h"

namespace banxin {

struct YamlNode;

/// `key: value`
struct Entry {
  std::string key;
  SourceSpan where;  ///< of the key
  const YamlNode* value = nullptr;
};

struct YamlNode {
  enum class Kind { kNothing, kScalar, kList, kMap };
  Kind kind = Kind::kNothing;
  std::string text;  ///< of a scalar, escapes resolved
  SourceSpan where;  ///< a scalar as written, with its quotes; a list or map from its first to its last byte
  std::vector<const YamlNode*> items;
  std::vector<Entry> entries;  ///< in the order written; keys given twice are still here
  std::size_t size = 1;        ///< nodes in it, aliases followed
  int depth = 1;
};

/// Owns its nodes. Aliases (*name) are shared nodes, so a tree is a graph without circles.
class Tree {
 public:
  const YamlNode& root() const { return *root_; }

 private:
  friend class TreeBuilder;
  std::deque<YamlNode> nodes_;
  const YamlNode* root_ = nullptr;
};

inline constexpr int kDeepest = 64;                ///< levels
inline constexpr std::size_t kMostNodes = 100000;  ///< with aliases followed, so that alias bombs stay small

/// Parses bytes [begin, end) of a source file as one YAML document. Deep nesting and alias bombs are refused
/// while reading, before anything walks the tree.
std::optional<Tree> parse_yaml(std::uint32_t file, std::uint32_t begin, std::uint32_t end, Reading& in);
/// All of the file.
std::optional<Tree> parse_yaml(std::uint32_t file, Reading& in);

}  // namespace banxin
