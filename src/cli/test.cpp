// banxin test: the approved pages of a folder of editions, held against what is made now.
#include <algorithm>
#include <atomic>
#include <cstdio>
#include <utility>

#include "base/file_bytes.h"
#include "base/side_by_side.h"
#include "cli/commands.h"
#include "cli/golden_files.h"
#include "cli/visual.h"
#include "compare/report.h"
#include "compare/write_changes.h"
#include "render/png_codec.h"

namespace banxin {

namespace {

namespace fs = std::filesystem;

enum class Outcome { kSame, kChanged, kMissing, kBroken };

/// What became of one edition.
struct Tested {
  fs::path edition;
  Outcome outcome = Outcome::kBroken;
  std::string problem;
  std::vector<std::string> why;
  std::size_t pages = 0;
  Side before, after;
  Comparison comparison;
  std::vector<ReportPage> pictures;
  GoldenFiles golden;  ///< as it would be now
  Sources sources;
  Diagnostics diags;
};

/// A file with the key `pages:` is an edition; layouts and catalogues have none. One in UTF-16 or with a byte
/// order mark is one too: that it cannot be read is for the desk to hear.
bool is_edition(const fs::path& file) {
  if (file.extension() != ".yaml" && file.extension() != ".yml") return false;
  std::string text;
  if (!read_file_bytes(file.string(), text).empty()) return false;
  if (text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF")) std::erase(text, '\0'), text.erase(0, 2);
  if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
  std::replace(text.begin(), text.end(), '\r', '\n');
  return text.starts_with("pages:") || text.find("\npages:") != std::string::npos;
}

std::vector<fs::path> editions_in(const std::string& name, Context& context) {
  std::error_code error;
  if (fs::is_regular_file(name, error)) return {name};
  std::vector<fs::path> found, goldens;
  fs::recursive_directory_iterator at(name, fs::directory_options::skip_permission_denied, error), end;
  if (error) context.diags.error("not-found", {}, "cannot read '" + name + "': " + error.message());
  while (!error && at != end) {
    const fs::path path = at->path();
    std::error_code ignored;
    if (at->is_directory(ignored)) {
      const bool hidden = path.filename().string().rfind('.', 0) == 0, golden = path.extension() == ".golden";
      if (golden && fs::exists(path / "banxin.lock", ignored)) goldens.push_back(path.lexically_normal());
      if (hidden || golden) at.disable_recursion_pending();
    } else if (is_edition(path)) {
      found.push_back(path.lexically_normal());
    }
    at.increment(error);
  }
  // Approved pages whose edition is gone, or is none any more, are not passed over.
  for (const fs::path& golden : goldens) {
    const fs::path edition = fs::path(golden).replace_extension(".yaml");
    const fs::path other = fs::path(golden).replace_extension(".yml");
    if (std::find(found.begin(), found.end(), edition) == found.end() &&
        std::find(found.begin(), found.end(), other) == found.end())
      found.push_back(edition);
  }
  std::sort(found.begin(), found.end());
  return found;
}

/// The pages of several dumps as one scene: each brings its own tree.
std::optional<Scene> join_dumps(const std::map<std::string, std::string>& pages, std::string& problem) {
  Scene all;
  for (const auto& [name, text] : pages) {
    std::optional<Scene> one = read_dump(text, problem);
    if (!one) {
      problem = name + ".json cannot be read: " + problem;
      return std::nullopt;
    }
    const std::size_t first = all.nodes.size();
    for (SceneNode& node : one->nodes) {
      if (node.parent != kNoNode) node.parent += first;
      all.nodes.push_back(std::move(node));
    }
    for (ScenePage& page : one->pages) {
      for (SceneItem& item : page.items) {
        if (item.node != kNoNode) item.node += first;
      }
      all.pages.push_back(std::move(page));
    }
    all.facts.merge(one->facts), all.photos.merge(one->photos);
  }
  std::stable_sort(all.pages.begin(), all.pages.end(),
                   [](const ScenePage& a, const ScenePage& b) { return a.number < b.number; });
  return all;
}

/// Pages that were never approved, or whose dump somebody has removed: which, the pages themselves say.
void say_missing_pages(const GoldenFiles& approved, Tested& tested) {
  for (const auto& [name, text] : tested.golden.pages) {
    const bool is_new = tested.why.size() > 0;  // the edition has become longer
    if (is_new || approved.pages.contains(name)) continue;
    tested.why.push_back(name + ".json is not among the approved pages");
    return;
  }
}

/// The approved pictures, pixel by pixel.
void compare_pictures(const GoldenFiles& approved, Fuzz fuzz, Tested& tested) {
  for (const PagePair& pages : pair_pages(tested.before.scene, tested.after.scene)) {
    if (pages.old_page == kNoNode || pages.new_page == kNoNode) continue;
    const std::string name = "page-" + std::to_string(tested.after.scene.pages[pages.new_page].number);
    const auto was = approved.pictures.find(name);
    const auto is = std::as_const(tested.golden.pictures).find(name);
    if (was == approved.pictures.end() || is == tested.golden.pictures.end() || was->second == is->second)
      continue;
    Raster old_raster, new_raster;
    std::string problem;
    if (!decode_png(was->second, old_raster, problem) || !decode_png(is->second, new_raster, problem)) {
      tested.problem = name + ".png: " + problem;
      continue;
    }
    compare_pixels(tested.after.scene, pages, old_raster, new_raster, fuzz, tested.comparison);
  }
}

/// A photo or artwork whose file is another looks different, wherever the dump has it.
void compare_files(const char* kind, GoldenLock::List GoldenLock::*list, const GoldenLock& before,
                   const GoldenLock& after, Comparison& comparison) {
  GoldenLock was, is;
  was.*list = before.*list, is.*list = after.*list;
  for (const std::string& what : what_changed(was, is)) {
    Change change;
    change.layer = Layer::kGeometry, change.kind = kind, change.where = "the edition", change.message = what;
    comparison.changes.push_back(std::move(change));
  }
}

class Tester {
 public:
  Tester(const TestCommand& command, Fuzz fuzz, const FontSet& fonts)
      : command_(command), fuzz_(fuzz), fonts_(fonts) {}

  void test(Tested& tested) const {
    std::optional<MadeEdition> made = make_edition(tested.edition, fonts_, tested.sources, tested.diags);
    if (!made || tested.diags.has_errors()) return;
    tested.pages = made->placed.pages.size();
    std::string problem;
    const std::optional<GoldenFiles> approved = read_golden(golden_folder(tested.edition), problem);
    const int kept = approved ? approved->lock.ppi : 0;
    tested.golden = make_golden(tested.edition, *made, tested.sources, fonts_,
                                command_.ppi >= 0 ? command_.ppi : kept, tested.diags);
    tested.after.photos = tested.before.photos = photos_by_name(made->placed);
    tested.after.artworks = tested.before.artworks = made->placed.artworks;
    tested.after.name = tested.edition.generic_string(), tested.before.name = "approved";
    if (approved) return compare(*approved, tested);
    tested.outcome = problem.empty() ? Outcome::kMissing : Outcome::kBroken;
    tested.problem = problem;
  }

 private:
  void compare(const GoldenFiles& approved, Tested& tested) const {
    tested.why = what_changed(approved.lock, tested.golden.lock);
    say_missing_pages(approved, tested);
    const bool same_files = approved.lock.photos == tested.golden.lock.photos &&
                            approved.lock.artwork == tested.golden.lock.artwork;
    if (approved.pages == tested.golden.pages && approved.pictures == tested.golden.pictures && same_files) {
      tested.outcome = Outcome::kSame;
      return;
    }
    std::optional<Scene> before = join_dumps(approved.pages, tested.problem);
    if (!before) return;
    std::optional<Scene> after = join_dumps(tested.golden.pages, tested.problem);
    if (!after) return;
    tested.before.kind = tested.after.kind = Side::Kind::kDump;
    tested.before.scene = std::move(*before), tested.after.scene = std::move(*after);
    if (approved.pages != tested.golden.pages) {
      tested.comparison = compare_scenes(tested.before.scene, tested.after.scene);
    }
    const GoldenLock &was = approved.lock, &is = tested.golden.lock;
    compare_files("photo-changed", &GoldenLock::photos, was, is, tested.comparison);
    compare_files("artwork-changed", &GoldenLock::artwork, was, is, tested.comparison);
    compare_pictures(approved, fuzz_, tested);
    tested.outcome = tested.comparison.same() ? Outcome::kSame : Outcome::kChanged;
  }

  const TestCommand& command_;
  Fuzz fuzz_;
  const FontSet& fonts_;
};

void run_all(std::vector<Tested>& all, const Tester& tester, unsigned jobs) {
  std::atomic<std::size_t> done{0};
  side_by_side(all.size(), threads_for(jobs), [&](std::size_t i) {
    tester.test(all[i]);
    show_progress(++done, all.size());
  });
}

std::string indented(const std::string& text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    out += "  " + text.substr(at, end - at) + "\n";
    at = end + 1;
  }
  return out;
}

constexpr const char* kUnexplained =
    "banxin itself sets the same copy otherwise, or an approved page was changed by hand";

/// Why, in one line each; when nothing that goes in has changed, it is the program.
std::string reasons(const Tested& tested) {
  std::string out;
  for (const std::string& reason : tested.why) out += "  because: " + reason + "\n";
  return out.empty() ? std::string("  because: ") + kUnexplained + "\n" : out;
}

void print_outcome(const Tested& tested, bool update) {
  const std::string name = tested.edition.generic_string();
  std::string out;
  switch (tested.outcome) {
    case Outcome::kSame:
      if (tested.why.empty()) return;
      out = "same     " + name + ", but made with something else:\n";
      for (const std::string& reason : tested.why) out += "  " + reason + "\n";
      break;
    case Outcome::kChanged:
      out = "changed  " + name + "\n" + reasons(tested) + indented(changes_for_people(tested.comparison));
      break;
    case Outcome::kMissing:
      out = "missing  " + name + " has no approved pages" +
            (update ? " yet\n" : "; look at them, then: banxin test --update " + name + "\n");
      break;
    case Outcome::kBroken:
      out = "broken   " + name + (tested.problem.empty() ? "\n" : ": " + tested.problem + "\n");
      break;
  }
  std::fwrite(out.data(), 1, out.size(), stdout);
}

void approve(Tested& tested, Context& context) {
  if (tested.outcome == Outcome::kBroken && tested.golden.pages.empty()) return;
  if (tested.outcome == Outcome::kSame && tested.why.empty() && tested.comparison.pixels.empty()) return;
  const std::string failure = write_golden(golden_folder(tested.edition), tested.golden);
  if (failure.empty()) {
    std::printf("approved %s: %zu %s\n", tested.edition.generic_string().c_str(), tested.pages,
                tested.pages == 1 ? "page" : "pages");
    tested.outcome = Outcome::kSame;
    return;
  }
  std::fprintf(stderr, "banxin: %s\n", failure.c_str());
  context.fail(Exit::kMachine);
}

void write_test_report(std::vector<Tested>& all, const TestCommand& command, LazyFonts& fonts,
                       Context& context) {
  std::vector<ReportPart> parts;
  for (Tested& tested : all) {
    if (tested.outcome != Outcome::kChanged) continue;
    tested.pictures =
        compare_pages(tested.before, tested.after, {96, {255, static_cast<std::size_t>(-1)}, true, true},
                      tested.comparison, fonts, context);
    std::vector<std::string> why = tested.why;
    if (why.empty()) why.emplace_back(kUnexplained);
    parts.push_back({{tested.before.name, tested.after.name},
                     &tested.before.scene,
                     &tested.after.scene,
                     &tested.comparison,
                     tested.pictures,
                     why});
  }
  if (!parts.empty()) write_report(command.report, html_report("banxin test", parts), context);
}

void summary(const std::vector<Tested>& all, Context& context) {
  std::size_t counts[4] = {}, pages = 0;
  for (const Tested& tested : all) ++counts[static_cast<std::size_t>(tested.outcome)], pages += tested.pages;
  std::string line = std::to_string(all.size()) + (all.size() == 1 ? " edition, " : " editions, ") +
                     std::to_string(pages) + (pages == 1 ? " page: " : " pages: ") +
                     std::to_string(counts[0]) + " the same";
  const char* names[] = {"", "changed", "without approved pages", "broken"};
  for (std::size_t i = 1; i < 4; ++i) {
    if (counts[i] > 0) line += ", " + std::to_string(counts[i]) + " " + names[i];
  }
  std::printf("%s\n", line.c_str());
  if (counts[static_cast<std::size_t>(Outcome::kChanged)] > 0)
    std::printf("when it is as it should be: banxin test --update\n");
  if (counts[0] != all.size() && context.exit == Exit::kOk) context.fail(Exit::kInputErrors);
}

}  // namespace

void run_test(const TestCommand& command, Context& context) {
  const std::optional<Fuzz> fuzz = parse_fuzz(command.fuzz);
  if (!fuzz) {
    std::fprintf(stderr, "banxin: --fuzz is two numbers, LEVEL,PIXELS: 2,100\n");
    return context.fail(Exit::kUsage);
  }
  std::vector<fs::path> editions;
  for (const std::string& folder : command.folders) {
    const std::vector<fs::path> found = editions_in(folder, context);
    editions.insert(editions.end(), found.begin(), found.end());
  }
  LazyFonts fonts(context);
  const FontSet* set = fonts.get();
  if (!report(context) || set == nullptr) return;
  if (editions.empty()) {
    std::fprintf(stderr, "banxin: no edition found: a YAML file with the key 'pages'\n");
    return context.fail(Exit::kUsage);
  }
  std::vector<Tested> all(editions.size());
  for (std::size_t i = 0; i < editions.size(); ++i) all[i].edition = editions[i];
  run_all(all, Tester(command, *fuzz, *set), command.jobs);
  for (Tested& tested : all) {
    Context one;
    one.diagnostics_format = context.diagnostics_format;
    std::swap(one.sources, tested.sources), std::swap(one.diags, tested.diags);
    report(one);
    print_outcome(tested, command.update);
  }
  if (!command.report.empty()) write_test_report(all, command, fonts, context);
  for (Tested& tested : all) {
    if (command.update) approve(tested, context);
  }
  summary(all, context);
}

}  // namespace banxin
