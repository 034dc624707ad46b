// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/decide.h"
#include "backend/domain/fact.h"
#include "backend/domain/policy.h"
#include "backend/domain/process.h"
#include "backend/engine/contract_names.h"
#include "backend/store/batch.h"
#include "backend/store/store.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

namespace milepost {

/// Cause of the one exception that stands for all that waits for a system.
inline constexpr std::string_view isDownCause = "system does not answer";

/// Cause of the one exception that stands for all that is expected of a source that tells nothing.
inline constexpr std::string_view isSilentCause = "is silent";

/// Gives exceptions their ids and turns facts about them into rows. Keeps those that are open, of orders and
/// of systems. Engine thread.
class OpenExceptions {
public:
    void load(Store& store);
    /// Systems of which one that no order has is open for that cause.
    std::set<std::string> systemsWith(std::string_view cause) const;

    /// What the rows of an order's exceptions are made by.
    struct Terms {
        const Process& process;
        const PolicySet& policies;
        const ContractNames& contracts;
    };
    /// The rows and counters that the exception facts of one decision lead to. One that is reopened keeps its
    /// id, its contract and the time that it is due by.
    void write(Change& change, const Order& order, const FactRow& row, const Terms& terms);

    /// Opens one that no order has: a system that is down, a document that cannot be read. Equal ones (class,
    /// system, cause, payload) are opened once. `policy`: whose recovery objective holds where the event type
    /// has none of its own.
    void openForSystem(Change& change, OpenException exception, PayloadId payload, const PolicySet& policies,
                       std::string_view policy, std::string contract = {});
    /// The same, but one that is open of that class, system and cause says the new text; whether it changed.
    bool updateForSystem(Change& change, OpenException exception, const PolicySet& policies,
                         std::string_view policy);
    void closeForSystem(Change& change, const std::string& system, const std::string& cause,
                        const std::string& how, Timestamp at);
    /// A person closes the one of a system that has that number; null when none is open, else what it was
    /// about.
    const ExceptionRow* closeOfSystem(Change& change, int number, const Command& command, Timestamp at);
    /// The open one of a system that has that number.
    std::optional<ExceptionRow> openOfSystem(int number) const;
    /// Opens one of a system again that a person closed by hand; why not, empty: it is open.
    std::string reopenOfSystem(Change& change, int number);
    /// Closes those about that payload.
    void closeAbout(Change& change, PayloadId payload, const std::string& how, Timestamp at);
    /// Closes those about damaged messages of that system that were opened up to `until`.
    void closeDamagedMessages(Change& change, const std::string& system, Timestamp until, Timestamp at);

private:
    using Key = std::pair<std::int64_t, int>; // order, number
    /// Class, system, cause, payload.
    using About = std::tuple<ExceptionClass, std::string, std::string, std::int64_t>;
    /// How an exception ends: the person and her reason are empty where it closes by itself.
    struct End {
        std::string how{};
        std::string actor{};
        std::string reason{};
        Timestamp at{};
    };

    /// What an exception is judged by beside itself.
    struct Rules {
        const PolicySet& policies;
        std::string_view policy{};
        std::string_view team{}; ///< of its step
    };

    /// The one place that says by when and by whom an exception is to be recovered.
    void open(Change& change, ExceptionRow row, const Rules& rules, Timestamp at);
    void enter(Change& change, ExceptionRow row);
    void keep(ExceptionRow row);
    static About aboutOf(const ExceptionRow& row);
    void reopen(Change& change, ExceptionRow row);
    void close(Change& change, const Key& key, const End& end);

    Store* m_store = nullptr; ///< of closed ones
    std::map<Key, ExceptionRow> m_open;
    std::multiset<About> m_ofSystems; ///< what those that no order has are about, for equal ones
    std::int64_t m_lastId = 0;
    int m_lastSystemNumber = 0;
};

} // namespace milepost
