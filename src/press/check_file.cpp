#include "press/check_file.h"

#include <cmath>
#include <qpdf/Buffer.hh>

#include "press/check_picture.h"
#include "press/separate.h"
#include "render/font_program.h"

namespace banxin {

namespace {

using Object = QPDFObjectHandle;
using Standard = PressProfile::Standard;

std::string bytes_of(Object stream) {
  const std::shared_ptr<Buffer> data = stream.getStreamData(qpdf_dl_generalized);
  return {reinterpret_cast<const char*>(data->getBuffer()), data->getSize()};
}

std::string text_of(Object dictionary, const char* key) {
  Object value = dictionary.isDictionary() ? dictionary.getKey(key) : Object::newNull();
  return value.isString() ? value.getUTF8Value() : "";
}

void check_syntax(QPDF& pdf, std::string_view bytes, Findings& findings) {
  const Standard standard = findings.profile().standard;
  const std::string version = pdf.getPDFVersion();
  const std::string most = standard == Standard::kX1a ? "1.4" : "1.6";
  if (standard != Standard::kPlain && version > most) {
    findings.add("pdf-version", {}, "the file is PDF " + version + "; this standard allows " + most);
  }
  const bool streams = bytes.find("/ObjStm") != bytes.npos || bytes.find("/Type /XRef") != bytes.npos;
  if (standard == Standard::kX1a && streams) {
    findings.add("object-streams", {}, "the file has object streams, which PDF/X-1a does not know");
  }
  if (!pdf.getTrailer().getKey("/ID").isArray()) findings.add("no-id", {}, "the file has no ID");
}

void check_output_profile(Object intent, Findings& findings) {
  Object stream = intent.getKey("/DestOutputProfile");
  if (!stream.isStream()) return;
  const std::string icc = bytes_of(stream);
  const std::string problem = problem_of_output_profile(icc);
  if (!problem.empty()) return findings.add("output-profile", {}, "the output profile " + problem);
  const double ink = std::round(ink_limit_of(icc)), limit = findings.profile().limits.ink;
  if (ink > limit + 1) {
    findings.add("output-ink", {}, "the output profile separates to more ink than this press takes",
                 {ink, limit, "%"});
  }
}

void check_output_intent(QPDF& pdf, Findings& findings) {
  Object intents = pdf.getRoot().getKey("/OutputIntents");
  std::vector<Object> ours;
  if (intents.isArray()) {
    for (Object intent : intents.getArrayAsVector()) {
      if (intent.isDictionary() && intent.getKey("/S").isNameAndEquals("/GTS_PDFX")) ours.push_back(intent);
    }
  }
  if (ours.size() != 1) {
    return findings.add(
        "output-intent", {},
        "there are " + std::to_string(ours.size()) + " output intents for PDF/X; one is needed");
  }
  if (text_of(ours[0], "/OutputConditionIdentifier").empty() || text_of(ours[0], "/Info").empty()) {
    findings.add("output-intent", {}, "the output intent does not name its printing condition");
  }
  if (!ours[0].getKey("/DestOutputProfile").isStream() && text_of(ours[0], "/RegistryName").empty()) {
    findings.add("output-intent", {}, "the output intent has neither a profile nor a registry");
  }
  check_output_profile(ours[0], findings);
}

std::string escaped(const std::string& text) {
  std::string out;
  for (const char c : text)
    out += c == '&' ? "&amp;" : c == '<' ? "&lt;" : c == '>' ? "&gt;" : std::string(1, c);
  return out;
}

/// The digits of a date up to the second: what "D:20240108093000Z" and "2024-01-08T09:30:00Z" have in common.
std::string digits(const std::string& date) {
  std::string out;
  for (const char c : date) {
    if (c >= '0' && c <= '9' && out.size() < 14) out += c;
  }
  return out;
}

/// What a simple property of an XMP packet says; empty when it is not there.
std::string property(const std::string& xmp, const std::string& name) {
  const std::size_t begin = xmp.find("<" + name + ">");
  if (begin == xmp.npos) return {};
  const std::size_t from = begin + name.size() + 2, end = xmp.find('<', from);
  return end == xmp.npos ? "" : xmp.substr(from, end - from);
}

/// What is in both the packet and the info dictionary must be the same.
void check_agreement(Object info, const std::string& xmp, Findings& findings) {
  const std::string title = text_of(info, "/Title");
  if (!title.empty() && xmp.find(">" + escaped(title) + "<") == xmp.npos) {
    findings.add("metadata-differs", {}, "the XMP packet and the info dictionary differ in the title");
  }
  const auto compare = [&](const std::string& packet, const std::string& dictionary, const char* what) {
    if (packet.empty() || dictionary.empty() || packet == dictionary) return;
    findings.add("metadata-differs", {},
                 std::string("the XMP packet and the info dictionary differ in ") + what);
  };
  compare(digits(property(xmp, "xmp:CreateDate")), digits(text_of(info, "/CreationDate")),
          "the date of creation");
  compare(digits(property(xmp, "xmp:ModifyDate")), digits(text_of(info, "/ModDate")), "the date of change");
  Object trapped = info.isDictionary() ? info.getKey("/Trapped") : Object::newNull();
  compare(property(xmp, "pdf:Trapped"), trapped.isName() ? trapped.getName().substr(1) : "", "the trapping");
}

void check_metadata(QPDF& pdf, Findings& findings) {
  const Standard standard = findings.profile().standard;
  if (standard == Standard::kPlain) return;
  Object info = pdf.getTrailer().getKey("/Info");
  for (const char* key : {"/Title", "/CreationDate", "/ModDate"}) {
    if (text_of(info, key).empty())
      findings.add("metadata", {}, "the info dictionary has no " + std::string(key));
  }
  Object trapped = info.isDictionary() ? info.getKey("/Trapped") : Object::newNull();
  if (!trapped.isNameAndEquals("/True") && !trapped.isNameAndEquals("/False")) {
    findings.add("trapped", {}, "the file does not say whether it is trapped");
  }
  Object metadata = pdf.getRoot().getKey("/Metadata");
  const std::string xmp = metadata.isStream() ? bytes_of(metadata) : "";
  if (standard == Standard::kX1a && text_of(info, "/GTS_PDFXVersion") != "PDF/X-1a:2003") {
    findings.add("pdfx-version", {}, "the file does not say that it is PDF/X-1a:2003");
  }
  if (standard == Standard::kX4 && xmp.find("GTS_PDFXVersion>PDF/X-4<") == xmp.npos) {
    findings.add("pdfx-version", {}, "the file does not say that it is PDF/X-4");
  }
  if (!xmp.empty()) check_agreement(info, xmp, findings);
}

void check_catalog(QPDF& pdf, Findings& findings) {
  Object catalog = pdf.getRoot();
  Object names = catalog.getKey("/Names");
  const bool scripts =
      names.isDictionary() && (names.hasKey("/JavaScript") || names.hasKey("/EmbeddedFiles"));
  Object open = catalog.getKey("/OpenAction");
  if (scripts || catalog.hasKey("/AA") || catalog.hasKey("/AcroForm") || open.isDictionary()) {
    findings.add("active-content", {}, "the file has scripts, actions, forms or files in it");
  }
  if (catalog.hasKey("/OCProperties")) findings.add("optional-content", {}, "the file has layers");
  if (text_of(catalog, "/Lang").empty())
    findings.add("no-language", {}, "the file does not name its language");
}

/// PDF/X-1a knows no LZW (ISO 15930-4, 6.6), in pictures or anything else.
void check_packing(QPDF& pdf, Findings& findings) {
  if (findings.profile().standard != Standard::kX1a) return;
  for (Object& object : pdf.getAllObjects()) {
    if (!object.isStream() || object.getDict().getKey("/Subtype").isNameAndEquals("/Image")) continue;
    for (const std::string& filter : filters_of(object.getDict())) {
      if (filter == "/LZWDecode")
        return findings.add("picture-filter", {}, "something in the file is packed as LZWDecode");
    }
  }
}

bool within(const Object::Rectangle& in, const Object::Rectangle& out) {
  constexpr double kSlack = 0.01;
  return in.llx >= out.llx - kSlack && in.lly >= out.lly - kSlack && in.urx <= out.urx + kSlack &&
         in.ury <= out.ury + kSlack;
}

/// Of a font, or of the one font of a composite font.
Object descriptor_of(Object font) {
  if (!font.isDictionary()) return Object::newNull();
  Object descendants = font.getKey("/DescendantFonts");
  const bool composite = descendants.isArray() && descendants.getArrayNItems() > 0;
  Object holder = composite ? descendants.getArrayItem(0) : font;
  return holder.isDictionary() ? holder.getKey("/FontDescriptor") : Object::newNull();
}

bool has_program(Object descriptor) {
  return descriptor.isDictionary() && (descriptor.hasKey("/FontFile") || descriptor.hasKey("/FontFile2") ||
                                       descriptor.hasKey("/FontFile3"));
}

}  // namespace

FindingPlace PageFrame::place(double x, double y) const {
  return {page, true, (x - trim.llx) * 25.4 / 72, (trim.ury - y) * 25.4 / 72};
}

void check_file(QPDF& pdf, std::string_view bytes, Findings& findings) {
  if (pdf.isEncrypted()) findings.add("encrypted", {}, "the file is encrypted");
  check_syntax(pdf, bytes, findings);
  if (findings.profile().standard != Standard::kPlain) check_output_intent(pdf, findings);
  check_metadata(pdf, findings);
  check_catalog(pdf, findings);
  check_packing(pdf, findings);
  check_font_programs(pdf, 0, findings);
}

PageFrame check_frame(QPDFPageObjectHelper& page, int number, Findings& findings) {
  Object object = page.getObjectHandle();
  const FindingPlace here{number};
  PageFrame frame;
  frame.page = number;
  frame.media = page.getMediaBox().getArrayAsRectangle();
  frame.trim = frame.bleed = frame.media;
  Object trim = object.getKey("/TrimBox"), bleed = object.getKey("/BleedBox");
  if (bleed.isRectangle()) frame.bleed = bleed.getArrayAsRectangle();
  if (trim.isRectangle()) {
    frame.trim = trim.getArrayAsRectangle();
    if (!bleed.isRectangle()) frame.bleed = frame.trim;
  } else {
    findings.add("no-trim-box", here, "the page has no TrimBox");
  }
  if (object.hasKey("/ArtBox")) findings.add("art-box", here, "the page has an ArtBox");
  if (!within(frame.trim, frame.bleed) || !within(frame.bleed, frame.media)) {
    findings.add("boxes-nest", here, "the page's boxes do not stand one inside the other");
  }
  Object turned = page.getAttribute("/Rotate", false);
  Object unit = object.getKey("/UserUnit");
  if ((turned.isInteger() && turned.getIntValue() != 0) || (unit.isNumber() && unit.getNumericValue() != 1)) {
    findings.add("page-turned", here, "the page is turned or scaled by a key");
  }
  Object notes = object.getKey("/Annots");
  if (notes.isArray() && notes.getArrayNItems() > 0) {
    findings.add("annotation", here, "the page has links, notes or fields");
  }
  Object group = object.getKey("/Group");
  if (group.isDictionary() && group.getKey("/S").isNameAndEquals("/Transparency")) {
    if (findings.profile().standard == Standard::kX1a) {
      findings.add("transparency", here, "the page is a transparency group");
    }
    if (group.hasKey("/CS") && !group.getKey("/CS").isNameAndEquals("/DeviceCMYK")) {
      findings.add("group-space", here, "the page's group does not blend in CMYK");
    }
  }
  return frame;
}

void check_fonts(QPDFObjectHandle resources, int page, Findings& findings) {
  Object fonts = resources.isDictionary() ? resources.getKey("/Font") : Object::newNull();
  if (!fonts.isDictionary()) return;
  for (const std::string& key : fonts.getKeys()) {
    Object font = fonts.getKey(key);
    if (!font.isDictionary()) continue;
    Object base = font.getKey("/BaseFont");
    const std::string name = base.isName() ? base.getName().substr(1) : key.substr(1);
    const FindingPlace here{page};
    if (font.getKey("/Subtype").isNameAndEquals("/Type3")) {
      findings.add("font-type3", here, "the font '" + name + "' is of type 3");
    } else if (!has_program(descriptor_of(font))) {
      findings.add("font-not-embedded", here, "the font '" + name + "' is not in the file");
    }
    if (!font.hasKey("/ToUnicode") && !font.hasKey("/Encoding")) {
      findings.add("font-no-unicode", here, "the font '" + name + "' does not say which characters it shows");
    } else if (font.getKey("/Subtype").isNameAndEquals("/Type0") && !font.hasKey("/ToUnicode")) {
      findings.add("font-no-unicode", here, "the font '" + name + "' does not say which characters it shows");
    }
  }
}

void check_font_programs(QPDF& pdf, int page, Findings& findings) {
  for (Object& object : pdf.getAllObjects()) {
    Object descriptor = descriptor_of(object);
    if (!descriptor.isDictionary()) continue;
    for (const char* key : {"/FontFile", "/FontFile2", "/FontFile3"}) {
      Object program = descriptor.getKey(key);
      if (!program.isStream() || is_font_program(bytes_of(program))) continue;
      const std::string name =
          object.getKey("/BaseFont").isName() ? object.getKey("/BaseFont").getName() : "/";
      findings.add("font-broken", {page}, "the font '" + name.substr(1) + "' cannot be read");
    }
  }
}

}  // namespace banxin
