// banxin fonts: what the catalogue's roles are set in here, and which characters of a text they cannot set.
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <map>

#include "base/file_bytes.h"
#include "base/json.h"
#include "base/utf8.h"
#include "cli/commands.h"

namespace banxin {

namespace {

/// A character of a checked text, at its first place.
struct Finding {
  char32_t cp = 0;
  FaceId face = kNoFace;  ///< kNoFace: no face of the role has it
  std::size_t count = 0;
  SourceSpan first;
};

void print(const std::string& text) { std::fwrite(text.data(), 1, text.size(), stdout); }

const char* name_of(Weight weight) { return weight == Weight::kBold ? "bold" : "regular"; }

// ---- The list of roles

/// Opens the file of the face. Any character will do.
bool usable(const FontSet& fonts, std::size_t face) {
  const auto id = static_cast<FaceId>(face);
  return fonts.has_glyph(id, U' ') || fonts.has_glyph(id, U'一');
}

/// 1.06, 0.025: as it is written in the catalogue.
double as_written(Em em) { return std::round(em.em() * 10000) / 10000; }

std::string as_text(Em em) {
  std::array<char, 32> text;
  std::snprintf(text.data(), text.size(), "%g", as_written(em));
  return text.data();
}

/// How the face is matched to its neighbours; empty when it is set as it is.
std::string matched_by(const CatalogueFace& entry) {
  return (entry.scale == Em::of(1) ? "" : ", scale " + as_text(entry.scale)) +
         (entry.raise == Em() ? "" : ", raise " + as_text(entry.raise));
}

std::string place_of(const FontSet& fonts, std::size_t face) {
  const CatalogueFace& entry = fonts.catalogue().faces[face];
  const std::string& path = fonts.path(static_cast<FaceId>(face));
  if (path.empty())
    return "not installed" + (entry.package.empty() ? "" : ": Debian package " + entry.package);
  if (!usable(fonts, face)) return path + ": damaged";
  return path + (entry.index > 0 ? ", face " + std::to_string(entry.index) : "") + matched_by(entry);
}

std::string chain_as_text(const FontSet& fonts, const char* name, const std::vector<std::size_t>& chain) {
  std::string text;
  for (const std::size_t face : chain) {
    text += "  " + padded(face == chain.front() ? name : "", 7) +
            padded(fonts.catalogue().faces[face].family, 26) + place_of(fonts, face) + "\n";
  }
  return text;
}

std::string roles_as_text(const FontSet& fonts) {
  std::string text;
  for (const CatalogueRole& role : fonts.catalogue().roles) {
    text += role.name.value + " " + name_of(role.weight) + "\n" + chain_as_text(fonts, "han", role.han) +
            chain_as_text(fonts, "latin", role.latin) + chain_as_text(fonts, "italic", role.italic) +
            chain_as_text(fonts, "forms", role.forms) + chain_as_text(fonts, "marks", role.marks);
  }
  return text;
}

void write_chain(JsonWriter& json, const FontSet& fonts, const char* name,
                 const std::vector<std::size_t>& chain) {
  json.key(name).begin_array();
  for (const std::size_t face : chain) json.value(fonts.catalogue().faces[face].name.value);
  json.end_array();
}

std::string roles_as_json(const FontSet& fonts) {
  JsonWriter json;
  json.begin_object().key("roles").begin_array();
  for (const CatalogueRole& role : fonts.catalogue().roles) {
    json.line().begin_object().member("role", role.name.value).member("weight", name_of(role.weight));
    write_chain(json, fonts, "han", role.han);
    write_chain(json, fonts, "latin", role.latin);
    write_chain(json, fonts, "italic", role.italic);
    write_chain(json, fonts, "forms", role.forms);
    write_chain(json, fonts, "marks", role.marks);
    json.end_object();
  }
  json.line().end_array().key("faces").begin_array();
  for (std::size_t face = 0; face < fonts.catalogue().faces.size(); ++face) {
    const CatalogueFace& entry = fonts.catalogue().faces[face];
    const std::string& path = fonts.path(static_cast<FaceId>(face));
    json.line().begin_object().member("face", entry.name.value).member("family", entry.family);
    json.member("package", entry.package).member("installed", !path.empty());
    json.member("scale", as_written(entry.scale)).member("raise", as_written(entry.raise));
    if (!path.empty()) {
      json.member("file", path).member("index", entry.index).member("usable", usable(fonts, face));
    }
    json.end_object();
  }
  json.line().end_array().end_object();
  return json.text() + "\n";
}

// ---- The check of texts

bool is_variation_selector(char32_t cp) {
  return (cp >= 0xFE00 && cp <= 0xFE0F) || (cp >= 0xE0100 && cp <= 0xE01EF);
}

/// Characters that are never drawn need no glyph.
bool is_drawn(char32_t cp) {
  return cp > 0x20 && !(cp >= 0x7F && cp < 0xA0) && cp != 0xAD && !(cp >= 0x200B && cp <= 0x200F) &&
         !(cp >= 0x2028 && cp <= 0x202E) && !(cp >= 0x2060 && cp <= 0x206F) && cp != 0xFEFF &&
         !is_variation_selector(cp);
}

/// As the text stage asks, but by the character alone: enough to say which face it comes from.
FontSet::Part part_of(char32_t cp) {
  if (cp < 0x2000 && cp != U'·') return FontSet::Part::kLatin;
  static constexpr std::u32string_view kMarks = U"·‘’“”—…⋯";
  return kMarks.find(cp) != kMarks.npos ? FontSet::Part::kMarks : FontSet::Part::kHan;
}

/// Whether the face stands first among the installed ones of a chain of the role: nobody wonders about those.
bool is_first_choice(const FontSet& fonts, const FontChoice& choice, FaceId face) {
  for (const CatalogueRole& role : fonts.catalogue().roles) {
    if (role.name.value != choice.role) continue;
    for (const auto* chain : {&role.han, &role.latin, &role.marks}) {
      const auto first = std::find_if(chain->begin(), chain->end(), [&](std::size_t id) {
        return !fonts.path(static_cast<FaceId>(id)).empty();
      });
      if (first != chain->end() && *first == face) return true;
    }
  }
  return false;
}

/// The faces of the role that are not installed and might have the character.
std::string absent_faces(const FontSet& fonts, const FontChoice& choice) {
  std::string text;
  for (const CatalogueRole& role : fonts.catalogue().roles) {
    if (role.name.value != choice.role || role.weight != choice.weight) continue;
    for (const std::size_t id : role.han) {
      const CatalogueFace& face = fonts.catalogue().faces[id];
      if (!fonts.path(static_cast<FaceId>(id)).empty() || face.package.empty()) continue;
      text += (text.empty() ? "" : ", ") + face.family + " (Debian package " + face.package + ")";
    }
  }
  return text.empty() ? "" : "not installed: " + text;
}

class Checker {
 public:
  Checker(const FontSet& fonts, FontChoice choice, Context& context)
      : fonts_(fonts), choice_(std::move(choice)), hint_(absent_faces(fonts, choice_)), context_(context) {}

  void check(const std::string& path) {
    std::string text;
    const std::string problem = read_file_bytes(path, text, Readable::kFileOrPipe);
    if (!problem.empty()) {
      cannot_read("'" + path + "'", problem, context_, "unreadable");
      return;
    }
    const std::uint32_t file = context_.sources.add(path, std::move(text));
    check(file, context_.sources.at(file).text);
  }

  /// Missing characters and those that a later face stands in for, by code point.
  std::vector<Finding> findings() const {
    std::vector<Finding> out;
    for (const auto& [cp, finding] : found_) {
      if (finding.face == kNoFace || !is_first_choice(fonts_, choice_, finding.face)) out.push_back(finding);
    }
    return out;
  }

 private:
  void check(std::uint32_t file, const std::string& text) {
    if (const std::size_t at = invalid_utf8_at(text); at != std::string::npos) {
      const auto begin = static_cast<std::uint32_t>(at);
      context_.diags.error("not-utf8", {file, begin, begin + 1}, "the text is not UTF-8 from here on",
                           "save the file as UTF-8");
      return;
    }
    for (std::size_t i = 0; i < text.size();) {
      const Decoded d = decode_utf8(text, i);
      const std::size_t after = i + d.bytes;
      const char32_t next = after < text.size() ? decode_utf8(text, after).cp : 0;
      if (is_drawn(d.cp)) {
        note(d.cp, is_variation_selector(next) ? next : 0,
             {file, static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(after)});
      }
      i = after;
    }
  }

  void note(char32_t cp, char32_t variation, SourceSpan where) {
    const FaceId face = fonts_.face_for(choice_, part_of(cp), cp, variation);
    Finding& finding = found_[cp];
    if (finding.count++ == 0) finding = {cp, face, 1, where};
    if (face != kNoFace) return;
    context_.diags.error(
        "missing-glyph", where,
        "no font of role '" + choice_.role + "' has '" + to_utf8(cp) + "' (" + code_point_name(cp) + ")",
        hint_);
  }

  const FontSet& fonts_;
  const FontChoice choice_;
  const std::string hint_;
  Context& context_;
  std::map<char32_t, Finding> found_;
};

std::string findings_as_text(const std::vector<Finding>& findings, const FontSet& fonts,
                             const Sources& sources) {
  std::string text;
  for (const Finding& f : findings) {
    if (f.face == kNoFace) continue;  // told as an error
    const Sources::File& file = sources.at(f.first.file);
    const LineColumn at = line_column(file.text, f.first.begin);
    text += to_utf8(f.cp) + " " + padded(code_point_name(f.cp), 8) +
            padded(fonts.catalogue().faces[f.face].family, 26) + std::to_string(f.count) + "x, first at " +
            file.path + ":" + std::to_string(at.line) + ":" + std::to_string(at.column) + "\n";
  }
  return text;
}

std::string findings_as_json(const std::vector<Finding>& findings, const FontSet& fonts,
                             const Sources& sources) {
  JsonWriter json;
  json.begin_object().key("characters").begin_array();
  for (const Finding& f : findings) {
    const Sources::File& file = sources.at(f.first.file);
    const LineColumn at = line_column(file.text, f.first.begin);
    json.line().begin_object().member("character", to_utf8(f.cp)).member("codePoint", code_point_name(f.cp));
    if (f.face != kNoFace) json.member("face", fonts.catalogue().faces[f.face].name.value);
    json.member("missing", f.face == kNoFace).member("count", f.count);
    json.member("file", file.path).member("line", at.line).member("column", at.column).end_object();
  }
  json.line().end_array().end_object();
  return json.text() + "\n";
}

void check_texts(const FontsCommand& command, const FontSet& fonts, Context& context) {
  const FontChoice choice{command.role, command.weight == "bold" ? Weight::kBold : Weight::kRegular};
  if (!fonts.has_role(choice.role)) {
    context.diags.error("unknown-role", {}, "unknown role '" + choice.role + "'",
                        "`banxin fonts` lists them");
    return;
  }
  Checker checker(fonts, choice, context);
  for (const std::string& path : command.texts) checker.check(path);
  const std::vector<Finding> findings = checker.findings();
  print(command.format == "json" ? findings_as_json(findings, fonts, context.sources)
                                 : findings_as_text(findings, fonts, context.sources));
}

}  // namespace

void run_fonts(const FontsCommand& command, Context& context) {
  const std::optional<FontSet> fonts = open_fonts(context);
  if (!fonts) return;
  if (!command.texts.empty()) {
    check_texts(command, *fonts, context);
  } else {
    print(command.format == "json" ? roles_as_json(*fonts) : roles_as_text(*fonts));
  }
  fonts->report(context.diags);
}

}  // namespace banxin
