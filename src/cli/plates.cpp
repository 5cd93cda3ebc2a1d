#include "cli/plates.h"

#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <memory>
#include <numeric>
#include <vector>

#include "base/file_bytes.h"
#include "base/json.h"
#include "base/side_by_side.h"
#include "cli/make_edition.h"
#include "cli/output_file.h"
#include "cli/page_list.h"
#include "cli/press.h"
#include "press/ink_map.h"
#include "press/marks.h"
#include "press/plate_matrix.h"
#include "press/preflight_edition.h"

namespace banxin {

namespace {

constexpr std::uintmax_t kMostPdfBytes = std::uintmax_t{2} << 30;
constexpr double kMapPpi = 100;

std::string percent(double value) { return json_number(value, 1) + " %"; }

std::unique_ptr<PlateFile> open_plates(const std::string& pdf, const std::string& file, Context& context) {
  std::string problem;
  std::unique_ptr<PlateFile> plates = PlateFile::open(pdf, problem);
  if (plates == nullptr) {
    context.diags.error("broken-file", {}, "'" + file + "' cannot be drawn: " + problem);
    report(context);
  }
  return plates;
}

/// Nothing, and an error, when the page cannot be drawn.
std::optional<PagePlates> draw_plates(const PlateFile& plates, int page, double ppi, PlateArea area,
                                      const std::string& file, Context& context) {
  PagePlates drawn = plates.draw(page, ppi, area);
  if (drawn.pixels() > 0) return drawn;
  context.diags.error("broken-file", {},
                      "page " + std::to_string(page) + " of '" + file +
                          "' cannot be drawn: " + drawn.problems.back());
  report(context);
  return std::nullopt;
}

/// One page's name in `out` where there are several.
std::string target(const std::string& out, int page, int pages) {
  const bool named = out.find("{page}") != std::string::npos;
  return named || pages > 1 ? target_for(out, page) : out;
}

void write_picture(const std::string& name, const std::string& png, Context& context) {
  const std::string failure = png.empty() ? "out of memory" : write_whole(name, png);
  if (failure.empty()) return;
  std::fprintf(stderr, "banxin: %s\n", failure.c_str());
  context.fail(Exit::kMachine);
}

}  // namespace

bool is_pdf(const std::string& file) {
  if (std::filesystem::path(file).extension() == ".pdf") return true;
  std::error_code unknown;
  if (!std::filesystem::is_regular_file(file, unknown)) return false;
  std::ifstream in(file, std::ios::binary);
  std::string head(1024, '\0');
  in.read(head.data(), static_cast<std::streamsize>(head.size()));
  return head.find("%PDF-") != head.npos;
}

std::optional<std::string> press_pdf(const std::string& file, const std::string& press_name,
                                     Context& context) {
  if (is_pdf(file)) {
    std::string bytes;
    const std::string problem = read_file_bytes(file, bytes, Readable::kFileOrPipe, kMostPdfBytes);
    if (!problem.empty()) cannot_read("'" + file + "'", problem, context);
    return report(context) ? std::optional(std::move(bytes)) : std::nullopt;
  }
  const std::optional<FontSet> fonts = open_fonts(context);
  const std::optional<Press> press = open_press(press_name, "", context);
  if (!report(context) || !fonts || !press) return std::nullopt;
  std::optional<MadeEdition> made =
      make_edition(file, *fonts, context.sources, context.diags, {.threads = threads_for(0)});
  if (!report(context) || !made) return std::nullopt;
  report_for_press(made->document, made->placed, press->profile, context.diags);
  add_marks(made->placed, *fonts, press->profile);
  RenderOptions options;
  options.creation_time = creation_time(made->placed);
  std::optional<std::string> pdf =
      report(context) ? make_pdf(made->placed, *fonts, options, press, context.diags) : std::nullopt;
  return report(context) ? std::move(pdf) : std::nullopt;
}

void show_plates(const std::string& file, const std::string& press, const std::string& pages,
                 const std::string& out, int ppi, Context& context) {
  const std::optional<std::string> pdf = press_pdf(file, press, context);
  if (!pdf) return;
  const std::unique_ptr<PlateFile> plates = open_plates(*pdf, file, context);
  if (plates == nullptr) return;
  std::vector<int> numbers(static_cast<std::size_t>(plates->pages()));
  std::iota(numbers.begin(), numbers.end(), 1);
  const PageChoice choice = choose_pages(pages, numbers);
  if (!choice.error.empty()) {
    std::fprintf(stderr, "banxin: %s\n", choice.error.c_str());
    return context.fail(Exit::kUsage);
  }
  for (const std::size_t index : choice.indexes) {
    const int page = numbers[index];
    const auto drawn = draw_plates(*plates, page, ppi, PlateArea::kSheet, file, context);
    if (!drawn) continue;
    write_picture(target(out, page, static_cast<int>(choice.indexes.size())), plates_picture(*drawn),
                  context);
    std::string said = "page " + std::to_string(page) + ", from left to right:";
    for (const PlateImage& plate : drawn->plates) {
      said += " " + plate.name + " " + percent(drawn->coverage(plate)) +
              (&plate == &drawn->plates.back() ? "\n" : ",");
    }
    std::fputs(said.c_str(), stdout);
  }
}

void write_plate_matrix(const std::string& file, const std::string& press, const std::string& against,
                        bool json, Context& context) {
  const std::optional<std::string> now = press_pdf(file, press, context);
  const std::optional<std::string> before =
      now && !against.empty() ? press_pdf(against, press, context) : std::nullopt;
  if (!now || (!against.empty() && !before)) return;
  std::string problem;
  const std::optional<PlateMatrix> matrix = plate_matrix(*now, before ? &*before : nullptr, problem);
  if (!matrix) {
    context.diags.error("broken-file", {}, "the plates cannot be drawn: " + problem);
    report(context);
    return;
  }
  std::fputs((json ? matrix_json(*matrix) : matrix_table(*matrix)).c_str(), stdout);
}

void write_heat_map(const std::string& pdf, double limit, const std::string& out, Context& context) {
  const std::unique_ptr<PlateFile> plates = open_plates(pdf, "the file", context);
  for (int page = 1; plates != nullptr && page <= plates->pages(); ++page) {
    const auto drawn = draw_plates(*plates, page, kMapPpi, PlateArea::kTrim, "the file", context);
    if (!drawn) continue;
    write_picture(target(out, page, plates->pages()), ink_heat_map(*drawn, limit), context);
    const InkLoad load = ink_load(*drawn);
    std::fprintf(stderr, "page %d: most ink in 1.5 mm: %s at %s × %s mm; in one spot: %s at %s × %s mm\n",
                 page, percent(load.square).c_str(), json_number(load.x, 1).c_str(),
                 json_number(load.y, 1).c_str(), percent(load.pixel).c_str(),
                 json_number(load.pixel_x, 1).c_str(), json_number(load.pixel_y, 1).c_str());
  }
}

}  // namespace banxin
