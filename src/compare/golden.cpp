#include "compare/golden.h"

#include <algorithm>
#include <map>
#include <variant>

#include "base/json.h"
#include "base/json_value.h"

namespace banxin {

namespace {

struct Part {
  const char* key;   ///< in the file
  const char* name;  ///< to people
  GoldenLock::List GoldenLock::*list;
};

constexpr Part kParts[] = {
    {"content", "content", &GoldenLock::content}, {"photos", "photo", &GoldenLock::photos},
    {"artwork", "artwork", &GoldenLock::artwork}, {"layout", "layout", &GoldenLock::layout},
    {"fonts", "font", &GoldenLock::fonts},        {"engine", "engine", &GoldenLock::engine}};

/// Versions are worth saying, digests are not.
bool is_version(const Part& part) {
  return std::string_view(part.key) == "fonts" || std::string_view(part.key) == "engine";
}

void compare_lists(const Part& part, const GoldenLock::List& before, const GoldenLock::List& after,
                   std::vector<std::string>& out) {
  const std::map<std::string, std::string> was(before.begin(), before.end()), is(after.begin(), after.end());
  const std::string start = std::string(part.name);
  for (const auto& [name, value] : before) {
    const auto now = is.find(name);
    if (now == is.end()) {
      out.push_back(start + " gone: " + name);
    } else if (now->second != value) {
      out.push_back(start + " changed: " + name +
                    (is_version(part) ? " " + value + " → " + now->second : ""));
    }
  }
  for (const auto& [name, value] : after) {
    if (was.find(name) == was.end())
      out.push_back(start + " new: " + name + (is_version(part) ? " " + value : ""));
  }
}

/// Keeps what stands on one page and counts it anew.
class PageCutter {
 public:
  PageCutter(const PlacedEdition& edition, std::size_t page) : all_(edition), out_(edition) {
    out_.pages = {edition.pages[page]};
  }

  PlacedEdition cut() {
    nodes();
    photos();
    stories();
    return std::move(out_);
  }

 private:
  void nodes() {
    std::vector<bool> used(all_.structure.size());
    if (!used.empty()) used[0] = true;
    for (const DrawItem& item : out_.pages[0].items) {
      std::visit([&](const auto& any) { use(any.node, used); }, item);
    }
    std::vector<NodeId> number(used.size(), kArtifact);
    out_.structure.clear();
    for (std::size_t i = 0; i < used.size(); ++i) {
      if (!used[i]) continue;
      number[i] = static_cast<NodeId>(out_.structure.size());
      StructureNode node = all_.structure[i];
      if (node.parent != kArtifact) node.parent = number[node.parent];
      out_.structure.push_back(std::move(node));
    }
    for (DrawItem& item : out_.pages[0].items) {
      std::visit([&](auto& any) { any.node = any.node < number.size() ? number[any.node] : kArtifact; },
                 item);
    }
  }
  void use(NodeId node, std::vector<bool>& used) const {
    for (; node < used.size() && !used[node]; node = all_.structure[node].parent) used[node] = true;
  }

  void photos() {
    std::map<std::uint32_t, std::uint32_t> number;
    out_.images.clear();
    for (DrawItem& item : out_.pages[0].items) {
      auto* image = std::get_if<DrawImage>(&item);
      if (image == nullptr || image->image >= all_.images.size()) continue;
      const auto [known, fresh] =
          number.try_emplace(image->image, static_cast<std::uint32_t>(out_.images.size()));
      if (fresh) out_.images.push_back(all_.images[image->image]);
      image->image = known->second;
    }
  }

  void stories() {
    std::map<std::size_t, std::size_t> number;
    for (FrameFit& fit : out_.pages[0].fits) {
      if (fit.bound) fit.article = number.try_emplace(fit.article, number.size()).first->second;
    }
  }

  const PlacedEdition& all_;
  PlacedEdition out_;
};

}  // namespace

std::string write_lock(const GoldenLock& lock) {
  JsonWriter json;
  json.begin_object().line().member("banxin_lock", 1);
  if (lock.ppi > 0) json.line().member("ppi", lock.ppi);
  for (const Part& part : kParts) {
    const bool artwork = part.list == &GoldenLock::artwork;  // a lock of pages without any says nothing of it
    if (artwork && lock.artwork.empty()) continue;
    json.line().key(part.key).begin_object();
    for (const auto& [name, value] : lock.*part.list) json.line().member(name, value);
    json.line().end_object();
  }
  json.line().end_object();
  return json.text() + "\n";
}

std::optional<GoldenLock> read_lock(std::string_view text, std::string& problem) {
  const std::optional<JsonValue> root = read_json(text, problem);
  if (!root) return std::nullopt;
  if (root->find("banxin_lock") == nullptr) {
    problem = "it is no lock: 'banxin_lock' is missing";
    return std::nullopt;
  }
  GoldenLock lock;
  const JsonValue* ppi = root->find("ppi");
  if (ppi != nullptr && ppi->number() != nullptr && *ppi->number() >= 18 && *ppi->number() <= 1200) {
    lock.ppi = static_cast<int>(*ppi->number());
  }
  for (const Part& part : kParts) {
    const JsonValue* list = root->find(part.key);
    if (list == nullptr || list->object() == nullptr) continue;
    for (const JsonMember& member : *list->object()) {
      if (member.value.string() != nullptr)
        (lock.*part.list).emplace_back(member.name, *member.value.string());
    }
  }
  return lock;
}

std::vector<std::string> what_changed(const GoldenLock& before, const GoldenLock& after) {
  std::vector<std::string> out;
  for (const Part& part : kParts) compare_lists(part, before.*part.list, after.*part.list, out);
  return out;
}

PlacedEdition single_page(const PlacedEdition& edition, std::size_t page) {
  return PageCutter(edition, page).cut();
}

}  // namespace banxin
