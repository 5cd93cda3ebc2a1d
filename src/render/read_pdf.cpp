#include "render/read_pdf.h"

#include <utility>

#include "render/module.h"
#include "render/read_pdf_text.h"
#include "render/text_lock.h"

namespace banxin {

struct PdfFile::Impl {
  Impl(const PdfModule& of, void* opened) : module(of), document(opened) {}
  Impl(const Impl&) = delete;
  Impl& operator=(const Impl&) = delete;
  ~Impl();

  const PdfModule& module;
  void* document;
};

PdfFile::Impl::~Impl() { module.close(document); }

PdfFile::PdfFile(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
PdfFile::~PdfFile() = default;
PdfFile::PdfFile(PdfFile&&) noexcept = default;
PdfFile& PdfFile::operator=(PdfFile&&) noexcept = default;

std::optional<PdfFile> PdfFile::open(std::string bytes, std::string& problem) {
  const PdfModule* const module = pdf_module(problem);
  void* const document = module != nullptr ? module->open(std::move(bytes), problem) : nullptr;
  if (document == nullptr) return std::nullopt;
  return PdfFile(std::make_unique<Impl>(*module, document));
}

int PdfFile::pages() const { return impl_->module.pages(impl_->document); }
PdfFile::Size PdfFile::size(int page) const { return impl_->module.size(impl_->document, page); }
void PdfFile::draw(int page, cairo_t* context) const {
  const auto lock = text_lock();
  impl_->module.draw(impl_->document, page, context);
}
Raster PdfFile::rasterise(int page, double ppi) const {
  const auto lock = text_lock();
  return impl_->module.rasterise(impl_->document, page, ppi);
}

PdfText read_pdf_text(const PdfFile& file, int page) {
  return file.impl_->module.text(file.impl_->document, page);
}
std::vector<Rect> read_pdf_pictures(const PdfFile& file, int page) {
  return file.impl_->module.pictures(file.impl_->document, page);
}

}  // namespace banxin
