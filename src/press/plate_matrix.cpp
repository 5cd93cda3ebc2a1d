#include "press/plate_matrix.h"

#include <algorithm>
#include <cmath>

#include "base/json.h"
#include "press/plates.h"

namespace banxin {

namespace {

constexpr double kPpi = 150;  ///< a full stop of 9 pt is about two pixels

const PlateImage* plate_named(const PagePlates& page, const std::string& name) {
  for (const PlateImage& plate : page.plates) {
    if (plate.name == name) return &plate;
  }
  return nullptr;
}

bool prints(const PlateImage* plate) {
  return plate != nullptr &&
         std::any_of(plate->ink.begin(), plate->ink.end(), [](std::uint8_t ink) { return ink > 0; });
}

PlateState compared(const PlateImage* now, const PlateImage* before, bool same_size) {
  if (!prints(now)) return prints(before) ? PlateState::kDropped : PlateState::kNone;
  if (!prints(before) || !same_size) return PlateState::kChanged;
  return now->ink == before->ink ? PlateState::kUnchanged : PlateState::kChanged;
}

const char* word(PlateState state) {
  switch (state) {
    case PlateState::kNone:
      return "-";
    case PlateState::kNeeded:
      return "needed";
    case PlateState::kUnchanged:
      return "unchanged";
    case PlateState::kChanged:
      return "changed";
    case PlateState::kDropped:
      break;
  }
  return "dropped";
}

class MatrixMaker {
 public:
  PlateMatrix take() {
    for (std::vector<PlateState>& row : matrix_.pages) row.resize(matrix_.plates.size(), PlateState::kNone);
    for (std::vector<double>& row : matrix_.coverage) row.resize(matrix_.plates.size());
    return std::move(matrix_);
  }

  void add(const PagePlates& now, const PagePlates* before) {
    learn(now);
    if (before != nullptr) learn(*before);
    const bool same_size = before != nullptr && now.width == before->width && now.height == before->height;
    matrix_.pages.emplace_back();
    matrix_.coverage.emplace_back();
    for (const std::string& name : matrix_.plates) {
      const PlateImage* plate = plate_named(now, name);
      matrix_.coverage.back().push_back(plate == nullptr ? 0 : now.coverage(*plate));
      matrix_.pages.back().push_back(
          compare_ ? compared(plate, before == nullptr ? nullptr : plate_named(*before, name), same_size)
                   : (prints(plate) ? PlateState::kNeeded : PlateState::kNone));
    }
  }

  explicit MatrixMaker(bool compare) : compare_(compare) {}

 private:
  void learn(const PagePlates& page) {
    for (const PlateImage& plate : page.plates) {
      if (std::find(matrix_.plates.begin(), matrix_.plates.end(), plate.name) == matrix_.plates.end()) {
        matrix_.plates.push_back(plate.name);
      }
    }
  }

  bool compare_;
  PlateMatrix matrix_;
};

}  // namespace

std::optional<PlateMatrix> plate_matrix(std::string_view now, const std::string* before,
                                        std::string& problem) {
  const std::unique_ptr<PlateFile> file = PlateFile::open(now, problem);
  if (file == nullptr) return std::nullopt;
  const std::unique_ptr<PlateFile> old = before != nullptr ? PlateFile::open(*before, problem) : nullptr;
  if (before != nullptr && old == nullptr) return std::nullopt;
  MatrixMaker maker(before != nullptr);
  const auto draw = [&](const PlateFile& from, int page) {
    PagePlates drawn = from.draw(page, kPpi, PlateArea::kTrim);
    if (drawn.pixels() == 0) problem = "page " + std::to_string(page) + ": " + drawn.problems.back();
    return drawn;
  };
  for (int page = 1; page <= file->pages() && problem.empty(); ++page) {
    std::optional<PagePlates> earlier;
    if (old != nullptr && page <= old->pages()) earlier = draw(*old, page);
    const PagePlates drawn = draw(*file, page);
    if (problem.empty()) maker.add(drawn, earlier ? &*earlier : nullptr);
  }
  if (!problem.empty()) return std::nullopt;
  return maker.take();
}

std::string matrix_table(const PlateMatrix& matrix) {
  std::string out = "page";
  for (const std::string& plate : matrix.plates) out += "\t" + plate;
  out += "\n";
  int needed = 0, changed = 0;
  for (std::size_t page = 0; page < matrix.pages.size(); ++page) {
    out += std::to_string(page + 1);
    for (const PlateState state : matrix.pages[page]) {
      out += std::string("\t") + word(state);
      needed += state != PlateState::kNone && state != PlateState::kDropped;
      changed += state == PlateState::kChanged || state == PlateState::kNeeded;
    }
    out += "\n";
  }
  return out + std::to_string(needed) + " plates, " + std::to_string(changed) + " to be made\n";
}

std::string matrix_json(const PlateMatrix& matrix) {
  JsonWriter json;
  json.begin_array();
  for (std::size_t page = 0; page < matrix.pages.size(); ++page) {
    for (std::size_t i = 0; i < matrix.plates.size(); ++i) {
      json.line().begin_object().member("page", page + 1).member("plate", matrix.plates[i]);
      json.member("state", word(matrix.pages[page][i]));
      json.member("coverage", std::round(matrix.coverage[page][i] * 100) / 100).end_object();
    }
  }
  json.line().end_array();
  return json.text() + "\n";
}

}  // namespace banxin
