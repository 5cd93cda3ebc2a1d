#include "compare/match.h"

#include <algorithm>
#include <map>
#include <string>

namespace banxin {

namespace {

constexpr double kAlike = 0.3;       // of two texts that count as the same paragraph, edited
constexpr double kAlikeMoved = 0.6;  // … when it also stands elsewhere
constexpr std::size_t kMostPairs = 250'000;

using Profile = std::vector<std::uint64_t>;  // sorted: single characters and pairs of neighbours

Profile profile_of(const CopyBlock& block) {
  Profile out;
  std::uint32_t before = 0;
  for (const CopyCharacter& c : block.characters) {
    out.push_back(c.cp);
    if (before != 0) out.push_back(std::uint64_t{before} << 32 | c.cp);
    before = c.cp;
  }
  std::sort(out.begin(), out.end());
  return out;
}

/// What part of both is common, 0 to 1.
double alike(const Profile& a, const Profile& b) {
  if (a.empty() && b.empty()) return 1;
  std::size_t common = 0;
  for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    if (a[i] == b[j])
      ++common, ++i, ++j;
    else if (a[i] < b[j])
      ++i;
    else
      ++j;
  }
  return 2.0 * static_cast<double>(common) / static_cast<double>(a.size() + b.size());
}

class Matcher {
 public:
  Matcher(const Stories& a, const Stories& b) : old_(a), new_(b) {
    for (const CopyBlock& block : a.blocks) old_profiles_.push_back(profile_of(block));
    for (const CopyBlock& block : b.blocks) new_profiles_.push_back(profile_of(block));
    old_taken_.resize(a.blocks.size()), new_taken_.resize(b.blocks.size());
  }

  Matched run() {
    match_articles();
    for (std::size_t i = 0; i < old_.articles.size(); ++i) {
      if (out_.article_partner[i] != kGone)
        match_blocks(old_.articles[i], new_.articles[out_.article_partner[i]]);
    }
    match_moved();
    for (std::size_t i = 0; i < old_taken_.size(); ++i) {
      if (!old_taken_[i]) out_.gone.push_back(i);
    }
    for (std::size_t i = 0; i < new_taken_.size(); ++i) {
      if (!new_taken_[i]) out_.fresh.push_back(i);
    }
    std::sort(out_.pairs.begin(), out_.pairs.end(),
              [](const CopyPair& a, const CopyPair& b) { return a.new_block < b.new_block; });
    return std::move(out_);
  }

 private:
  // ---- stories

  static int page_number(const Stories& stories, const StoryArticle& article) {
    return stories.scene->pages[article.page].number;
  }
  Profile profile_of_article(const StoryArticle& article, const std::vector<Profile>& blocks) {
    Profile out;
    for (const std::size_t block : article.blocks)
      out.insert(out.end(), blocks[block].begin(), blocks[block].end());
    std::sort(out.begin(), out.end());
    return out;
  }

  void match_articles() {
    out_.article_partner.assign(old_.articles.size(), kGone);
    std::vector<bool> taken(new_.articles.size());
    const auto take = [&](std::size_t i, std::size_t j) { out_.article_partner[i] = j, taken[j] = true; };
    // The same headline on the same page; furniture goes by the page alone.
    std::map<std::pair<std::string, int>, std::vector<std::size_t>> by_name;
    for (std::size_t j = new_.articles.size(); j-- > 0;)
      by_name[name_of(new_, new_.articles[j])].push_back(j);
    for (std::size_t i = 0; i < old_.articles.size(); ++i) {
      if (old_.articles[i].title.empty() && old_.articles[i].node != kNoNode) continue;
      const auto known = by_name.find(name_of(old_, old_.articles[i]));
      if (known == by_name.end() || known->second.empty()) continue;
      take(i, known->second.back()), known->second.pop_back();
    }
    match_alike(taken, take);
  }

  static std::pair<std::string, int> name_of(const Stories& stories, const StoryArticle& article) {
    return {(article.node == kNoNode ? "furniture " : "story ") + article.title,
            page_number(stories, article)};
  }

  template <class Take>
  void match_alike(const std::vector<bool>& taken, const Take& take) {
    struct Candidate {
      double score;
      std::size_t i, j;
    };
    std::vector<std::size_t> olds, news;
    for (std::size_t i = 0; i < old_.articles.size(); ++i) {
      if (out_.article_partner[i] == kGone && old_.articles[i].node != kNoNode) olds.push_back(i);
    }
    for (std::size_t j = 0; j < taken.size(); ++j) {
      if (!taken[j] && new_.articles[j].node != kNoNode) news.push_back(j);
    }
    if (olds.size() * news.size() > kMostPairs) return;
    std::vector<Profile> a, b;
    for (const std::size_t i : olds) a.push_back(profile_of_article(old_.articles[i], old_profiles_));
    for (const std::size_t j : news) b.push_back(profile_of_article(new_.articles[j], new_profiles_));
    std::vector<Candidate> candidates;
    for (std::size_t i = 0; i < olds.size(); ++i) {
      for (std::size_t j = 0; j < news.size(); ++j) {
        const StoryArticle &x = old_.articles[olds[i]], &y = new_.articles[news[j]];
        const bool same_page = page_number(old_, x) == page_number(new_, y);
        double score = alike(a[i], b[j]) + (same_page ? 0.05 : 0);
        if (x.title == y.title && !x.title.empty()) score += 1;
        if (same_page && x.title.empty() && y.title.empty())
          score = std::max(score, kAlike + 0.01);  // a PDF's pages
        if (score > kAlike) candidates.push_back({score, olds[i], news[j]});
      }
    }
    std::stable_sort(candidates.begin(), candidates.end(),
                     [](const Candidate& x, const Candidate& y) { return x.score > y.score; });
    for (const Candidate& c : candidates) {
      if (out_.article_partner[c.i] == kGone && !taken[c.j]) take(c.i, c.j);
    }
  }

  // ---- paragraphs

  std::uint32_t id_of(const CopyBlock& block) {
    return ids_.try_emplace(block.kind + ' ' + block.text(), static_cast<std::uint32_t>(ids_.size()))
        .first->second;
  }

  void match_blocks(const StoryArticle& a, const StoryArticle& b) {
    std::vector<std::uint32_t> olds, news;
    for (const std::size_t i : a.blocks) olds.push_back(id_of(old_.blocks[i]));
    for (const std::size_t j : b.blocks) news.push_back(id_of(new_.blocks[j]));
    const std::vector<Edit> edits = edit_script(olds, news);
    const std::vector<std::size_t> partner = partners(edits, olds.size(), news.size());
    for (std::size_t i = 0; i < partner.size(); ++i) {
      if (partner[i] != kGone) pair(a.blocks[i], b.blocks[partner[i]], false);
    }
    for (const Edit& edit : edits) align(a, b, edit);
  }

  double likeness(std::size_t i, std::size_t j) const {
    const CopyBlock &a = old_.blocks[i], &b = new_.blocks[j];
    double score = alike(old_profiles_[i], new_profiles_[j]);
    if (a.kind != b.kind) return score - 0.1;
    // A headline that was rewritten is still the headline.
    if (a.kind != "paragraph") score = std::max(score, kAlike + 0.01);
    return score + 0.05;
  }

  /// The best pairs, in order, of blocks that are not the same to the letter.
  void align(const StoryArticle& a, const StoryArticle& b, const Edit& edit) {
    const std::size_t n = edit.old_end - edit.old_begin, m = edit.new_end - edit.new_begin;
    if (n == 0 || m == 0 || n * m > kMostPairs) return;
    const auto block_a = [&](std::size_t i) { return a.blocks[edit.old_begin + i]; };
    const auto block_b = [&](std::size_t j) { return b.blocks[edit.new_begin + j]; };
    std::vector<double> best((n + 1) * (m + 1), 0);
    const auto cell = [&](std::size_t i, std::size_t j) -> double& { return best[i * (m + 1) + j]; };
    const auto joined = [&](std::size_t i, std::size_t j) {
      const double score = likeness(block_a(i), block_b(j));
      return score > kAlike ? cell(i + 1, j + 1) + score : -1;
    };
    for (std::size_t i = n; i-- > 0;) {
      for (std::size_t j = m; j-- > 0;) cell(i, j) = std::max({cell(i + 1, j), cell(i, j + 1), joined(i, j)});
    }
    for (std::size_t i = 0, j = 0; i < n && j < m;) {
      if (cell(i, j) == joined(i, j))
        pair(block_a(i++), block_b(j++), false);
      else if (cell(i, j) == cell(i + 1, j))
        ++i;
      else
        ++j;
    }
  }

  /// What went elsewhere: first to the letter, then with changes.
  void match_moved() {
    std::vector<std::size_t> olds, news;
    for (std::size_t i = 0; i < old_taken_.size(); ++i) {
      if (!old_taken_[i] && !old_.blocks[i].characters.empty()) olds.push_back(i);
    }
    for (std::size_t j = 0; j < new_taken_.size(); ++j) {
      if (!new_taken_[j] && !new_.blocks[j].characters.empty()) news.push_back(j);
    }
    if (olds.size() * news.size() > kMostPairs) return;
    for (const double least : {0.9999, kAlikeMoved}) {
      for (const std::size_t i : olds) {
        for (const std::size_t j : news) {
          if (old_taken_[i] || new_taken_[j]) continue;
          if (alike(old_profiles_[i], new_profiles_[j]) >= least) pair(i, j, true);
        }
      }
    }
  }

  void pair(std::size_t i, std::size_t j, bool moved) {
    CopyPair pair{i, j, moved, {}, {}};
    const std::vector<std::uint32_t> a = old_.blocks[i].code_points(), b = new_.blocks[j].code_points();
    pair.edits = edit_script(a, b);
    pair.partners = partners(pair.edits, a.size(), b.size());
    old_taken_[i] = true, new_taken_[j] = true;
    out_.pairs.push_back(std::move(pair));
  }

  const Stories &old_, &new_;
  std::vector<Profile> old_profiles_, new_profiles_;
  std::vector<bool> old_taken_, new_taken_;
  std::map<std::string, std::uint32_t> ids_;
  Matched out_;
};

}  // namespace

Matched match(const Stories& old_stories, const Stories& new_stories) {
  return Matcher(old_stories, new_stories).run();
}

}  // namespace banxin
