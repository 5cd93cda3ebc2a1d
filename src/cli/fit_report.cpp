#include "cli/fit_report.h"

#include <algorithm>

#include "base/utf8.h"

namespace banxin {

namespace {

int longest_name(const PlacedEdition& edition) {
  int width = 0;
  for (const PlacedPage& page : edition.pages) {
    for (const FrameFit& fit : page.fits) width = std::max(width, terminal_width(fit.frame));
  }
  return width;
}

std::string lines_and_characters(int characters, int lines) {
  return std::to_string(characters) + " 字 (" + std::to_string(lines) + " 行)";
}

/// Furniture that fits has nothing to tell.
bool tells_nothing(const FrameFit& fit) { return fit.furniture && fit.over_lines == 0; }

std::string in_words(const FrameFit& fit) {
  if (tells_nothing(fit)) return "";
  if (!fit.bound && !fit.furniture) return "empty";
  if (fit.over_lines > 0 && fit.furniture) return "over by " + std::to_string(fit.over_lines) + " 行";
  if (fit.over_lines > 0) return "over by " + lines_and_characters(fit.over_characters, fit.over_lines);
  const int left = fit.slots - fit.lines;
  if (left <= 0 || fit.slots == 0) return "full";
  return "under by " + lines_and_characters(fit.characters * left / fit.slots, left);
}

/// Running copy is cut into paragraphs: each loses the indent of two 字 and on the average half of its last
/// line.
int in_paragraphs(const FrameFit& fit) {
  constexpr int kParagraph = 100, kIndent = 2;
  if (fit.slots == 0) return 0;
  const int lost = kIndent + fit.characters / fit.slots / 2;
  return fit.characters * kParagraph / (kParagraph + lost);
}

void write_members(JsonWriter& json, const PlacedPage& page, const FrameFit& fit) {
  json.member("page", page.number).member("frame", fit.frame);
  json.member("bound", fit.bound).member("lines", fit.lines).member("slots", fit.slots);
  json.member("characters", fit.characters).member("head_rows", fit.head_rows);
  json.member("over_lines", fit.over_lines).member("over_characters", fit.over_characters);
  json.member("note", fit.note);
}

template <class Line>
std::string report(const PlacedEdition& edition, Line line) {
  std::string out;
  const int width = longest_name(edition) + 2;
  for (const PlacedPage& page : edition.pages) {
    if (edition.pages.size() > 1) out += "page " + page.numbers() + "\n";
    for (const FrameFit& fit : page.fits) {
      const std::string words = line(fit);
      if (!words.empty()) out += "  " + padded(fit.frame, width) + words + "\n";
    }
  }
  return out;
}

}  // namespace

std::string fit_report(const PlacedEdition& edition) {
  return report(edition, [](const FrameFit& fit) {
    std::string words = in_words(fit);
    if (!fit.note.empty()) words += "; " + fit.note;
    return words;
  });
}

std::string capacity_report(const PlacedEdition& edition) {
  return report(edition, [](const FrameFit& fit) -> std::string {
    if (!fit.bound || fit.slots == 0) return "";
    std::string words = padded(std::to_string(fit.characters) + " 字", 9) + " in " +
                        std::to_string(fit.slots) + " 行; about " + std::to_string(in_paragraphs(fit)) +
                        " 字 in paragraphs";
    if (fit.head_rows > 0) words += "; below a headline of " + std::to_string(fit.head_rows) + " 行";
    if (!fit.note.empty()) words += "; " + fit.note;
    return words;
  });
}

std::string fits_as_json(const PlacedEdition& edition) {
  JsonWriter json;
  json.begin_array();
  for (const PlacedPage& page : edition.pages) {
    for (const FrameFit& fit : page.fits) {
      if (tells_nothing(fit)) continue;
      json.line().begin_object();
      write_members(json, page, fit);
      json.end_object();
    }
  }
  json.line().end_array();
  return json.text() + "\n";
}

void write_fits(JsonWriter& json, const PlacedEdition& edition, const std::string& file) {
  for (const PlacedPage& page : edition.pages) {
    for (const FrameFit& fit : page.fits) {
      if (tells_nothing(fit)) continue;
      json.line().begin_object().member("file", file).member("code", "fit").member("severity", "note");
      write_members(json, page, fit);
      json.member("message", in_words(fit)).end_object();
    }
  }
}

}  // namespace banxin
