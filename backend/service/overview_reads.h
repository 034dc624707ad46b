// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/service/insight_views.h"
#include "backend/service/open_work.h"

#include <array>
#include <chrono>
#include <deque>
#include <mutex>

namespace milepost {

/// How the concerns went while this process watched them. Any thread.
class ConcernTrends {
public:
    /// Notes the counts as of now, at most once in `interval` of real time, and fills in the trends.
    void note(OverviewView& view);
    void clear();

private:
    static constexpr std::size_t maxPoints = 300;

    std::mutex m_mutex;
    std::array<std::deque<TrendPoint>, concernCount + 1> m_points; ///< the last: failed documents
    std::chrono::steady_clock::time_point m_notedAt{};
};

/// Everything but the trends. Throws StoreError.
OverviewView readOverview(StoreReader& reader, OpenWork& openWork, Timestamp now);

} // namespace milepost
