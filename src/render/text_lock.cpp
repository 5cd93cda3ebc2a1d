#include "render/text_lock.h"

#include <pthread.h>

namespace banxin {

namespace {

std::mutex text_mutex;

[[maybe_unused]] const int kForks =
    ::pthread_atfork([] { text_mutex.lock(); }, [] { text_mutex.unlock(); }, [] { text_mutex.unlock(); });

}  // namespace

std::unique_lock<std::mutex> text_lock() { return std::unique_lock(text_mutex); }

}  // namespace banxin
