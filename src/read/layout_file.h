// A layout file together with those that it extends: paper -> section -> page.
#pragma once

#include <cstdint>
#include <deque>
#include <filesystem>
#include <map>
#include <optional>
#include <string>

#include "read/file.h"
#include "read/node.h"

namespace banxin {

/// One tree of several files. Every value keeps its place in the file that wrote it.
class LayoutTree {
 public:
  /// Frames of an extended file that an extending one takes away, by name, and where it does.
  const std::map<std::string, SourceSpan>& removed() const { return removed_; }
  const YamlNode& root() const { return *root_; }
  std::uint32_t file() const { return file_; }  ///< the extending one

 private:
  friend class LayoutLoader;
  std::deque<Tree> trees_;  // a Tree must not be copied: its nodes point at each other
  std::deque<YamlNode> merged_;
  const YamlNode* root_ = nullptr;
  std::map<std::string, SourceSpan> removed_;
  std::uint32_t file_ = 0;
};

/// Groups of keys are merged key by key, lists and single values replace those of the extended file, and a
/// key without a value takes an inherited one away. Errors: "layout-circle" and all of parse_yaml.
std::optional<LayoutTree> load_layout(const std::filesystem::path& path, SourceSpan asked,
                                      const Project& project, Reading& in);

}  // namespace banxin
