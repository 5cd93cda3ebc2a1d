#include "layout/folio.h"
#include "layout/interlinear.h"
#include "layout/layout.h"
#include "layout/story.h"

namespace banxin {

namespace {

FrameFit fit_of(const Story& story, std::size_t article) {
  FrameFit fit;
  fit.frame = story.frame->name.value;
  fit.box = story.area.box();
  fit.article = article;
  fit.bound = true;
  fit.slots = static_cast<int>(make_slots(story.places).size());
  fit.lines = static_cast<int>(story.flow.used) + story.flow.over_lines;
  fit.over_lines = story.flow.over_lines;
  fit.over_characters = story.flow.over_characters;
  fit.over_text = story.flow.over_text;
  return fit;
}

PlacedPage place_page(const Document& document, const PageSpec& spec, const FontSet& fonts,
                      PlacedEdition& edition, Diagnostics& diags) {
  const PageLayout& layout = document.layouts[spec.layout];
  const Setter setter(layout, fonts, diags);
  const TextArea grid = page_area(layout);
  PlacedPage page;
  page.number = spec.number;
  page.width = layout.width, page.height = layout.height, page.bleed = layout.bleed;
  page.type_area = layout.type_area();
  for (const Frame& frame : layout.frames) {
    if (frame.kind == Frame::Kind::kFolio) {
      draw_folio(frame, document.edition, spec, setter, grid, diags, page);
    } else if (const auto bound = spec.stories.find(frame.name.value); bound != spec.stories.end()) {
      const Story story = set_story(frame, document.articles[bound->second], setter, grid, diags);
      draw_story(story, setter, edition, page);
      page.fits.push_back(fit_of(story, bound->second));
    } else {
      FrameFit empty;
      empty.frame = frame.name.value;
      empty.box = grid.area(frame.columns.value, frame.rows.value);
      page.fits.push_back(empty);
    }
  }
  return page;
}

}  // namespace

PlacedEdition place_edition(const Document& document, const FontSet& fonts, Diagnostics& diags) {
  PlacedEdition edition;
  edition.paper = document.edition.paper.value;
  edition.title = document.edition.title.value;
  edition.author = document.edition.author.value;
  edition.date = document.edition.date;
  if (edition.title.empty() && !document.articles.empty())
    edition.title = document.articles.front().title.text;
  warn_of_tight_grids(document, diags);
  edition.structure.push_back({StructureNode::Kind::kDocument, kArtifact, edition.title, {}});
  for (const PageSpec& spec : document.edition.pages) {
    edition.pages.push_back(place_page(document, spec, fonts, edition, diags));
  }
  return edition;
}

}  // namespace banxin
