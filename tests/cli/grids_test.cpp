// The grids in layouts/grids: every one can be extended, stands on its paper, and comes out in whole
// characters.
#include <gmock/gmock.h>

#include <string>

#include "project.h"

namespace banxin {
namespace {

struct Preset {
  const char* name;
  double width, height;  // of the paper, mm
  int columns, rows;
  int line;  // 字 of a line over all columns
};

class Grids : public test::Project, public testing::WithParamInterface<Preset> {};

/// newspaper.md 1.4: 对开 39 × 55 cm with a type area of about 35 × 49 cm, 四开 27.5 × 39 cm.
TEST_P(Grids, CanBeExtended) {
  const Preset& preset = GetParam();
  const std::string columns = "1-" + std::to_string(preset.columns),
                    rows = "1-" + std::to_string(preset.rows);
  write("layout.yaml", "extends: " + std::string(preset.name) + "\nframes:\n  lead: {kind: story, columns: " +
                           columns + ", rows: " + rows + ", legs: 1, head: 0行}\n");
  const test::Ran capacity = run("capacity layout.yaml --format json");
  ASSERT_EQ(capacity.status, 0) << capacity.err;
  write("a.md", "天地玄黄。\n");
  write("edition.yaml",
        "paper: 报\ndate: 2026-11-26\npages: [{number: 1, layout: layout.yaml, frames: {lead: a.md}}]\n");
  const test::Ran render = run("render edition.yaml -o page.json");
  ASSERT_EQ(render.status, 0) << render.err;
  const std::string dump = test::slurp(folder_ / "page.json");
  const auto number_after = [&](const std::string& key) {
    const std::size_t at = dump.find(key);
    return at == dump.npos ? -1.0 : std::atof(dump.c_str() + at + key.size());
  };
  constexpr double kPoint = 72 / 25.4;
  EXPECT_NEAR(number_after("\"width\":"), preset.width * kPoint, 0.01);
  EXPECT_NEAR(number_after("\"height\":"), preset.height * kPoint, 0.01);
  EXPECT_THAT(dump, testing::HasSubstr("1 leg of " + std::to_string(preset.line) + "字"))
      << dump.substr(0, 600);
}

TEST_F(Grids, ALockNamesAGridByItsName) {
  write("layout.yaml", "extends: berliner\nframes: {lead: {kind: story, columns: 1-6, rows: 1-86}}\n");
  write("a.md", "天地玄黄。\n");
  write("edition.yaml",
        "paper: 报\ndate: 2026-11-26\npages: [{number: 1, layout: layout.yaml, frames: {lead: a.md}}]\n");
  ASSERT_EQ(run("test edition.yaml --update").status, 0);
  EXPECT_THAT(test::slurp(folder_ / "edition.golden/banxin.lock"), testing::HasSubstr("\n\"berliner\":\""));
  EXPECT_EQ(run("test edition.yaml").status, 0);
}

INSTANTIATE_TEST_SUITE_P(Presets, Grids,
                         testing::Values(Preset{"duikai", 390, 545, 8, 99, 111},
                                         Preset{"broadsheet", 390, 545, 6, 99, 111},
                                         Preset{"sikai", 270, 390, 6, 69, 71},
                                         Preset{"tabloid", 270, 390, 5, 69, 71},
                                         Preset{"berliner", 315, 470, 6, 86, 89}),
                         [](const auto& preset) { return std::string(preset.param.name); });

}  // namespace
}  // namespace banxin
