// A nameplate 报头 that is delivered: as a PDF, a picture or a drawing. It stands in its frame, undistorted,
// and is a figure for readers who listen.
#include <gtest/gtest.h>

#include <cstdlib>
#include <nlohmann/json.hpp>
#include <string>

#include "project.h"

namespace banxin {
namespace {

using nlohmann::json;

/// A page whose nameplate is the file plate.*, 60 × 26 mm in a frame of 207 × 39 pt.
class Nameplate : public test::Project, public testing::WithParamInterface<const char*> {
 protected:
  void SetUp() override {
    write("plate.yaml",
          "page: {size: [60mm, 26mm]}\n"
          "grid: {size: 9pt, pitch: 13pt, columns: 1, measure: 15字, gap: 1字, rows: 5}\n"
          "frames:\n  sign: {kind: text, columns: 1, rows: 1-5, text: 报 名}\n");
    write("sign.yaml", "paper: 名\ndate: 2026-11-23\npages:\n  - {number: 1, layout: plate.yaml}\n");
    write("layout.yaml",
          "page: {size: [120mm, 100mm]}\n"
          "grid: {size: 9pt, pitch: 13pt, columns: 2, measure: 11字, gap: 1字, rows: 12}\n"
          "styles: {title: {size: 小二}}\n"
          "frames:\n"
          "  plate: {kind: nameplate, columns: 1-2, rows: 1-3, art: {file: " +
              file_ +
              ", alt: 测试报}}\n"
              "  lead: {kind: story, columns: 1-2, rows: 4-12}\n");
    write("a.md", "---\ntitle: 春耕\n---\n\n春雨过后，田里一片新绿。\n");
    write("edition.yaml",
          "paper: 测试报\ndate: 2026-11-23\npages:\n  - {number: 1, layout: layout.yaml, frames: {lead: "
          "a.md}}\n");
    ASSERT_EQ(run("render sign.yaml -o " + file_).status, 0);
  }

  const std::string file_ = std::string("plate.") + GetParam();
};

TEST_P(Nameplate, StandsInItsFrameUndistorted) {
  ASSERT_EQ(run("render edition.yaml -o page.json").status, 0);
  const json page = json::parse(test::slurp(folder_ / "page.json"))["pages"][0];
  json box;
  for (const json& item : page["items"]) {
    if (item.value("file", item.value("photo", "")) == file_)
      box = item[item.contains("image") ? "image" : "artwork"];
  }
  ASSERT_FALSE(box.is_null()) << page["items"].dump();
  EXPECT_NEAR(box[2].get<double>() / box[3].get<double>(), 60.0 / 26, 0.01);
  const json frame = page["fits"][0];
  ASSERT_EQ(frame["frame"], "plate");
  EXPECT_GE(box[1].get<double>(), frame["box"][1].get<double>());
  EXPECT_LE(box[1].get<double>() + box[3].get<double>(),
            frame["box"][1].get<double>() + frame["box"][3].get<double>() + 0.01);
}

TEST_P(Nameplate, IsAFigureAndGoesToThePress) {
  for (const char* press : {"none", "x1a"}) {
    const test::Ran ran = run(std::string("render edition.yaml -o page.pdf --press ") + press);
    EXPECT_EQ(ran.status, 0) << ran.err;
    const std::string command =
        "cd '" + folder_.string() + "' && qpdf --qdf --object-streams=disable page.pdf q.pdf";
    ASSERT_EQ(std::system(command.c_str()), 0);
    const std::string objects = test::slurp(folder_ / "q.pdf");
    EXPECT_NE(objects.find("/S /Figure"), objects.npos) << press;
    EXPECT_NE(objects.find("/Alt <feff6d4b8bd562a5>"), objects.npos) << press;
  }
}

INSTANTIATE_TEST_SUITE_P(All, Nameplate, testing::Values("pdf", "png", "svg"),
                         [](const auto& kind) { return std::string(kind.param); });

}  // namespace
}  // namespace banxin
