#include "read/node.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <map>
#include <sstream>

#include "read/scalar.h"

namespace banxin {

namespace {

/// Why reading stops. Thrown through yaml-cpp and caught in parse_yaml.
struct Stop {
  std::string code;
  std::size_t at;
  std::string message, hint;
};

}  // namespace

/// Builds the tree from yaml-cpp's events. Events, not YAML::Load: those keep keys given twice, do not expand
/// aliases, and can be stopped in the middle.
class TreeBuilder : public YAML::EventHandler {
 public:
  TreeBuilder(std::uint32_t file, std::uint32_t base, std::string_view text)
      : file_(file), base_(base), text_(text) {}

  Tree take() { return std::move(tree_); }

  void OnDocumentStart(const YAML::Mark&) override {}
  void OnDocumentEnd() override {}

  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    const std::size_t at = offset(mark);
    const bool written = at < text_.size() && (text_[at] == '~' || text_.substr(at, 4) == "null");
    Node& node = add(Node::Kind::kNothing, at, written ? (text_[at] == '~' ? 1 : 4) : 0);
    finish(node, anchor);
  }

  void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    const auto it = anchors_.find(anchor);
    if (it == anchors_.end()) {
      throw Stop{"yaml-alias", offset(mark), "an alias inside the value that it stands for", {}};
    }
    attach(*it->second, offset(mark));
  }

  void OnScalar(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor,
                const std::string& value) override {
    const ScalarPlace place = place_scalar(text_, offset(mark), value);
    Node& node = add(Node::Kind::kScalar, place.begin, place.end - place.begin);
    node.text = value;
    finish(node, anchor);
  }

  void OnSequenceStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value) override {
    open(Node::Kind::kList, mark, anchor);
  }
  void OnMapStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value) override {
    open(Node::Kind::kMap, mark, anchor);
  }
  void OnSequenceEnd() override { close(); }
  void OnMapEnd() override { close(); }

 private:
  struct Open {
    Node* node;
    YAML::anchor_t anchor;
    const Node* key = nullptr;  // of a map, when its value comes next
  };

  std::size_t offset(const YAML::Mark& mark) const {
    return std::min(static_cast<std::size_t>(std::max(0, mark.pos)), text_.size());
  }

  Node& add(Node::Kind kind, std::size_t at, std::size_t bytes) {
    if (tree_.nodes_.size() >= kMostNodes) {
      throw Stop{"yaml-too-large", at, "more than " + std::to_string(kMostNodes) + " values in one file", {}};
    }
    Node& node = tree_.nodes_.emplace_back();
    node.kind = kind;
    const auto begin = static_cast<std::uint32_t>(base_ + at);
    node.where = {file_, begin, begin + static_cast<std::uint32_t>(bytes)};
    return node;
  }

  void open(Node::Kind kind, const YAML::Mark& mark, YAML::anchor_t anchor) {
    if (open_.size() >= static_cast<std::size_t>(kDeepest)) refuse_depth(offset(mark));
    open_.push_back({&add(kind, offset(mark), 1), anchor});
  }

  [[noreturn]] static void refuse_depth(std::size_t at) {
    throw Stop{"yaml-too-deep", at, "more than " + std::to_string(kDeepest) + " levels of nesting", {}};
  }

  void close() {
    const Open done = open_.back();
    open_.pop_back();
    finish(*done.node, done.anchor);
  }

  void finish(Node& node, YAML::anchor_t anchor) {
    if (anchor != 0) anchors_[anchor] = &node;
    attach(node, node.where.begin - base_);
  }

  void attach(const Node& node, std::size_t at) {
    if (open_.empty()) {
      tree_.root_ = &node;
      return;
    }
    Open& parent = open_.back();
    Node& into = *parent.node;
    if (node.where.begin >= into.where.begin) into.where.end = std::max(into.where.end, node.where.end);
    into.size += node.size;
    into.depth = std::max(into.depth, node.depth + 1);
    if (into.size > kMostNodes) {
      throw Stop{"yaml-too-large",
                 at,
                 "the aliases unfold to more than " + std::to_string(kMostNodes) + " values",
                 {}};
    }
    if (static_cast<int>(open_.size()) + node.depth > kDeepest) refuse_depth(at);
    if (into.kind == Node::Kind::kList) {
      into.items.push_back(&node);
    } else if (parent.key == nullptr) {
      if (node.kind != Node::Kind::kScalar) throw Stop{"yaml-key", at, "a key must be a word", {}};
      parent.key = &node;
    } else {
      into.entries.push_back({parent.key->text, parent.key->where, &node});
      parent.key = nullptr;
    }
  }

  std::uint32_t file_, base_;
  std::string_view text_;
  Tree tree_;
  std::vector<Open> open_;
  std::map<YAML::anchor_t, const Node*> anchors_;
};

namespace {

/// yaml-cpp's words for the mistakes that users make, in ours.
struct Wording {
  std::string_view theirs, message, hint;
};

const Wording kWordings[] = {
    {YAML::ErrorMsg::END_OF_MAP_FLOW, "a '{' is not closed", "put ',' between entries and '}' at the end"},
    {YAML::ErrorMsg::END_OF_SEQ_FLOW, "a '[' is not closed", "put ',' between items and ']' at the end"},
    {YAML::ErrorMsg::END_OF_MAP, "this line does not belong to the keys above it",
     "keys of one group start in the same column, each with ':' and a space"},
    {YAML::ErrorMsg::END_OF_SEQ, "this line does not belong to the list above it",
     "items of a list start in the same column, each with '- '"},
    {YAML::ErrorMsg::TAB_IN_INDENTATION, "a tab in the indentation", "indent with spaces"},
    {YAML::ErrorMsg::MAP_VALUE, "a ':' where no value can start", "put text that holds ': ' in quotes"},
    {YAML::ErrorMsg::MAP_KEY, "a key where none can start", "keys of one group start in the same column"},
    {YAML::ErrorMsg::BLOCK_ENTRY, "a list item where none can start", "put lists on lines of their own"},
    {YAML::ErrorMsg::EOF_IN_SCALAR, "a quotation mark is not closed", {}},
    {YAML::ErrorMsg::DOC_IN_SCALAR, "a quotation mark is not closed before '---'", {}},
    {YAML::ErrorMsg::FLOW_END, "a ']' or '}' that closes nothing", {}},
    {YAML::ErrorMsg::UNKNOWN_TOKEN, "a character that cannot start a value", "put the text in quotes"},
    {YAML::ErrorMsg::UNKNOWN_ANCHOR, "an alias without its anchor",
     "write &name before the value it stands for"},
    {YAML::ErrorMsg::INVALID_ESCAPE, "an unknown escape in double quotes",
     "use single quotes, or write \\\\"},
};

void report_invalid(const YAML::Exception& e, std::uint32_t file, std::uint32_t begin, std::uint32_t end,
                    Reading& in) {
  const auto at = std::min(end, begin + static_cast<std::uint32_t>(std::max(0, e.mark.pos)));
  const SourceSpan where{file, at, std::min(end, at + 1)};
  for (const Wording& w : kWordings) {
    if (!e.msg.starts_with(w.theirs)) continue;
    in.error("invalid-yaml", where, "this is not valid YAML: " + std::string(w.message), std::string(w.hint));
    return;
  }
  in.error("invalid-yaml", where, "this is not valid YAML: " + e.msg);
}

}  // namespace

std::optional<Tree> parse_yaml(std::uint32_t file, std::uint32_t begin, std::uint32_t end, Reading& in) try {
  const std::string_view text = std::string_view(in.sources().at(file).text).substr(begin, end - begin);
  std::istringstream stream{std::string(text)};
  YAML::Parser parser(stream);
  TreeBuilder builder(file, begin, text);
  try {
    if (!parser.HandleNextDocument(builder)) {
      in.error("empty-file", {file, begin, begin}, "there are only comments here");
      return std::nullopt;
    }
    TreeBuilder second(file, begin, text);
    if (parser.HandleNextDocument(second)) {
      in.error("invalid-yaml", {file, end, end}, "a second YAML document after '---' in one file",
               "write one document a file");
      return std::nullopt;
    }
  } catch (const Stop& stop) {
    const auto at = begin + static_cast<std::uint32_t>(stop.at);
    in.error(stop.code, {file, at, std::min(end, at + 1)}, stop.message, stop.hint);
    return std::nullopt;
  }
  return builder.take();
} catch (const YAML::Exception& e) {
  report_invalid(e, file, begin, end, in);
  return std::nullopt;
} catch (const std::exception& e) {  // yaml-cpp meets what it did not expect; the file is to blame
  in.error("invalid-yaml", {file, begin, begin}, std::string("this is not valid YAML: ") + e.what());
  return std::nullopt;
}

}  // namespace banxin
