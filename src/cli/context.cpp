#include "cli/context.h"

#include <unistd.h>

#include <cstdint>
#include <cstdio>
#include <string>
#include <utility>

#include "base/file_bytes.h"
#include "font/builtin_catalogue.h"
#include "read/read.h"

namespace banxin {

namespace {

constexpr std::uintmax_t kMostCatalogueBytes = std::uintmax_t{16} << 20;

}  // namespace

bool report(Context& context) {
  const bool json = context.diagnostics_format == "json";
  const std::vector<Diagnostic>& all = context.diags.all();
  for (; context.reported < all.size(); ++context.reported) {
    const Diagnostic& d = all[context.reported];
    const std::string text = json ? render_json(d, context.sources) : render(d, context.sources);
    std::fwrite(text.data(), 1, text.size(), stderr);
  }
  if (!context.diags.has_errors()) return true;
  if (context.exit == Exit::kOk) context.exit = Exit::kInputErrors;
  return false;
}

void cannot_read(const std::string& what, const std::string& problem, Context& context, const char* code) {
  context.diags.error(code, {}, "cannot read " + what + ": it " + problem);
}

void show_progress(std::size_t done, std::size_t all) {
  if (all > 1 && ::isatty(STDERR_FILENO))
    std::fprintf(stderr, "\r%zu/%zu%s", done, all, done == all ? "\n" : "");
}

std::optional<FontSet> open_fonts(Context& context) {
  std::string name = "built-in catalogue", text(builtin_catalogue());
  if (!context.fonts.empty()) {
    name = context.fonts;
    const std::string problem = read_file_bytes(name, text, Readable::kFileOrPipe, kMostCatalogueBytes);
    if (!problem.empty()) {
      cannot_read("font catalogue '" + name + "'", problem, context);
      return std::nullopt;
    }
  }
  std::optional<FontCatalogue> catalogue =
      read_catalogue(name, std::move(text), context.sources, context.diags);
  if (!catalogue) return std::nullopt;
  return FontSet(std::move(*catalogue), context.diags);
}

void add_font_findings(const FontSet& fonts, Context& context) {
  const Diagnostics before = std::exchange(context.diags, {});
  for (std::size_t i = 0; i < before.all().size(); ++i) {
    if (i == context.reported) fonts.report(context.diags);
    context.diags.add(before.all()[i]);
  }
  if (context.reported == before.all().size()) fonts.report(context.diags);
}

}  // namespace banxin
