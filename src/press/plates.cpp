#include "press/plates.h"

#include <optional>
#include <utility>

#include "base/bounded_work.h"
#include "base/packed.h"
#include "base/utf8.h"
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
  const auto* const module = static_cast<const PlateModule*>(pdf_module_table("banxin_plates", problem));
  if (module == nullptr) return nullptr;
  const auto look = [&] {
    std::string failure;
    void* const file = module->open(pdf, failure);
    if (file != nullptr) module->close(file);
    return failure;
  };
  const std::optional<std::string> failure = bounded_work(look, problem);
  if (failure) problem = *failure;
  void* const file = problem.empty() ? module->open(pdf, problem) : nullptr;
  if (file == nullptr) return nullptr;
  return std::unique_ptr<PlateFile>(new PlateFile(std::make_unique<Document>(*module, file)));
}

int PlateFile::pages() const { return document_->module.pages(document_->file); }

PagePlates PlateFile::draw(int page, double ppi, PlateArea area) const {
  const auto work = [&] {
    const PagePlates drawn = document_->module.draw(document_->file, page, ppi, area);
    PackedWriter packed;
    for (const int whole : {drawn.width, drawn.height, static_cast<int>(drawn.plates.size())}) {
      packed.whole(whole);
    }
    packed.number(drawn.ppi);
    for (const PlateImage& plate : drawn.plates) {
      packed.text(plate.name);
      packed.text({reinterpret_cast<const char*>(plate.ink.data()), plate.ink.size()});
    }
    packed.whole(static_cast<std::int64_t>(drawn.problems.size()));
    for (const std::string& said : drawn.problems) packed.text(said);
    return packed.take();
  };
  PagePlates out;
  std::string problem;
  const std::optional<std::string> drawn = bounded_work(work, problem, {}, &out.seconds);
  if (!drawn) return out.problems.push_back("the page " + problem), out;
  PackedReader packed(*drawn);
  out.width = static_cast<int>(packed.whole()), out.height = static_cast<int>(packed.whole());
  out.plates.resize(static_cast<std::size_t>(packed.whole()));
  out.ppi = packed.number();
  for (PlateImage& plate : out.plates) {
    plate.name = printable(packed.text());
    const std::string_view ink = packed.text();
    plate.ink.assign(ink.begin(), ink.end());
  }
  for (std::int64_t left = packed.whole(); left > 0; --left) out.problems.push_back(printable(packed.text()));
  return out;
}

}  // namespace banxin
