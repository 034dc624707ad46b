// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/connectors/transport.h"
#include "backend/engine/input_queue.h"
#include "backend/store/batch.h"

#include <compare>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace milepost {

/// Names a call that is under way.
struct CallKey {
    std::int64_t order = 0;
    int effect = 0;
    int attempt = 0;
    CallPurpose purpose = CallPurpose::Attempt;
    std::string system{}; ///< of whose lane it holds a place

    friend auto operator<=>(const CallKey&, const CallKey&) = default;
};

/// What an open order is waiting for.
struct OpenWork {
    std::map<std::string, int> waiting{}; ///< by system
    int inFlight = 0;
    int sent = 0;
    int unknown = 0; ///< with an automatic next step
};

/// The same over all open orders.
struct WorkTotals {
    std::map<std::string, int> waiting{}; ///< by system
    int inFlight = 0;
    int sent = 0;
    int unknown = 0;

    /// Counts an order's work in (times 1) or out (times -1).
    void count(const OpenWork& work, int times)
    {
        for (const auto& [system, effects] : work.waiting)
            waiting[system] += times * effects;
        inFlight += times * work.inFlight;
        sent += times * work.sent;
        unknown += times * work.unknown;
    }
};

/// An order that wants stock: higher priority, earlier promise, longer here goes first.
struct WaitingOrder {
    int negatedPriority = 0;
    Timestamp promisedAt{};
    OrderId order{};

    friend auto operator<=>(const WaitingOrder&, const WaitingOrder&) = default;
};

/// All that one turn of the loop has gathered before its commit, and what is to happen after it.
struct Turn {
    struct Start {
        std::size_t change = 0; ///< the change that makes it durable
        CallKey key{};
        Call call{};
    };

    Batch batch{};
    std::deque<EngineInput> inputs{}; ///< put back when nothing could be written
    std::vector<Start> starts{};
    std::vector<std::pair<std::size_t, std::function<void(bool)>>>
        answers{}; ///< by change: told whether it is durable
    std::vector<CallKey> ended{};
    std::vector<std::string> readFiles{};
    std::set<OrderId> orders{};
    std::map<std::string, OrderId> newOrderNos{};
    std::map<std::string, OrderId> newReferences{};
    std::map<std::string, OrderId> newBusinessKeys{};
    std::map<std::pair<std::string, std::string>, InboxRow> newInbox{}; ///< by source and message id
    bool exceptionsChanged = false;

    /// Takes the last change back when its decision led to nothing.
    void dropEmptyChange()
    {
        if (batch.changes.back().facts.empty()) batch.changes.pop_back();
    }
};

} // namespace milepost
