// Work on what strangers made, in a process of its own: it may take so much and no more, and what makes a
// library fail does not end us.
#pragma once

#include <functional>
#include <optional>
#include <string>

namespace banxin {

/// The environment's BANXIN_READ_SECONDS, 1 to 600; else 4.
int read_seconds();

/// For a file of so many pages: a second more for each, an hour at most.
int read_seconds(int pages);

struct WorkBounds {
  int seconds = read_seconds();  ///< of processor time
  int megabytes = 512;           ///< more than this process has
};

/// What `work` returns, computed in a copy of this process: nothing else that it changes is seen here.
/// nullopt and `problem`: "takes more than 4 s to read", "takes more than 512 MB to read", "makes its reader
/// fail", "makes its reader wait for ever". A child that waits and uses no processor for 1.2 s is ended and
/// tried twice more, in what is left of the seconds: all of it takes 4 s more than the bound at most. Where
/// no process can be made, the work is done in this one. `used`: seconds of processor time that it took are
/// added there.
std::optional<std::string> bounded_work(const std::function<std::string()>& work, std::string& problem,
                                        WorkBounds bounds = {}, double* used = nullptr);

}  // namespace banxin
