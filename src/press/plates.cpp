#include "press/plates.h"

#include "press/plate_module.h"
#include "render/module.h"

namespace banxin {

double PagePlates::coverage(const PlateImage& plate) const {
  std::uint64_t sum = 0;
  for (const std::uint8_t ink : plate.ink) sum += ink;
  return plate.ink.empty() ? 0 : static_cast<double>(sum) / 2.55 / static_cast<double>(plate.ink.size());
}

struct PlateFile::Document {
  Document(const PlateModule& of, void* opened) : module(of), file(opened) {}
  Document(const Document&) = delete;
  Document& operator=(const Document&) = delete;
  ~Document() { module.close(file); }

  const PlateModule& module;
  void* file;
};

PlateFile::PlateFile(std::unique_ptr<Document> document) : document_(std::move(document)) {}
PlateFile::~PlateFile() = default;

std::unique_ptr<PlateFile> PlateFile::open(std::string_view pdf, std::string& problem) {
  const auto* const module = static_cast<const PlateModule*>(module_table("banxin_plates", problem));
  void* const file = module != nullptr ? module->open(pdf, problem) : nullptr;
  if (file == nullptr) return nullptr;
  return std::unique_ptr<PlateFile>(new PlateFile(std::make_unique<Document>(*module, file)));
}

int PlateFile::pages() const { return document_->module.pages(document_->file); }

PagePlates PlateFile::draw(int page, double ppi, PlateArea area) const {
  return document_->module.draw(document_->file, page, ppi, area);
}

std::vector<std::string> PlateFile::take_problems() const { return document_->module.take_problems(); }

}  // namespace banxin
