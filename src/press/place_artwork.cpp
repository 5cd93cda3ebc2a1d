#include "press/place_artwork.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <memory>
#include <optional>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <set>

#include "base/bounded_work.h"
#include "base/json.h"
#include "press/artwork_page.h"
#include "press/check_artwork.h"
#include "press/clean_artwork.h"
#include "press/content.h"
#include "press/paint_state.h"
#include "render/artwork_file.h"

namespace banxin {

namespace {

using Object = QPDFObjectHandle;

std::string number(double value) { return json_number(value, 6); }

// ---- The colours of drawings

/// Rewrites the colours of a drawing's form and of the forms in it.
class Recolourer {
 public:
  explicit Recolourer(const InkOfColour& inks) : inks_(inks) {}

  /// Returns what is wrong, or nothing.
  std::string run(Object form) {
    Object dictionary = form.getDict();
    dictionary.removeKey("/Group");
    std::string out;
    for_each_operation(form, [&](const Operation& op) { out += rewritten(op) + "\n"; });
    form.replaceStreamData(out, Object::newNull(), Object::newNull());
    Object forms = dictionary.getKey("/Resources").getKey("/XObject");
    if (!forms.isDictionary()) return problem_;
    for (auto [name, object] : forms.getDictAsMap()) {
      if (!object.isStream() || !done_.insert(object.getObjGen()).second) continue;
      if (object.getDict().getKey("/Subtype").isNameAndEquals("/Form")) {
        run(object);
      } else if (inks_) {
        problem_ = "holds a picture, which has no inks";
      }
    }
    return problem_;
  }

 private:
  std::string rewritten(const Operation& op) {
    const bool stroke = op.name == "RG" || op.name == "G";
    if (op.name == "rg" || op.name == "RG") return colour(op.number(0), op.number(1), op.number(2), stroke);
    if (op.name == "g" || op.name == "G") return colour(op.number(0), op.number(0), op.number(0), stroke);
    if (inks_ && (op.name == "sh" || op.name == "scn" || op.name == "SCN")) {
      problem_ = "holds a gradient or a pattern, which has no inks";
    }
    return std::string(op.written);
  }

  std::string colour(double r, double g, double b, bool stroke) const {
    if (inks_) {
      const std::array<double, 4> ink = inks_(r, g, b);
      return number(ink[0]) + " " + number(ink[1]) + " " + number(ink[2]) + " " + number(ink[3]) +
             (stroke ? " K" : " k");
    }
    if (r == g && g == b) return number(r) + (stroke ? " G" : " g");
    return number(r) + " " + number(g) + " " + number(b) + (stroke ? " RG" : " rg");
  }

  const InkOfColour& inks_;
  std::string problem_;
  std::set<QPDFObjGen> done_;
};

// ---- Pages as forms

PdfMatrix matrix_of(Object form) {
  Object matrix = form.getDict().getKey("/Matrix");
  if (!matrix.isMatrix()) return {};
  const Object::Matrix m = matrix.getArrayAsMatrix();
  return {m.a, m.b, m.c, m.d, m.e, m.f};
}

/// From the form's own units to a box of its size as it is shown, at the origin.
PdfMatrix to_origin(Object form, const Object::Rectangle& box, const Artwork& art) {
  const PdfMatrix m = matrix_of(form);
  const double xs[] = {m.x(box.llx, box.lly), m.x(box.urx, box.ury)};
  const double ys[] = {m.y(box.llx, box.lly), m.y(box.urx, box.ury)};
  const double scale = art.width.pt() / std::abs(xs[1] - xs[0]);
  return {scale, 0, 0, scale, -std::min(xs[0], xs[1]) * scale, -std::min(ys[0], ys[1]) * scale};
}

/// A form that draws the artwork with its lower left corner at the origin, cut at its box.
class FormMaker {
 public:
  FormMaker(QPDF& pdf, const PlacedEdition& edition, const InkOfColour& inks)
      : pdf_(pdf), edition_(edition), inks_(inks) {}

  /// Null when something is wrong; then `problem` says what.
  Object form(std::uint32_t index, std::string& problem) {
    const auto [found, is_new] = forms_.try_emplace(index);
    if (is_new) found->second = make(edition_.artworks[index], problem);
    return found->second;
  }

 private:
  Object make(const Artwork& art, std::string& problem) {
    std::string bytes;
    problem = artwork_pdf(art, bytes);
    if (!problem.empty()) return Object::newNull();
    const std::unique_ptr<QPDF> source = open_artwork(bytes, problem);
    if (!source) return Object::newNull();
    source->setImmediateCopyFrom(true);
    std::vector<QPDFPageObjectHelper> pages = QPDFPageDocumentHelper(*source).getAllPages();
    QPDFPageObjectHelper& page = pages.at(static_cast<std::size_t>(art.page.value - 1));
    const Object::Rectangle box = box_of(page, art.box);
    Object page_form = page.getFormXObjectForPage(true);
    page_form.getDict().replaceKey("/BBox", Object::newFromRectangle(box));
    problem = clean_artwork(*source, page_form);
    if (!problem.empty()) return Object::newNull();
    // Of no use then, but many programs write one in RGB, and that alone makes four inks of black.
    if (page_form.getDict().hasKey("/Group")) {
      const auto look = [&] { return std::string(shines_through(page) ? "yes" : "no"); };
      const std::optional<std::string> shines = bounded_work(look, problem);
      if (!shines) return Object::newNull();
      if (*shines == "no") page_form.getDict().removeKey("/Group");
    }
    Object inner = pdf_.copyForeignObject(page_form);
    if (art.kind == Artwork::Kind::kSvg) problem = Recolourer(inks_).run(inner);
    return wrapped(inner, to_origin(inner, box, art), art);
  }

  Object wrapped(Object inner, const PdfMatrix& m, const Artwork& art) {
    Object out = pdf_.newStream("q " + number(m.a) + " 0 0 " + number(m.d) + " " + number(m.e) + " " +
                                number(m.f) + " cm /Page Do Q");
    Object dictionary = out.getDict();
    dictionary.replaceKey("/Type", Object::newName("/XObject"));
    dictionary.replaceKey("/Subtype", Object::newName("/Form"));
    dictionary.replaceKey("/BBox",
                          Object::newFromRectangle(Object::Rectangle(0, 0, art.width.pt(), art.height.pt())));
    Object forms = Object::newDictionary(), resources = Object::newDictionary();
    forms.replaceKey("/Page", inner);
    resources.replaceKey("/XObject", forms);
    dictionary.replaceKey("/Resources", resources);
    return out;
  }

  QPDF& pdf_;
  const PlacedEdition& edition_;
  const InkOfColour& inks_;
  std::map<std::uint32_t, Object> forms_;
};

}  // namespace

std::string artwork_resource(std::uint32_t index) { return "/BxArtwork" + std::to_string(index); }

bool place_artwork(QPDF& pdf, const PlacedEdition& edition, const std::vector<const PlacedPage*>& pages,
                   const InkOfColour& inks, Diagnostics& diags) {
  bool good = true;
  FormMaker maker(pdf, edition, inks);
  std::size_t i = 0;
  for (QPDFPageObjectHelper& sheet : QPDFPageDocumentHelper(pdf).getAllPages()) {
    for (const DrawItem& item : pages[i++]->items) {
      const auto* art = std::get_if<DrawArtwork>(&item);
      if (art == nullptr || art->box.empty()) continue;
      std::string problem;
      const Object form = maker.form(art->artwork, problem);
      if (!problem.empty()) {
        const Spanned<std::string>& file = edition.artworks[art->artwork].file;
        diags.error("bad-artwork", file.where, "artwork '" + file.value + "' " + problem,
                    "deliver it as a PDF in CMYK");
        good = false;
      }
      Object resources = sheet.getAttribute("/Resources", true);
      if (!resources.getKey("/XObject").isDictionary())
        resources.replaceKey("/XObject", Object::newDictionary());
      resources.getKey("/XObject").replaceKey(artwork_resource(art->artwork), form);
    }
  }
  return good;
}

}  // namespace banxin
