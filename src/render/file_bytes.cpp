#include "render/file_bytes.h"

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <fstream>

namespace banxin {

namespace {

constexpr std::uintmax_t kMostBytes = std::uintmax_t{256} << 20;

}  // namespace

std::string read_file_bytes(const std::string& path, std::string& out) {
  std::error_code error;
  const std::filesystem::file_status status = std::filesystem::status(path, error);
  if (!std::filesystem::exists(status)) return "is not there";
  if (!std::filesystem::is_regular_file(status)) return "is not a file";
  const std::uintmax_t size = std::filesystem::file_size(path, error);
  if (error) return "cannot be read";
  if (size > kMostBytes) return "is larger than 256 MB";
  out.resize(static_cast<std::size_t>(size));
  std::ifstream stream(path, std::ios::binary);
  stream.read(out.data(), static_cast<std::streamsize>(out.size()));
  out.resize(static_cast<std::size_t>(std::max<std::streamsize>(stream.gcount(), 0)));
  return stream.bad() || out.size() != size ? "cannot be read" : "";
}

}  // namespace banxin
