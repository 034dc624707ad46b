// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/service/backend.h"

#include <optional>
#include <string>
#include <vector>

namespace milepost {

/// Whether engine and network have nothing more to do by themselves (DESIGN.md section 11, Idle). Looked at
/// again and again; idle counts only when every system has been asked for news once more since, and nothing
/// came of it.
class IdleWatch {
public:
    explicit IdleWatch(Backend& backend)
        : m_backend(backend)
    {
    }

    /// `scheduled`: what the network will still say by itself; 0 where there is none.
    bool isIdle(int scheduled);

private:
    bool hasBeenAskedSince(const EngineView& engine, Timestamp since) const;
    bool hasToldAllSince(const EngineView& engine, Timestamp since) const;
    bool hasBackorders();
    std::vector<std::int64_t> traces();

    Backend& m_backend;
    std::optional<Timestamp> m_quietSince{}; ///< engine time
    std::vector<std::int64_t> m_traces{};    ///< what the store counted then
};

/// What keeps a run from being idle, for people.
std::string whatGoesOn(const EngineView& engine);

/// No effect waiting, in flight, sent or unknown with a next step, no input queued, nothing due within 60 s.
bool isQuiet(const EngineView& engine);

} // namespace milepost
