#include "preview/sample_copy.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/utf8.h"
#include "layout/layout.h"

namespace banxin {

namespace {

/// Written for this purpose: about nothing that was news, with the marks and figures of newspaper copy.
constexpr std::array kParagraphs = {
    "清晨六点，老街口的早点铺已经升起热气。卖豆浆的师傅一边招呼客人，一边把刚出锅的油条码进竹筐。几位晨练归来"
    "的老人坐"
    "在门前，聊着昨夜的一场小雨。",
    "河堤两岸的柳树又绿了。去年秋天，这里新修了3公里步道，沿途设了12处长椅和8盏太阳能路灯。“以前路不好走，现"
    "在天天"
    "都想来转一圈。”家住附近的居民说。",
    "图书馆二楼的阅览室里，窗边的座位总是最先坐满。管理员介绍，今年上半年到馆人数比去年同期增加两成，其中一半"
    "以上是带"
    "着孩子来的家长。",
    "城南的菜市场改造以后，摊位从过去的140个减到96个，过道却宽了一倍。买菜的人推着小车慢慢走，不时停下来问一"
    "问价钱，"
    "挑几根带着露水的黄瓜。",
    "山里的茶园进入采摘季。茶农们天不亮就上山，指尖在枝头轻轻一掐，一芽一叶便落进背篓。到了傍晚，院子里飘起炒"
    "茶的香"
    "味，一直飘到村口的石桥边。",
    "铁匠铺的炉火整整烧了四十年。师傅说，打一把好刀，要看火色，听声音，还要等得起。徒弟在一旁默默拉着风箱，把"
    "这句话"
    "记在心里。",
    "学校的气象站每天记录三次温度、湿度和风向。孩子们把数据抄在黑板上，画成一条弯弯曲曲的线，再猜一猜明天会不"
    "会下雨。",
    "渡口的老船工退休那天，许多人专门赶来坐最后一班船。船到江心，他拉响汽笛，两岸的白鹭扑啦啦飞起一片。",
};
constexpr const char* kTitle = "春风又绿老街口";
constexpr const char* kSubtitle = "——走进城南的早市、茶园与渡口";
constexpr const char* kByline = "本报记者 随文";
constexpr const char* kCaption = "图片说明：清晨的老街口，早点铺升起热气。";
constexpr const char* kCredit = "随文 摄";

Copy copy_of(std::string text) { return {std::move(text), {{0, {}}}}; }

int characters_in(std::string_view text) {
  int count = 0;
  for (std::size_t i = 0; i < text.size(); i += decode_utf8(text, i).bytes) ++count;
  return count;
}

std::string first_characters(std::string_view text, int count) {
  std::size_t end = 0;
  for (; count > 0 && end < text.size(); --count) end += decode_utf8(text, end).bytes;
  return std::string(text.substr(0, end));
}

/// Copy cut off anywhere, with a full stop: after the last clause, when only a word or two of the next is
/// left.
std::string ended(std::string text) {
  constexpr std::size_t kWord = 6;  // bytes of two characters
  for (const std::string_view mark : {"，", "。", "、", "；"}) {
    const std::size_t at = text.rfind(mark);
    if (at != std::string::npos && at > 0 && text.size() - at <= mark.size() + kWord) text.resize(at);
  }
  return text + "。";
}

/// Paragraphs that hold about so many characters together, each frame from another place on.
std::vector<Paragraph> copy_for(int characters, std::size_t first) {
  std::vector<Paragraph> out;
  for (std::size_t i = first; characters > 0; ++i) {
    std::string text = kParagraphs[i % kParagraphs.size()];
    const int length = characters_in(text);
    if (length > characters) text = ended(first_characters(text, std::max(characters - 1, 1)));
    characters -= length;
    out.push_back({Paragraph::Kind::kBody, copy_of(std::move(text)), {}});
  }
  return out;
}

Article sample_article(const PageLayout& layout, const Frame& frame) {
  Article article;
  const int rows = frame.rows.value.count();
  const GridSpec& grid = layout.grid;
  const double wide = grid.span(frame.columns.value.count()) / grid.size;
  const Style& title = layout.styles.at("title");
  // A headline where the frame has the room for it.
  const double fits = wide * (grid.size / std::max(title.size, grid.size));
  const int head = frame.head_rows > 0 ? frame.head_rows : static_cast<int>(title.size / grid.pitch) + 3;
  if (frame.head_rows > 0 || rows >= head * 2)
    article.title = copy_of(first_characters(kTitle, std::max(2, static_cast<int>(fits * 0.9))));
  if (frame.head_rows > 5 || rows >= head * 4) {
    if (wide >= 30) article.subtitle = copy_of(kSubtitle);
    article.byline = copy_of(kByline);
  }
  for (const PhotoSlot& slot : frame.photos) {
    const int slot_rows = slot.rows.value > 0 ? slot.rows.value : rows;
    Photo photo;
    photo.file.value = "photo";
    photo.width = static_cast<int>(grid.span(slot.columns.value.count()).pt());
    photo.height = static_cast<int>((grid.pitch * slot_rows).pt());
    photo.width = std::max(photo.width, 1), photo.height = std::max(photo.height, 1);
    photo.caption = copy_of(kCaption), photo.credit = copy_of(kCredit);
    for (std::size_t i = 0; i < slot.places(); ++i) article.photos.push_back(photo);
  }
  return article;
}

const FrameFit* fit_of(const PlacedPage& page, const std::string& frame) {
  for (const FrameFit& fit : page.fits) {
    if (fit.frame == frame) return &fit;
  }
  return nullptr;
}

/// Changes the length of each frame's copy by what it was over or short; true when something changed.
bool correct(const Document& document, const PlacedPage& page, std::vector<int>& characters) {
  bool changed = false;
  const PageLayout& layout = document.layouts.front();
  for (std::size_t i = 0; i < layout.frames.size(); ++i) {
    if (layout.is_continuation(layout.frames[i])) continue;
    const int line = std::max(1, layout.grid.measure);
    int free_lines = 0, over_lines = 0, over_characters = 0;
    for (const Frame* frame : layout.chain(layout.frames[i])) {
      const FrameFit* fit = fit_of(page, frame->name.value);
      if (fit == nullptr || !fit->bound) continue;
      free_lines += fit->slots - fit->lines + fit->over_lines;
      over_lines += fit->over_lines, over_characters += fit->over_characters;
    }
    int change = -over_characters;
    if (over_lines == 0 && free_lines > 0) change = free_lines * line * 7 / 8;
    if (over_lines > 0 && change == 0) change = -line;
    if (change == 0) continue;
    characters[i] = std::max(0, characters[i] + change);
    changed = true;
  }
  return changed;
}

}  // namespace

Document with_sample_copy(const PageLayout& layout, const FontSet& fonts) {
  Document document;
  document.edition.paper.value = "版样";
  document.edition.date = Date{2026, 1, 1};
  document.layouts.push_back(layout);
  PageSpec page;
  page.section.value = "版面";
  std::vector<int> characters(layout.frames.size(), 0);
  for (std::size_t i = 0; i < layout.frames.size(); ++i) {
    const Frame& frame = layout.frames[i];
    if (frame.kind != Frame::Kind::kStory || layout.is_continuation(frame)) continue;
    page.stories[frame.name.value] = document.articles.size();
    document.articles.push_back(sample_article(layout, frame));
  }
  document.edition.pages.push_back(page);
  // Placed with ever better lengths; the last round may only cut, so that nothing is over.
  constexpr int kRounds = 6;
  for (int round = 0; round <= kRounds; ++round) {
    for (std::size_t i = 0; i < layout.frames.size(); ++i) {
      const auto story = page.stories.find(layout.frames[i].name.value);
      if (story != page.stories.end())
        document.articles[story->second].paragraphs = copy_for(characters[i], i);
    }
    Diagnostics not_shown;
    const PlacedEdition placed = place_edition(document, fonts, not_shown);
    std::vector<int> next = characters;
    if (!correct(document, placed.pages.front(), next)) break;
    for (std::size_t i = 0; round >= kRounds / 2 && i < next.size(); ++i)
      next[i] = std::min(next[i], characters[i]);
    characters = std::move(next);
  }
  return document;
}

void draw_grey_photos(const PlacedEdition& edition, PlacedPage& page) {
  constexpr Ink kGrey{0, 0, 0, 180}, kCross{0, 0, 0, 450};
  constexpr Length kLine = Length::points(0.5);
  const auto is_sample = [](const PlacedImage& image) { return image.path.empty(); };
  if (std::none_of(edition.images.begin(), edition.images.end(), is_sample)) return;
  std::vector<DrawItem> items;
  for (DrawItem& item : page.items) {
    const auto* image = std::get_if<DrawImage>(&item);
    if (image == nullptr || !edition.images[image->image].path.empty()) {
      items.push_back(std::move(item));
      continue;
    }
    const Rect box = image->box;
    items.emplace_back(DrawRule{kArtifact, box, kGrey});
    items.emplace_back(DrawStroke{kArtifact, {{box.x, box.y}, {box.right(), box.bottom()}}, kLine, kCross});
    items.emplace_back(DrawStroke{kArtifact, {{box.right(), box.y}, {box.x, box.bottom()}}, kLine, kCross});
  }
  page.items = std::move(items);
}

}  // namespace banxin
