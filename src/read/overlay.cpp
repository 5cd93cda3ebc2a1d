#include "read/overlay.h"

#include <algorithm>

#include "read/fields.h"

namespace banxin {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostBases = 8;

const Entry* find(const YamlNode& map, std::string_view key) {
  const auto found = std::find_if(map.entries.begin(), map.entries.end(),
                                  [&](const Entry& entry) { return entry.key == key; });
  return found == map.entries.end() ? nullptr : &*found;
}

/// Keys of overlays that no edition has.
bool is_instruction(std::string_view key) { return key == "base" || key == "replace" || key == "remove"; }

class Merger {
 public:
  Merger(OverlaidEdition& out, Reading& in) : made_(out.merged), taken_(out.taken), in_(in) {}

  /// `patch` over `base`; both are maps.
  const YamlNode& maps(const YamlNode& base, const YamlNode& patch) {
    YamlNode& out = made_.emplace_back();
    out.kind = YamlNode::Kind::kMap;
    out.where = patch.where;
    for (const Entry& entry : base.entries) {
      const Entry* change = is_instruction(entry.key) ? nullptr : find(patch, entry.key);
      if (change == nullptr) {
        out.entries.push_back(entry);
      } else if (change->value->kind != YamlNode::Kind::kNothing) {
        out.entries.push_back({entry.key, change->where, &values(entry, *change)});
      }
    }
    for (const Entry* entry : named_entries(patch, in_)) {
      if (is_instruction(entry->key) || find(base, entry->key) != nullptr) continue;
      out.entries.push_back(*entry);
    }
    return out;
  }

 private:
  const YamlNode& values(const Entry& base, const Entry& change) {
    using Kind = YamlNode::Kind;
    const YamlNode &under = *base.value, &over = *change.value;
    if (under.kind == Kind::kMap && over.kind == Kind::kMap) return maps(under, over);
    if (change.key == "pages" && under.kind == Kind::kList && over.kind == Kind::kList)
      return pages(under, over);
    return over;
  }

  static int number_of(const YamlNode& page) {
    const Entry* number = find(page, "number");
    const Parsed<int> parsed =
        number == nullptr ? Parsed<int>(Mistake{}) : parse_count(number->value->text, "");
    const int* value = std::get_if<int>(&parsed);
    return value == nullptr ? 0 : *value;
  }

  /// Remembers the stories of a page that do not stay in their frames. `change`: the frames to which the
  /// overlay gives something else; nullptr: the whole page goes.
  void take_stories(const YamlNode& page, int number, const Entry* change, SourceSpan where) {
    const Entry* frames = find(page, "frames");
    if (frames == nullptr || frames->value->kind != YamlNode::Kind::kMap) return;
    for (const Entry& frame : frames->value->entries) {
      const Entry* instead = change == nullptr ? nullptr : find(*change->value, frame.key);
      if (change != nullptr && (instead == nullptr || instead->value->text == frame.value->text)) continue;
      const fs::path folder = fs::path(in_.sources().at(frame.value->where.file).path).parent_path();
      taken_.push_back({(folder / frame.value->text).lexically_normal().string(), frame.key, number,
                        instead == nullptr ? where : instead->where});
    }
  }

  const YamlNode& pages(const YamlNode& base, const YamlNode& patch) {
    YamlNode& out = made_.emplace_back();
    out.kind = YamlNode::Kind::kList;
    out.where = patch.where;
    out.items = base.items;
    for (const YamlNode* change : patch.items) {
      const int number = number_of(*change);
      const auto same = std::find_if(out.items.begin(), out.items.end(), [&](const YamlNode* page) {
        return number != 0 && number_of(*page) == number;
      });
      const Entry* remove = find(*change, "remove");
      bool removes = false;
      if (remove != nullptr) read_flag(*remove->value, "remove", removes, in_);
      if (removes) {
        if (same != out.items.end()) {
          take_stories(**same, number, nullptr, remove->where);
          out.items.erase(same);
        } else {
          in_.error("no-such-page", change->where,
                    "there is no page " + std::to_string(number) + " to remove");
        }
      } else if (same != out.items.end()) {
        if (const Entry* frames = find(*change, "frames"))
          take_stories(**same, number, frames, frames->where);
        *same = &maps(**same, *change);
      } else {
        const auto behind = std::find_if(out.items.begin(), out.items.end(), [&](const YamlNode* page) {
          return number != 0 && number_of(*page) > number;
        });
        out.items.insert(behind, change);
      }
    }
    return out;
  }

  std::deque<YamlNode>& made_;
  std::vector<TakenAway>& taken_;
  Reading& in_;
};

class OverlayReader {
 public:
  OverlayReader(Project& project, Reading& in) : project_(project), in_(in) {}

  std::optional<OverlaidEdition> run(const fs::path& path) {
    const YamlNode* root = load(path, {"edition", {}});
    if (root == nullptr) return std::nullopt;
    out_.file = root->where.file;
    std::vector<const YamlNode*> stack = {root};  // the topmost first
    while (const Entry* base = find(*stack.back(), "base")) {
      const YamlNode* under = open_base(*base, stack.size());
      if (under == nullptr) return std::nullopt;
      stack.push_back(under);
    }
    out_.root = stack.back();
    Merger merger(out_, in_);
    for (auto over = stack.rbegin() + 1; over != stack.rend(); ++over)
      out_.root = &merger.maps(*out_.root, **over);
    for (const YamlNode* file : stack) read_replacements(*file);
    return std::move(out_);
  }

 private:
  const YamlNode* load(const fs::path& path, const Asked& asked) {
    const auto file = load_text(path, asked, in_);
    if (!file) return nullptr;
    std::optional<Tree> tree = parse_yaml(*file, in_);
    if (!tree) return nullptr;
    return &out_.trees.emplace_back(std::move(*tree)).root();
  }

  const YamlNode* open_base(const Entry& base, std::size_t depth) {
    if (!has_form(*base.value, Shape::kText, "base", base.where, in_)) return nullptr;
    const SourceSpan where = base.value->where;
    if (depth > kMostBases) {
      in_.error("circular-base", where,
                "more than " + std::to_string(kMostBases) + " editions stand on one another",
                "does one of them stand on itself?");
      return nullptr;
    }
    const auto path =
        project_.resolve(base.value->text, in_.sources().at(where.file).path, {"base", where}, in_);
    if (!path) return nullptr;
    if (out_.base.value.empty()) out_.base = {path->string(), where};
    return load(*path, {"base", where});
  }

  void read_replacements(const YamlNode& file) {
    const Entry* replace = find(file, "replace");
    if (replace == nullptr) return;
    if (!has_form(*replace->value, Shape::kTextByName, "replace", replace->where, in_)) return;
    for (const Entry* entry : named_entries(*replace->value, in_)) {
      if (!has_form(*entry->value, Shape::kText, entry->key, entry->where, in_)) continue;
      const fs::path from = in_.sources().at(entry->where.file).path;
      const auto old = project_.resolve(entry->key, from, {"file", entry->where}, in_);
      const auto stand_in = project_.resolve(entry->value->text, from, {"file", entry->value->where}, in_);
      if (old && stand_in) project_.replace(*old, *stand_in, entry->where);
    }
  }

  Project& project_;
  Reading& in_;
  OverlaidEdition out_;
};

}  // namespace

bool report_lost_frame(const Entry& entry, SourceSpan layout, std::string_view gives, std::string_view group,
                       Reading& in) {
  if (!lies_over(layout, entry.where)) return false;
  in.error("unknown-frame", layout,
           "this layout has no frame " + in_quotes(entry.key) + ", to which " +
               place_of(in.sources(), entry.where) + " of " +
               in_quotes(in.sources().at(entry.where.file).path) + " " + std::string(gives),
           "write `" + entry.key + ":` under `" + std::string(group) + "` here, and the page is without it");
  return true;
}

std::optional<OverlaidEdition> read_overlaid(const fs::path& path, Project& project, Reading& in) {
  return OverlayReader(project, in).run(path);
}

}  // namespace banxin
