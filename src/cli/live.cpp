#include "cli/live.h"

#include <csignal>
#include <cstdio>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <utility>

#include "base/file_stamp.h"
#include "cli/make_edition.h"
#include "cli/press.h"
#include "cli/review.h"
#include "preview/follow.h"
#include "preview/server.h"
#include "read/read.h"

namespace banxin {

namespace {

namespace fs = std::filesystem;

/// Keeps the fonts open as long as their files are the same.
class LiveFonts {
 public:
  explicit LiveFonts(std::string catalogue) : catalogue_(std::move(catalogue)) {}

  std::shared_ptr<const FontSet> open(Sources& sources, Diagnostics& diags) {
    if (!fonts_ || stamps() != stamps_) open();
    // The first of all sources, so that places in the catalogue are those of each edition.
    for (std::uint32_t i = 0; i < context_.sources.size(); ++i)
      sources.add(context_.sources.at(i).path, context_.sources.at(i).text);
    diags.append(context_.diags);
    return fonts_;
  }

 private:
  void open() {
    context_ = {};
    context_.fonts = catalogue_;
    std::optional<FontSet> opened = open_fonts(context_);
    fonts_ = opened ? std::make_shared<const FontSet>(std::move(*opened)) : nullptr;
    stamps_ = stamps();
  }

  std::map<fs::path, FileStamp> stamps() const {
    std::map<fs::path, FileStamp> out;
    if (!catalogue_.empty()) out[catalogue_] = stamp_of(catalogue_);
    for (std::size_t i = 0; fonts_ && i < fonts_->catalogue().faces.size(); ++i) {
      const fs::path path = fonts_->path(static_cast<FaceId>(i));
      if (!path.empty()) out[path] = stamp_of(path);
    }
    return out;
  }

  std::string catalogue_;
  Context context_;  // of opening them: the catalogue's text, and what is wrong with it
  std::shared_ptr<const FontSet> fonts_;
  std::map<fs::path, FileStamp> stamps_;
};

/// Makes the edition, or the layout full of sample copy, anew with each call.
MakeLive live_maker(const std::string& file, const Context& context, PageCache pages) {
  auto fonts = std::make_shared<LiveFonts>(context.fonts);
  auto cache = std::make_shared<PageCache>(std::move(pages));
  auto artwork = std::make_shared<ArtworkSizes>();
  return [file, fonts, cache, artwork] {
    auto live = std::make_shared<LiveEdition>();
    auto sources = std::make_shared<Sources>();
    live->fonts = fonts->open(*sources, live->diags);
    live->sources = sources;
    if (live->fonts) make_live_edition(file, sources, *artwork, *cache, *live);
    if (live->fonts) live->fonts->report(live->diags);  // they are opened when a page asks for them
    return live;
  };
}

Watcher* watcher_to_stop = nullptr;

extern "C" void stop_following(int) {
  if (watcher_to_stop != nullptr) watcher_to_stop->stop();
}

/// Ctrl-C ends the waiting, and the program ends as it should.
class StopOnSignal {
 public:
  explicit StopOnSignal(Watcher& watcher) {
    watcher_to_stop = &watcher;
    struct sigaction action {};
    action.sa_handler = stop_following;
    sigaction(SIGINT, &action, &before_int_);
    sigaction(SIGTERM, &action, &before_term_);
  }
  ~StopOnSignal() {
    sigaction(SIGINT, &before_int_, nullptr);
    sigaction(SIGTERM, &before_term_, nullptr);
    watcher_to_stop = nullptr;
  }
  StopOnSignal(const StopOnSignal&) = delete;
  StopOnSignal& operator=(const StopOnSignal&) = delete;

 private:
  struct sigaction before_int_ {
  }, before_term_{};
};

}  // namespace

void follow_until_stopped(const std::string& file, const Context& context, PageCache cache,
                          const std::function<void(std::shared_ptr<const LiveEdition>)>& show) {
  Watcher watcher;
  const StopOnSignal stop(watcher);
  FollowOptions options;
  options.edition = file;
  if (!context.fonts.empty()) options.more.emplace_back(context.fonts);
  follow(options, live_maker(file, context, std::move(cache)), show, watcher);
}

void report_live(const LiveEdition& edition, const Context& context) {
  report_live(edition.diags, edition, context);
}

void report_live(const Diagnostics& findings, const LiveEdition& edition, const Context& context) {
  for (const Diagnostic& d : findings.all()) {
    const std::string text =
        context.diagnostics_format == "json" ? render_json(d, *edition.sources) : render(d, *edition.sources);
    std::fwrite(text.data(), 1, text.size(), stderr);
  }
}

void serve_preview(const std::string& file, const std::string& address, const std::string& press,
                   Context& context) {
  std::optional<Gate> gate = parse_address(address);
  if (!gate) {
    std::fprintf(stderr, "banxin: '%s' is no address: write a port, or HOST:PORT\n", address.c_str());
    return context.fail(Exit::kUsage);
  }
  if (!is_loopback(gate->host)) gate->token = random_token();
  std::optional<PressProfile> profile;
  if (press != "none") profile = open_press_profile(press, context);
  if (!report(context) || context.diags.has_errors()) return;
  PreviewServer server;
  std::string problem;
  if (!server.start(*gate, problem)) {
    std::fprintf(stderr, "banxin: %s\n", problem.c_str());
    return context.fail(Exit::kMachine);
  }
  std::printf("%s\n", server.url().c_str());
  std::fflush(stdout);
  const bool layout = looks_like_layout(file);
  Reviewer reviewer(std::move(profile), [&](const Reviewer::Edition& edition, Review review) {
    report_live(review.lint, *edition, context);
    server.review(edition, std::move(review));
  });
  follow_until_stopped(file, context, PageCache(Missing::kPlaceholder),
                       [&](const Reviewer::Edition& edition) {
                         server.show(edition);
                         report_live(*edition, context);
                         if (!layout && edition->document)
                           reviewer.look_at(edition);  // nobody edits sample copy
                       });
  server.stop();
}

}  // namespace banxin
