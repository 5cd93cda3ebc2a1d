#include "plates.h"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <iterator>
#include <utility>
#include <vector>

#include "press/builtin.h"
#include "press/marks.h"
#include "press/press.h"
#include "press/separate.h"
#include "read/press_profile.h"

namespace banxin::test {

namespace {

std::string slurp(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// Just enough of TIFF 6.0 for what tiffsep writes without compression: one byte a pixel, 255 = paper.
Plate read_plate(const std::string& path) {
  const std::string tiff = slurp(path);
  Plate plate;
  EXPECT_EQ(tiff.substr(0, 2), "II") << path;
  const auto number = [&](std::size_t at, std::size_t bytes) {
    std::size_t value = 0;
    for (std::size_t i = bytes; i-- > 0;) value = value << 8 | static_cast<unsigned char>(tiff.at(at + i));
    return value;
  };
  std::map<std::size_t, std::pair<std::size_t, std::size_t>> tags;  // tag -> count, place of the values
  std::map<std::size_t, std::size_t> sizes;
  const std::size_t directory = number(4, 4), entries = number(directory, 2);
  for (std::size_t i = 0; i < entries; ++i) {
    const std::size_t entry = directory + 2 + 12 * i;
    const std::size_t tag = number(entry, 2), bytes = number(entry + 2, 2) == 3 ? 2 : 4,
                      count = number(entry + 4, 4);
    tags[tag] = {count, count * bytes <= 4 ? entry + 8 : number(entry + 8, 4)};
    sizes[tag] = bytes;
  }
  plate.width = static_cast<int>(number(tags[256].second, sizes[256]));
  plate.height = static_cast<int>(number(tags[257].second, sizes[257]));
  EXPECT_EQ(number(tags[259].second, sizes[259]), 1u) << "compressed";
  for (std::size_t i = 0; i < tags[273].first; ++i) {
    plate.bytes += tiff.substr(number(tags[273].second + i * sizes[273], sizes[273]),
                               number(tags[279].second + i * sizes[279], sizes[279]));
  }
  return plate;
}

}  // namespace

double Plate::at(int x, int y) const {
  const auto i = static_cast<std::size_t>(y) * static_cast<std::size_t>(width) + static_cast<std::size_t>(x);
  return (255 - static_cast<unsigned char>(bytes.at(i))) / 2.55;
}

Plates::Plates(const std::string& pdf, int ppi, int finer) : ppi_(ppi) {
  const TempFolder folder;
  const std::string file = folder.write("a.pdf", pdf);
  const std::string said = run("gs -q -dNOPAUSE -dBATCH -sDEVICE=tiffsep -sCompression=none -dLastPage=1 -r" +
                               std::to_string(ppi * finer) + " -dDownScaleFactor=" + std::to_string(finer) +
                               " -sOutputFile=" + folder.path("p.tif") + " " + file);
  EXPECT_EQ(said, "");
  for (const auto& entry : std::filesystem::directory_iterator(std::filesystem::path(file).parent_path())) {
    const std::string name = entry.path().stem().string();  // p(Cyan)
    if (!name.starts_with("p(")) continue;
    plates_[name.substr(2, name.size() - 3)] = read_plate(entry.path().string());
  }
  EXPECT_TRUE(plates_.contains("Black"));
}

double Plates::at(const std::string& plate, double x, double y) const {
  return plates_.at(plate).at(static_cast<int>(x / step()), static_cast<int>(y / step()));
}

std::string Plates::at(double x, double y) const {
  std::string out;
  for (const char* plate : {"Cyan", "Magenta", "Yellow", "Black"}) {
    out += (out.empty() ? "" : "/") + std::to_string(std::lround(at(plate, x, y)));
  }
  return out;
}

double Plates::most(const std::string& plate, double x, double y, double width, double height) const {
  double most = 0;
  for (double py = y; py < y + height; py += step()) {
    for (double px = x; px < x + width; px += step()) most = std::max(most, at(plate, px, py));
  }
  return most;
}

double Plates::coverage(const std::string& plate) const {
  const Plate& of = plates_.at(plate);
  double sum = 0;
  for (const char pixel : of.bytes) sum += 255 - static_cast<unsigned char>(pixel);
  return sum / 2.55 / static_cast<double>(of.bytes.size());
}

double Plates::most_ink(double x, double y, double width, double height) const {
  double most = 0;
  for (double py = y; py < y + height; py += step()) {
    for (double px = x; px < x + width; px += step()) {
      most = std::max(
          most, at("Cyan", px, py) + at("Magenta", px, py) + at("Yellow", px, py) + at("Black", px, py));
    }
  }
  return most;
}

PressProfile profile_named(const std::string& name) {
  Sources sources;
  Diagnostics diags;
  std::optional<PressProfile> profile =
      read_press_profile(name, std::string(builtin_press_profile(name).value()), sources, diags);
  for (const Diagnostic& d : diags.all()) ADD_FAILURE() << render(d, sources);
  return profile.value();
}

namespace {

std::string pdf_of(PlacedEdition edition, const FontSet& fonts, const PressProfile* press,
                   std::vector<std::size_t> pages) {
  Diagnostics diags;
  RenderOptions options;
  FinishOptions finish;
  options.creation_time = finish.creation_time = 1704672000;  // 2024-01-08T00:00:00Z
  options.pages = finish.pages = std::move(pages);
  PressPhotos photos;
  if (press != nullptr) {
    photos = press_photos(*press, std::string(builtin_newsprint_icc()));
    options.inks = InkUse::kKeys, options.press = &photos, options.slug = press->room;
    finish.press = press, finish.icc = builtin_newsprint_icc();
    add_marks(edition, fonts, *press);
  }
  const std::string drawn = must(render_pdf(edition, fonts, options, diags), diags);
  return must(finish_pdf(drawn, edition, finish, diags), diags);
}

}  // namespace

std::string finished(PlacedEdition edition, const PressProfile* press) {
  return pdf_of(std::move(edition), fonts(), press, {});
}

std::string finished(PlacedEdition edition, const FontSet& fonts, const PressProfile* press) {
  return pdf_of(std::move(edition), fonts, press, {});
}

std::string finished_page(PlacedEdition edition, std::size_t page, const FontSet& fonts,
                          const PressProfile& press) {
  return pdf_of(std::move(edition), fonts, &press, {page});
}

}  // namespace banxin::test
