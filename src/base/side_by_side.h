// Work that can be done in any order, on several threads.
#pragma once

#include <cstddef>
#include <functional>

namespace banxin {

/// Does `work(0)` … `work(count - 1)`, each once, on at most `threads` threads, and returns when all are
/// done. In their order where there is one thread. `work` writes only what is its own; what it throws first
/// is thrown here, and what has not begun is left.
void side_by_side(std::size_t count, unsigned threads, const std::function<void(std::size_t)>& work);

/// How many threads a command uses: what was asked for (`--jobs`), else one a core.
unsigned threads_for(unsigned jobs);

}  // namespace banxin
