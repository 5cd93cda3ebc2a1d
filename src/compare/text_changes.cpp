#include <algorithm>
#include <set>

#include "compare/layers.h"
#include "page/em_box.h"

namespace banxin {

namespace {

constexpr std::size_t kContext = 8;  // characters shown beside a change
constexpr Length kCaret = Length::points(1);

Change change_of(const Pairing& pairing, const CopyPair& pair, const Edit& edit) {
  const CopyBlock &before = pairing.old_block(pair), &after = pairing.new_block(pair);
  Change change;
  change.kind = edit.old_begin == edit.old_end   ? "text-inserted"
                : edit.new_begin == edit.new_end ? "text-deleted"
                                                 : "text-changed";
  change.where = place_name(pairing.new_stories, after);
  change.before = before.text(edit.old_begin, edit.old_end);
  change.after = after.text(edit.new_begin, edit.new_end);
  change.context_before = after.text(edit.new_begin - std::min(edit.new_begin, kContext), edit.new_begin);
  change.context_after = after.text(edit.new_end, edit.new_end + kContext);
  if (after.parts_words(edit.new_begin)) change.context_before += ' ';
  if (after.parts_words(edit.new_end)) change.context_after.insert(0, " ");
  const auto quoted = [](const std::string& text) { return "‘" + shortened(text, 40) + "’"; };
  if (change.before.empty()) {
    change.message = quoted(change.after) + " is new";
  } else if (change.after.empty()) {
    change.message = quoted(change.before) + " is gone";
  } else {
    change.message = quoted(change.before) + " became " + quoted(change.after);
  }
  change.message +=
      ": …" + change.context_before + "[" + shortened(change.after, 40) + "]" + change.context_after + "…";
  change.old_place = place_of(before, edit.old_begin, edit.old_end);
  change.new_place = place_of(after, edit.new_begin, edit.new_end);
  return change;
}

/// A space at the end of a line has no glyph: it neither went nor came when the line was broken elsewhere.
void forget_spaces_at_line_ends(const CopyBlock& before, const CopyBlock& after, std::vector<Edit>& edits) {
  const auto shrink = [](std::size_t& begin, std::size_t& end, const CopyBlock& block,
                         std::size_t other_begin, std::size_t other_end, const CopyBlock& other) {
    const auto is_space = [](const CopyBlock& of, std::size_t i) { return of.characters[i].cp == U' '; };
    const bool bare = other_begin == other_end;
    if (begin < end && is_space(block, end - 1) && other.begins_line(other_end) &&
        (bare || !is_space(other, other_end - 1)))
      --end;
    if (begin < end && is_space(block, begin) && other.begins_line(other_begin) &&
        (bare || !is_space(other, other_begin)))
      ++begin;
  };
  for (Edit& e : edits) {
    shrink(e.old_begin, e.old_end, before, e.new_begin, e.new_end, after);
    shrink(e.new_begin, e.new_end, after, e.old_begin, e.old_end, before);
  }
  std::erase_if(edits, [](const Edit& e) { return e.old_begin == e.old_end && e.new_begin == e.new_end; });
}

void pair_changes(const Pairing& pairing, const CopyPair& pair, std::vector<Change>& out) {
  const CopyBlock &before = pairing.old_block(pair), &after = pairing.new_block(pair);
  if (pair.moved) {
    Change change;
    change.kind = "text-moved", change.where = place_name(pairing.new_stories, after);
    change.message =
        "‘" + shortened(after.text(), 20) + "’ stood in " + place_name(pairing.old_stories, before);
    change.before = before.text(), change.after = after.text();
    change.old_place = place_of(before), change.new_place = place_of(after);
    out.push_back(std::move(change));
  }
  if (before.kind != after.kind) {
    Change change;
    change.kind = "kind-changed", change.where = place_name(pairing.new_stories, after);
    change.message = "a " + before.kind + " became a " + after.kind;
    change.before = before.kind, change.after = after.kind;
    change.old_place = place_of(before), change.new_place = place_of(after);
    out.push_back(std::move(change));
  }
  std::vector<Edit> edits = pair.edits;
  forget_spaces_at_line_ends(before, after, edits);
  join_edits(edits, 2);
  for (const Edit& edit : edits) out.push_back(change_of(pairing, pair, edit));
}

Change whole_block(const Stories& stories, const CopyBlock& block, bool fresh) {
  Change change;
  change.kind = fresh ? "text-new" : "text-vanished";
  change.where = place_name(stories, block);
  change.message = "‘" + shortened(block.text(), 40) + "’ is " + (fresh ? "new" : "gone") + ": " +
                   std::to_string(block.characters.size()) + " characters";
  (fresh ? change.after : change.before) = block.text();
  (fresh ? change.new_place : change.old_place) = place_of(block);
  return change;
}

void compare_facts(const std::map<std::string, std::string>& before,
                   const std::map<std::string, std::string>& after, const std::string& where,
                   std::vector<Change>& out) {
  std::set<std::string> names;
  for (const auto& [name, value] : before) names.insert(name);
  for (const auto& [name, value] : after) names.insert(name);
  for (const std::string& name : names) {
    const auto old_value = before.find(name), new_value = after.find(name);
    const std::string was = old_value == before.end() ? "" : old_value->second;
    const std::string is = new_value == after.end() ? "" : new_value->second;
    if (was == is) continue;
    Change change;
    change.kind = "fact-changed", change.where = where, change.before = was, change.after = is;
    change.message = name + ": ‘" + shortened(was, 60) + "’ became ‘" + shortened(is, 60) + "’";
    out.push_back(std::move(change));
  }
}

/// Titles of the nodes: articles, and the alternative texts of pictures, by their order.
void compare_titles(const Pairing& pairing, std::vector<Change>& out) {
  const auto titled = [](const Scene& scene) {
    std::map<std::string, std::vector<std::string>> titles;
    for (const SceneNode& node : scene.nodes) {
      if (node.kind != "article" && !node.title.empty()) titles[node.kind].push_back(node.title);
    }
    return titles;
  };
  const auto before = titled(pairing.old_scene), after = titled(pairing.new_scene);
  std::map<std::string, std::string> was, is;
  const auto number = [](const auto& titles, auto& facts) {
    for (const auto& [kind, list] : titles) {
      for (std::size_t i = 0; i < list.size(); ++i) {
        facts[(kind == "figure" ? "alternative text of picture " : "title of " + kind + " ") +
              std::to_string(i + 1)] = list[i];
      }
    }
  };
  number(before, was), number(after, is);
  was.erase("title of document 1"), is.erase("title of document 1");  // said in the facts
  compare_facts(was, is, "the edition", out);
}

}  // namespace

Rect box_of(const CopyCharacter& character) {
  if (character.glyph == nullptr) return character.item->box;
  return em_box(character.glyph->origin, character.item->size);
}

ChangePlace place_of(const CopyBlock& block, std::size_t from, std::size_t to) {
  const std::size_t count = block.characters.size();
  if (count == 0) return {};
  const std::size_t first = std::min(from, count - 1);
  ChangePlace place{block.lines[block.characters[first].line].page, box_of(block.characters[first])};
  if (from >= to) {
    if (from >= count) place.box.x = place.box.right();
    place.box.x -= kCaret / 2, place.box.width = kCaret;
    return place;
  }
  for (std::size_t i = first; i < to && i < count; ++i) {
    if (block.lines[block.characters[i].line].page == place.page) {
      place.box = united(place.box, box_of(block.characters[i]));
    }
  }
  return place;
}

ChangePlace place_of(const CopyBlock& block) { return place_of(block, 0, block.characters.size()); }

void text_changes(const Pairing& pairing, std::vector<Change>& out) {
  for (const std::size_t block : pairing.matched.gone) {
    const CopyBlock& gone = pairing.old_stories.blocks[block];
    if (!gone.characters.empty()) out.push_back(whole_block(pairing.old_stories, gone, false));
  }
  std::size_t fresh = 0;
  const std::vector<std::size_t>& news = pairing.matched.fresh;
  const auto fresh_before = [&](std::size_t block) {
    for (; fresh < news.size() && news[fresh] < block; ++fresh) {
      const CopyBlock& is = pairing.new_stories.blocks[news[fresh]];
      if (!is.characters.empty()) out.push_back(whole_block(pairing.new_stories, is, true));
    }
  };
  for (const CopyPair& pair : pairing.matched.pairs) {
    fresh_before(pair.new_block);
    pair_changes(pairing, pair, out);
  }
  fresh_before(kGone);
}

void fact_changes(const Pairing& pairing, std::vector<Change>& out) {
  compare_facts(pairing.old_scene.facts, pairing.new_scene.facts, "the edition", out);
  compare_titles(pairing, out);
}

}  // namespace banxin
