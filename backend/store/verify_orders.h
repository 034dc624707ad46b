// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/order.h"
#include "backend/store/verify_findings.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace milepost {

/// Counts by "kind/key", as the counters of a store keep them.
using Tally = std::map<std::string, std::int64_t>;

/// Proves orders one by one: each against the fold of its facts.
class OrderProof {
public:
    /// Tallies orders as of the fact `tallyUpTo`.
    OrderProof(SQLite::Database& database, std::int64_t tallyUpTo);

    void prove(OrderId id);
    /// Facts of orders with ids in (after, upTo] that have no order.
    void proveNoOrphans(OrderId after, OrderId upTo);

    const Tally& tally() const { return m_tally; }
    std::vector<VerifyCheck> checks() const;

private:
    struct Stored {
        std::string orderNo{};
        std::string state{};
        int facts = 0;
        std::uint32_t milestones = 0;
        std::int64_t content = 0;
    };
    std::optional<Stored> read(OrderId id);
    Order fold(OrderId id, const std::string& name);
    void compare(const Order& folded, const Stored& stored, const std::string& name);
    void proveReferences(const Order& folded, const std::string& name);
    void proveReference(OrderId id, const ExternalReference& reference, const std::string& name);
    void provePayload(std::int64_t payload, const std::string& name);
    void count(const Order& order);

    std::int64_t m_tallyUpTo;
    SQLite::Statement m_order;
    SQLite::Statement m_facts;
    SQLite::Statement m_reference;
    SQLite::Statement m_search;
    SQLite::Statement m_payload;
    SQLite::Statement m_orphans;
    Tally m_tally;

    Findings m_states{"state equals the fold of facts", "orders"};
    Findings m_stages{"stages balance", "lines"};
    Findings m_numbers{"facts without gaps", "facts"};
    Findings m_milestones{"milestones", "orders"};
    Findings m_references{"external references", "references"};
    Findings m_searches{"search", "references"};
    Findings m_bodies{"payloads of facts", "payloads"};
    Findings m_orphanFacts{"facts belong to orders", "orders"};
};

} // namespace milepost
