// What photo files say about themselves.
#include "read/photo.h"

#include "read/photo_file.h"
#include "support.h"

namespace banxin {
namespace {

using test::exif_orientation;
using test::iptc;
using test::iptc_field;
using test::jpeg;
using test::xmp;

constexpr int kCharset = 90, kByline = 80, kCredit = 110, kCaption = 120;
const std::string kUtf8 = iptc_field(1, kCharset, "\x1B%G");

struct PhotoDesk : Desk {
  /// Reads an article whose front matter names p.jpg.
  Photo photo(const std::string& bytes, const std::string& keys = {}) {
    write("p.jpg", bytes);
    write("a.md", "---\nphotos:\n  - file: p.jpg\n" + keys + "---\n正文。\n");
    const auto document = read();
    return document ? document->articles.at(0).photos.at(0) : Photo{};
  }
};

TEST(PhotoMetadata, TurnedPicturesAreAsShown) {
  for (int orientation = 1; orientation <= 8; ++orientation) {
    PhotoDesk desk;
    const Photo photo = desk.photo(jpeg(60, 40, exif_orientation(orientation)));
    EXPECT_EQ(photo.width, orientation < 5 ? 60 : 40) << orientation;
    EXPECT_EQ(photo.height, orientation < 5 ? 40 : 60) << orientation;
    EXPECT_EQ(desk.findings(), "");
  }
}

TEST(PhotoMetadata, XmpComesBeforeIptc) {
  PhotoDesk desk;
  const Photo photo =
      desk.photo(jpeg(60, 40,
                      xmp("工作人员\n腌制泡菜", "新华社") +
                          iptc(kUtf8 + iptc_field(2, kCaption, "别的") + iptc_field(2, kCredit, "别人"))));
  EXPECT_EQ(desk.findings(), "");
  EXPECT_EQ(photo.caption.text, "工作人员腌制泡菜");
  EXPECT_EQ(photo.credit.text, "新华社");
  EXPECT_EQ(desk.sources.at(photo.caption.where().file).path, "a.md");
}

TEST(PhotoMetadata, IptcCreditOrByline) {
  PhotoDesk desk;
  const Photo photo = desk.photo(
      jpeg(60, 40, iptc(kUtf8 + iptc_field(2, kByline, "杨洋") + iptc_field(2, kCaption, "泡菜"))));
  EXPECT_EQ(photo.caption.text, "泡菜");
  EXPECT_EQ(photo.credit.text, "杨洋");
  PhotoDesk other;
  EXPECT_EQ(other.photo(jpeg(60, 40, iptc(iptc_field(2, kByline, "杨洋") + iptc_field(2, kCredit, "新华社"))))
                .credit.text,
            "新华社");
}

TEST(PhotoMetadata, TheArticleHasTheLastWord) {
  PhotoDesk desk;
  const Photo photo =
      desk.photo(jpeg(60, 40, xmp("照片里的说明", "照片里的署名")), "    caption: 稿件里的说明\n");
  EXPECT_EQ(photo.caption.text, "稿件里的说明");
  EXPECT_EQ(photo.credit.text, "照片里的署名");
}

TEST(PhotoMetadata, FieldsThatAreNotUtf8AreLeftOut) {
  PhotoDesk desk;
  const Photo photo = desk.photo(jpeg(60, 40, iptc(iptc_field(2, kCaption, "\xC5\xDD\xB2\xCB"))));
  EXPECT_TRUE(photo.caption.empty());
  EXPECT_EQ(desk.findings(),
            "a.md:3:11: warning[photo-metadata]: the field 'Caption' in photo 'p.jpg' is not UTF-8 and is "
            "left out\n"
            "  - file: p.jpg\n"
            "          ^~~~~\n"
            "hint: write the caption and credit in the article\n");
}

TEST(PhotoMetadata, BrokenMetadataIsNoReasonNotToPrint) {
  for (const std::string& extra :
       {test::segment(0xE1, std::string("Exif\0\0MM\0\x2A\xFF\xFF\xFF\xFF", 14)),
        test::segment(0xED, std::string("Photoshop 3.0\0008BIM\x04\x04\0\0\x7F\xFF\xFF\xFF", 26)),
        test::segment(0xE1, std::string("http://ns.adobe.com/xap/1.0/\0<x", 31))}) {
    PhotoDesk desk;
    const Photo photo = desk.photo(jpeg(60, 40, extra));
    EXPECT_EQ(photo.width, 60);
    EXPECT_FALSE(desk.diags.has_errors()) << desk.findings();
  }
}

TEST(WalkPhoto, Table) {
  struct Case {
    const char* name;
    std::string bytes;
    PhotoFile::Type type;
    int width;
    bool whole;
  };
  const std::string good = jpeg(60, 40),
                    progressive =
                        jpeg(60, 40, "", test::segment(0xC4, "t") + test::segment(0xDA, "s") + "x\xFF\xD9");
  const Case kCases[] = {
      {"jpeg", good, PhotoFile::Type::kJpeg, 60, true},
      {"trailing bytes", good + "rest", PhotoFile::Type::kJpeg, 60, true},
      {"several scans", progressive, PhotoFile::Type::kJpeg, 60, true},
      {"fill bytes", jpeg(60, 40, "\xFF\xFF"), PhotoFile::Type::kJpeg, 60, true},
      {"no end", jpeg(60, 40, "", ""), PhotoFile::Type::kJpeg, 60, false},
      {"cut in the header", good.substr(0, 8), PhotoFile::Type::kJpeg, 0, false},
      {"an end in a thumbnail", jpeg(60, 40, test::segment(0xE1, "\xFF\xD9"), ""), PhotoFile::Type::kJpeg, 60,
       false},
      {"segment of no length", "\xFF\xD8\xFF\xE0" + std::string(8, '\0'), PhotoFile::Type::kJpeg, 0, false},
      {"png", test::png(6, 4), PhotoFile::Type::kPng, 6, true},
      {"png without its end", test::png(6, 4).substr(0, 40), PhotoFile::Type::kPng, 6, false},
      {"gif", "GIF89a", PhotoFile::Type::kUnknown, 0, false},
      {"empty", "", PhotoFile::Type::kUnknown, 0, false},
  };
  for (const Case& c : kCases) {
    SCOPED_TRACE(c.name);
    const PhotoFile file = walk_photo(c.bytes);
    EXPECT_EQ(file.type, c.type);
    EXPECT_EQ(file.width, c.width);
    EXPECT_EQ(file.whole, c.whole);
  }
}

}  // namespace
}  // namespace banxin
