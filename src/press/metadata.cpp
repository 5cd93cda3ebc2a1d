#include "press/metadata.h"

#include <array>
#include <chrono>
#include <cstdio>

#include "base/digest.h"

namespace banxin {

namespace {

using Object = QPDFObjectHandle;

struct Clock {
  int year, month, day, hour, minute, second;
};

Clock clock_of(std::int64_t seconds) {
  using namespace std::chrono;
  const sys_seconds time{std::chrono::seconds(seconds)};
  const sys_days day = floor<days>(time);
  const year_month_day date{day};
  const hh_mm_ss clock{time - day};
  return {static_cast<int>(date.year()),
          static_cast<int>(static_cast<unsigned>(date.month())),
          static_cast<int>(static_cast<unsigned>(date.day())),
          static_cast<int>(clock.hours().count()),
          static_cast<int>(clock.minutes().count()),
          static_cast<int>(clock.seconds().count())};
}

std::string formatted(const char* format, std::int64_t seconds) {
  const Clock c = clock_of(seconds);
  std::array<char, 80> text;
  std::snprintf(text.data(), text.size(), format, c.year, c.month, c.day, c.hour, c.minute, c.second);
  return text.data();
}

std::string escaped(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c == '&')
      out += "&amp;";
    else if (c == '<')
      out += "&lt;";
    else if (c == '>')
      out += "&gt;";
    else if (static_cast<unsigned char>(c) >= 0x20)
      out += c;  // XML knows no other controls
    else
      out += ' ';
  }
  return out;
}

/// A name for these bytes in the form of a UUID of the user's own version (RFC 9562, version 8).
std::string uuid_of(std::string_view bytes) {
  std::string hex = digest(bytes);
  hex[12] = '8';  // the version
  hex[16] = 'a';  // the variant
  for (const std::size_t at : {20u, 16u, 12u, 8u}) hex.insert(at, 1, '-');
  return hex;
}

class Packet {
 public:
  void simple(const char* name, const std::string& value) {
    if (!value.empty()) text_ += "   <" + std::string(name) + ">" + escaped(value) + "</" + name + ">\n";
  }
  /// `container`: Alt, Seq or Bag (XMP 1, 7.7).
  void list(const char* name, const char* container, const std::string& value) {
    if (value.empty()) return;
    const std::string item = std::string(container) == "Alt" ? "<rdf:li xml:lang=\"x-default\">" : "<rdf:li>";
    text_ += "   <" + std::string(name) + "><rdf:" + container + ">" + item + escaped(value) +
             "</rdf:li></rdf:" + container + "></" + name + ">\n";
  }
  std::string finish() const {
    // Read-only ("r"): without room to write in place.
    return "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
           "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
           " <rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
           "  <rdf:Description rdf:about=\"\"\n"
           "    xmlns:dc=\"http://purl.org/dc/elements/1.1/\"\n"
           "    xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\"\n"
           "    xmlns:pdfx=\"http://ns.adobe.com/pdfx/1.3/\"\n"
           "    xmlns:pdfxid=\"http://www.npes.org/pdfx/ns/id/\"\n"
           "    xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\"\n"
           "    xmlns:xmpMM=\"http://ns.adobe.com/xap/1.0/mm/\">\n" +
           text_ +
           "  </rdf:Description>\n"
           " </rdf:RDF>\n"
           "</x:xmpmeta>\n"
           "<?xpacket end=\"r\"?>\n";
  }

 private:
  std::string text_;
};

std::string text_of(Object info, const char* key) {
  return info.getKey(key).isString() ? info.getKey(key).getUTF8Value() : "";
}

std::string packet_of(Object info, std::int64_t creation_time, const std::string& language,
                      const std::string& id, const MetadataMarks& marks) {
  const std::string time = formatted("%04d-%02d-%02dT%02d:%02d:%02dZ", creation_time);
  Packet packet;
  packet.simple("dc:format", "application/pdf");
  packet.list("dc:title", "Alt", text_of(info, "/Title"));
  packet.list("dc:creator", "Seq", text_of(info, "/Author"));
  packet.list("dc:description", "Alt", text_of(info, "/Subject"));
  packet.list("dc:language", "Bag", language);
  packet.simple("xmp:CreateDate", time);
  packet.simple("xmp:ModifyDate", time);
  packet.simple("xmp:MetadataDate", time);
  packet.simple("xmp:CreatorTool", text_of(info, "/Creator"));
  packet.simple("pdf:Producer", text_of(info, "/Producer"));
  if (marks.trapped) packet.simple("pdf:Trapped", "False");
  packet.simple("pdfx:GTS_PDFXVersion", marks.info_version);
  packet.simple("pdfxid:GTS_PDFXVersion", marks.xmp_version);
  packet.simple("xmpMM:DocumentID", "uuid:" + id);
  packet.simple("xmpMM:InstanceID", "uuid:" + id);
  packet.simple("xmpMM:VersionID", "1");
  packet.simple("xmpMM:RenditionClass", "default");
  return packet.finish();
}

}  // namespace

void add_metadata(QPDF& pdf, std::string_view original, std::int64_t creation_time,
                  const std::string& language, const MetadataMarks& marks) {
  Object trailer = pdf.getTrailer();
  if (!trailer.getKey("/Info").isDictionary()) {
    trailer.replaceKey("/Info", pdf.makeIndirectObject(Object::newDictionary()));
  }
  Object info = trailer.getKey("/Info");
  // Cairo 1.16 writes its date without the prefix "D:" that ISO 32000-1, 7.9.4 wants.
  const Object date = Object::newString(formatted("D:%04d%02d%02d%02d%02d%02dZ", creation_time));
  info.replaceKey("/CreationDate", date);
  info.replaceKey("/ModDate", date);
  if (marks.trapped) info.replaceKey("/Trapped", Object::newName("/False"));
  if (!marks.info_version.empty()) info.replaceKey("/GTS_PDFXVersion", Object::newString(marks.info_version));

  // qpdf leaves a stream of this type uncompressed, so that programs which know no PDF can find it.
  Object stream = pdf.newStream(packet_of(info, creation_time, language, uuid_of(original), marks));
  stream.getDict().replaceKey("/Type", Object::newName("/Metadata"));
  stream.getDict().replaceKey("/Subtype", Object::newName("/XML"));
  pdf.getRoot().replaceKey("/Metadata", stream);
}

}  // namespace banxin
