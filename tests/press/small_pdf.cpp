#include "small_pdf.h"

#include <array>
#include <cstdio>
#include <map>

namespace banxin::test {

std::string stream(const std::string& dictionary, const std::string& data) {
  return "<< " + dictionary + " /Length " + std::to_string(data.size()) + " >>\nstream\n" + data +
         "\nendstream";
}

/// CFF (Adobe technical note 5176): header, the indexes of names, dictionaries, strings and subroutines, and
/// one glyph that is empty.
std::string smallest_font() {
  using namespace std::string_literals;
  return "\1\0\4\1"
         "\0\1\1\1\2\101"
         "\0\1\1\1\5\34\0\27\21"
         "\0\0"
         "\0\0"
         "\0\1\1\1\2\16"s;
}

std::string SmallPdf::bytes() const {
  std::map<int, std::string> all;
  std::string kids = "3 0 R";
  const std::string shared =
      "/Parent 2 0 R /Resources << /Font << /F 5 0 R " + fonts +
      " >> /ExtGState << /BLACK << /OP true /op true /OPM 1 >> "
      "/WHITE << /OP false /op false /OPM 1 >> /NOMODE << /OP true /op true /OPM 0 >> " +
      states + " >> " + resources + " >> ";
  all[1] = "<< /Type /Catalog /Pages 2 0 R " + catalog +
           (catalog.find("/Lang") == catalog.npos ? " /Lang (zh)" : "") + " >>";
  all[3] = "<< /Type /Page /Contents 4 0 R " + boxes + " " + shared + page + " >>";
  all[4] = stream("", content);
  all[5] =
      "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding "
      "/FontDescriptor << /Type /FontDescriptor /FontName /Helvetica /FontFile3 6 0 R >> >>";
  all[6] = stream("/Subtype /Type1C", smallest_font());
  all[7] = "<< " + info + " >>";
  int number = 10;
  for (const std::string& object : objects) all[number++] = object;
  for (const std::string& other : more_pages) {
    kids += " " + std::to_string(number) + " 0 R";
    all[number++] = "<< /Type /Page /Contents 4 0 R " + shared + other + " >>";
  }
  all[2] = "<< /Type /Pages /Kids [" + kids + "] /Count " + std::to_string(1 + more_pages.size()) + " >>";

  std::string out = "%PDF-" + version + "\n%\xC2\xB5\n";
  std::string table;
  int last = 0;
  table = "0 1\n0000000000 65535 f \n";
  for (const auto& [id, text] : all) {
    std::array<char, 40> row;
    std::snprintf(row.data(), row.size(), "%d 1\n%010zu 00000 n \n", id, out.size());
    table += row.data();
    out += std::to_string(id) + " 0 obj\n" + text + "\nendobj\n";
    last = id;
  }
  const std::size_t start = out.size();
  return out + "xref\n" + table + "trailer\n<< /Size " + std::to_string(last + 1) +
         " /Root 1 0 R /Info 7 0 R " + trailer + " >>\nstartxref\n" + std::to_string(start) + "\n%%EOF\n";
}

}  // namespace banxin::test
