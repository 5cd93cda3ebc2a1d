// The furniture of an edition's pages.
#include <algorithm>

#include "read/furniture.h"

namespace banxin {

namespace {

enum class Content { kText, kDigest, kAdvert };

bool takes(const Frame& frame, Content content) {
  switch (content) {
    case Content::kText:
      return std::holds_alternative<TextFrame>(frame.furniture);
    case Content::kDigest:
      return std::holds_alternative<DigestFrame>(frame.furniture);
    case Content::kAdvert:
      break;
  }
  return std::holds_alternative<AdvertFrame>(frame.furniture);
}

const char* kind_in_words(Content content) {
  if (content == Content::kText) return "text";
  return content == Content::kDigest ? "digest" : "advert";
}

/// The frame that an entry of `texts`, `digests` or `adverts` names; nullptr and an error when it is none.
const Frame* frame_for(const Entry& entry, const PageLayout& layout, SourceSpan layout_at, Content content,
                       Reading& in) {
  std::vector<std::string> names;
  for (const Frame& frame : layout.frames) {
    if (takes(frame, content)) names.push_back(frame.name.value);
    if (frame.name.value != entry.key) continue;
    if (takes(frame, content)) return &frame;
    in.error("unknown-frame", entry.where,
             "frame " + in_quotes(entry.key) + " takes no " + kind_in_words(content),
             std::string("its kind must be '") + kind_in_words(content) + "'");
    return nullptr;
  }
  const std::string kind = kind_in_words(content);
  if (report_lost_frame(entry, layout_at,
                        content == Content::kText
                            ? "gives a text"
                            : "gives " + kind + (content == Content::kDigest ? " entries" : "isement"),
                        kind + "s", in)) {
    return nullptr;
  }
  in.error("unknown-frame", entry.where, "unknown frame " + in_quotes(entry.key),
           in.suggest(entry.key, names, "the " + kind + " frames are"));
  return nullptr;
}

std::vector<DigestEntry> read_digest_entries(const Entry& entry, Reading& in) {
  std::vector<DigestEntry> out;
  for (const YamlNode* item : entry.value->items) {
    const bool empty = item->kind == YamlNode::Kind::kNothing;
    const Fields keys(*item, empty ? entry.where : item->where, kDigestEntryKind, in);
    DigestEntry digest;
    keys.text("title", digest.title);
    keys.text("line", digest.line);
    keys.text("to", digest.to);
    out.push_back(std::move(digest));
  }
  return out;
}

Advert read_advert(const Entry& entry, const PageLayout& layout, const Project& project, Reading& in) {
  const Fields keys(*entry.value, entry.where, kAdvertKind, in);
  Advert advert;
  keys.text("file", advert.art.file);
  keys.integer("page", advert.art.page);
  keys.word("box", advert.art.box);
  keys.text("alt", advert.art.alt);
  resolve_artwork(advert.art, project, in);
  if (keys.size("size", advert.width, advert.height)) advert.size_where = keys.node("size")->where;
  int columns = 0;
  if (keys.integer("cols", columns)) {
    advert.width = layout.grid.span(columns);
    advert.size_where = keys.where("cols");
  }
  const bool has_height = keys.length("height", {}, advert.height);
  if (keys.has("size") && (keys.has("cols") || keys.has("height"))) {
    in.error("booked-twice", keys.where("size"), "the size is booked twice",
             "give `size`, or `cols` and `height`");
  } else if (keys.has("cols") != has_height) {
    in.error("missing-key", entry.where, "'cols' and 'height' go together",
             "give both, or `size: [width, height]`");
  }
  return advert;
}

/// A layout that nobody could read counts as one that has every frame.
template <class Read>
void read_bound(const Fields& keys, const char* key, Shape form, Content content, const PageLayout* layout,
                Reading& in, const Read& read) {
  const YamlNode* node = keys.node(key);
  if (node == nullptr) return;
  for (const Entry* entry : named_entries(*node, in)) {
    if (!has_form(*entry->value, form, entry->key, entry->where, in)) continue;
    if (layout == nullptr || frame_for(*entry, *layout, keys.where("layout"), content, in) == nullptr)
      continue;
    read(*entry);
  }
}

void check_filled(const PageLayout& layout, const Fields& keys, const PageSpec& page, Reading& in) {
  const auto tell = [&](const Frame& frame, const std::string& key, const char* what, const char* form) {
    in.empty(
        told_at(keys.where("layout"), keys.where(key)),
        "frame " + in_quotes(frame.name.value) + " of the layout has no " + what,
        "write `" + frame.name.value + ": " + form + "` under `" + key + "`, or take a layout without it");
  };
  for (const Frame& frame : layout.frames) {
    const auto* text = std::get_if<TextFrame>(&frame.furniture);
    if (text != nullptr && text->text.value.empty() && !page.texts.contains(frame.name.value)) {
      tell(frame, "texts", "text", "…");
    }
    if (takes(frame, Content::kDigest) && !page.digests.contains(frame.name.value)) {
      tell(frame, "digests", "entries", "[{title: …, to: …}]");
    }
    if (takes(frame, Content::kAdvert) && !page.adverts.contains(frame.name.value)) {
      tell(frame, "adverts", "advertisement", "{file: …}");
    }
  }
}

}  // namespace

void read_page_furniture(const Fields& keys, const PageLayout* layout, const Project& project, PageSpec& page,
                         Reading& in) {
  read_bound(keys, "texts", Shape::kText, Content::kText, layout, in, [&](const Entry& entry) {
    if (!is_good_text(*entry.value, entry.key, in, kLongestFurniture)) return;
    page.texts[entry.key] = {entry.value->text, entry.value->where};
  });
  read_bound(keys, "digests", Shape::kObjects, Content::kDigest, layout, in,
             [&](const Entry& entry) { page.digests[entry.key] = read_digest_entries(entry, in); });
  read_bound(keys, "adverts", Shape::kObject, Content::kAdvert, layout, in,
             [&](const Entry& entry) { page.adverts[entry.key] = read_advert(entry, *layout, project, in); });
  read_credits(keys, page.credits, in);
  if (layout != nullptr) check_filled(*layout, keys, page, in);
}

void read_credits(const Fields& keys, std::vector<Credit>& credits, Reading& in) {
  const YamlNode* node = keys.node("credits");
  if (node == nullptr) return;
  for (const Entry* entry : named_entries(*node, in)) {
    if (!has_form(*entry->value, Shape::kText, entry->key, entry->where, in)) continue;
    if (!is_good_text(*entry->value, entry->key, in)) continue;
    const auto known = std::find_if(credits.begin(), credits.end(),
                                    [&](const Credit& credit) { return credit.role == entry->key; });
    if (known != credits.end()) {
      known->name = entry->value->text;
    } else {
      credits.push_back({entry->key, entry->value->text});
    }
  }
}

}  // namespace banxin
