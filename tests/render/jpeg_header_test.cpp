#include "render/jpeg_header.h"

#include "support.h"

namespace banxin {
namespace {

std::optional<JpegHeader> header_of(std::string_view bytes) {
  std::string problem;
  std::optional<JpegHeader> header = read_jpeg_header(bytes, problem);
  EXPECT_EQ(header.has_value(), problem.empty()) << problem;
  return header;
}

std::string problem_of(std::string_view bytes) {
  std::string problem;
  EXPECT_FALSE(read_jpeg_header(bytes, problem));
  return problem;
}

TEST(JpegHeader, ReadsWhatTheFileSays) {
  const auto colour = header_of(test::make_jpeg({.width = 70, .height = 30}));
  ASSERT_TRUE(colour);
  EXPECT_EQ(colour->width, 70);
  EXPECT_EQ(colour->height, 30);
  EXPECT_EQ(colour->components, 3);
  EXPECT_FALSE(colour->adobe || colour->plain_rgb);
  EXPECT_EQ(colour->orientation, 1);
  EXPECT_EQ(header_of(test::make_jpeg({.kind = test::JpegKind::kGrey}))->components, 1);
  EXPECT_TRUE(header_of(test::make_jpeg({.kind = test::JpegKind::kAdobeCmyk}))->adobe);
  EXPECT_FALSE(header_of(test::make_jpeg({.kind = test::JpegKind::kCmyk}))->adobe);
  for (int orientation = 1; orientation <= 8; ++orientation) {
    EXPECT_EQ(header_of(test::make_jpeg({.progressive = true, .orientation = orientation}))->orientation,
              orientation);
  }
  EXPECT_EQ(header_of(test::make_jpeg({.orientation = 9}))->orientation, 1);
}

/// Telephones append films to their pictures.
TEST(JpegHeader, EndsWithThePicture) {
  const std::string jpeg = test::make_jpeg({});
  EXPECT_EQ(header_of(jpeg + "and a film")->size, jpeg.size());
}

TEST(JpegHeader, FindsAnyCut) {
  for (const bool progressive : {false, true}) {
    const std::string jpeg = test::make_jpeg({.progressive = progressive});
    for (std::size_t length = 0; length < jpeg.size(); ++length) {
      std::string problem;
      EXPECT_FALSE(read_jpeg_header(std::string_view(jpeg).substr(0, length), problem)) << length;
      EXPECT_FALSE(problem.empty());
    }
  }
}

TEST(JpegHeader, SaysWhatIsWrong) {
  const std::string jpeg = test::make_jpeg({});
  const std::size_t frame = jpeg.find("\xFF\xC0");
  ASSERT_NE(frame, std::string::npos);
  const auto with = [&](std::size_t at, char value) {
    std::string changed = jpeg;
    changed[frame + at] = value;
    return changed;
  };
  EXPECT_EQ(problem_of("GIF89a"), "is no JPEG");
  EXPECT_EQ(problem_of(jpeg.substr(0, jpeg.size() / 2)), "ends in the middle of the picture");
  EXPECT_EQ(problem_of(with(1, '\xC3')), "is coded in a way that PDF does not know (lossless or arithmetic)");
  EXPECT_EQ(problem_of(with(1, '\xC9')), "is coded in a way that PDF does not know (lossless or arithmetic)");
  EXPECT_EQ(problem_of(with(4, 12)), "has 12 bits a channel, not 8");
  EXPECT_EQ(problem_of(with(6, 0)), "does not say how large it is");  // 48 = 0x0030
  EXPECT_EQ(problem_of(with(9, 2)), "has 2 colour channels");
  EXPECT_EQ(problem_of(with(9, 4)), "has a broken segment");
  EXPECT_EQ(problem_of(with(3, 1)), "has a broken segment");
  EXPECT_EQ(problem_of("\xFF\xD8\xFF\xD9"), "holds no picture");
}

/// Nothing that a file can say may make the reader read outside of it (the sanitizers watch).
TEST(JpegHeader, SurvivesAnyChangedByte) {
  const std::string jpeg = test::make_jpeg({.width = 16, .height = 16, .orientation = 3});
  for (std::size_t at = 0; at < jpeg.size(); ++at) {
    for (const char value : {'\x00', '\x01', '\x7F', '\xC2', '\xD9', '\xDA', '\xE1', '\xFF'}) {
      std::string changed = jpeg, problem;
      changed[at] = value;
      read_jpeg_header(changed, problem);
    }
  }
}

}  // namespace
}  // namespace banxin
