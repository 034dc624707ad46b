// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/fact.h"
#include "backend/domain/policy.h"
#include "backend/domain/process.h"
#include "backend/store/batch.h"
#include "backend/store/store.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>

namespace milepost {

/// Cause of the one exception that stands for all that waits for a system.
inline constexpr std::string_view isDownCause = "system does not answer";

/// Gives exceptions their ids and turns facts about them into rows. Keeps those that are open, of orders and
/// of systems. Engine thread.
class OpenExceptions {
public:
    void load(Store& store);
    /// Systems that are reported as not answering.
    std::set<std::string> systemsDown() const;

    /// The rows and counters that the exception facts of one decision lead to.
    void write(Change& change, const Order& order, const FactRow& row, const Process& process,
               const PolicySet& policies);

    /// Opens one that no order has: a system that is down, a document that cannot be read. Equal ones (class,
    /// system, cause, payload) are opened once. `policy`: whose recovery objective holds where the event type
    /// has none of its own.
    void openForSystem(Change& change, OpenException exception, PayloadId payload, const PolicySet& policies,
                       std::string_view policy);
    void closeForSystem(Change& change, const std::string& system, const std::string& cause,
                        const std::string& how, Timestamp at);
    /// Closes the one of a system that has that number; null when none is open, else what it was about.
    const ExceptionRow* closeOfSystem(Change& change, int number, const std::string& how, Timestamp at);
    /// Closes those about that payload.
    void closeAbout(Change& change, PayloadId payload, const std::string& how, Timestamp at);
    /// Closes those about damaged messages of that system that were opened up to `until`.
    void closeDamagedMessages(Change& change, const std::string& system, Timestamp until, Timestamp at);

private:
    using Key = std::pair<std::int64_t, int>; // order, number

    /// What an exception is judged by beside itself.
    struct Rules {
        const PolicySet& policies;
        std::string_view policy{};
        std::string_view team{}; ///< of its step
    };

    /// The one place that says by when and by whom an exception is to be recovered.
    void open(Change& change, ExceptionRow row, const Rules& rules, Timestamp at);
    void close(Change& change, const Key& key, const std::string& how, Timestamp at);

    std::map<Key, ExceptionRow> m_open;
    std::int64_t m_lastId = 0;
    int m_lastSystemNumber = 0;
};

} // namespace milepost
