// A story as the desk wrote it: headline group, paragraphs, photos.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "document/style.h"

namespace banxin {

/// Where a stretch of paragraph text came from; up to the next piece both run byte by byte.
struct SourcePiece {
  std::size_t text_begin = 0;
  SourceSpan where;
};

/// Copy with its places of origin.
struct Copy {
  std::string text;  ///< UTF-8; no line breaks but U+2028 where the desk forced one
  std::vector<SourcePiece> origin;

  bool empty() const { return text.empty(); }
  /// Where text bytes [begin, end) were written.
  SourceSpan source_of(std::size_t begin, std::size_t end) const;
  SourceSpan where() const { return source_of(0, text.size()); }
};

/// Emphasis of a stretch of text, as marked in Markdown.
struct Emphasis {
  std::size_t begin = 0, end = 0;  ///< bytes in the paragraph's text
  bool strong = false;             ///< **…**: 黑体
  bool italic = false;             ///< *…*: 楷体
};

/// A mark between the lines 行间标点, or the reading over a word (typography.md 5.4). It takes no room
/// between the lines; readings may spread the characters below them.
struct InterlinearMark {
  enum class Kind {
    kDots,       ///< 着重号: a dot below each character
    kName,       ///< 专名号: a straight line below
    kTitle,      ///< 书名号甲式: a wavy line below
    kUnderline,  ///< a line below words that are no name
    kMourning,   ///< 示亡号: a frame
    kRuby,       ///< 注音: a reading above
    kNoBreak,    ///< not drawn: no line ends inside these words
    kBopomofo,   ///< 注音符号: a reading at the right of each character
  };
  Kind kind = Kind::kDots;
  std::size_t begin = 0, end = 0;  ///< bytes in the paragraph's text
  Copy reading;                    ///< of kRuby and kBopomofo
  SourceSpan where;                ///< of the markup and what stands in it
};

/// A stretch of text in a named character style, `[文字]{.price}`: one of the layout, or one that every
/// layout has.
struct StyledSpan {
  std::size_t begin = 0, end = 0;  ///< bytes in the paragraph's text
  std::string name;                ///< without the dot
  SourceSpan where;                ///< of the name and its dot
};

/// What a paragraph stands in, from the outside to the inside.
struct Container {
  enum class Kind {
    kQuote,  ///< 引文
    kList,
    kItem,
  };
  Kind kind = Kind::kQuote;
  int number = 0;  ///< of the container in the article: the same for all that stands in it
  constexpr bool operator==(const Container&) const = default;
};

/// Copy with all that Markdown says of its stretches.
struct MarkedCopy {
  Copy copy;
  std::vector<Emphasis> emphasis;      ///< in order, not overlapping
  std::vector<StyledSpan> spans;       ///< by begin, the longer one first; one may stand in another
  std::vector<InterlinearMark> marks;  ///< likewise
};

/// A table in the text 表格. Every row has as many cells as there are columns.
struct Table {
  enum class Align { kAutomatic, kLeft, kCentre, kRight };
  std::vector<Align> columns;
  std::vector<std::vector<MarkedCopy>> rows;  ///< the first is the header 表头
  SourceSpan where;
};

struct Paragraph {
  enum class Kind {
    kBody,       ///< 正文, also in quotations and lists
    kCrossHead,  ///< 小标题
    kNote,       ///< 表注: small, below a table
    kCaption,    ///< 表题: above a table
    kOrnament,   ///< `***`: a line of ornament between parts of the text
    kRule,       ///< `---`: a short rule, likewise
    kTable,
  };
  Kind kind = Kind::kBody;
  Copy copy;
  std::vector<Emphasis> emphasis;      ///< in order, not overlapping
  std::vector<InterlinearMark> marks;  ///< by begin, the longer one first; one may stand in another
  /// Lines more (fewer) than its best setting, as the editor asks: `{lines=+1}` at the end of the paragraph.
  Spanned<int> extra_lines;
  std::vector<StyledSpan> spans;   ///< by begin, the longer one first; one may stand in another
  std::vector<Container> inside;   ///< quotations and lists, from the outside
  Copy label;                      ///< of the first paragraph of a list item: "1." or "•"
  int level = 2;                   ///< of a cross-head: 2 or 3
  std::optional<HeadPlace> place;  ///< of a cross-head, if not as its style says
  bool continued = false;  ///< goes on with the paragraph before a list, quotation or table: no indent
  bool optional = false;   ///< may be left out when the story is over, where its frame says so (`fit:`)
  Spanned<int> drop_cap;   ///< lines of a drop capital 首字下沉; 0: none asked for
  Table table;             ///< of kTable
};

struct Photo {
  Spanned<std::string> file;  ///< as written, relative to the article
  std::string path;           ///< resolved
  int width = 0, height = 0;  ///< pixels, as shown (EXIF rotation applied)
  Copy caption;               ///< 图片说明; from IPTC/XMP when the article gives none
  Copy credit;                ///< 摄影署名, likewise
  Copy alt;                   ///< what the picture shows, for readers who cannot see it; empty: the caption
  double focus_x = 0.5, focus_y = 0.5;  ///< the point that a crop keeps, as fractions of width and height
};

struct Article {
  std::uint32_t file = SourceSpan::kNoFile;
  Copy kicker;      ///< 引题
  Copy title;       ///< 主题
  Copy subtitle;    ///< 副题
  Copy deck;        ///< 提要
  Copy byline;      ///< 署名
  Copy dateline;    ///< 电头, run in at the start of the first paragraph
  Copy jump_title;  ///< over its part on another page; empty: the title
  std::vector<Photo> photos;
  std::vector<Paragraph> paragraphs;
};

}  // namespace banxin
