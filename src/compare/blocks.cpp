#include "compare/blocks.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "base/utf8.h"

namespace banxin {

namespace {

/// Type of less than this part of a block's size stands over its lines: readings 注音.
constexpr double kReading = 0.68;

/// Gathers the text items of a scene into blocks.
class Gatherer {
 public:
  explicit Gatherer(const Scene& scene) : scene_(scene) { stories_.scene = &scene; }

  Stories run() {
    measure();
    for (std::size_t page = 0; page < scene_.pages.size(); ++page) {
      for (const SceneItem& item : scene_.pages[page].items) {
        if (item.kind == SceneItem::Kind::kText && !item.text.empty()) add(item, page);
      }
    }
    finish();
    return std::move(stories_);
  }

 private:
  /// The size most used in each node, and whether its lines are vertical.
  void measure() {
    std::map<std::size_t, std::map<Length, std::size_t>> counts;
    for (const ScenePage& page : scene_.pages) {
      for (const SceneItem& item : page.items) {
        if (item.kind == SceneItem::Kind::kText) counts[item.node][item.size] += item.glyphs.size();
      }
    }
    for (const auto& [node, sizes] : counts) {
      const auto more = [](const auto& a, const auto& b) { return a.second < b.second; };
      main_size_[node] = std::max_element(sizes.begin(), sizes.end(), more)->first;
    }
    for (const ScenePage& page : scene_.pages) {
      for (const SceneItem& item : page.items) {
        if (item.kind == SceneItem::Kind::kText && is_tall(item) && !is_reading(item))
          vertical_.insert(item.node);
      }
    }
  }

  bool is_reading(const SceneItem& item) const {
    return item.node != kNoNode && item.size.pt() < main_size_.at(item.node).pt() * kReading;
  }

  std::size_t article_node(std::size_t node) const {
    while (node != kNoNode && scene_.nodes[node].kind != "article") node = scene_.nodes[node].parent;
    return node;
  }

  /// Furniture: one "article" a page.
  std::size_t article_of(std::size_t node, std::size_t page) {
    const std::size_t of = article_node(node);
    const auto key = std::pair(of, of == kNoNode ? page : 0);
    const auto [known, fresh] = articles_.try_emplace(key, stories_.articles.size());
    if (fresh) stories_.articles.push_back({of == kNoNode ? "" : scene_.nodes[of].title, of, page, {}});
    return known->second;
  }

  void add(const SceneItem& item, std::size_t page) {
    const bool reading = is_reading(item);
    const std::size_t article = article_of(item.node, page);
    CopyBlock& block = block_of(item, page, article, reading);
    const std::uint32_t line = line_of(block, item, page);
    std::size_t byte = 0, glyph = 0;
    while (byte < item.text.size()) {
      const Decoded character = decode_utf8(item.text, byte);
      while (glyph + 1 < item.glyphs.size() && item.glyphs[glyph].end <= byte) ++glyph;
      const bool shown = glyph < item.glyphs.size();
      block.characters.push_back(
          {static_cast<std::uint32_t>(character.cp), line, &item, shown ? &item.glyphs[glyph] : nullptr});
      byte += character.bytes;
    }
    block.lines[line].end = block.characters.size();
    block.lines[line].box = united(block.lines[line].box, item.box);
  }

  CopyBlock& block_of(const SceneItem& item, std::size_t page, std::size_t article, bool reading) {
    if (item.node != kNoNode) {
      const auto [known, fresh] = blocks_.try_emplace(std::pair(item.node, reading), stories_.blocks.size());
      if (fresh) open_block(reading ? "reading" : scene_.nodes[item.node].kind, article, item.node);
      return stories_.blocks[known->second];
    }
    // Furniture: what follows on the same line belongs together.
    if (last_furniture_ != nullptr && last_page_ == page && follows(*last_furniture_, item)) {
      last_furniture_ = &item;
      return stories_.blocks[last_furniture_block_];
    }
    last_furniture_ = &item, last_page_ = page, last_furniture_block_ = stories_.blocks.size();
    open_block("furniture", article, kNoNode);
    return stories_.blocks.back();
  }

  void open_block(const std::string& kind, std::size_t article, std::size_t node) {
    stories_.articles[article].blocks.push_back(stories_.blocks.size());
    CopyBlock block;
    block.kind = kind, block.article = article, block.node = node;
    block.ordinal = ++ordinals_[std::pair(article, kind)];
    stories_.blocks.push_back(std::move(block));
  }

  /// Several characters high: type of a vertical line 竖排.
  static bool is_tall(const SceneItem& item) { return item.box.height * 2 > item.size * 3; }

  /// A vertical paragraph has lines of a single character and of digits that stand across, too. All of a
  /// PDF's page is one node.
  bool is_vertical(const SceneItem& item) const {
    return is_tall(item) || (scene_.exact && item.node != kNoNode && vertical_.contains(item.node));
  }

  /// On the same baseline, and where the other ends: to its right, or below it in a vertical line.
  bool follows(const SceneItem& before, const SceneItem& item) const {
    const Length size = std::max(before.size, item.size);
    const auto less = [](Length a, Length b) { return a < b && -b < a; };
    if (is_vertical(before) || is_vertical(item)) {
      const Length aside = item.box.x + item.box.width / 2 - before.box.x - before.box.width / 2;
      return less(aside * 2, size) && less(item.box.y - before.box.bottom(), size * 2);
    }
    const Length down = item.box.bottom() - before.box.bottom(), across = item.box.x - before.box.right();
    return less(down * 2, size) && less(across, size * 2);
  }

  std::uint32_t line_of(CopyBlock& block, const SceneItem& item, std::size_t page) {
    if (!block.characters.empty()) {
      const CopyCharacter& last = block.characters.back();
      if (block.lines[last.line].page == page && follows(*last.item, item)) return last.line;
    }
    block.lines.push_back({page, {}, block.characters.size(), block.characters.size()});
    return static_cast<std::uint32_t>(block.lines.size() - 1);
  }

  /// A line of blanks alone has no ink, but a place.
  void finish() {
    for (CopyBlock& block : stories_.blocks) {
      for (CopyLine& line : block.lines) {
        if (line.box.empty() && line.first < line.end) line.box = block.characters[line.first].item->box;
      }
    }
  }

  const Scene& scene_;
  Stories stories_;
  std::map<std::size_t, Length> main_size_;
  std::set<std::size_t> vertical_;  // nodes
  std::map<std::pair<std::size_t, std::size_t>, std::size_t> articles_;
  std::map<std::pair<std::size_t, bool>, std::size_t> blocks_;
  std::map<std::pair<std::size_t, std::string>, int> ordinals_;
  const SceneItem* last_furniture_ = nullptr;
  std::size_t last_page_ = 0, last_furniture_block_ = 0;
};

}  // namespace

std::vector<std::uint32_t> CopyBlock::code_points() const {
  std::vector<std::uint32_t> out;
  out.reserve(characters.size());
  for (const CopyCharacter& c : characters) out.push_back(c.cp);
  return out;
}

std::string CopyBlock::text(std::size_t from, std::size_t to) const {
  std::string out;
  for (std::size_t i = from; i < to && i < characters.size(); ++i) {
    if (i > from && parts_words(i)) out += ' ';
    append_utf8(out, characters[i].cp);
  }
  return out;
}

bool CopyBlock::begins_line(std::size_t i) const {
  return i > 0 && i < characters.size() && characters[i - 1].line != characters[i].line;
}

bool CopyBlock::parts_words(std::size_t i) const {
  const auto is_latin = [](std::uint32_t cp) { return cp > U' ' && cp < 0x250; };
  return begins_line(i) && is_latin(characters[i].cp) && is_latin(characters[i - 1].cp) &&
         characters[i - 1].cp != U'-';
}

Stories stories_of(const Scene& scene) { return Gatherer(scene).run(); }

std::string shortened(std::string_view text, std::size_t characters) {
  std::size_t byte = 0;
  for (std::size_t i = 0; i < characters && byte < text.size(); ++i) byte += decode_utf8(text, byte).bytes;
  if (byte >= text.size()) return std::string(text);
  return std::string(text.substr(0, byte)) + "…";
}

std::string place_name(const Stories& stories, const StoryArticle& article, std::size_t page) {
  std::string name = "page " + std::to_string(stories.scene->pages[page].number);
  if (!article.title.empty()) name += ", ‘" + shortened(article.title, 12) + "’";
  return name;
}

std::string place_name(const Stories& stories, const CopyBlock& block) {
  const std::size_t page = block.lines.empty() ? 0 : block.lines.front().page;
  std::string name = place_name(stories, stories.articles[block.article], page);
  if (block.kind == "text") return name;
  if (block.kind == "furniture") return name + ", page furniture";
  name += ", " + block.kind;
  const bool several = block.kind == "paragraph" || block.kind == "reading" || block.ordinal > 1;
  return several ? name + " " + std::to_string(block.ordinal) : name;
}

}  // namespace banxin
