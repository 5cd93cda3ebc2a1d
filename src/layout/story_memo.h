// Stories as they were fitted, kept from one placing of an edition to the next.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace banxin {

struct KeptStory;

/// A story is taken over when its article has the key that it had. What else stories depend on (layouts,
/// fonts, numbers of pages and of source files) is the same for all of them: whoever places the edition
/// starts with an empty memo when any of it has changed.
struct StoryMemo {
  std::vector<std::uint64_t> articles;   ///< the key of each article of the document, with its photos
  std::shared_ptr<const void> document;  ///< the document that is placed: stories point into it

  struct Entry {
    std::uint64_t article = 0;
    std::shared_ptr<KeptStory> story;
  };
  std::map<std::pair<std::size_t, std::string>, Entry> stories;  ///< by page and frame in which they begin
};

}  // namespace banxin
