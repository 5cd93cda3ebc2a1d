#include "read/layout_file.h"

#include <algorithm>
#include <string>
#include <utility>

#include "read/builtin_grid.h"

namespace banxin {

namespace {

constexpr std::string_view kExtends = "extends";

const Entry* entry_of(const YamlNode& map, std::string_view key) {
  const auto found =
      std::find_if(map.entries.begin(), map.entries.end(), [&](const Entry& e) { return e.key == key; });
  return found == map.entries.end() ? nullptr : &*found;
}

}  // namespace

class LayoutLoader {
 public:
  LayoutLoader(const Project& project, Reading& in) : project_(project), in_(in) {}

  std::optional<LayoutTree> load(const std::filesystem::path& path, SourceSpan asked) {
    out_.root_ = tree_of(path, asked);
    if (out_.root_ == nullptr) return std::nullopt;
    out_.file_ = file_;
    return std::move(out_);
  }

 private:
  const YamlNode* tree_of(const std::filesystem::path& path, SourceSpan asked) {
    const auto file = load_text(path, {"layout", asked}, in_);
    if (!file) return nullptr;
    if (open_.empty()) file_ = *file;
    const YamlNode* root = parsed(*file);
    if (root == nullptr) return nullptr;
    const Entry* extends = root->kind == YamlNode::Kind::kMap ? entry_of(*root, kExtends) : nullptr;
    if (extends == nullptr || extends->value->kind != YamlNode::Kind::kScalar) return root;
    const YamlNode* base = base_of(path, *extends->value);
    if (base != nullptr) return merged(*base, *root, "");
    // What is missing because the base is would only hide what is wrong.
    return entry_of(*root, "page") != nullptr && entry_of(*root, "grid") != nullptr ? root : nullptr;
  }

  /// The tree of one file, kept for as long as the layout is read.
  const YamlNode* parsed(std::uint32_t file) {
    std::optional<Tree> tree = parse_yaml(file, in_);
    if (!tree) return nullptr;
    const YamlNode* root = &tree->root();
    out_.trees_.push_back(std::move(*tree));
    return root;
  }

  const YamlNode* grid_of(const YamlNode& name) {
    if (const auto text = builtin_grid(name.text)) {
      const auto file = add_text(name.text, std::string(*text), in_);
      return file ? parsed(*file) : nullptr;
    }
    in_.error("unknown-grid", name.where, "there is no grid " + in_quotes(name.text),
              hint_for_grid(name.text));
    return nullptr;
  }

  const YamlNode* base_of(const std::filesystem::path& path, const YamlNode& name) {
    if (is_grid_name(name.text)) return grid_of(name);
    const auto base = project_.resolve(name.text, path, {"layout", name.where}, in_);
    if (!base) return nullptr;
    open_.push_back(path);
    const bool circle = std::find(open_.begin(), open_.end(), *base) != open_.end();
    if (circle) {
      in_.error("layout-circle", name.where, "the layout extends itself",
                "layout " + in_quotes(base->string()) + " is extended by this one already");
    }
    const YamlNode* root = circle ? nullptr : tree_of(*base, name.where);
    open_.pop_back();
    return root;
  }

  /// `key`: that both stand under.
  const YamlNode* merged(const YamlNode& base, const YamlNode& over, std::string_view key) {
    if (base.kind != YamlNode::Kind::kMap || over.kind != YamlNode::Kind::kMap) return &over;
    YamlNode node;
    node.kind = YamlNode::Kind::kMap;
    node.where = over.where;
    for (const Entry& inherited : base.entries) {
      if (inherited.key == kExtends) continue;
      const Entry* own = entry_of(over, inherited.key);
      if (own == nullptr) {
        node.entries.push_back(inherited);
      } else if (own->value->kind != YamlNode::Kind::kNothing) {
        node.entries.push_back({own->key, own->where, merged(*inherited.value, *own->value, own->key)});
      } else if (key == "frames") {
        out_.removed_.emplace(own->key, own->where);
      }
    }
    std::vector<std::string_view> taken;
    for (const Entry& own : over.entries) {
      const bool again = std::find(taken.begin(), taken.end(), own.key) != taken.end();
      if (again || entry_of(base, own.key) == nullptr || own.key == kExtends) node.entries.push_back(own);
      taken.push_back(own.key);
    }
    return &out_.merged_.emplace_back(std::move(node));
  }

  const Project& project_;
  Reading& in_;
  LayoutTree out_;
  std::uint32_t file_ = 0;
  std::vector<std::filesystem::path> open_;  // those being extended
};

std::optional<LayoutTree> load_layout(const std::filesystem::path& path, SourceSpan asked,
                                      const Project& project, Reading& in) {
  return LayoutLoader(project, in).load(path, asked);
}

}  // namespace banxin
