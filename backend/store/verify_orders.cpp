// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/store/verify_orders.h"

#include "backend/domain/evolve.h"
#include "backend/domain/fact_fields.h"
#include "backend/domain/milestone.h"
#include "backend/store/search_words.h"
#include "backend/store/sql.h"

#include <exception>
#include <type_traits>
#include <variant>

namespace milepost {
namespace {

constexpr const char* orderSql = R"(
    SELECT customer_order.order_no, order_state.state, order_state.facts, order_state.milestones,
           customer_order.content
    FROM customer_order
    LEFT JOIN order_state ON order_state.order_id = customer_order.id
    WHERE customer_order.id = ?
)";

constexpr const char* factsSql = R"(
    SELECT id, first_seq, count, at, body
    FROM fact
    WHERE order_id = ?
    ORDER BY first_seq
)";

constexpr const char* referenceSql = R"(
    SELECT id > (SELECT coalesce(max(value), 0) FROM sequence WHERE name = 'search')
    FROM external_reference
    WHERE value = ? AND order_id = ? AND kind = ? AND system = ? AND subject = ?
)";

constexpr const char* searchSql = R"(
    SELECT 1
    FROM search
    JOIN external_reference ON external_reference.id = search.rowid
    WHERE search.words MATCH ? AND external_reference.order_id = ?
    LIMIT 1
)";

constexpr const char* payloadSql = R"(
    SELECT 1
    FROM payload
    WHERE id = ?
)";

constexpr const char* orphansSql = R"(
    SELECT DISTINCT order_id
    FROM fact
    WHERE order_id > ? AND order_id <= ? AND order_id NOT IN (SELECT id FROM customer_order)
)";

/// Visits a fact for the payloads that it names.
struct PayloadCollector {
    std::vector<std::int64_t> ids{};

    static int version() { return factVersion; }
    template <typename T>
    void operator()(const char* /*name*/, T& value)
    {
        if constexpr (std::is_same_v<T, PayloadId>) {
            if (value.value != 0) ids.push_back(value.value);
        }
    }
};

std::vector<std::int64_t> payloadsOf(FactBody& fact)
{
    PayloadCollector collector;
    std::visit([&](auto& body) { fields(collector, body); }, fact);
    return collector.ids;
}

} // namespace

OrderProof::OrderProof(SQLite::Database& database, std::int64_t tallyUpTo)
    : m_tallyUpTo(tallyUpTo)
    , m_order(database, orderSql)
    , m_facts(database, factsSql)
    , m_reference(database, referenceSql)
    , m_search(database, searchSql)
    , m_payload(database, payloadSql)
    , m_orphans(database, orphansSql)
{
}

void OrderProof::prove(OrderId id)
{
    const auto stored = read(id);
    if (!stored) return;
    const std::string name = "order " + stored->orderNo;
    m_states.look();
    try {
        const Order folded = fold(id, name);
        compare(folded, *stored, name);
        proveReferences(folded, name);
        provePayload(stored->content, name);
    } catch (const std::exception& failure) { // facts that cannot be read or folded
        m_states.add(name + ": " + failure.what());
    }
}

std::optional<OrderProof::Stored> OrderProof::read(OrderId id)
{
    sql::Rows rows(m_order, id);
    if (!rows.next()) return std::nullopt;
    Stored stored;
    stored.orderNo = rows.text();
    stored.state = rows.blob();
    stored.facts = rows.number();
    stored.milestones = static_cast<std::uint32_t>(rows.integer());
    stored.content = rows.integer();
    return stored;
}

Order OrderProof::fold(OrderId id, const std::string& name)
{
    Order order;
    order.id = id;
    int next = 1;
    bool isCounted = false;
    sql::Rows rows(m_facts, id);
    while (rows.next()) {
        if (rows.integer() > m_tallyUpTo && !isCounted) {
            if (next > 1) count(order);
            isCounted = true;
        }
        const int firstSeq = rows.number();
        const int facts = rows.number();
        const Timestamp at = rows.time();
        FactRow row = unpackedFacts(id, firstSeq, at, rows.bytes());
        if (firstSeq != next || facts != static_cast<int>(row.facts.size()))
            m_numbers.add(name + ": fact " + std::to_string(next) + " is missing or counted wrongly");
        next = firstSeq + facts;
        m_numbers.look(facts);
        for (FactBody& fact : row.facts) {
            for (const std::int64_t payload : payloadsOf(fact))
                provePayload(payload, name);
        }
        evolve(order, row);
    }
    if (!isCounted && next > 1) count(order);
    return order;
}

void OrderProof::compare(const Order& folded, const Stored& stored, const std::string& name)
{
    // an older program wrote it in an older form
    if (packed(folded) != stored.state && packed(folded) != packed(unpackedOrder(stored.state)))
        m_states.add(name + ": its state is not what its facts give");
    if (folded.facts != stored.facts)
        m_numbers.add(name + ": " + std::to_string(folded.facts) + " facts, its state counts " +
                      std::to_string(stored.facts));
    m_milestones.look();
    if (fullMilestones(folded) != stored.milestones) m_milestones.add(name + ": the column is wrong");
    for (const OrderLine& line : folded.lines) {
        m_stages.look();
        if (!line.ledger.isBalanced())
            m_stages.add(name + " line " + std::to_string(line.lineNo) +
                         ": its stages do not sum to ordered + overage");
    }
}

void OrderProof::proveReferences(const Order& folded, const std::string& name)
{
    proveReference(folded.id, {.kind = "order", .value = name.substr(name.find(' ') + 1)}, name);
    for (const ExternalReference& reference : folded.references)
        proveReference(folded.id, reference, name);
}

void OrderProof::proveReference(OrderId id, const ExternalReference& reference, const std::string& name)
{
    m_references.look();
    {
        sql::Rows rows(m_reference, reference.value, id, reference.kind, reference.system, reference.subject);
        if (!rows.next())
            m_references.add(name + ": " + reference.kind + " " + reference.value + " is missing");
        else if (rows.flag())
            return; // it waits for the index
    }
    const std::string query = searchQuery(reference.value);
    if (query.empty()) return;
    m_searches.look();
    sql::Rows rows(m_search, query, id);
    if (!rows.next()) m_searches.add(name + ": is not found by " + reference.value);
}

void OrderProof::provePayload(std::int64_t payload, const std::string& name)
{
    if (payload == 0) return;
    m_bodies.look();
    sql::Rows rows(m_payload, payload);
    if (!rows.next()) m_bodies.add(name + ": payload " + std::to_string(payload) + " is missing");
}

void OrderProof::proveNoOrphans(OrderId after, OrderId upTo)
{
    sql::Rows rows(m_orphans, after, upTo);
    while (rows.next())
        m_orphanFacts.add("facts of order id " + std::to_string(rows.integer()) + ", which does not exist");
    m_orphanFacts.look();
}

void OrderProof::count(const Order& order)
{
    const std::uint32_t milestones = fullMilestones(order);
    for (int i = 0; i < milestoneCount; ++i) {
        const auto milestone = static_cast<Milestone>(i);
        if (isFull(milestones, milestone)) ++m_tally["milestone/" + std::string(toKey(milestone))];
    }
    for (const Effect& effect : order.effects)
        ++m_tally["effectState/" + std::string(toKey(effect.state))];
}

std::vector<VerifyCheck> OrderProof::checks() const
{
    return {m_states.check(),     m_stages.check(),   m_numbers.check(), m_milestones.check(),
            m_references.check(), m_searches.check(), m_bodies.check(),  m_orphanFacts.check()};
}

} // namespace milepost
