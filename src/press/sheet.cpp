#include "press/sheet.h"

#include <qpdf/QPDFPageDocumentHelper.hh>

namespace banxin {

namespace {

using Object = QPDFObjectHandle;

Object box(Length inset, const PlacedPage& page, Length around) {
  const Length width = page.width + 2 * around, height = page.height + 2 * around;
  return Object::newArray({Object::newReal(inset.pt(), 4), Object::newReal(inset.pt(), 4),
                           Object::newReal((width - inset).pt(), 4),
                           Object::newReal((height - inset).pt(), 4)});
}

}  // namespace

void set_boxes(QPDF& pdf, const std::vector<const PlacedPage*>& pages, Length room) {
  std::size_t i = 0;
  for (QPDFPageObjectHelper& sheet : QPDFPageDocumentHelper(pdf).getAllPages()) {
    const PlacedPage& page = *pages[i++];
    Object object = sheet.getObjectHandle();
    // Cairo rounds its MediaBox; the boxes inside it must not stick out by a rounding.
    const Length around = page.bleed + room;
    object.replaceKey("/MediaBox", box(Length(), page, around));
    object.replaceKey("/BleedBox", box(room, page, around));
    object.replaceKey("/TrimBox", box(around, page, around));
    object.removeKey("/Annots");
  }
}

void add_output_intent(QPDF& pdf, const PressProfile& profile, std::string_view icc) {
  Object stream = pdf.newStream(std::string(icc));
  stream.getDict().replaceKey("/N", Object::newInteger(4));
  Object intent = Object::parse("<< /Type /OutputIntent /S /GTS_PDFX >>");
  intent.replaceKey("/OutputConditionIdentifier", Object::newUnicodeString(profile.identifier));
  intent.replaceKey("/OutputCondition", Object::newUnicodeString(profile.condition));
  intent.replaceKey("/RegistryName", Object::newUnicodeString(profile.registry));
  intent.replaceKey("/Info", Object::newUnicodeString(profile.condition));
  intent.replaceKey("/DestOutputProfile", stream);
  pdf.getRoot().replaceKey("/OutputIntents", Object::newArray({pdf.makeIndirectObject(intent)}));
}

std::string problem_of_pictures(QPDF& pdf) {
  std::string problem;
  for (QPDFPageObjectHelper& page : QPDFPageDocumentHelper(pdf).getAllPages()) {
    page.forEachImage(true, [&](Object& picture, Object&, std::string const& name) {
      Object dictionary = picture.getDict();
      Object space = dictionary.getKey("/ColorSpace");
      const bool inks = space.isNameAndEquals("/DeviceCMYK") || space.isNameAndEquals("/DeviceGray");
      if (!inks) problem = "the picture '" + name + "' is not in inks";
      if (dictionary.hasKey("/SMask")) problem = "the picture '" + name + "' is transparent";
    });
  }
  return problem;
}

}  // namespace banxin
