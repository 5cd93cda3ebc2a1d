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

  /// Where the document starts.
  SourceSpan root_place() const { return tree_.root_->where; }
  Tree take() { return std::move(tree_); }
  /// Where the innermost list or map starts that is still open.
  SourceSpan innermost() const { return open_.empty() ? SourceSpan{} : open_.back().node->where; }

  void OnDocumentStart(const YAML::Mark&) override {}
  void OnDocumentEnd() override {}

  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    const std::size_t at = offset(mark);
    const bool written = at < text_.size() && (text_[at] == '~' || text_.substr(at, 4) == "null");
    YamlNode& node = add(YamlNode::Kind::kNothing, at, written ? (text_[at] == '~' ? 1 : 4) : 0);
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
    if (!place.closed) {  // yaml-cpp takes the end of the file for the missing quote
      throw Stop{"invalid-yaml", place.begin, "this is not valid YAML: a quotation mark is not closed", {}};
    }
    YamlNode& node = add(YamlNode::Kind::kScalar, place.begin, place.end - place.begin);
    node.text = value;
    finish(node, anchor);
  }

  void OnSequenceStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value) override {
    open(YamlNode::Kind::kList, mark, anchor);
  }
  void OnMapStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value) override {
    open(YamlNode::Kind::kMap, mark, anchor);
  }
  void OnSequenceEnd() override { close(); }
  void OnMapEnd() override { close(); }

 private:
  struct Open {
    YamlNode* node;
    YAML::anchor_t anchor;
    const YamlNode* key = nullptr;  // of a map, when its value comes next
  };

  std::size_t offset(const YAML::Mark& mark) const {
    return std::min(static_cast<std::size_t>(std::max(0, mark.pos)), text_.size());
  }

  YamlNode& add(YamlNode::Kind kind, std::size_t at, std::size_t bytes) {
    if (tree_.nodes_.size() >= kMostNodes) {
      throw Stop{"yaml-too-large", at, "more than " + std::to_string(kMostNodes) + " values in one file", {}};
    }
    YamlNode& node = tree_.nodes_.emplace_back();
    node.kind = kind;
    const auto begin = static_cast<std::uint32_t>(base_ + at);
    node.where = {file_, begin, begin + static_cast<std::uint32_t>(bytes)};
    return node;
  }

  void open(YamlNode::Kind kind, const YAML::Mark& mark, YAML::anchor_t anchor) {
    if (open_.size() >= static_cast<std::size_t>(kDeepest)) refuse_depth(offset(mark));
    const std::size_t begin = std::min(skip_properties(text_, offset(mark)), text_.size());
    open_.push_back({&add(kind, begin, begin < text_.size() ? 1 : 0), anchor});
  }

  [[noreturn]] static void refuse_depth(std::size_t at) {
    throw Stop{"yaml-too-deep", at, "more than " + std::to_string(kDeepest) + " levels of nesting", {}};
  }

  void close() {
    const Open done = open_.back();
    open_.pop_back();
    SourceSpan& where = done.node->where;
    const std::size_t begin = where.begin - base_;
    if (begin < text_.size() && (text_[begin] == '[' || text_[begin] == '{')) {
      where.end = base_ + static_cast<std::uint32_t>(past_bracket(text_, where.end - base_));
    }
    finish(*done.node, done.anchor);
  }

  void finish(YamlNode& node, YAML::anchor_t anchor) {
    if (anchor != 0) anchors_[anchor] = &node;
    attach(node, node.where.begin - base_);
  }

  void attach(const YamlNode& node, std::size_t at) {
    if (open_.empty()) {
      tree_.root_ = &node;
      return;
    }
    Open& parent = open_.back();
    YamlNode& into = *parent.node;
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
    if (into.kind == YamlNode::Kind::kList) {
      into.items.push_back(&node);
    } else if (parent.key == nullptr) {
      if (node.kind != YamlNode::Kind::kScalar) throw Stop{"yaml-key", at, "a key must be a word", {}};
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
  std::map<YAML::anchor_t, const YamlNode*> anchors_;
};

namespace {

/// yaml-cpp's words for the mistakes that users make, in ours.
struct Wording {
  std::string_view theirs, message, hint;
};

const Wording kWordings[] = {
    {YAML::ErrorMsg::END_OF_MAP_FLOW, "a '{' is not closed",
     "put ',' between entries, '}' at the end, and text that holds braces in quotes"},
    {YAML::ErrorMsg::END_OF_SEQ_FLOW, "a '[' is not closed", "put ',' between items and ']' at the end"},
    {YAML::ErrorMsg::END_OF_MAP, "this line does not belong to the keys above it",
     "keys of one group start in the same column, each with ':' and a space"},
    {YAML::ErrorMsg::END_OF_SEQ, "this line does not belong to the list above it",
     "items of a list start in the same column, each with '- '"},
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

/// A tab before the first word of the line that holds `at`, or npos: yaml-cpp trips only over what follows
/// it.
std::size_t indenting_tab(std::string_view text, std::size_t at) {
  const std::size_t line = at == 0 ? 0 : text.rfind('\n', at - 1) + 1;  // npos + 1 is 0
  const std::size_t word = text.find_first_not_of(" \t", line);
  const std::size_t tab = text.find('\t', line);
  return tab < word ? tab : std::string_view::npos;
}

void report_invalid(const YAML::Exception& e, std::uint32_t file, std::uint32_t begin, std::uint32_t end,
                    SourceSpan innermost, Reading& in) {
  const auto at = std::min(end, begin + static_cast<std::uint32_t>(std::max(0, e.mark.pos)));
  const SourceSpan where{file, at, std::min(end, at + 1)};
  const std::string prefix = "this is not valid YAML: ";
  if (const std::size_t tab = indenting_tab(in.sources().at(file).text, at); tab != std::string_view::npos) {
    const auto tab_at = static_cast<std::uint32_t>(tab);
    in.error("invalid-yaml", {file, tab_at, tab_at + 1}, prefix + "a tab in the indentation",
             "indent with spaces");
    return;
  }
  for (const Wording& w : kWordings) {
    if (!e.msg.starts_with(w.theirs)) continue;
    const bool unclosed =
        w.theirs == YAML::ErrorMsg::END_OF_MAP_FLOW || w.theirs == YAML::ErrorMsg::END_OF_SEQ_FLOW;
    std::string hint(w.hint);
    if (unclosed && innermost.file == file) {
      hint += "; the next thing read is at " + place_of(in.sources(), where);
      innermost.end = innermost.begin + 1;
    }
    in.error("invalid-yaml", unclosed && innermost.file == file ? innermost : where,
             prefix + std::string(w.message), hint);
    return;
  }
  in.error("invalid-yaml", where, prefix + e.msg);
}

/// yaml-cpp keeps all tokens of a line until it knows that the line is no key; so a line must not hold too
/// many.
std::size_t crowded_line(std::string_view text) {
  constexpr int kMostFlowMarks = 10000;
  int marks = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '\n') marks = 0;
    if ((c == '[' || c == ']' || c == '{' || c == '}' || c == ',') && ++marks > kMostFlowMarks) return i;
  }
  return std::string_view::npos;
}

}  // namespace

std::optional<Tree> parse_yaml(std::uint32_t file, std::uint32_t begin, std::uint32_t end, Reading& in) try {
  const std::string_view text = std::string_view(in.sources().at(file).text).substr(begin, end - begin);
  if (const std::size_t crowded = crowded_line(text); crowded != std::string_view::npos) {
    const auto at = begin + static_cast<std::uint32_t>(crowded);
    in.error("yaml-too-large", {file, at, at + 1}, "more than 10000 brackets and commas on one line",
             "break the line");
    return std::nullopt;
  }
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
      in.error("invalid-yaml", second.root_place(), "a second YAML document after '---' in one file",
               "write one document a file");
      return std::nullopt;
    }
  } catch (const Stop& stop) {
    const auto at = begin + static_cast<std::uint32_t>(stop.at);
    in.error(stop.code, {file, at, std::min(end, at + 1)}, stop.message, stop.hint);
    return std::nullopt;
  } catch (const YAML::Exception& e) {
    report_invalid(e, file, begin, end, builder.innermost(), in);
    return std::nullopt;
  }
  return builder.take();
} catch (const std::exception& e) {  // yaml-cpp meets what it did not expect; the file is to blame
  in.error("invalid-yaml", {file, begin, begin}, std::string("this is not valid YAML: ") + e.what());
  return std::nullopt;
}

std::optional<Tree> parse_yaml(std::uint32_t file, Reading& in) {
  return parse_yaml(file, 0, static_cast<std::uint32_t>(in.sources().at(file).text.size()), in);
}

}  // namespace banxin
