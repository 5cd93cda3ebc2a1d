// banxin diff on PDFs that other tools made: words, places and pixels as far as the file gives them.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <string>
#include <vector>

#include "../press/small_pdf.h"
#include "project.h"

namespace banxin {
namespace {

using testing::HasSubstr;
using testing::Not;

/// Lines of text from the top of the page, 20 pt apart, in a Helvetica that is not embedded.
struct Foreign {
  std::vector<std::string> lines;
  std::string page;     ///< more keys: "/Rotate 90"
  double top = 160;     ///< of the first baseline
  std::string drawing;  ///< operators before the text
  std::string encoding = "/WinAnsiEncoding";

  std::string bytes() const {
    test::SmallPdf pdf;
    pdf.boxes = "/MediaBox [0 0 400 200]";
    pdf.page = page;
    pdf.fonts = "/H 10 0 R";
    pdf.objects = {"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding " + encoding + " >>"};
    pdf.content = drawing;
    double y = top;
    for (const std::string& line : lines) {
      pdf.content += " BT /H 12 Tf 20 " + std::to_string(y) + " Td [(" + line + ")] TJ ET";
      y -= 20;
    }
    return pdf.bytes();
  }
};

class ForeignPdf : public test::Project {
 protected:
  test::Ran diff(const Foreign& before, const Foreign& after, const std::string& options = {}) const {
    write("a.pdf", before.bytes());
    write("b.pdf", after.bytes());
    return run("diff a.pdf b.pdf " + options);
  }
  void expect(const test::Ran& ran, int status, const std::string& says) const {
    EXPECT_EQ(ran.status, status) << ran.out << ran.err;
    EXPECT_THAT(ran.out, HasSubstr(says));
    EXPECT_EQ(ran.err, "");
  }
};

const std::vector<std::string> kFox = {"The quick brown fox jumps", "over the lazy dog."};
const std::vector<std::string> kCat = {"The quick brown cat jumps", "over the lazy dog."};

TEST_F(ForeignPdf, TheSameIsTheSame) {
  for (const char* page : {"", "/Rotate 90", "/Rotate 180", "/Rotate 270", "/UserUnit 2",
                           "/CropBox [10 10 300 150]", "/MediaBox [400 200 0 0]"}) {
    expect(diff({kFox, page}, {kFox, page}), 0, "the same\n");
  }
}

TEST_F(ForeignPdf, AWordOnATurnedPage) {
  for (const char* page : {"", "/Rotate 90", "/Rotate 180", "/Rotate 270", "/UserUnit 2"})
    expect(diff({kFox, page}, {kCat, page}), 1, "‘fox’ became ‘cat’: …k brown [cat]");
}

TEST_F(ForeignPdf, ThePageIsTurned) {
  expect(diff({kFox}, {kFox, "/Rotate 90"}), 1, "the page was 400 × 200 pt, is 200 × 400 pt");
}

/// Nothing says that there is a space at the end of a line.
TEST_F(ForeignPdf, LinesBrokenElsewhereAreTheSameWords) {
  const std::vector<std::string> long_line = {"The quick brown fox jumps over", "the lazy dog."};
  expect(diff({kFox}, {long_line}, "--ppi 0"), 1,
         "line 1 broken anew\n0 changes in the words, 1 in the places");
  expect(diff({{"a well-", "known dog"}}, {{"a well-known", "dog"}}, "--ppi 0"), 1, "0 changes in the words");
}

TEST_F(ForeignPdf, SpacesThatAreGapsAreSpaces) {
  const std::vector<std::string> gaps = {"The) -300 (quick) -300 (brown) -300 (fox) -300 (jumps",
                                         "over) -300 (the) -300 (lazy) -300 (dog."};
  expect(diff({kFox}, {gaps}, "--ppi 0"), 1, "0 changes in the words");
  expect(diff({{"into"}}, {{"in) -300 (to"}}, "--ppi 0"), 1, "‘ ’ is new: …in[ ]to");
}

TEST_F(ForeignPdf, ALigatureIsItsLetters) {
  Foreign joined{{"\001ve dozen"}};
  joined.encoding = "<< /Type /Encoding /BaseEncoding /WinAnsiEncoding /Differences [1 /fi] >>";
  expect(diff({{"five dozen"}}, joined, "--ppi 0"), 1, "0 changes in the words");
  expect(diff(joined, {{"nine dozen"}}, "--ppi 0"), 1, "‘fiv’ became ‘nin’: …[nin]e dozen");
}

TEST_F(ForeignPdf, WhatMovedIsMeasured) {
  expect(diff({kFox}, {kFox, "", 145.827}, "--ppi 0"), 1,
         "  2 lines moved down 0.71行 (14.2 pt, 5.01 mm)\n0 changes in the words, 1 in the places");
}

TEST_F(ForeignPdf, WithoutTextThePixelsSpeak) {
  const Foreign small{{}, "", 160, "20 20 50 50 re f"}, large{{}, "", 160, "20 20 50 60 re f"}, empty{{}};
  expect(diff(small, small), 0, "the same\n");
  expect(diff(empty, empty), 0, "the same\n");
  expect(diff(small, large), 1, "0 changes in the words, 0 in the places, 1 page with other pixels\n");
  expect(diff(empty, small), 1, "1 page with other pixels\n");
  expect(diff({kFox}, empty, "--ppi 0"), 1, "is gone");
}

TEST_F(ForeignPdf, ALockedFileThatOpensIsCompared) {
  write("fox.pdf", Foreign{kFox}.bytes());
  write("cat.pdf", Foreign{kCat}.bytes());
  const std::string to = "cd '" + folder_.string() + "' && qpdf --encrypt ";
  ASSERT_EQ(std::system((to + "'' owner 256 --extract=n --print=none -- fox.pdf owner.pdf").c_str()), 0);
  ASSERT_EQ(std::system((to + "user owner 256 -- fox.pdf user.pdf").c_str()), 0);
  expect(run("diff owner.pdf fox.pdf"), 0, "the same\n");
  expect(run("diff owner.pdf cat.pdf"), 1, "‘fox’ became ‘cat’");
  const test::Ran ran = run("diff user.pdf cat.pdf");
  EXPECT_EQ(ran.status, 2);
  EXPECT_EQ(ran.err, "error[bad-pdf]: 'user.pdf' is encrypted\nhint: save it without a password\n");
}

TEST_F(ForeignPdf, DamageEndsWithAnAnswer) {
  const std::string good = Foreign{kFox}.bytes();
  write("good.pdf", good);
  int read = 0;
  for (std::size_t cut = 60; cut < good.size(); cut += 97) {
    write("cut.pdf", good.substr(0, cut));
    std::string holed = good;
    holed.replace(cut, std::min<std::size_t>(40, good.size() - cut), std::string(40, '\xFF'));
    write("holed.pdf", holed);
    for (const char* name : {"cut.pdf", "holed.pdf"}) {
      const test::Ran ran = run(std::string("diff good.pdf ") + name + " --ppi 20");
      EXPECT_THAT(ran.status, testing::AnyOf(0, 1, 2)) << name << " " << cut;
      EXPECT_TRUE(ran.status != 2 || ran.err != "") << name << " " << cut;
      if (ran.err.find("[not-drawn]") != std::string::npos) {
        EXPECT_EQ(ran.status, 1) << name << " " << cut;
      }
      read += ran.status != 2 ? 1 : 0;
    }
  }
  EXPECT_GT(read, 3);
}

TEST_F(ForeignPdf, APageThatCannotBeDrawnIsNotTheSame) {
  const Foreign huge{kFox, "/MediaBox [0 0 14000 14000] /UserUnit 1000"};
  const test::Ran ran = diff({kFox}, huge);
  EXPECT_EQ(ran.status, 1);
  EXPECT_THAT(ran.out, HasSubstr("the page can be drawn only as it was"));
}

TEST_F(ForeignPdf, DeliveredAdvertisements) {
  for (const char* name : {"tea.pdf", "bookshop.pdf"}) {
    const std::string file = std::string(BANXIN_SOURCE_DIR "/samples/furniture/delivered/") + name;
    expect(run("diff " + file + " " + file), 0, "the same\n");
  }
  const test::Ran ran =
      run("diff " BANXIN_SOURCE_DIR "/samples/furniture/delivered/tea.pdf " BANXIN_SOURCE_DIR
          "/samples/furniture/delivered/bookshop.pdf");
  EXPECT_EQ(ran.status, 1);
  EXPECT_THAT(ran.out, Not(HasSubstr("the same")));
}

/// Three million states of drawing, saved one on the other: 5 GB in Poppler, and 10 KB in the file.
TEST_F(ForeignPdf, WhatTakesTooMuchMemoryIsRefused) {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
  GTEST_SKIP() << "sanitizers take all addresses: there is no bound";
#endif
  Foreign hungry;
  for (int i = 0; i < 3'000'000; ++i) hungry.drawing += "q ";
  const test::Ran ran = diff({kFox}, hungry);
  EXPECT_EQ(ran.status, 2);
  EXPECT_EQ(ran.err, "error[bad-pdf]: 'b.pdf' takes more than 512 MB to read\n");
}

}  // namespace
}  // namespace banxin
