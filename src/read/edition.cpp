// edition.yaml -> Document, with everything that it names.
#include <algorithm>
#include <map>

#include "read/article.h"
#include "read/builtin_grid.h"
#include "read/furniture.h"
#include "read/interlinear_marks.h"
#include "read/jumps.h"
#include "read/layout.h"
#include "read/overlay.h"
#include "read/palette.h"
#include "read/read.h"
#include "read/weights.h"

namespace banxin {

namespace {

namespace fs = std::filesystem;

class EditionReader {
 public:
  EditionReader(const fs::path& path, Reading& in) : path_(path), in_(in), project_(path) {}

  std::optional<Document> read() {
    const std::optional<OverlaidEdition> file = read_overlaid(path_, project_, in_);
    if (!file) return std::nullopt;
    const Fields keys(*file->root, {file->file, 0, 0}, kEditionKind, in_);
    document_.edition.base = file->base;
    keys.text("paper", document_.edition.paper);
    keys.text("title", document_.edition.title);
    keys.text("author", document_.edition.author);
    keys.date("date", document_.edition.date);
    keys.text("issue", document_.edition.issue);
    read_own_fields(keys);
    read_credits(keys, credits_, in_);
    if (const YamlNode* lint = keys.node("lint")) read_weights(*lint, document_.edition.lint, in_);
    if (const YamlNode* inks = keys.node("inks")) read_inks(*inks, in_);
    if (const YamlNode* pages = keys.node("pages")) read_pages(*pages, keys.where("pages"));
    project_.report_unused(in_);
    fill_references(document_, file->taken, in_);
    check_jumps(document_, file->taken, in_);
    if (in_.failed()) return std::nullopt;
    document_.spots = in_.palette().spots;
    return std::move(document_);
  }

 private:
  /// Paths are seen from the file that wrote them, which may be the base.
  fs::path written_in(SourceSpan where) const { return in_.sources().at(where.file).path; }

  void read_own_fields(const Fields& keys) {
    const YamlNode* node = keys.node("fields");
    if (node == nullptr) return;
    for (const Entry* entry : named_entries(*node, in_)) {
      if (!has_form(*entry->value, Shape::kText, entry->key, entry->where, in_)) continue;
      if (is_good_text(*entry->value, entry->key, in_)) {
        document_.edition.fields[entry->key] = {entry->value->text, entry->value->where};
      }
    }
  }

  void read_pages(const YamlNode& pages, SourceSpan where) {
    if (pages.items.empty()) in_.error("missing-value", where, "the edition has no pages");
    std::map<int, SourceSpan> numbers;
    for (const YamlNode* item : pages.items) {
      const Fields keys(*item, item->kind == YamlNode::Kind::kNothing ? where : item->where, kEditionPageKind,
                        in_);
      PageSpec page;
      Spanned<int> number;
      keys.integer("number", number);
      keys.text("section", page.section);
      page.number = number.value;
      const std::optional<std::size_t> layout = layout_of(keys);
      page.layout = layout.value_or(0);
      const PageLayout* drawn = layout ? readable(*layout) : nullptr;
      page.spread = drawn != nullptr && drawn->is_spread();
      check_number(number, page.spread, numbers);
      read_frames(keys, drawn, page);
      page.credits = credits_;
      read_page_furniture(keys, drawn, project_, page, in_);
      document_.edition.pages.push_back(std::move(page));
    }
  }

  /// A spread has two numbers, an even one and the next.
  void check_number(const Spanned<int>& number, bool spread, std::map<int, SourceSpan>& numbers) {
    if (number.where.file == SourceSpan::kNoFile) return;
    if (spread && number.value % 2 != 0) {
      in_.error(
          "spread-number", number.where,
          "a spread takes an even page and the odd one after it; " + std::to_string(number.value) + " is odd",
          number.value > 1 ? "write number: " + std::to_string(number.value - 1) : "write number: 2");
    }
    for (int n = number.value; n <= number.value + (spread ? 1 : 0); ++n) {
      const auto [first, is_new] = numbers.emplace(n, number.where);
      if (is_new) continue;
      in_.error("page-number-twice", number.where, "page " + std::to_string(n) + " is there twice",
                "the first is at " + place_of(in_.sources(), first->second));
    }
  }

  /// Layouts and articles that several pages name are read once.
  std::optional<std::size_t> layout_of(const Fields& keys) {
    Spanned<std::string> name;
    keys.text("layout", name);
    if (name.where.file == SourceSpan::kNoFile) return std::nullopt;
    if (builtin_grid(name.value)) {
      in_.error(
          "grid-without-frames", name.where, in_quotes(name.value) + " is a grid, which has no frames",
          "write a layout file that says `extends: " + name.value + "` and has `frames:`, and name that");
      return std::nullopt;
    }
    const auto path = project_.resolve(name.value, written_in(name.where), {"layout", name.where}, in_);
    if (!path) return std::nullopt;
    const auto [known, is_new] = layouts_.emplace(path->string(), std::nullopt);
    if (!is_new) return known->second;
    if (auto layout = read_layout(*path, name.where, project_, in_)) {
      for (Frame& frame : layout->frames) {
        if (auto* plate = std::get_if<Nameplate>(&frame.furniture)) {
          resolve_artwork(plate->art, project_, in_);
        }
      }
      known->second = document_.layouts.size();
      document_.layouts.push_back(std::move(*layout));
    }
    return known->second;
  }

  /// nullptr for a layout whose frames could not be read: its frames are then not the edition's mistake.
  const PageLayout* readable(std::size_t layout) const {
    const PageLayout& found = document_.layouts[layout];
    return found.frames.empty() && in_.failed() ? nullptr : &found;
  }

  /// `frame`: null when there is none of that name.
  std::optional<std::size_t> article_of(const Entry& entry, const Frame* frame) {
    const YamlNode& node = *entry.value;
    if (!is_good_text(node, entry.key, in_)) return std::nullopt;
    std::optional<fs::path> path;
    in_.piece([&] {
      path = project_.resolve(node.text, written_in(node.where), {"article", node.where}, in_);
    });
    if (!path) return std::nullopt;
    const auto [known, is_new] = articles_.emplace(path->string(), KnownArticle{std::nullopt, node.where});
    if (!is_new && (frame == nullptr || frame->continued)) return known->second.index;
    if (!is_new) {
      in_.warning("article-twice", node.where, "article " + in_quotes(node.text) + " stands in two frames",
                  "the first is at " + place_of(in_.sources(), known->second.where));
      return known->second.index;
    }
    std::optional<Article> article;
    const bool good = in_.piece([&] { article = read_article(*path, node.where, project_, in_); });
    if (!article || (!good && !in_.failed())) return std::nullopt;
    known->second.index = document_.articles.size();
    document_.articles.push_back(std::move(*article));
    return known->second.index;
  }

  void read_frames(const Fields& keys, const PageLayout* layout, PageSpec& page) {
    if (const YamlNode* frames = keys.node("frames")) {
      for (const Entry* entry : named_entries(*frames, in_)) {
        if (!is_one_file(*entry)) continue;
        const Frame* frame = layout == nullptr ? nullptr : frame_of(*entry, *layout, keys.where("layout"));
        const std::optional<std::size_t> article = article_of(*entry, frame);
        if (!article) continue;
        page.stories[entry->key] = *article;
        page.bound_at[entry->key] = entry->value->where;
        if (frame != nullptr && !frame->continued)
          check_photos(*layout, *frame, document_.articles[*article]);
        if (layout != nullptr) check_spans(*layout, document_.articles[*article]);
      }
    }
    if (layout != nullptr) check_empty_frames(*layout, keys, page);
  }

  bool is_one_file(const Entry& entry) {
    const YamlNode::Kind kind = entry.value->kind;
    if (kind != YamlNode::Kind::kMap && kind != YamlNode::Kind::kList)
      return has_form(*entry.value, Shape::kText, entry.key, entry.where, in_);
    in_.error("wrong-type", entry.value->where,
              "frame " + in_quotes(entry.key) + " takes one article; it must be the name of its file",
              "write `" + entry.key + ": FILE.md`: headline, photos and captions stand in that file");
    return false;
  }

  /// `layout_at`: where the page names its layout. An overlay may name another than the one that the base had
  /// in mind.
  const Frame* frame_of(const Entry& entry, const PageLayout& layout, SourceSpan layout_at) {
    const auto frame = std::find_if(layout.frames.begin(), layout.frames.end(),
                                    [&](const Frame& f) { return f.name.value == entry.key; });
    if (frame != layout.frames.end() && frame->kind == Frame::Kind::kStory) {
      if (!layout.is_continuation(*frame)) return &*frame;
      in_.error("linked-frame", entry.where,
                "frame " + in_quotes(entry.key) + " takes the text of another frame",
                "let no other frame go on `to:` it, or give it no article");
      return nullptr;
    }
    if (frame != layout.frames.end()) {
      in_.error("unknown-frame", entry.where, "frame " + in_quotes(entry.key) + " takes no article",
                "it is furniture of the page");
    } else if (!in_.is_full()) {
      std::vector<std::string> names;
      for (const Frame& f : layout.frames) {
        if (f.kind == Frame::Kind::kStory) names.push_back(f.name.value);
      }
      if (!report_lost_frame(entry, layout_at, "gives a story", "frames", in_)) {
        in_.error("unknown-frame", entry.where, "unknown frame " + in_quotes(entry.key),
                  in_.suggest(entry.key, names, "the frames of the layout are"));
      }
    }
    return nullptr;
  }

  void check_empty_frames(const PageLayout& layout, const Fields& keys, const PageSpec& page) {
    for (const Frame& frame : layout.frames) {
      const bool is_bound = page.stories.contains(frame.name.value) || names_frame(keys, frame.name.value);
      if (frame.kind != Frame::Kind::kStory || is_bound || layout.is_continuation(frame)) continue;
      in_.empty(told_at(keys.where("layout"), keys.where("frames")),
                "frame " + in_quotes(frame.name.value) + " of the layout has no article",
                "write `" + frame.name.value + ": FILE.md` under `frames`, or take a layout without it");
    }
  }

  static bool names_frame(const Fields& keys, std::string_view name) {
    const YamlNode* frames = keys.node("frames");
    return frames != nullptr && std::any_of(frames->entries.begin(), frames->entries.end(),
                                            [&](const Entry& entry) { return entry.key == name; });
  }

  void check_photos(const PageLayout& layout, const Frame& frame, const Article& article) {
    std::size_t slots = 0;
    for (const Frame* part : layout.chain(frame)) {
      for (const PhotoSlot& slot : part->photos) slots += slot.places();
    }
    for (std::size_t i = slots; i < article.photos.size(); ++i) {
      const Photo& photo = article.photos[i];
      if (photo.width == 0) continue;  // it could not be read, and that has been said
      in_.warning("photo-without-slot", photo.file.where,
                  "photo " + in_quotes(photo.file.value) + " has no place: frame " +
                      in_quotes(frame.name.value) + " has " + std::to_string(slots) + " photo slots");
    }
  }

  void check_spans(const PageLayout& layout, const Article& article) {
    for (const Paragraph& paragraph : article.paragraphs) {
      check_spans(layout, paragraph.spans);
      for (const std::vector<MarkedCopy>& row : paragraph.table.rows) {
        for (const MarkedCopy& cell : row) check_spans(layout, cell.spans);
      }
    }
  }

  void check_spans(const PageLayout& layout, const std::vector<StyledSpan>& spans) {
    for (const StyledSpan& span : spans) {
      if (layout.span_styles.contains(span.name)) continue;
      std::vector<std::string> names = mark_names();
      std::string hint = " marks here:";
      for (const std::string& mark : names) hint += " {." + mark + "}";
      hint += "; character styles:";
      for (const auto& [name, style] : layout.span_styles) {
        names.push_back(name);
        hint += " {." + name + "}";
      }
      const std::string near = nearest(span.name, names);
      hint = near.empty() ? hint.substr(1) : "did you mean '." + near + "'?" + hint;
      in_.error("unknown-mark", span.where,
                "there is neither a mark nor a character style " + in_quotes("." + span.name), hint);
    }
  }

  struct KnownArticle {
    std::optional<std::size_t> index;
    SourceSpan where;
  };
  const fs::path path_;
  Reading& in_;
  Project project_;
  Document document_;
  std::vector<Credit> credits_;  // of all pages that name nobody else
  std::map<std::string, std::optional<std::size_t>> layouts_;
  std::map<std::string, KnownArticle> articles_;
};

}  // namespace

std::optional<Document> read_edition(const fs::path& edition, Sources& sources, Diagnostics& diags,
                                     Missing missing) {
  Reading in(sources, diags, missing);
  return EditionReader(edition, in).read();
}

}  // namespace banxin
