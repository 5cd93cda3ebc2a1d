// banxin watch: writes an edition again whenever one of its files changes, and of it only what is another.
#include <chrono>
#include <cstdio>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cli/commands.h"
#include "cli/live.h"
#include "cli/output_file.h"
#include "cli/own_inputs.h"
#include "cli/render_files.h"

namespace banxin {

namespace {

/// Writes what is new of each edition that it is shown.
class Writing {
 public:
  Writing(const RenderCommand& command, Format format, const Context& context)
      : command_(command), format_(format), context_(context) {}

  void show(const LiveEdition& edition) {
    const auto start = std::chrono::steady_clock::now();
    report_live(edition, context_);
    if (!edition.document || edition.diags.has_errors()) return;  // a page with errors is not written
    const std::vector<std::string> targets = all_targets(command_.out, *edition.document);
    if (is_own_input(targets, *edition.sources, *edition.document)) return;
    const std::optional<std::vector<RenderJob>> jobs =
        plan_files(command_, format_, outline_of(*edition.document));
    if (!jobs) return;
    whole_.reset();
    if (fonts_ != edition.fonts) {
      fonts_ = edition.fonts;
      faces_.clear();
    }
    int written = 0;
    for (const RenderJob& job : *jobs) written += static_cast<int>(write(job, edition));
    const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - start;
    std::fprintf(stderr, "banxin: %d of %zu files written in %.0f ms\n", written, jobs->size(), took.count());
  }

 private:
  /// As much of the placed edition as names of files need.
  static PlacedEdition outline_of(const Document& document) {
    PlacedEdition outline;
    outline.date = document.edition.date;
    for (const PageSpec& page : document.edition.pages) outline.pages.emplace_back().number = page.number;
    return outline;
  }

  /// Of everything that goes into the file.
  static std::uint64_t key_of(const RenderJob& job, const LiveEdition& edition) {
    constexpr std::uint64_t kPrime = 0x100000001B3u;
    std::uint64_t key = static_cast<std::uint64_t>(job.options.creation_time) + 1;
    for (const std::size_t page : job.options.pages) key = (key ^ edition.pages[page].key) * kPrime;
    const Edition& about = edition.document->edition;
    for (const std::string& text : {about.paper.value, about.title.value, about.author.value}) {
      for (const char c : text + "\n") key = (key ^ static_cast<unsigned char>(c)) * kPrime;
    }
    return key;
  }

  /// A picture comes from the page alone. A PDF or a dump has the structure of the whole edition in it.
  std::optional<std::string> bytes_of(const RenderJob& job, const LiveEdition& edition, Diagnostics& diags) {
    const bool picture = format_ == Format::kPng || format_ == Format::kSvg;
    if (picture) {
      const LivePage& page = edition.pages[job.options.pages.front()];
      RenderOptions options = job.options;
      options.pages = {page.page};
      return produce(format_, *page.placed, *edition.fonts, options, std::nullopt, diags);
    }
    if (!whole_) whole_ = whole_edition(edition);
    RenderOptions options = job.options;
    std::shared_ptr<Faces>& faces = faces_[job.target];
    if (!faces) faces = faces_to_keep();
    options.faces = faces;
    return produce(format_, *whole_, *edition.fonts, options, std::nullopt, diags);
  }

  /// Whether it had to be written and could be.
  bool write(const RenderJob& job, const LiveEdition& edition) {
    const std::uint64_t key = key_of(job, edition);
    if (const auto known = keys_.find(job.target); known != keys_.end() && known->second == key) return false;
    Diagnostics diags;
    const std::optional<std::string> bytes = bytes_of(job, edition, diags);
    for (const Diagnostic& d : diags.all()) std::fputs(render(d, *edition.sources).c_str(), stderr);
    if (!bytes) return false;
    const std::string failure = write_whole(job.target, *bytes);
    if (!failure.empty()) std::fprintf(stderr, "banxin: %s\n", failure.c_str());
    if (failure.empty()) keys_[job.target] = key;
    return failure.empty();
  }

  const RenderCommand& command_;
  Format format_;
  const Context& context_;
  std::map<std::string, std::uint64_t> keys_;  // of the files as they were written last
  std::optional<PlacedEdition> whole_;         // of the edition that is being written, once it is asked for
  std::shared_ptr<const FontSet> fonts_;       // of the last edition
  std::map<std::string, std::shared_ptr<Faces>> faces_;  // of fonts_, by target
};

}  // namespace

void run_watch(const RenderCommand& command, Context& context) {
  const std::optional<Format> format = format_of(command);
  if (!format || command.out == "-") {
    std::fprintf(stderr, "banxin: give -o a file's name that ends in .pdf, .png, .svg or .json\n");
    return context.fail(Exit::kUsage);
  }
  Writing writing(command, *format, context);
  follow_until_stopped(command.edition, context, PageCache(),
                       [&](const std::shared_ptr<const LiveEdition>& edition) { writing.show(*edition); });
}

}  // namespace banxin
