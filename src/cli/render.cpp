// banxin render: an edition to PDF, PNG, SVG or the JSON dump.
#include "render/render.h"

#include <algorithm>
#include <atomic>
#include <cstdio>
#include <filesystem>
#include <string>
#include <vector>

#include "base/side_by_side.h"
#include "cli/changes.h"
#include "cli/commands.h"
#include "cli/make_edition.h"
#include "cli/output_file.h"
#include "cli/own_inputs.h"
#include "cli/page_list.h"
#include "cli/render_files.h"
#include "press/marks.h"
#include "press/preflight_edition.h"

namespace banxin {

namespace {

std::optional<Format> format_named(std::string_view name) {
  if (name == "pdf") return Format::kPdf;
  if (name == "png") return Format::kPng;
  if (name == "svg") return Format::kSvg;
  if (name == "json") return Format::kJson;
  return std::nullopt;
}

}  // namespace

std::optional<Format> format_of(const RenderCommand& command) {
  if (!command.format.empty()) return format_named(command.format);
  const std::string ending = std::filesystem::path(command.out).extension().string();
  return ending.empty() ? std::nullopt : format_named(std::string_view(ending).substr(1));
}

std::optional<std::string> produce(Format format, const PlacedEdition& edition, const FontSet& fonts,
                                   const RenderOptions& options, const std::optional<Press>& press,
                                   Diagnostics& diags) {
  switch (format) {
    case Format::kPdf:
      return make_pdf(edition, fonts, options, press, diags);
    case Format::kPng:
      return render_png(edition, fonts, options, diags);
    case Format::kSvg:
      return render_svg(edition, fonts, options, diags);
    case Format::kJson:
      break;
  }
  return dump(edition, fonts.catalogue(), options.pages);
}

namespace {

/// Pictures share their fonts, and with them the glyphs that were drawn once. Null when an error was
/// reported.
std::shared_ptr<Faces> faces_of(const std::vector<RenderJob>& jobs, const PlacedEdition& edition,
                                const FontSet& fonts, Diagnostics& diags) {
  std::vector<const PlacedPage*> pages;
  for (const RenderJob& job : jobs) {
    for (const std::size_t page : job.options.pages) pages.push_back(&edition.pages[page]);
  }
  return faces_to_draw(pages, fonts, diags);
}

/// Makes the files side by side; findings come out in the order of the jobs.
/// `edition` is not to be drawn any more.
void run_jobs(const std::vector<RenderJob>& jobs, Format format, PlacedEdition& edition, const FontSet& fonts,
              const std::optional<Press>& press, unsigned threads, Context& context) {
  std::vector<Diagnostics> findings(jobs.size());
  std::vector<std::string> failures(jobs.size());
  std::atomic<std::size_t> done{0};
  std::shared_ptr<Faces> faces;
  if (format == Format::kPng && jobs.size() > 1) {
    faces = faces_of(jobs, edition, fonts, context.diags);
    if (!faces) return;
  }
  const unsigned a_file = std::max(1u, threads / std::max(1u, static_cast<unsigned>(jobs.size())));
  side_by_side(jobs.size(), threads, [&](std::size_t i) {
    RenderOptions options = jobs[i].options;
    options.threads = a_file;
    options.faces = faces;
    const bool only = format == Format::kPdf && jobs.size() == 1;
    const auto bytes = only ? make_only_pdf(edition, fonts, options, press, findings[i])
                            : produce(format, edition, fonts, options, press, findings[i]);
    if (bytes) failures[i] = write_whole(jobs[i].target, *bytes);
    show_progress(++done, jobs.size());
  });

  for (const Diagnostics& d : findings) context.diags.append(d);
  for (const std::string& failure : failures) {
    if (failure.empty()) continue;
    std::fprintf(stderr, "banxin: %s\n", failure.c_str());
    context.fail(Exit::kMachine);
  }
}

}  // namespace

std::optional<std::vector<std::size_t>> chosen_pages(const RenderCommand& command,
                                                     const PlacedEdition& edition) {
  std::vector<NumberedPage> numbers;
  for (const PlacedPage& page : edition.pages) numbers.emplace_back(page);
  const PageChoice choice = choose_pages(command.pages, numbers);
  if (!choice.error.empty()) {
    std::fprintf(stderr, "banxin: %s\n", choice.error.c_str());
    return std::nullopt;
  }
  return choice.indexes;
}

std::optional<std::vector<RenderJob>> plan_files(const RenderCommand& command, Format format,
                                                 const PlacedEdition& edition) {
  RenderOptions options;
  options.ppi = command.ppi;
  options.creation_time = creation_time(edition);
  const std::optional<std::vector<std::size_t>> chosen = chosen_pages(command, edition);
  if (!chosen) return std::nullopt;
  options.pages = *chosen;
  const bool one_page_a_file = format == Format::kPng || format == Format::kSvg;
  const bool split = command.split || command.out.find("{page}") != std::string::npos ||
                     (one_page_a_file && options.pages.size() > 1);
  if (!split) return std::vector<RenderJob>{{command.out, options}};
  std::vector<RenderJob> jobs;
  for (const std::size_t index : *chosen) {
    jobs.push_back({target_for(command.out, edition.pages[index].number), options});
    jobs.back().options.pages = {index};
  }
  return jobs;
}

namespace {

/// Tells what an overlay changes, and leaves only that to `jobs` where the command asks for it.
void tell_changes(const RenderCommand& command, const PageChanges& changes, std::vector<RenderJob>& jobs,
                  Context& context) {
  if (!command.changes.empty()) {
    const std::string failure = write_whole(command.changes, changes.text);
    if (!failure.empty()) {
      std::fprintf(stderr, "banxin: %s\n", failure.c_str());
      context.fail(Exit::kMachine);
    }
  } else if (command.out != "-") {
    std::fputs(changes.text.c_str(), stdout);
  }
  if (!command.changed) return;
  for (RenderJob& job : jobs) {
    std::erase_if(job.options.pages, [&](std::size_t page) {
      return std::find(changes.different.begin(), changes.different.end(), page) == changes.different.end();
    });
  }
  std::erase_if(jobs, [](const RenderJob& job) { return job.options.pages.empty(); });
}

/// The words of --explain for the chosen pages; nullopt when there are no such pages, which is said.
std::optional<std::string> explanation_of(const RenderCommand& command, const PlacedEdition& edition) {
  const std::optional<std::vector<std::size_t>> chosen = chosen_pages(command, edition);
  if (!chosen) return std::nullopt;
  std::string out;
  for (const std::size_t index : *chosen) {
    out += "page " + edition.pages[index].numbers() + "\n" + edition.pages[index].explanation;
  }
  return out;
}

/// To OUT when that is a text, else to standard output beside the pages.
void write_explanation(const RenderCommand& command, const PlacedEdition& edition, Context& context) {
  const std::optional<std::string> words = explanation_of(command, edition);
  if (!words) return context.fail(Exit::kUsage);
  const std::string failure =
      write_whole(command.only_words() && !command.out.empty() ? command.out : "-", *words);
  if (failure.empty()) return;
  std::fprintf(stderr, "banxin: %s\n", failure.c_str());
  context.fail(Exit::kMachine);
}

bool writes_over(const RenderCommand& command, const Document& document, const Context& context) {
  std::vector<std::string> targets = all_targets(command.out, document);
  targets.push_back(command.changes);
  return is_own_input(targets, context.sources, document);
}

}  // namespace

void run_render(const RenderCommand& command, Context& context) {
  const std::optional<Format> format = format_of(command);
  if (command.out.empty() && !command.only_words()) {
    std::fprintf(stderr, "banxin: where to? give -o OUT\n");
    return context.fail(Exit::kUsage);
  }
  if (!format && !command.only_words()) {
    std::fprintf(stderr, "banxin: what format is '%s'? give --format pdf, png, svg or json\n",
                 command.out.c_str());
    return context.fail(Exit::kUsage);
  }
  if (command.explain && command.out == "-") {
    std::fprintf(stderr, "banxin: --explain writes to standard output: give -o a file\n");
    return context.fail(Exit::kUsage);
  }
  if (command.press != "none" && format != Format::kPdf) {
    std::fprintf(stderr, "banxin: --press makes PDF only\n");
    return context.fail(Exit::kUsage);
  }
  const std::optional<FontSet> fonts = open_fonts(context);
  const std::optional<Press> press = open_press(command.press, command.output_icc, context);
  if (!report(context)) return;
  const unsigned threads = threads_for(command.jobs);
  std::optional<MadeEdition> made =
      make_edition(command.edition, *fonts, context.sources, context.diags,
                   {.explain = command.explain ? Explain::kYes : Explain::kNo, .threads = threads});
  add_font_findings(*fonts, context);
  if (made && writes_over(command, made->document, context)) return context.fail(Exit::kUsage);
  if (made && command.explain) write_explanation(command, made->placed, context);
  if (context.exit == Exit::kUsage || !report(context)) return;  // a page with errors is not written
  if (command.only_words()) return;
  if (press) {
    report_for_press(made->document, made->placed, press->profile, context.diags);
    if (!report(context)) return;
  }
  const std::optional<PageChanges> changes = changes_against_base(*made, *fonts, context);
  if (press) add_marks(made->placed, *fonts, press->profile);
  std::optional<std::vector<RenderJob>> jobs = plan_files(command, *format, made->placed);
  if (!jobs) return context.fail(Exit::kUsage);
  if (changes) tell_changes(command, *changes, *jobs, context);
  made->document = {};  // nothing asks for it any more, and it would stand in memory beside the file
  run_jobs(*jobs, *format, made->placed, *fonts, press, threads, context);
  report(context);
}

}  // namespace banxin
