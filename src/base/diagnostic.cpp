#include "base/diagnostic.h"

#include <algorithm>

#include "base/json.h"
#include "base/utf8.h"

namespace banxin {

std::uint32_t Sources::add(std::string path, std::string text) {
  files_.push_back({std::move(path), std::move(text)});
  return static_cast<std::uint32_t>(files_.size() - 1);
}

Diagnostic& Diagnostics::error(std::string code, SourceSpan where, std::string message, std::string hint) {
  add({Severity::kError, std::move(code), where, std::move(message), std::move(hint)});
  return all_.back();
}

Diagnostic& Diagnostics::warning(std::string code, SourceSpan where, std::string message, std::string hint) {
  add({Severity::kWarning, std::move(code), where, std::move(message), std::move(hint)});
  return all_.back();
}

void Diagnostics::add(Diagnostic finding) {
  if (finding.severity == Severity::kError) ++errors_;
  all_.push_back(std::move(finding));
}

void Diagnostics::append(const Diagnostics& other) {
  all_.insert(all_.end(), other.all_.begin(), other.all_.end());
  errors_ += other.errors_;
}

LineColumn line_column(std::string_view text, std::uint32_t offset) {
  const std::string_view before = text.substr(0, std::min<std::size_t>(offset, text.size()));
  LineColumn at;
  at.line += static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n'));
  const std::size_t line = before.rfind('\n') + 1;  // npos + 1 is 0
  for (std::size_t i = line; i < before.size(); ++at.column) i += decode_utf8(text, i).bytes;
  return at;
}

namespace {

const char* name_of(Severity severity) { return severity == Severity::kError ? "error" : "warning"; }

int width_of(std::string_view text) {
  int width = 0;
  for (std::size_t i = 0; i < text.size();) {
    const Decoded d = decode_utf8(text, i);
    width += d.cp == '\t' ? 1 : terminal_width(d.cp);
    i += d.bytes;
  }
  return width;
}

/// The line of `text` that holds `where.begin`, and the caret line under it. A very long line is cut to the
/// neighbourhood of the span, a very long span to its start: a paragraph of copy is one line.
std::string excerpt(std::string_view text, SourceSpan where) {
  constexpr std::size_t kReach = 120;  // bytes shown of the span, and on either side of it: 80 columns of Han
  const std::size_t begin = std::min<std::size_t>(where.begin, text.size());
  std::size_t from = text.rfind('\n', begin == 0 ? 0 : begin - 1);
  from = from == std::string_view::npos || begin == 0 ? 0 : from + 1;
  std::size_t to = text.find('\n', begin);
  if (to == std::string_view::npos) to = text.size();
  if (to > from && text[to - 1] == '\r') --to;
  std::size_t end = std::clamp<std::size_t>(where.end, begin, std::max(begin, to));
  const bool cut = end - begin > kReach;
  if (cut) end = begin + kReach;
  if (begin - from > kReach) from = begin - kReach;
  if (cut) to = end;
  if (to > end && to - end > kReach) to = end + kReach;
  const auto inside = [&](std::size_t i) {
    return i > 0 && i < text.size() && (static_cast<unsigned char>(text[i]) & 0xC0) == 0x80;
  };
  while (inside(from)) ++from;
  while (inside(to)) --to;
  while (inside(end)) --end;

  std::string line;
  for (std::size_t i = from; i < to;) {
    const Decoded d = decode_utf8(text, i);
    append_utf8(line, d.cp == '\t' ? U' ' : d.cp < 0x20 ? U'\uFFFD' : d.cp);
    i += d.bytes;
  }
  if (cut) line += "…";
  const int before = width_of(text.substr(from, begin - from));
  const int under = std::max(1, width_of(text.substr(begin, std::min(end, to) - std::min(begin, to))));
  return line + "\n" + std::string(static_cast<std::size_t>(before), ' ') + "^" +
         std::string(static_cast<std::size_t>(under - 1), '~') + "\n";
}

}  // namespace

std::string render(const Diagnostic& d, const Sources& sources) {
  const auto place = [&](SourceSpan where) {
    const Sources::File& file = sources.at(where.file);
    const LineColumn at = line_column(file.text, where.begin);
    return file.path + ":" + std::to_string(at.line) + ":" + std::to_string(at.column);
  };
  std::string out;
  if (d.where.file != SourceSpan::kNoFile) out = place(d.where) + ": ";
  out += std::string(name_of(d.severity)) + "[" + d.code + "]: " + d.message + "\n";
  if (d.where.file != SourceSpan::kNoFile) out += excerpt(sources.at(d.where.file).text, d.where);
  for (const SourceSpan& where : d.also) {
    if (where.file != SourceSpan::kNoFile) out += "also: " + place(where) + "\n";
  }
  if (!d.hint.empty()) out += "hint: " + d.hint + "\n";
  return out;
}

std::string render_json(const Diagnostic& d, const Sources& sources) {
  JsonWriter json;
  json.begin_object()
      .member("severity", name_of(d.severity))
      .member("code", d.code)
      .member("message", d.message);
  if (d.where.file != SourceSpan::kNoFile) {
    const Sources::File& file = sources.at(d.where.file);
    const LineColumn from = line_column(file.text, d.where.begin), to = line_column(file.text, d.where.end);
    json.member("file", file.path).member("line", from.line).member("column", from.column);
    json.member("endLine", to.line).member("endColumn", to.column);
  }
  if (!d.also.empty()) {
    json.key("also").begin_array();
    for (const SourceSpan& where : d.also) {
      if (where.file == SourceSpan::kNoFile) continue;
      const Sources::File& file = sources.at(where.file);
      const LineColumn at = line_column(file.text, where.begin);
      json.begin_object().member("file", file.path).member("line", at.line).member("column", at.column);
      json.end_object();
    }
    json.end_array();
  }
  if (!d.pages.empty()) {
    json.key("pages").begin_array();
    for (const int page : d.pages) json.value(page);
    json.end_array();
  }
  if (!d.hint.empty()) json.member("hint", d.hint);
  json.end_object();
  return json.text() + "\n";
}

}  // namespace banxin
