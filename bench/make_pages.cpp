// Writes an edition to measure with:
//   make_pages FOLDER PAGES              so many pages, each with copy of its own
//   make_pages FOLDER --story CHARACTERS one page with a story that long
#include <cstdio>
#include <cstdlib>
#include <string>

#include "pages.h"

int main(int count, char** words) {
  const bool story = count == 4 && std::string(words[2]) == "--story";
  const int number = count == 3 || story ? std::atoi(words[count - 1]) : 0;
  if (number < 1) {
    std::fprintf(stderr, "usage: make_pages FOLDER PAGES | make_pages FOLDER --story CHARACTERS\n");
    return 2;
  }
  const auto edition = story ? banxin::bench::write_long_story(words[1], number)
                             : banxin::bench::write_edition(words[1], number);
  std::puts(edition.c_str());
}
