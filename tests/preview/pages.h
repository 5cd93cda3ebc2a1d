// Editions of four pages, made again and again by one PageCache.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "support.h"

namespace banxin::test {

/// Four pages of one story each; pages 2 and 4 share an article.
class Pages : public testing::Test {
 protected:
  void SetUp() override {
    texts_ = {"grid", "春耕", "夏种", "秋收"};
    layout_ = newspaper(2, 11, 20).layouts[0];
  }

  std::shared_ptr<LiveEdition> make() {
    auto edition = std::make_shared<LiveEdition>();
    auto sources = std::make_shared<Sources>();
    edition->fonts = fonts_;
    Document document;
    document.layouts.push_back(layout_);
    document.layouts[0].file = sources->add("layout.yaml", texts_[0]);
    for (std::size_t i = 1; i < texts_.size(); ++i) {
      Article& article = document.articles.emplace_back();
      article.file = sources->add("article" + std::to_string(i) + ".md", texts_[i]);
      const auto end = static_cast<std::uint32_t>(texts_[i].size());
      article.title = copy("标题");
      const Copy text{texts_[i], {{0, {article.file, 0, end}}}};
      article.paragraphs.push_back({Paragraph::Kind::kBody, text, {}});
    }
    const std::size_t articles[] = {0, 1, 2, 1};
    for (int page = 0; page < 4; ++page)
      document.edition.pages.push_back({page + 1, {}, 0, {{"lead", articles[page]}}});
    if (on_page_) std::for_each(document.edition.pages.begin(), document.edition.pages.end(), on_page_);
    edition->sources = sources;
    edition->document = std::make_shared<const Document>(std::move(document));
    cache_.place(*edition);
    return edition;
  }

  std::vector<std::string> texts_;
  PageLayout layout_;
  std::function<void(PageSpec&)> on_page_;
  PageCache cache_;
  std::shared_ptr<const FontSet> fonts_{&serif(), [](const FontSet*) {}};
};

}  // namespace banxin::test
