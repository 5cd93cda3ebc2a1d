#include "read/article.h"

#include "read/letters.h"
#include "read/photo.h"
#include "read/scalar.h"

namespace banxin {

namespace {

/// Bytes of the parts of an article file.
struct Parts {
  std::uint32_t front_begin = 0, front_end = 0;  ///< YAML between the lines '---'; equal: none
  std::uint32_t body_begin = 0;
};

bool is_fence(std::string_view line) {
  while (!line.empty() && (line.back() == ' ' || line.back() == '\r')) line.remove_suffix(1);
  return line == "---";
}

std::optional<Parts> split(std::uint32_t file, Reading& in) {
  const std::string_view text = in.sources().at(file).text;
  const auto line_at = [&](std::size_t begin) { return text.substr(begin, text.find('\n', begin) - begin); };
  Parts parts;
  if (!is_fence(line_at(0))) return parts;
  std::size_t at = line_at(0).size() + 1;
  parts.front_begin = static_cast<std::uint32_t>(std::min(at, text.size()));
  for (; at < text.size(); at += line_at(at).size() + 1) {
    if (!is_fence(line_at(at))) continue;
    parts.front_end = static_cast<std::uint32_t>(at);
    parts.body_begin = static_cast<std::uint32_t>(std::min(at + line_at(at).size() + 1, text.size()));
    return parts;
  }
  in.error("front-matter", {file, 0, 3}, "the front matter has no end",
           "write a line '---' between the keys and the text");
  return std::nullopt;
}

Copy copy_of(const Fields& keys, std::string_view key, Reading& in) {
  const YamlNode* node = keys.node(key);
  if (node == nullptr) return {};
  const SourceSpan at = node->where;
  Letters letters = letters_of_scalar(in.sources().at(at.file).text, {at.begin, at.end}, node->text);
  while (!letters.empty() && letters.back().cp == kHardBreak) letters.pop_back();
  if (letters.size() > kLongestField) {
    in.error("text-too-long", at,
             in_quotes(key) + " has " + std::to_string(letters.size()) + " characters; the most is " +
                 std::to_string(kLongestField));
    letters.resize(kLongestField);
  }
  normalise(letters, at.file, in);
  join_lines(letters);
  return to_copy(letters, at.file);
}

Photo read_photo_entry(const YamlNode& node, SourceSpan where, const std::filesystem::path& article,
                       const Project& project, Reading& in) {
  Photo photo;
  const Fields keys(node, where, kPhotoKind, in);
  keys.text("file", photo.file);
  photo.caption = copy_of(keys, "caption", in);
  photo.credit = copy_of(keys, "credit", in);
  photo.alt = copy_of(keys, "alt", in);
  keys.point("focus", photo.focus_x, photo.focus_y);
  if (photo.file.where.file == SourceSpan::kNoFile) return photo;
  const bool good = in.piece([&] {
    const auto path = project.resolve(photo.file.value, article, {"photo", photo.file.where}, in);
    if (!path) return;
    photo.path = path->string();
    read_photo(photo, in);
  });
  if (!good && !in.failed()) photo.path.clear(), photo.width = 3, photo.height = 2;  // previews draw it grey
  return photo;
}

void read_front_matter(const YamlNode& root, SourceSpan where, const std::filesystem::path& path,
                       const Project& project, Article& article, Reading& in) {
  const Fields keys(root, where, kArticleKind, in);
  article.kicker = copy_of(keys, "kicker", in);
  article.title = copy_of(keys, "title", in);
  article.subtitle = copy_of(keys, "subtitle", in);
  article.deck = copy_of(keys, "deck", in);
  article.byline = copy_of(keys, "byline", in);
  article.dateline = copy_of(keys, "dateline", in);
  article.jump_title = copy_of(keys, "jump-title", in);
  const YamlNode* photos = keys.node("photos");
  if (photos == nullptr) return;
  for (const YamlNode* item : photos->items) {
    const bool empty = item->kind == YamlNode::Kind::kNothing;
    article.photos.push_back(
        read_photo_entry(*item, empty ? keys.where("photos") : item->where, path, project, in));
  }
}

}  // namespace

std::optional<Article> read_article(const std::filesystem::path& path, SourceSpan asked,
                                    const Project& project, Reading& in) {
  const auto file = load_text(path, {"article", asked}, in);
  if (!file) return std::nullopt;
  const std::optional<Parts> parts = split(*file, in);
  if (!parts) return std::nullopt;
  Article article;
  article.file = *file;
  if (parts->front_end > parts->front_begin) {
    if (const auto tree = parse_yaml(*file, parts->front_begin, parts->front_end, in)) {
      read_front_matter(tree->root(), {*file, 0, 3}, path, project, article, in);
    }
  }
  const auto end = static_cast<std::uint32_t>(in.sources().at(*file).text.size());
  article.paragraphs = read_markdown(*file, parts->body_begin, end, in);
  if (article.paragraphs.empty() && article.photos.empty()) {
    in.error("no-text", {*file, parts->body_begin, parts->body_begin}, "the article has no text");
  }
  return article;
}

}  // namespace banxin
