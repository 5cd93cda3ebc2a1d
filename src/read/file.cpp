#include "read/file.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fstream>

#include "base/utf8.h"
#include "read/gb18030.h"

namespace banxin {

namespace fs = std::filesystem;

namespace {

/// What the machine says, in our words where it is something that users meet.
std::string reason(std::error_code ec) {
  if (ec == std::errc::no_such_file_or_directory || ec == std::errc::not_a_directory) return "no such file";
  if (ec == std::errc::permission_denied) return "permission denied";
  if (ec == std::errc::too_many_symbolic_link_levels) return "its symbolic links run in a circle";
  if (ec == std::errc::filename_too_long) return "the name is too long";
  return ec.message();
}

void report_broken_utf8(std::uint32_t file, std::size_t at, Reading& in) {
  const std::string& text = in.sources().at(file).text;
  char byte[8];
  std::snprintf(byte, sizeof byte, "%02X", static_cast<unsigned>(static_cast<unsigned char>(text[at])));
  const auto begin = static_cast<std::uint32_t>(at);
  const bool utf16 = text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF");
  const char* encoding = utf16 ? "UTF-16" : looks_like_gb18030(text) ? "GB18030" : nullptr;
  const std::string hint = encoding != nullptr
                               ? std::string("the bytes read as ") + encoding + "; convert: iconv -f " +
                                     encoding + " -t UTF-8 " + in.sources().at(file).path
                               : "save the file as UTF-8";
  in.error("not-utf8", {file, begin, begin + 1}, std::string("byte ") + byte + " is not UTF-8", hint);
}

bool is_control(char32_t cp) {
  return (cp < 0x20 && cp != '\t' && cp != '\n' && cp != '\r') || (cp >= 0x7F && cp < 0xA0);
}

/// False when one was found; the first is told.
bool free_of_controls(std::uint32_t file, Reading& in) {
  const std::string& text = in.sources().at(file).text;
  for (std::size_t i = 0; i < text.size();) {
    const Decoded d = decode_utf8(text, i);
    if (is_control(d.cp)) {
      const auto begin = static_cast<std::uint32_t>(i);
      in.error("control-character", {file, begin, static_cast<std::uint32_t>(i + d.bytes)},
               "control character " + code_point_name(d.cp), "remove it");
      return false;
    }
    i += d.bytes;
  }
  return true;
}

/// Line ends of the old Macintosh, CR alone, become LF; no byte moves.
void mend_line_ends(std::string& text) {
  for (std::size_t i = text.find('\r'); i != std::string::npos; i = text.find('\r', i + 1)) {
    if (i + 1 == text.size() || text[i + 1] != '\n') text[i] = '\n';
  }
}

std::optional<std::string> read_bytes(const fs::path& path, const Asked& asked, Reading& in) {
  const auto fail = [&](const std::string& why) {
    in.error("unreadable", asked.where,
             "cannot read " + asked.what + " " + in_quotes(path.string()) + ": " + why);
    return std::nullopt;
  };
  std::error_code ec;
  const fs::file_status status = fs::status(path, ec);
  if (ec || !fs::exists(status)) return fail(ec ? reason(ec) : "no such file");
  if (!fs::is_regular_file(status))
    return fail(fs::is_directory(status) ? "it is a folder" : "it is not a file");
  const std::uintmax_t size = fs::file_size(path, ec);
  if (ec) return fail(reason(ec));
  if (size > kLargestText) {
    return fail("it has " + std::to_string(size) + " bytes; the most is " + std::to_string(kLargestText));
  }
  std::ifstream file(path, std::ios::binary);
  if (!file) return fail(std::strerror(errno));
  std::string text(static_cast<std::size_t>(size), '\0');
  file.read(text.data(), static_cast<std::streamsize>(size));
  text.resize(static_cast<std::size_t>(file.gcount()));
  return text;
}

}  // namespace

std::optional<std::uint32_t> add_text(const std::string& name, std::string text, Reading& in) {
  if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
  mend_line_ends(text);
  const std::uint32_t file = in.sources().add(name, std::move(text));
  const std::string& kept = in.sources().at(file).text;
  if (const std::size_t bad = invalid_utf8_at(kept); bad != std::string::npos) {
    report_broken_utf8(file, bad, in);
    return std::nullopt;
  }
  if (!free_of_controls(file, in)) return std::nullopt;
  if (kept.find_first_not_of(" \t\r\n") == std::string::npos) {
    in.error("empty-file", {file, 0, 0}, "the file is empty");
    return std::nullopt;
  }
  return file;
}

std::optional<std::uint32_t> load_text(const fs::path& path, const Asked& asked, Reading& in) {
  std::optional<std::string> text = read_bytes(path, asked, in);
  if (!text) return std::nullopt;
  return add_text(path.string(), std::move(*text), in);
}

Project::Project(const fs::path& edition) {
  std::error_code ec;
  const fs::path whole = fs::weakly_canonical(fs::absolute(edition, ec), ec);
  const fs::path folder = whole.parent_path();
  root_ = folder;
  for (fs::path at = folder; !at.empty(); at = at.parent_path()) {
    if (fs::is_directory(at / "layouts", ec) || fs::exists(at / ".git", ec)) {
      root_ = at;
      return;
    }
    if (at == at.root_path()) return;
  }
}

namespace {

bool is_inside(const fs::path& path, const fs::path& folder) {
  auto at = path.begin();
  for (const fs::path& part : folder) {
    if (part.empty()) continue;  // a trailing slash
    if (at == path.end() || *at != part) return false;
    ++at;
  }
  return true;
}

/// A file of the same folder that a typing error away gives the name.
std::string near_file(const fs::path& path) {
  constexpr int kMostLooked = 1000;
  std::vector<std::string> names;
  std::error_code ec;
  fs::directory_iterator at(path.parent_path().empty() ? fs::path(".") : path.parent_path(), ec);
  for (int i = 0; !ec && at != fs::directory_iterator() && i < kMostLooked; at.increment(ec), ++i) {
    names.push_back(at->path().filename().string());
  }
  std::sort(names.begin(), names.end());
  return nearest(path.filename().string(), names);
}

}  // namespace

std::optional<fs::path> Project::locate(const std::string& written, const fs::path& from, const Asked& asked,
                                        Reading& in) const {
  const fs::path path = (from.parent_path() / fs::path(written)).lexically_normal();
  std::error_code ec;
  const fs::path whole = fs::weakly_canonical(fs::absolute(path, ec), ec);
  if (ec) {
    in.error("unreadable", asked.where,
             "cannot read " + asked.what + " " + in_quotes(written) + ": " + reason(ec));
    return std::nullopt;
  }
  if (!is_inside(whole, root_)) {
    in.error("outside-project", asked.where,
             asked.what + " " + in_quotes(written) + " is outside the project",
             "keep the file below the project's folder, the one that holds 'layouts/'");
    return std::nullopt;
  }
  const auto stand_in = stand_ins_.find(whole);
  if (stand_in == stand_ins_.end()) return path;
  stand_in->second.used = true;
  return stand_in->second.path;
}

void Project::replace(const fs::path& old, const fs::path& stand_in, SourceSpan where) {
  std::error_code ec;
  stand_ins_.try_emplace(fs::weakly_canonical(fs::absolute(old, ec), ec), StandIn{stand_in, where});
}

void Project::report_unused(Reading& in) const {
  for (const auto& [path, stand_in] : stand_ins_) {
    if (stand_in.used) continue;
    in.error("replaces-nothing", stand_in.where,
             in_quotes(in.text_at(stand_in.where)) + " is named nowhere in the edition");
  }
}

std::optional<fs::path> Project::resolve(const std::string& written, const fs::path& from, const Asked& asked,
                                         Reading& in) const {
  const std::optional<fs::path> path = locate(written, from, asked, in);
  std::error_code ec;
  if (!path || fs::exists(*path, ec)) return path;
  const std::string near = near_file(*path);
  in.error("not-found", asked.where, asked.what + " " + in_quotes(written) + " not found",
           near.empty() ? "looked for " + path->string() : "did you mean " + in_quotes(near) + "?");
  return std::nullopt;
}

}  // namespace banxin
