// banxin preview: pages to look at, as pictures with overlays, on the terminal, as a dummy in text, or live
// in the browser.
#include <algorithm>
#include <cstdio>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/side_by_side.h"
#include "cli/commands.h"
#include "cli/live.h"
#include "cli/make_edition.h"
#include "cli/output_file.h"
#include "cli/own_inputs.h"
#include "cli/page_list.h"
#include "cli/plates.h"
#include "preview/contact_sheet.h"
#include "preview/dummy.h"
#include "preview/overlay.h"
#include "preview/sample_copy.h"
#include "preview/terminal.h"
#include "read/read.h"
#include "render/screen.h"

namespace banxin {

namespace {

/// What is looked at.
struct Preview {
  MadeEdition made;
  std::vector<std::size_t> pages;  ///< indexes of those chosen
  Overlays overlays;
};

void complain(const std::string& problem) { std::fprintf(stderr, "banxin: %s\n", problem.c_str()); }

/// nullopt when there is nothing to look at; that was reported.
std::optional<Preview> open_preview(const PreviewCommand& command, const FontSet& fonts, Context& context) {
  Preview preview;
  std::string problem;
  const bool layout = looks_like_layout(command.file);
  // A layout is looked at for its frames.
  const std::optional<Overlays> overlays =
      overlays_named(layout && command.show.empty() ? "frames" : command.show, problem);
  if (!overlays) {
    complain(problem);
    context.fail(Exit::kUsage);
    return std::nullopt;
  }
  preview.overlays = *overlays;
  std::optional<MadeEdition> made =
      layout ? make_sample_page(command.file, fonts, context.sources, context.diags)
             : make_edition(command.file, fonts, context.sources, context.diags,
                            {.missing = Missing::kPlaceholder, .threads = threads_for(0)});
  report(context);  // pages with errors are looked at all the same
  if (!made) return std::nullopt;
  preview.made = std::move(*made);
  std::vector<NumberedPage> numbers;
  for (const PlacedPage& page : preview.made.placed.pages) numbers.emplace_back(page);
  const PageChoice choice = choose_pages(command.pages, numbers);
  if (!choice.error.empty()) {
    complain(choice.error);
    context.fail(Exit::kUsage);
    return std::nullopt;
  }
  preview.pages = choice.indexes;
  const Document& document = preview.made.document;
  if (is_own_input(all_targets(command.out, document), context.sources, document)) {
    context.fail(Exit::kUsage);
    return std::nullopt;
  }
  return preview;
}

PlacedPage page_with_overlays(const Preview& preview, std::size_t page, double ppi, const FontSet& fonts) {
  PlacedPage out = preview.made.placed.pages[page];
  draw_grey_photos(preview.made.placed, out);
  const PageMap map = map_page(preview.made.document, preview.made.placed, page, fonts);
  constexpr double kPoints = 8, kPixels = 11;  // letters are never smaller than either
  add_overlays(preview.overlays, map, fonts, out, Length::points(std::max(kPoints, kPixels * 72 / ppi)));
  return out;
}

Rect whole(const PlacedPage& page) { return {Length(), Length(), page.width, page.height}; }

void write_png(const Raster& picture, const std::string& target, int ppi, Context& context) {
  const std::optional<std::string> png = encode_png(picture, ppi, context.diags);
  if (!report(context) && !png) return;
  const std::string failure = write_whole(target, *png);
  if (failure.empty()) return;
  complain(failure);
  context.fail(Exit::kMachine);
}

void write_pictures(const PreviewCommand& command, const Preview& preview, const FontSet& fonts,
                    Context& context) {
  Screen screen(fonts);
  const bool split = preview.pages.size() > 1 || command.out.find("{page}") != std::string::npos;
  for (const std::size_t index : preview.pages) {
    const PlacedPage page = page_with_overlays(preview, index, command.ppi, fonts);
    const auto picture = screen.paint(preview.made.placed, page, whole(page), command.ppi, context.diags);
    report(context);
    if (!picture) return;
    write_png(*picture, split ? target_for(command.out, page.number) : command.out, command.ppi, context);
  }
}

void write_contact_sheet(const PreviewCommand& command, const Preview& preview, const FontSet& fonts,
                         Context& context) {
  std::vector<std::string> captions;
  for (const std::size_t index : preview.pages) {
    const PageSpec& page = preview.made.document.edition.pages[index];
    captions.push_back("第" + numbers_of(page) + "版  " + page.section.value);
  }
  Screen screen(fonts);
  PlacedEdition shown = preview.made.placed;
  for (const std::size_t index : preview.pages)
    shown.pages[index] = page_with_overlays(preview, index, command.ppi, fonts);
  const auto picture =
      contact_sheet(shown, preview.pages, captions, command.ppi, fonts, screen, context.diags);
  report(context);
  if (picture) write_png(*picture, command.out, command.ppi, context);
}

void write_on_terminal(const PreviewCommand& command, const Preview& preview, const FontSet& fonts,
                       Context& context) {
  Terminal terminal;
  if (command.graphics.empty()) {
    terminal = look_at_terminal();
  } else {
    terminal = look_at_terminal(command.graphics == "kitty"   ? Graphics::kKitty
                                : command.graphics == "sixel" ? Graphics::kSixel
                                                              : Graphics::kBlocks);
  }
  const PixelRoom room = room_for_picture(terminal);
  Screen screen(fonts);
  for (const std::size_t index : preview.pages) {
    const PlacedPage& bare = preview.made.placed.pages[index];
    const double ppi = std::min(room.width / bare.width.pt(), room.height / bare.height.pt()) * 72;
    const PlacedPage page = page_with_overlays(preview, index, ppi, fonts);
    const auto picture = screen.paint(preview.made.placed, page, whole(page), ppi, context.diags);
    report(context);
    if (!picture) return;
    const std::string text = picture_for_terminal(*picture, terminal.graphics, context.diags);
    std::fwrite(text.data(), 1, text.size(), stdout);
  }
}

}  // namespace

void run_preview(const PreviewCommand& command, Context& context) {
  const int ways = static_cast<int>(!command.out.empty()) + static_cast<int>(command.terminal) +
                   static_cast<int>(command.dummy) + static_cast<int>(!command.serve.empty());
  if (command.plates && command.out.empty()) {
    complain("--plates makes a picture: give it a name with -o");
    return context.fail(Exit::kUsage);
  }
  if (ways != 1 || (command.contact_sheet && command.out.empty())) {
    complain(ways == 1 ? "--contact-sheet makes a picture: give it a name with -o"
                       : "say how to look at it: -o FILE.png, --terminal, --dummy or --serve");
    return context.fail(Exit::kUsage);
  }
  if (command.plates) {
    return show_plates(command.file, command.press, command.pages, command.out, command.ppi, context);
  }
  if (!command.serve.empty()) return serve_preview(command.file, command.serve, command.press, context);
  const std::optional<FontSet> fonts = open_fonts(context);
  if (!report(context)) return;
  const std::optional<Preview> preview = open_preview(command, *fonts, context);
  if (!preview) return;
  if (command.dummy) {
    const std::string text =
        dummy(preview->made.document, preview->made.placed, *fonts, preview->pages, command.width);
    std::fwrite(text.data(), 1, text.size(), stdout);
  } else if (command.terminal) {
    write_on_terminal(command, *preview, *fonts, context);
  } else if (command.contact_sheet) {
    write_contact_sheet(command, *preview, *fonts, context);
  } else {
    write_pictures(command, *preview, *fonts, context);
  }
  fonts->report(context.diags);
  report(context);
}

}  // namespace banxin
