#include "base/bounded_work.h"

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <new>
#include <span>
#include <utility>

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
/// For what waits and does nothing: a copy of a process with several threads may wait for one that it does
/// not have. That is tried again. The sanitizers' allocator is not made for such copies: there it happens to
/// one in six.
constexpr std::array<unsigned, 5> kSanitizedTries{5, 5, 5, 10, 60};
constexpr std::array<unsigned, 2> kTries{30, 60};

/// Bytes of address space that the process has.
rlim_t address_space() {
  unsigned long pages = 0;
  if (std::FILE* file = std::fopen("/proc/self/statm", "r")) {
    if (std::fscanf(file, "%lu", &pages) != 1) pages = 0;
    std::fclose(file);
  }
  return static_cast<rlim_t>(pages) * static_cast<rlim_t>(::sysconf(_SC_PAGESIZE));
}

void limit(__rlimit_resource what, rlim_t soft, rlim_t hard) {
  const rlimit bound{soft, hard};
  ::setrlimit(what, &bound);
}

/// Sanitizers take terabytes of addresses and ten times as long.
void bind(WorkBounds bounds, unsigned wall_seconds) {
  const auto seconds = static_cast<rlim_t>(kSanitized ? bounds.seconds * 10 : bounds.seconds);
  for (const int signal : {SIGXCPU, SIGALRM, SIGTERM, SIGINT}) std::signal(signal, SIG_DFL);
  limit(RLIMIT_CORE, 0, 0);
  limit(RLIMIT_CPU, seconds, seconds + 1);
  ::alarm(wall_seconds);
  const rlim_t has = address_space();
  if (kSanitized || has == 0) return;
  const rlim_t most = has + (static_cast<rlim_t>(bounds.megabytes) << 20);
  limit(RLIMIT_AS, most, most);
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

std::string read_all(int from) {
  std::string out;
  char part[1 << 16];
  for (;;) {
    const ssize_t n = ::read(from, part, sizeof part);
    if (n == 0 || (n < 0 && errno != EINTR)) return out;
    if (n > 0) out.append(part, static_cast<std::size_t>(n));
  }
}

/// Of a child that has ended; empty when it did its work.
std::string problem_of(int status, WorkBounds bounds) {
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

/// One child: what it wrote, and how it ended. nullopt: no process can be made.
std::optional<std::pair<std::string, int>> run_child(const std::function<std::string()>& work,
                                                     WorkBounds bounds, unsigned wall_seconds) {
  int ends[2];
  if (::pipe2(ends, O_CLOEXEC) != 0) return std::nullopt;
  const pid_t child = ::fork();
  if (child == 0) work_in_child(work, ends[1], bounds, wall_seconds);
  ::close(ends[1]);
  std::string out;
  if (child > 0) out = read_all(ends[0]);
  ::close(ends[0]);
  if (child < 0) return std::nullopt;
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) continue;
  return std::pair(std::move(out), status);
}

std::span<const unsigned> tries() {
  if (kSanitized) return kSanitizedTries;
  return kTries;
}

bool has_waited(int status) { return WIFSIGNALED(status) && WTERMSIG(status) == SIGALRM; }

}  // namespace

int read_seconds() {
  const char* said = std::getenv("BANXIN_READ_SECONDS");
  const int seconds = said == nullptr ? 4 : std::atoi(said);
  return seconds >= 1 && seconds <= 600 ? seconds : 4;
}

int read_seconds(int pages) { return std::min(read_seconds() + pages, 3600); }

std::optional<std::string> bounded_work(const std::function<std::string()>& work, std::string& problem,
                                        WorkBounds bounds) {
  std::string out;
  int status = 0;
  for (const unsigned wall_seconds : tries()) {
    std::optional<std::pair<std::string, int>> ended = run_child(work, bounds, wall_seconds);
    if (!ended) return work();
    out = std::move(ended->first), status = ended->second;
    if (!has_waited(status)) break;
  }
  problem = problem_of(status, bounds);
  if (!problem.empty()) return std::nullopt;
  return out;
}

}  // namespace banxin
