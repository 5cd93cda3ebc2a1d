#include "compare/report.h"

#include <algorithm>
#include <string_view>

#include "base/json.h"
#include "render/png_codec.h"

namespace banxin {

std::string_view report_html();
std::string_view report_css();
std::string_view report_js();

namespace {

std::string base64(std::string_view bytes) {
  static constexpr char kDigits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  out.reserve((bytes.size() + 2) / 3 * 4);
  for (std::size_t i = 0; i < bytes.size(); i += 3) {
    const auto byte = [&](std::size_t k) {
      return i + k < bytes.size() ? static_cast<unsigned>(static_cast<unsigned char>(bytes[i + k])) : 0u;
    };
    const unsigned group = byte(0) << 16 | byte(1) << 8 | byte(2);
    for (unsigned k = 0; k < 4; ++k) {
      out += i + k > bytes.size() ? '=' : kDigits[group >> (18 - 6 * k) & 63];
    }
  }
  return out;
}

std::string data_uri(const std::string& png) {
  return png.empty() ? "" : "data:image/png;base64," + base64(png);
}

void write_place(JsonWriter& json, const char* name, const ChangePlace& place) {
  if (place.page == kNoNode) return;
  json.key(name).begin_object().member("page", place.page).key("box").begin_array();
  json.value(place.box.x)
      .value(place.box.y)
      .value(place.box.width)
      .value(place.box.height)
      .end_array()
      .end_object();
}

void write_change(JsonWriter& json, const Change& change) {
  json.line().begin_object().member("layer", layer_name(change.layer)).member("kind", change.kind);
  json.member("where", change.where).member("message", change.message);
  json.member("before", change.before).member("after", change.after);
  json.member("left", change.context_before).member("right", change.context_after);
  write_place(json, "old", change.old_place);
  write_place(json, "new", change.new_place);
  json.end_object();
}

void write_page(JsonWriter& json, const ReportPart& part, const ReportPage& page) {
  const ScenePage& shown =
      page.new_page != kNoNode ? part.new_scene->pages[page.new_page] : part.old_scene->pages[page.old_page];
  json.line().begin_object().member("number", shown.number);
  json.member("width", shown.width).member("height", shown.height);
  if (page.old_page != kNoNode) json.member("oldIndex", page.old_page).member("old", data_uri(page.old_png));
  if (page.new_page != kNoNode) json.member("newIndex", page.new_page).member("new", data_uri(page.new_png));
  for (const PagePixels& pixels : part.comparison->pixels) {
    if (pixels.new_page != page.new_page) continue;
    json.member("differing", pixels.count).member("largest", pixels.largest);
  }
  json.end_object();
}

std::string as_json(const std::string& title, const std::vector<ReportPart>& parts) {
  JsonWriter json;
  json.begin_object().member("title", title).key("parts").begin_array();
  for (const ReportPart& part : parts) {
    json.line().begin_object().member("old", part.names.old_name).member("new", part.names.new_name);
    json.member("count", count_in_words(*part.comparison)).key("why").begin_array();
    for (const std::string& reason : part.why) json.value(reason);
    json.end_array().key("pages").begin_array();
    for (const ReportPage& page : part.pages) write_page(json, part, page);
    json.end_array().key("changes").begin_array();
    for (const Change& change : part.comparison->changes) write_change(json, change);
    json.end_array().end_object();
  }
  json.end_array().end_object();
  return json.text();
}

/// No "</script>" of the copy may end ours.
std::string inside_script(std::string json) {
  for (std::size_t at = json.find('<'); at != std::string::npos; at = json.find('<', at)) {
    json.replace(at, 1, "\\u003c");
  }
  return json;
}

}  // namespace

std::string html_report(const std::string& title, const std::vector<ReportPart>& parts) {
  std::string out;
  const std::string_view form = report_html();
  for (std::size_t at = 0; at < form.size();) {
    const std::size_t mark = std::min(form.find("{{", at), form.size());
    out += form.substr(at, mark - at);
    if (mark == form.size()) break;
    const std::size_t end = form.find("}}", mark);
    const std::string_view name = form.substr(mark + 2, end - mark - 2);
    if (name == "css") out += report_css();
    if (name == "js") out += report_js();
    if (name == "data") out += inside_script(as_json(title, parts));
    at = end + 2;
  }
  return out;
}

std::string png_of(const Raster& raster, int ppi) {
  std::string out;
  PngEncoder encoder({raster.width, raster.height, false, ppi}, out);
  bool good = encoder.start();
  for (int y = 0; good && y < raster.height; ++y) good = encoder.write_row(raster.row(y));
  return good && encoder.finish() ? out : std::string();
}

}  // namespace banxin
