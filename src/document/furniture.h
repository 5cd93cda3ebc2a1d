// Page furniture: what stands on a page beside its stories.
#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/diagnostic.h"
#include "base/ink.h"
#include "base/length.h"

namespace banxin {

/// The words in braces that furniture text may hold. Beside them: names of the edition's own `fields`, roles
/// of its `credits`, and {page:…} with an article's file or a frame's name.
inline constexpr const char* kFieldNames[] = {
    "paper", "date",    "weekday", "section",  ///< 报名 日期 星期 版名
    "page",  "pages",                          ///< 版次; 今日 n 版: how many pages the edition has
    "issue", "credits",                        ///< 总第 n 期; 责编 版式 校对 with their names
    "lunar", "ganzhi",                         ///< 农历: 癸卯年十一月廿七; its year alone
    "year",  "month",   "day"};

/// Text with fields in braces. In lines of furniture, **…** and *…* choose other styles; a line "| a | b |"
/// is spread over its measure; "# …" is a heading, "---" a rule; every line of the source is one paragraph.
using FieldText = Spanned<std::string>;
inline constexpr std::size_t kLongestFurniture = 100'000;  ///< characters of one such text

/// What is delivered ready 来稿: a page of a PDF, a drawing (SVG) or a picture (JPEG, PNG), placed as it is.
struct Artwork {
  enum class Kind { kNone, kPdf, kSvg, kPicture };
  enum class Box { kTrim, kCrop, kBleed, kMedia };
  Kind kind = Kind::kNone;
  Spanned<std::string> file;  ///< as written
  std::string path;           ///< resolved; whether it is there, the measuring of artwork finds out
  Spanned<int> page{1, {}};   ///< of a PDF
  Box box = Box::kTrim;       ///< of a PDF page: what of it is shown
  std::string alt;            ///< what it shows, for readers who cannot see it

  // Found by looking into the file (render/placed_pdf.h).
  bool usable = false;
  Length width, height;                        ///< of the page's box, as it is shown, or of the drawing
  Length left, top;                            ///< of that box from the page's CropBox, as it is shown
  std::shared_ptr<const std::string> drawing;  ///< of a drawing: the PDF that was made of it
  int pixels_x = 0, pixels_y = 0;              ///< of a picture, upright
};

/// A line along the edge of a frame.
struct EdgeRule {
  enum class Form {
    kPlain,
    kThickThin,  ///< 文武线, the thick one outside
    kThinThick,  ///< 文武线, the thick one inside
    kDouble,     ///< two thin ones 双线
  };
  Length thickness;  ///< of the thick one; 0: none
  Form form = Form::kPlain;
};

/// 报头: the paper's name, and beside or below it a block of date, numbers, publisher and QR code.
struct Nameplate {
  enum class Direction { kHorizontal, kStacked };
  enum class BlockAt { kBelow, kRight, kLeft };
  FieldText name;
  Artwork art;  ///< instead of type
  Direction direction = Direction::kHorizontal;
  FieldText text;  ///< of the block
  BlockAt at = BlockAt::kBelow;
  Length block_width;  ///< of a block beside the name; 0: as wide as its lines
  FieldText qr;        ///< what the QR code says
  Length qr_size;      ///< with its quiet zone; 0: as large as the block allows
  EdgeRule box, divider;
};

/// Free text: 报眼, weather, notices, credits, 中缝.
struct TextFrame {
  FieldText text;  ///< absent: the edition's page gives it
  FieldText title;
  enum class Stand { kTop, kMiddle };
  std::string style = "furniture";
  Stand stand = Stand::kTop;  ///< where text stands that does not fill its frame
  int legs = 1;               ///< columns inside the frame
  EdgeRule box;
  std::optional<Ink> tint;  ///< 底纹
  Length padding;
};

/// One entry of a digest 导读.
struct DigestEntry {
  Spanned<std::string> title, line;
  Spanned<std::string> to;  ///< article file or frame name
  int page = 0;             ///< where that stands, filled in from the edition
};

/// 导读: entries with the pages where they stand.
struct DigestFrame {
  FieldText title;
  FieldText reference = {"第{page}版", {}};  ///< {page} is the entry's page
  bool leaders = true;                       ///< …… between title and reference
  EdgeRule box;
  std::optional<Ink> tint;
  Length padding;
};

/// A QR code that stands alone.
struct QrFrame {
  FieldText text;
};

/// 广告: a booked space.
struct AdvertFrame {
  FieldText label;  ///< the word 广告 over it; takes one row
  EdgeRule box;
};

using Furniture = std::variant<std::monostate, Nameplate, TextFrame, DigestFrame, QrFrame, AdvertFrame>;

/// An advertisement as it was booked.
struct Advert {
  Artwork art;
  Length width, height;  ///< booked; 0: the frame's
  SourceSpan size_where;
};

/// 责编 张三
struct Credit {
  std::string role, name;
};

}  // namespace banxin
