// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/interrupt.h"

#include <pthread.h>
#include <unistd.h>

#include <csignal>

namespace milepost {
namespace {

sigset_t watchedSignals()
{
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGINT);
    sigaddset(&set, SIGTERM);
    return set;
}

/// A thread of its own waits for the signals, so that no code runs inside a signal handler.
void waitForSignals(const std::stop_token& end, std::stop_source source)
{
    const sigset_t set = watchedSignals();
    const timespec interval{.tv_sec = 0, .tv_nsec = 50'000'000};
    while (!end.stop_requested()) {
        if (sigtimedwait(&set, nullptr, &interval) < 0) continue;
        if (source.stop_requested()) _exit(130);
        source.request_stop();
    }
}

} // namespace

Interrupt::Interrupt()
{
    const sigset_t set = watchedSignals();
    pthread_sigmask(SIG_BLOCK, &set, nullptr); // threads started from now on inherit it
    m_waiter = std::jthread([source = m_source](const std::stop_token& end) { waitForSignals(end, source); });
}

Interrupt::~Interrupt()
{
    m_waiter.request_stop();
    m_waiter.join();
    const sigset_t set = watchedSignals();
    pthread_sigmask(SIG_UNBLOCK, &set, nullptr);
}

} // namespace milepost
