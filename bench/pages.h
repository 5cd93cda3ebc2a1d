// Editions to measure with: broadsheet pages 对开 of about 8,000 characters in five stories and two photos,
// on which no paragraph of copy comes twice. The same numbers give the same files.
#pragma once

#include <cstdint>
#include <filesystem>
#include <set>
#include <string>
#include <vector>

namespace banxin::bench {

/// Copy of everyday words: the sentences of the sample newspaper in another order each time.
class Copy {
 public:
  explicit Copy(std::uint32_t seed = 1);
  /// About `characters` long, in paragraphs of some hundred characters with a blank line after each; none of
  /// them has been given before.
  std::string story(int characters);

 private:
  std::string paragraph();
  std::uint32_t random(std::size_t below);

  std::vector<std::string> sentences_;
  std::set<std::string> given_;
  std::uint32_t state_;
};

/// Writes the edition's files to `folder` and returns the path of its edition.yaml.
std::filesystem::path write_edition(const std::filesystem::path& folder, int pages);
/// One page whose only story is `characters` long: far more than fits.
std::filesystem::path write_long_story(const std::filesystem::path& folder, int characters);

}  // namespace banxin::bench
