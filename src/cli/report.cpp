#include <cstdio>
#include <fstream>
#include <iterator>

#include "cli/commands.h"
#include "font/builtin_catalogue.h"
#include "read/read.h"

namespace banxin {

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

std::optional<FontSet> open_fonts(Context& context) {
  std::string name = "built-in catalogue", text(builtin_catalogue());
  if (!context.fonts.empty()) {
    std::ifstream file(context.fonts, std::ios::binary);
    if (!file) {
      context.diags.error("not-found", {}, "cannot read font catalogue '" + context.fonts + "'");
      return std::nullopt;
    }
    name = context.fonts;
    text.assign(std::istreambuf_iterator<char>(file), {});
  }
  std::optional<FontCatalogue> catalogue =
      read_catalogue(name, std::move(text), context.sources, context.diags);
  if (!catalogue) return std::nullopt;
  return FontSet(std::move(*catalogue), context.diags);
}

}  // namespace banxin
