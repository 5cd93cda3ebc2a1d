#include "press/accessible.h"

#include <qpdf/QPDFPageDocumentHelper.hh>

#include "base/json.h"
#include "press/merge_structure.h"

namespace banxin {

namespace {

using Object = QPDFObjectHandle;

/// The elements of a type in document order. Cairo's tree is flat enough for recursion: our own tags made it.
void collect(Object element, const std::string& type, std::vector<Object>& out) {
  if (element.isArray()) {
    for (Object child : element.getArrayAsVector()) collect(child, type, out);
  } else if (element.isDictionary()) {
    if (element.getKey("/S").isNameAndEquals(type)) out.push_back(element);
    collect(element.getKey("/K"), type, out);
  }
}

Object rectangle(const Rect& box, const PlacedPage& page, Length around) {
  const Length sheet = page.height + 2 * (page.bleed + around);
  const auto number = [](Length value) { return Object::newReal(json_number(value.pt(), 3)); };
  const auto x = [&](Length value) { return number(value + page.bleed + around); };
  const auto y = [&](Length value) { return number(sheet - value - page.bleed - around); };
  return Object::newArray({x(box.x), y(box.bottom()), x(box.right()), y(box.y)});
}

Object make_thread(QPDF& pdf, const Thread& thread, const std::vector<const PlacedPage*>& pages,
                   std::vector<QPDFPageObjectHelper>& sheets, Length around) {
  Object dictionary = pdf.makeIndirectObject(Object::parse("<< /Type /Thread >>"));
  if (!thread.title.empty()) {
    Object info = Object::newDictionary();
    info.replaceKey("/Title", Object::newUnicodeString(thread.title));
    dictionary.replaceKey("/I", info);
  }
  std::vector<Object> beads;
  for (const Bead& bead : thread.beads) {
    Object out = pdf.makeIndirectObject(Object::parse("<< /Type /Bead >>"));
    Object sheet = sheets[bead.page].getObjectHandle();
    out.replaceKey("/P", sheet);
    out.replaceKey("/R", rectangle(bead.box, *pages[bead.page], around));
    if (!sheet.hasKey("/B")) sheet.replaceKey("/B", Object::newArray());
    sheet.getKey("/B").appendItem(out);
    beads.push_back(out);
  }
  beads.front().replaceKey("/T", dictionary);
  for (std::size_t i = 0; i < beads.size(); ++i) {
    beads[i].replaceKey("/N", beads[(i + 1) % beads.size()]);
    beads[i].replaceKey("/V", beads[(i + beads.size() - 1) % beads.size()]);
  }
  dictionary.replaceKey("/F", beads.front());
  return dictionary;
}

}  // namespace

std::string add_meaning(QPDF& pdf, const PlacedEdition& edition,
                        const std::vector<const PlacedPage*>& pages) {
  Object catalog = pdf.getRoot();
  catalog.replaceKey("/Lang", Object::newString(edition.language));
  Object preferences = Object::newDictionary();
  preferences.replaceKey("/DisplayDocTitle", Object::newBool(true));
  catalog.replaceKey("/ViewerPreferences", preferences);
  for (QPDFPageObjectHelper& page : QPDFPageDocumentHelper(pdf).getAllPages()) {
    page.getObjectHandle().replaceKey("/Tabs", Object::newName("/S"));
  }

  std::vector<Object> figures;
  collect(catalog.getKey("/StructTreeRoot"), "/Figure", figures);
  const std::vector<NodeId> nodes = drawn_figures(edition, pages);
  if (figures.size() != nodes.size()) {
    return std::to_string(nodes.size()) + " figures were drawn and " + std::to_string(figures.size()) +
           " are tagged";
  }
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    const std::string& alt = edition.structure[nodes[i]].title;
    if (!alt.empty()) figures[i].replaceKey("/Alt", Object::newUnicodeString(alt));
  }
  merge_structure(pdf, edition, pages);
  return {};
}

void add_threads(QPDF& pdf, const PlacedEdition& edition, const std::vector<const PlacedPage*>& pages,
                 Length around) {
  std::vector<QPDFPageObjectHelper> sheets = QPDFPageDocumentHelper(pdf).getAllPages();
  std::vector<Object> threads;
  for (const Thread& thread : article_threads(edition, pages)) {
    threads.push_back(make_thread(pdf, thread, pages, sheets, around));
  }
  if (!threads.empty()) pdf.getRoot().replaceKey("/Threads", Object::newArray(threads));
}

}  // namespace banxin
