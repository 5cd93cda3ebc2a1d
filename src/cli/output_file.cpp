#include "cli/output_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>

namespace banxin {

namespace {

bool write_all(int fd, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t n = ::write(fd, bytes.data(), bytes.size());
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(n));
  }
  return true;
}

std::string failure(const std::filesystem::path& target) {
  return "cannot write '" + target.string() + "': " + std::strerror(errno);
}

}  // namespace

std::string write_whole(const std::filesystem::path& target, std::string_view bytes) {
  if (target == "-") return write_all(STDOUT_FILENO, bytes) ? "" : failure("standard output");
  if (target.has_parent_path()) {
    std::error_code ignored;  // what matters is whether the file can be made, below
    std::filesystem::create_directories(target.parent_path(), ignored);
  }
  std::filesystem::path beside = target;
  beside += ".banxin-" + std::to_string(::getpid()) + ".part";
  const int fd = ::open(beside.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
  if (fd < 0) return failure(target);
  const bool written = write_all(fd, bytes) && ::fsync(fd) == 0;
  const bool closed = ::close(fd) == 0;
  if (!written || !closed || std::rename(beside.c_str(), target.c_str()) != 0) {
    const std::string message = failure(target);
    ::unlink(beside.c_str());
    return message;
  }
  return "";
}

std::string target_for(const std::string& out, int page) {
  const std::string number = std::to_string(page);
  if (const std::size_t at = out.find("{page}"); at != std::string::npos) {
    return out.substr(0, at) + number + out.substr(at + 6);
  }
  const std::filesystem::path path(out);
  return (path.parent_path() / (path.stem().string() + "-" + number + path.extension().string())).string();
}

}  // namespace banxin
