// Readers of what others made, each fed with any bytes. tests/fuzz/run lets libFuzzer look for bytes that
// they cannot bear; test_fuzz replays those in corpus/NAME/ on every run of the tests.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace banxin::fuzz {

struct Target {
  const char* name;  ///< of its folder in corpus/
  void (*feed)(std::string_view bytes);
};

void feed_yaml(std::string_view bytes);
void feed_catalogue(std::string_view bytes);
void feed_layout(std::string_view bytes);
void feed_edition(std::string_view bytes);
void feed_article(std::string_view bytes);
void feed_photo(std::string_view bytes);
void feed_profile(std::string_view bytes);
void feed_pdf(std::string_view bytes);
void feed_font(std::string_view bytes);
void feed_paragraph(std::string_view bytes);
void feed_dump(std::string_view bytes);

inline const std::vector<Target>& targets() {
  static const std::vector<Target> all{{"yaml", feed_yaml},       {"catalogue", feed_catalogue},
                                       {"layout", feed_layout},   {"edition", feed_edition},
                                       {"article", feed_article}, {"photo", feed_photo},
                                       {"profile", feed_profile}, {"pdf", feed_pdf},
                                       {"font", feed_font},       {"paragraph", feed_paragraph},
                                       {"dump", feed_dump}};
  return all;
}

/// The path of a file of this process that holds the bytes, for readers that take a path.
std::string file_with(std::string_view bytes, const std::string& ending);

}  // namespace banxin::fuzz
