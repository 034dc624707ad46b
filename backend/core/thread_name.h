// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <pthread.h>
#include <unistd.h>

namespace milepost {

/// Names the calling thread, as debuggers and measurements show it; at most 15 characters.
inline void nameThisThread(const char* name)
{
    pthread_setname_np(pthread_self(), name);
}

/// The calling thread works only when nobody else wants the processor.
inline void yieldToOthers()
{
    constexpr int leastUrgent = 19;
    [[maybe_unused]] const int previous = nice(leastUrgent); // of this thread alone, on Linux
}

} // namespace milepost
