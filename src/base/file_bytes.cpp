#include "base/file_bytes.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstddef>

namespace banxin {

namespace {

/// A descriptor that is closed when it goes.
class OpenFile {
 public:
  // Not blocking: a pipe without a writer would be waited for without end.
  explicit OpenFile(const std::string& path) : fd_(::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC)) {}
  ~OpenFile() {
    if (fd_ >= 0) ::close(fd_);
  }
  OpenFile(const OpenFile&) = delete;
  OpenFile& operator=(const OpenFile&) = delete;
  int fd() const { return fd_; }

 private:
  int fd_;
};

std::string words_for(int error) {
  switch (error) {
    case ENOENT:
    case ENOTDIR:
      return "is not there";
    case EACCES:
      return "cannot be read: permission denied";
    case ELOOP:
      return "cannot be read: its symbolic links run in a circle";
    case ENAMETOOLONG:
      return "cannot be read: the name is too long";
    default:
      return "cannot be read";
  }
}

void wait_for_more(int fd) {
  pollfd one{fd, POLLIN, 0};
  ::poll(&one, 1, -1);
}

}  // namespace

std::string read_file_bytes(const std::string& path, std::string& out, Readable kind, std::uintmax_t most) {
  out.clear();
  const OpenFile file(path);
  if (file.fd() < 0) return words_for(errno);
  struct stat status {};
  if (::fstat(file.fd(), &status) != 0) return words_for(errno);
  const bool pipe = S_ISFIFO(status.st_mode) || S_ISSOCK(status.st_mode);
  if (!S_ISREG(status.st_mode) && !(pipe && kind == Readable::kFileOrPipe)) return "is not a file";
  const std::string too_large = "is larger than " + std::to_string(most >> 20) + " MB";
  if (S_ISREG(status.st_mode) && static_cast<std::uintmax_t>(status.st_size) > most) return too_large;

  constexpr std::size_t kStep = std::size_t{64} << 10;
  std::size_t size = 0;
  // One byte more than the file has: the read that finds the end needs no further room.
  out.resize(std::max<std::size_t>(static_cast<std::size_t>(status.st_size) + 1, kStep));
  while (true) {
    if (size == out.size()) out.resize(size + std::max(kStep, size / 2));
    const ssize_t n = ::read(file.fd(), out.data() + size, out.size() - size);
    if (n == 0) break;
    if (n > 0) {
      size += static_cast<std::size_t>(n);
      if (size > most) return out.clear(), too_large;
    } else if (errno == EAGAIN) {
      wait_for_more(file.fd());
    } else if (errno != EINTR) {
      return out.clear(), words_for(errno);
    }
  }
  out.resize(size);
  return "";
}

}  // namespace banxin
