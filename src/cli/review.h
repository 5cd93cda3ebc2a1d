// What an editor and a press would say of placed pages: lint and preflight, for those who look at them live.
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>

#include "document/press_profile.h"
#include "press/preflight_edition.h"
#include "preview/live_edition.h"

namespace banxin {

/// Of all pages together, so that what two of them have in common is found. `profile`: of the press; null: no
/// preflight. `memo`: what that press has found before in files that are still the same.
Review review_edition(const LiveEdition& edition, const PressProfile* profile, ArtworkMemo& memo);

/// Reviews editions that follow one another, each once nothing has changed for a moment: nobody waits for it,
/// and those that have been overtaken are left out.
class Reviewer {
 public:
  using Edition = std::shared_ptr<const LiveEdition>;
  /// `tell` is called from a thread of the reviewer's own.
  Reviewer(std::optional<PressProfile> profile, std::function<void(const Edition&, Review)> tell);
  /// Waits for the review that is going on.
  ~Reviewer();
  Reviewer(const Reviewer&) = delete;
  Reviewer& operator=(const Reviewer&) = delete;

  void look_at(Edition edition);

 private:
  void work();

  const std::optional<PressProfile> profile_;
  const std::function<void(const Edition&, Review)> tell_;
  std::mutex mutex_;
  std::condition_variable wake_;
  Edition next_;                               // nothing: there is nothing to do
  std::chrono::steady_clock::time_point due_;  // of `next_`
  bool ending_ = false;
  std::thread thread_;  // the last: it needs all of the others
};

}  // namespace banxin
