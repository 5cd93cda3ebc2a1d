// Font catalogue: YAML -> FontCatalogue.
#include <map>

#include "read/fields.h"
#include "read/file.h"
#include "read/read.h"

namespace banxin {

namespace {

using FaceNumbers = std::map<std::string, std::size_t>;

void read_faces(const YamlNode& node, FontCatalogue& catalogue, FaceNumbers& numbers, Reading& in) {
  for (const Entry* entry : named_entries(node, in)) {
    if (!has_form(*entry->value, Shape::kObject, entry->key, entry->where, in)) continue;
    const Fields keys(*entry->value, entry->where, kFaceKind, in);
    CatalogueFace face;
    face.name = {entry->key, entry->where};
    keys.text("family", face.family);
    std::vector<Spanned<std::string>> files;
    keys.texts("files", files);
    for (Spanned<std::string>& file : files) face.files.push_back(std::move(file.value));
    keys.integer("index", face.index);
    keys.text("package", face.package);
    keys.em("scale", face.scale);
    keys.em("raise", face.raise);
    numbers[entry->key] = catalogue.faces.size();
    catalogue.faces.push_back(std::move(face));
  }
}

void read_chain(const Fields& keys, std::string_view key, const FaceNumbers& numbers,
                std::vector<std::size_t>& out, Reading& in) {
  std::vector<Spanned<std::string>> names;
  keys.texts(key, names);
  for (const Spanned<std::string>& name : names) {
    const auto face = numbers.find(name.value);
    if (face != numbers.end()) {
      out.push_back(face->second);
      continue;
    }
    std::vector<std::string> known;
    for (const auto& [face_name, number] : numbers) known.push_back(face_name);
    in.error("unknown-face", name.where, "unknown face " + in_quotes(name.value),
             in.suggest(name.value, known, "the faces are"));
  }
}

void read_roles(const YamlNode& node, FontCatalogue& catalogue, const FaceNumbers& numbers, Reading& in) {
  for (const Entry* entry : named_entries(node, in)) {
    if (!has_form(*entry->value, Shape::kObject, entry->key, entry->where, in)) continue;
    const Fields keys(*entry->value, entry->where, kRoleKind, in);
    CatalogueRole role;
    const Parsed<FontChoice> name = parse_font(entry->key);
    if (const Mistake* mistake = std::get_if<Mistake>(&name)) {
      in.error(mistake->code, entry->where, mistake->message, mistake->hint);
      continue;
    }
    role.name = {std::get<FontChoice>(name).role, entry->where};
    role.weight = std::get<FontChoice>(name).weight;
    read_chain(keys, "han", numbers, role.han, in);
    read_chain(keys, "latin", numbers, role.latin, in);
    read_chain(keys, "italic", numbers, role.italic, in);
    read_chain(keys, "forms", numbers, role.forms, in);
    read_chain(keys, "marks", numbers, role.marks, in);
    catalogue.roles.push_back(std::move(role));
  }
}

}  // namespace

std::optional<FontCatalogue> read_catalogue(const std::string& name, std::string text, Sources& sources,
                                            Diagnostics& diags) {
  Reading in(sources, diags);
  const auto file = add_text(name, std::move(text), in);
  if (!file) return std::nullopt;
  const std::optional<Tree> tree = parse_yaml(*file, in);
  if (!tree) return std::nullopt;
  const Fields keys(tree->root(), {*file, 0, 0}, kCatalogueKind, in);
  FontCatalogue catalogue;
  FaceNumbers numbers;
  if (const YamlNode* faces = keys.node("faces")) read_faces(*faces, catalogue, numbers, in);
  if (const YamlNode* roles = keys.node("roles")) read_roles(*roles, catalogue, numbers, in);
  if (in.failed()) return std::nullopt;
  return catalogue;
}

}  // namespace banxin
