// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/engine/prepared_message.h"
#include "backend/store/batch.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace milepost {

/// Reports and changes that came before the order, or the number, that they speak of. Engine thread.
class Unmatched {
public:
    struct Waiting {
        PreparedMessage message{};
        InboxRow inbox{};

        bool isTold() const { return !inbox.reason.empty(); } ///< a person was told that it waits
    };

    void keep(Waiting waiting, const std::vector<std::string>& references);
    /// Those that wait for this number; they wait no longer.
    std::vector<Waiting> take(const std::string& reference);
    /// Those that have waited since before `since`, of which a person was or was not told.
    std::vector<Waiting> takeOlder(Timestamp since, bool isTold);
    bool isEmpty() const { return m_waiting.empty(); }
    void clear();

private:
    std::map<std::int64_t, Waiting> m_waiting; // by inbox id: oldest first
    std::multimap<std::string, std::int64_t> m_byReference;
};

} // namespace milepost
