#include "cli/press.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <utility>

#include "base/file_bytes.h"
#include "page/em_box.h"
#include "press/builtin.h"
#include "press/preflight.h"
#include "press/press.h"
#include "press/separate.h"
#include "read/press_profile.h"

namespace banxin {

namespace {

constexpr std::uintmax_t kMostProfileBytes = std::uintmax_t{64} << 20;

std::optional<std::string> bytes_of(const std::filesystem::path& path) {
  std::string bytes;
  if (!read_file_bytes(path.string(), bytes, Readable::kFileOrPipe, kMostProfileBytes).empty())
    return std::nullopt;
  return bytes;
}

/// Reading knows no codes of findings; a misspelt one would weigh nothing in silence.
std::optional<PressProfile> with_known_codes(std::optional<PressProfile> profile, Context& context) {
  if (!profile) return std::nullopt;
  const std::vector<std::string> known = preflight_codes();
  for (const auto& [code, weight] : profile->weights) {
    if (std::find(known.begin(), known.end(), code) != known.end()) continue;
    context.diags.error("unknown-code", {}, profile->name + ": no finding has the code '" + code + "'",
                        "docs/press.md lists them");
  }
  return context.diags.has_errors() ? std::nullopt : std::move(profile);
}

std::string names_in_words() {
  std::string out;
  for (const std::string& name : builtin_press_names()) out += name + ", ";
  return out + "none, or the path of a YAML file";
}

/// The bytes of the output profile, checked; nullopt and an error when a press could not use them.
std::optional<std::string> open_icc(const PressProfile& profile, const std::string& chosen,
                                    Context& context) {
  if (chosen.empty() && profile.icc.value.empty()) return std::string(builtin_newsprint_icc());
  const bool own = chosen.empty();
  const std::filesystem::path path =
      own ? std::filesystem::path(profile.name).parent_path() / profile.icc.value
          : std::filesystem::path(chosen);
  const std::optional<std::string> bytes = bytes_of(path);
  const std::string problem = bytes ? problem_of_output_profile(*bytes) : "cannot be read";
  if (problem.empty()) return bytes;
  context.diags.error("bad-output-profile", own ? profile.icc.where : SourceSpan{},
                      "the output profile '" + path.string() + "' " + problem,
                      "give an ICC profile of class 'prtr' for CMYK, as the press names it");
  return std::nullopt;
}

}  // namespace

std::optional<PressProfile> open_press_profile(const std::string& name, Context& context) {
  std::optional<std::string> text;
  if (const auto own = builtin_press_profile(name)) {
    text = std::string(*own);
  } else {
    text = bytes_of(name);
  }
  if (text) return with_known_codes(read_press_profile(name, *text, context.sources, context.diags), context);
  context.diags.error("unknown-press", {}, "there is no press profile '" + name + "'",
                      "the profiles are: " + names_in_words());
  return std::nullopt;
}

std::optional<Press> open_press(const std::string& name, const std::string& icc, Context& context) {
  if (name == "none") return std::nullopt;
  std::optional<PressProfile> profile = open_press_profile(name, context);
  if (!profile) return std::nullopt;
  std::optional<std::string> bytes = open_icc(*profile, icc, context);
  if (!bytes) return std::nullopt;
  Press press;
  press.photos = press_photos(*profile, *bytes);
  press.profile = std::move(*profile);
  press.icc = std::move(*bytes);
  return press;
}

std::int64_t creation_time(const PlacedEdition& edition) {
  if (edition.date) {
    const std::chrono::year_month_day day{std::chrono::year{edition.date->year},
                                          std::chrono::month(static_cast<unsigned>(edition.date->month)),
                                          std::chrono::day(static_cast<unsigned>(edition.date->day))};
    return std::chrono::duration_cast<std::chrono::seconds>(std::chrono::sys_days(day).time_since_epoch())
        .count();
  }
  const char* epoch = std::getenv("SOURCE_DATE_EPOCH");
  std::int64_t seconds = 0;
  if (epoch != nullptr) std::from_chars(epoch, epoch + std::char_traits<char>::length(epoch), seconds);
  return seconds;
}

namespace {

std::optional<std::string> draw(const PlacedEdition& edition, const FontSet& fonts, RenderOptions options,
                                const std::optional<Press>& press, Diagnostics& diags) {
  if (press) options.inks = InkUse::kKeys, options.press = &press->photos, options.slug = press->profile.room;
  return render_pdf(edition, fonts, options, diags);
}

FinishOptions finish_options(const RenderOptions& options, const std::optional<Press>& press) {
  FinishOptions finish{options.pages, options.creation_time};
  if (press) finish.press = &press->profile, finish.icc = press->icc;
  finish.threads = options.threads;
  return finish;
}

}  // namespace

std::optional<std::string> make_pdf(const PlacedEdition& edition, const FontSet& fonts,
                                    const RenderOptions& options, const std::optional<Press>& press,
                                    Diagnostics& diags) {
  const std::optional<std::string> drawn = draw(edition, fonts, options, press, diags);
  return drawn ? finish_pdf(*drawn, edition, finish_options(options, press), diags) : std::nullopt;
}

std::optional<std::string> make_only_pdf(PlacedEdition& edition, const FontSet& fonts,
                                         const RenderOptions& options, const std::optional<Press>& press,
                                         Diagnostics& diags) {
  const std::optional<std::string> drawn = draw(edition, fonts, options, press, diags);
  keep_em_boxes(edition);
  return drawn ? finish_pdf(*drawn, edition, finish_options(options, press), diags) : std::nullopt;
}

}  // namespace banxin
