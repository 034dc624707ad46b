// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <stop_token>
#include <thread>

namespace milepost {

/// While it lives, Ctrl-C (and SIGTERM) asks for a clean stop instead of ending the process; a second one
/// ends it at once. One at a time, made before other threads are started.
class Interrupt {
public:
    Interrupt();
    ~Interrupt();
    Interrupt(const Interrupt&) = delete;
    Interrupt& operator=(const Interrupt&) = delete;

    std::stop_token token() const { return m_source.get_token(); }
    bool isAsked() const { return m_source.stop_requested(); }

private:
    std::stop_source m_source;
    std::jthread m_waiter;
};

} // namespace milepost
