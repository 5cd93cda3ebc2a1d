#include "render/text_lock.h"

#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <future>
#include <string>
#include <thread>

#include "support.h"

namespace banxin {
namespace {

using Player = std::optional<std::string> (*)(const PlacedEdition&, const FontSet&, const RenderOptions&,
                                              Diagnostics&);
constexpr Player kPlayers[] = {render_png, render_pdf, render_svg};

std::string played(Player player, const PlacedEdition& edition) {
  Diagnostics diags;
  return test::must(player(edition, test::fonts(), {}, diags), diags);
}

TEST(TextLock, IsWaitedForByEveryPlayer) {
  PlacedEdition page = test::edition(40_pt, 40_pt);
  page.pages[0].items = {test::line(kArtifact, "一", {5_pt, 30_pt}, 30_pt)};
  for (const Player player : kPlayers) {
    std::unique_lock<std::mutex> held = text_lock();
    std::future<std::string> drawn = std::async(std::launch::async, [&] { return played(player, page); });
    EXPECT_EQ(drawn.wait_for(std::chrono::milliseconds(300)), std::future_status::timeout);
    held.unlock();
    EXPECT_FALSE(drawn.get().empty());
  }
}

TEST(TextLock, IsFreeInACopyOfTheProcess) {
  std::unique_lock<std::mutex> held = text_lock();
  std::promise<void> begun;
  std::thread other([&] {
    begun.set_value();
    const pid_t child = ::fork();
    if (child == 0) {
      ::alarm(5);
      static_cast<void>(text_lock());
      ::_exit(0);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    EXPECT_TRUE(WIFEXITED(status)) << "it waited until the alarm";
  });
  begun.get_future().wait();
  std::this_thread::sleep_for(std::chrono::milliseconds(100));
  held.unlock();
  other.join();
}

}  // namespace
}  // namespace banxin
