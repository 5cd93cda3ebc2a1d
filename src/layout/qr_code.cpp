#include "layout/qr_code.h"

#include <qrencode.h>

#include <memory>

namespace banxin {

namespace {

struct FreeCode {
  void operator()(QRcode* code) const { QRcode_free(code); }
};
using CodeHandle = std::unique_ptr<QRcode, FreeCode>;

constexpr int kQuiet = 4;  ///< modules, ISO/IEC 18004, 6.3.8

class Modules {
 public:
  explicit Modules(const QRcode& code) : code_(code) {}
  int width() const { return code_.width; }
  bool dark(int x, int y) const {
    return x >= 0 && y >= 0 && x < width() && y < width() && (code_.data[y * width() + x] & 1) != 0;
  }

 private:
  const QRcode& code_;
};

/// Runs along rows and runs along columns: together they leave no seam between neighbours that a renderer
/// could show as a light line. A module alone comes once.
std::vector<Rect> rectangles(const Modules& modules, Point start, Length module) {
  std::vector<Rect> out;
  const auto add = [&](int x, int y, int wide, int high) {
    out.push_back({start.x + module * x, start.y + module * y, module * wide, module * high});
  };
  const int n = modules.width();
  for (int line = 0; line < n; ++line) {
    for (int from = 0; from < n; ++from) {
      int across = 0, down = 0;
      while (!modules.dark(from - 1, line) && modules.dark(from + across, line)) ++across;
      while (!modules.dark(line, from - 1) && modules.dark(line, from + down)) ++down;
      const bool alone = across == 1 && !modules.dark(from, line - 1) && !modules.dark(from, line + 1);
      if (across > 1 || alone) add(from, line, across, 1);
      if (down > 1) add(line, from, 1, down);
    }
  }
  return out;
}

}  // namespace

std::optional<QrCode> qr_code(const std::string& text, const Rect& box) {
  const CodeHandle code(QRcode_encodeData(
      static_cast<int>(text.size()), reinterpret_cast<const unsigned char*>(text.data()), 0, QR_ECLEVEL_M));
  if (!code) return std::nullopt;
  const Modules modules(*code);
  const int all = modules.width() + 2 * kQuiet;
  const Length step = Length::millimetres(0.01);
  QrCode out;
  out.module = step * ((std::min(box.width, box.height) / all).units() / step.units());
  const Length side = out.module * all;
  out.box = {box.x + (box.width - side) / 2, box.y + (box.height - side) / 2, side, side};
  out.dark =
      rectangles(modules, {out.box.x + out.module * kQuiet, out.box.y + out.module * kQuiet}, out.module);
  return out;
}

}  // namespace banxin
