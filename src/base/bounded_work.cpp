#include "base/bounded_work.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <new>
#include <span>
#include <utility>
#include <vector>

namespace banxin {

namespace {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool kSanitized = true;
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
constexpr bool kSanitized = true;
#else
constexpr bool kSanitized = false;
#endif
#else
constexpr bool kSanitized = false;
#endif

constexpr int kNoMemory = 40, kThrew = 41;  // exit statuses that no library gives
/// A copy of a process with several threads may wait for a lock that one of the others held, and a library
/// may wait for itself: a child that sleeps for so long, and uses no processor, waits for nothing. The first
/// is tried again, in what is left of the seconds.
constexpr int kLookMs = 100, kLooks = 12, kTries = 3;
constexpr rlim_t kStack = rlim_t{4} << 20;  ///< half of ours, so that what is deep for us is too deep there
/// The sanitizers' allocator is not made for such copies: one in six waits, and turns in a circle meanwhile.
constexpr std::array<unsigned, 5> kSanitizedTries{2, 2, 2, 4, 60};
constexpr int kSanitizedSlower = 10;
/// Where /proc does not tell; more where more work is allowed.
constexpr std::array<unsigned, kTries> kWallSeconds{120, 120, 120};

/// Bytes of address space that the process has.
rlim_t address_space() {
  unsigned long pages = 0;
  if (std::FILE* file = std::fopen("/proc/self/statm", "r")) {
    if (std::fscanf(file, "%lu", &pages) != 1) pages = 0;
    std::fclose(file);
  }
  return static_cast<rlim_t>(pages) * static_cast<rlim_t>(::sysconf(_SC_PAGESIZE));
}

/// A child that waits for one of its own does not wait for nothing: it says so here, in memory that it shares
/// with us, as often as it sees that one work.
class Beat {
 public:
  Beat() {
    void* const page =
        ::mmap(nullptr, sizeof(Count), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (page != MAP_FAILED) count_ = new (page) Count(0);
  }
  ~Beat() {
    if (count_ != nullptr) ::munmap(count_, sizeof(Count));
  }
  Beat(const Beat&) = delete;
  Beat& operator=(const Beat&) = delete;

  unsigned count() const { return count_ == nullptr ? 0 : count_->load(); }
  /// In the child.
  void is_ours() const { ours = count_; }
  static void again() {
    if (ours != nullptr) ++*ours;
  }

 private:
  using Count = std::atomic<unsigned>;
  static Count* ours;  // of this process, when it is a child
  Count* count_ = nullptr;
};

Beat::Count* Beat::ours = nullptr;

/// Whether a process sleeps, and what processor time it has used, in ticks (proc(5), /proc/PID/stat).
struct Doing {
  bool sleeps = false;
  unsigned long ticks = 0;
};

Doing doing(pid_t child) {
  char state = '?';
  unsigned long user = 0, system = 0;
  const std::string path = "/proc/" + std::to_string(child) + "/stat";
  if (std::FILE* file = std::fopen(path.c_str(), "re")) {
    const int found = std::fscanf(file, "%*d (%*[^)]) %c %*d %*d %*d %*d %*d %*u %*u %*u %*u %*u %lu %lu",
                                  &state, &user, &system);
    std::fclose(file);
    if (found != 3) return {};
  }
  return {state == 'S', user + system};
}

void limit(__rlimit_resource what, rlim_t soft, rlim_t hard) {
  const rlimit bound{soft, hard};
  ::setrlimit(what, &bound);
}

/// Sanitizers take terabytes of addresses and ten times as long.
void bind(WorkBounds bounds, unsigned wall_seconds) {
  const auto seconds = static_cast<rlim_t>(kSanitized ? bounds.seconds * kSanitizedSlower : bounds.seconds);
  for (const int signal : {SIGXCPU, SIGALRM, SIGTERM, SIGINT}) std::signal(signal, SIG_DFL);
  limit(RLIMIT_CORE, 0, 0);
  limit(RLIMIT_CPU, seconds, seconds + 1);
  ::alarm(std::max(wall_seconds, kSanitized ? 0 : 4 * static_cast<unsigned>(bounds.seconds)));
  const rlim_t has = address_space();
  if (kSanitized || has == 0) return;
  const rlim_t most = has + (static_cast<rlim_t>(bounds.megabytes) << 20);
  limit(RLIMIT_AS, most, most);
  rlimit stack{};
  if (::getrlimit(RLIMIT_STACK, &stack) == 0)
    limit(RLIMIT_STACK, std::min(kStack, stack.rlim_max), stack.rlim_max);
}

bool write_all(int fd, const std::string& bytes) {
  for (std::size_t done = 0; done < bytes.size();) {
    const ssize_t n = ::write(fd, bytes.data() + done, bytes.size() - done);
    if (n < 0 && errno != EINTR) return false;
    if (n > 0) done += static_cast<std::size_t>(n);
  }
  return true;
}

/// The libraries' own complaints would stand between ours.
void be_quiet() {
  const int nowhere = ::open("/dev/null", O_WRONLY | O_CLOEXEC);
  if (nowhere >= 0) ::dup2(nowhere, STDERR_FILENO);
}

[[noreturn]] void work_in_child(const std::function<std::string()>& work, int to, WorkBounds bounds,
                                unsigned wall_seconds) {
  be_quiet();
  bind(bounds, wall_seconds);
  int status = 0;
  try {
    if (!write_all(to, work())) status = kThrew;
  } catch (const std::bad_alloc&) {
    status = kNoMemory;
  } catch (...) {
    status = kThrew;
  }
  ::_exit(status);
}

/// What became of a child.
struct Ended {
  std::string wrote;
  int status = 0;
  bool stuck = false;  ///< it waited for nothing, and was ended
  double seconds = 0;  ///< of processor time that it used
};

/// Appends what the child writes until it closes its end. False: it waits for nothing.
bool read_all(int from, pid_t child, const Beat& beat, std::string& out) {
  std::vector<char> part(1 << 16);
  Doing before;
  unsigned beats = 0;
  for (int looks = 0; looks < kLooks;) {
    pollfd end{from, POLLIN, 0};
    const int ready = ::poll(&end, 1, kLookMs);
    if (ready > 0) {
      looks = 0;
      const ssize_t n = ::read(from, part.data(), part.size());
      if (n == 0 || (n < 0 && errno != EINTR)) return true;
      if (n > 0) out.append(part.data(), static_cast<std::size_t>(n));
    } else if (ready == 0) {
      const Doing now = doing(child);
      const bool idle = now.sleeps && now.ticks == before.ticks && beat.count() == beats;
      looks = idle ? looks + 1 : 0;
      if (!idle) Beat::again();
      before = now, beats = beat.count();
    } else if (errno != EINTR) {
      return true;
    }
  }
  return false;
}

/// Of a child that has ended; empty when it did its work.
std::string problem_of(const Ended& ended, WorkBounds bounds) {
  const int status = ended.status;
  if (ended.stuck) return "makes its reader wait for ever: it is damaged";
  if (WIFEXITED(status) && WEXITSTATUS(status) == 0) return {};
  if (WIFEXITED(status) && WEXITSTATUS(status) == kNoMemory) {
    return "takes more than " + std::to_string(bounds.megabytes) + " MB to read";
  }
  const int signal = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
  if (signal == SIGXCPU || signal == SIGKILL || signal == SIGALRM) {
    return "takes more than " + std::to_string(bounds.seconds) + " s to read";
  }
  return "makes its reader fail: it is damaged, or takes more than " + std::to_string(bounds.megabytes) +
         " MB";
}

double seconds_of(const timeval& time) {
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

/// One child. nullopt: no process can be made.
std::optional<Ended> run_child(const std::function<std::string()>& work, WorkBounds bounds,
                               unsigned wall_seconds) {
  int ends[2];
  if (::pipe2(ends, O_CLOEXEC) != 0) return std::nullopt;
  const Beat beat;
  const pid_t child = ::fork();
  if (child == 0) beat.is_ours(), work_in_child(work, ends[1], bounds, wall_seconds);
  ::close(ends[1]);
  Ended out;
  if (child > 0) out.stuck = !read_all(ends[0], child, beat, out.wrote);
  ::close(ends[0]);
  if (child < 0) return std::nullopt;
  if (out.stuck) ::kill(child, SIGKILL);
  rusage used{};
  while (::wait4(child, &out.status, 0, &used) < 0 && errno == EINTR) continue;
  out.seconds = seconds_of(used.ru_utime) + seconds_of(used.ru_stime);
  if (kSanitized && WIFSIGNALED(out.status) && WTERMSIG(out.status) == SIGALRM) out.stuck = true;
  return out;
}

std::span<const unsigned> tries() {
  if (kSanitized) return kSanitizedTries;
  return kWallSeconds;
}

}  // namespace

int read_seconds() {
  const char* said = std::getenv("BANXIN_READ_SECONDS");
  const int seconds = said == nullptr ? 4 : std::atoi(said);
  return seconds >= 1 && seconds <= 600 ? seconds : 4;
}

int read_seconds(int pages) { return std::min(read_seconds() + pages, 3600); }

std::optional<std::string> bounded_work(const std::function<std::string()>& work, std::string& problem,
                                        WorkBounds bounds, double* used) {
  Ended ended;
  WorkBounds left = bounds;
  for (const unsigned wall_seconds : tries()) {
    std::optional<Ended> child = run_child(work, left, wall_seconds);
    if (!child) return work();
    ended = std::move(*child);
    if (used != nullptr) *used += ended.seconds / (kSanitized ? kSanitizedSlower : 1);
    if (!kSanitized) left.seconds -= static_cast<int>(ended.seconds);
    if (!ended.stuck || left.seconds < 1) break;
  }
  problem = problem_of(ended, bounds);
  if (!problem.empty()) return std::nullopt;
  return std::move(ended.wrote);
}

}  // namespace banxin
