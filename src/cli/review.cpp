#include "cli/review.h"

#include <algorithm>
#include <utility>

#include "lint/lint.h"
#include "press/preflight.h"

namespace banxin {

namespace {

/// After an edition is shown, so that its pictures are drawn first.
constexpr std::chrono::milliseconds kPause{200};

}  // namespace

Review review_edition(const LiveEdition& edition, const PressProfile* profile, ArtworkMemo& memo) {
  Review review;
  if (!edition.document) return review;
  const PlacedEdition whole = whole_edition(edition);
  lint_edition(*edition.document, whole, review.lint);
  if (profile == nullptr) return review;
  for (const PressFinding& finding : preflight_edition(*edition.document, whole, *profile, &memo)) {
    const auto page = std::find_if(whole.pages.begin(), whole.pages.end(),
                                   [&](const PlacedPage& p) { return p.number == finding.page; });
    if (page == whole.pages.end()) continue;
    PressMark mark;
    mark.said = {finding.severity, finding.code, finding.where, said_of(finding), finding.hint};
    mark.page = static_cast<std::size_t>(page - whole.pages.begin());
    if (finding.has_place)
      mark.corner = Point{Length::millimetres(finding.x), Length::millimetres(finding.y)};
    review.press.push_back(std::move(mark));
  }
  return review;
}

Reviewer::Reviewer(std::optional<PressProfile> profile, std::function<void(const Edition&, Review)> tell)
    : profile_(std::move(profile)), tell_(std::move(tell)), thread_([this] { work(); }) {}

Reviewer::~Reviewer() {
  {
    const std::lock_guard lock(mutex_);
    ending_ = true;
  }
  wake_.notify_all();
  thread_.join();
}

void Reviewer::look_at(Edition edition) {
  {
    const std::lock_guard lock(mutex_);
    next_ = std::move(edition);
    due_ = std::chrono::steady_clock::now() + kPause;
  }
  wake_.notify_all();
}

void Reviewer::work() {
  ArtworkMemo memo;
  std::unique_lock lock(mutex_);
  for (;;) {
    wake_.wait(lock, [this] { return ending_ || next_ != nullptr; });
    while (!ending_ && std::chrono::steady_clock::now() < due_) {
      const auto until = due_;
      wake_.wait_until(lock, until);
    }
    if (ending_) return;
    const Edition edition = std::exchange(next_, nullptr);
    lock.unlock();
    tell_(edition, review_edition(*edition, profile_ ? &*profile_ : nullptr, memo));
    lock.lock();
  }
}

}  // namespace banxin
