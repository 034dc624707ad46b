// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/service/order_copies.h"

#include "backend/domain/evolve.h"
#include "backend/engine/change_rows.h"
#include "backend/service/copied_facts.h"
#include "backend/store/content.h"
#include "backend/store/digest.h"
#include "backend/store/reader.h"
#include "backend/store/store.h"

#include <chrono>
#include <exception>
#include <random>

namespace milepost {
namespace {

constexpr std::size_t ordersPerCommit = 400;
constexpr int recentDays = 10; ///< open orders are of these
constexpr std::uint64_t diceSeed = 1;

/// One order of the sample with all that belongs to it, ready to be copied.
struct SampleOrder {
    OrderSummary summary{};
    StoredOrder stored{};
    std::vector<FactRow> facts{};
    std::vector<InboxRow> inbox{};
    std::vector<ExceptionRow> exceptions{};
    std::vector<PayloadRow> payloads{}; ///< encoded by the new store's codec; ids are the sample's
    PayloadRow content{};
    std::string person{};
    std::string words{};
};

/// Collects the payloads that facts name.
struct PayloadNames {
    std::vector<PayloadId> ids{};

    static int version() { return factVersion; }
    template <typename T>
    void operator()(const char* /*name*/, T& value)
    {
        if constexpr (std::is_same_v<T, PayloadId>)
            if (value.value != 0) ids.push_back(value);
    }
};

std::vector<PayloadId> payloadsOf(SampleOrder& order)
{
    PayloadNames names;
    for (FactRow& row : order.facts)
        for (FactBody& fact : row.facts)
            std::visit([&](auto& body) { fields(names, body); }, fact);
    for (const InboxRow& row : order.inbox)
        if (row.payload.value != 0) names.ids.push_back(row.payload);
    std::ranges::sort(names.ids);
    const auto repeated = std::ranges::unique(names.ids);
    names.ids.erase(repeated.begin(), repeated.end());
    return std::move(names.ids);
}

/// The sample, read once into memory.
class Sample {
public:
    Sample(StoreReader& reader, PayloadCodec& codec)
        : m_reader(reader)
        , m_codec(codec)
    {
        for (std::int64_t after = 0;;) {
            const auto rows = reader.inbox(InboxState::Applied, after, 1000);
            if (rows.empty()) break;
            after = rows.back().id;
            for (const InboxRow& row : rows)
                m_inbox[row.order.value].push_back(row);
        }
        for (const OrderSummary& summary : reader.orders({.limit = 0}))
            (summary.isOpen ? open : closed).push_back(read(summary));
    }

    std::vector<SampleOrder> open{};
    std::vector<SampleOrder> closed{};

private:
    SampleOrder read(const OrderSummary& summary)
    {
        SampleOrder order{.summary = summary, .facts = m_reader.facts(summary.id)};
        if (auto stored = m_reader.order(summary.id)) order.stored = *std::move(stored);
        order.inbox = m_inbox[summary.id.value];
        for (const ExceptionEntry& entry : m_reader.exceptions({.order = summary.id, .isOpen = std::nullopt}))
            order.exceptions.push_back(entry.row);
        for (const PayloadId id : payloadsOf(order))
            if (const auto row = m_reader.payloadRow(id)) order.payloads.push_back(encoded(*row));
        if (!order.stored.content) return order;
        order.person = packedParties(*order.stored.content);
        for (const CanonicalLine& line : order.stored.content->lines)
            order.words += (order.words.empty() ? "" : " ") + line.sku;
        return order;
    }

    PayloadRow encoded(const PayloadRow& row)
    {
        PayloadRow made{.id = row.id, .kind = row.kind};
        m_codec.encode(made, m_reader.payload(row.id));
        return made;
    }

    StoreReader& m_reader;
    PayloadCodec& m_codec;
    std::map<std::int64_t, std::vector<InboxRow>> m_inbox;
};

/// Makes the rows of one copy after the other.
class Copier {
public:
    /// `at`: when the copy is received.
    Change copy(const SampleOrder& sample, OrderId id, Timestamp at)
    {
        Change change;
        m_facts.suffix = "-" + std::to_string(id.value);
        m_facts.shift = at - sample.summary.receivedAt;
        copyPayloads(sample, id, change);
        copyFacts(sample, id, change);
        copyInbox(sample, id, change);
        copyOrder(sample, id, at, change);
        copyExceptions(sample, id, change);
        return change;
    }

private:
    void copyPayloads(const SampleOrder& sample, OrderId id, Change& change)
    {
        m_payloads.clear();
        for (const PayloadRow& row : sample.payloads) {
            PayloadRow& made = change.payloads.emplace_back(row);
            made.id = {++m_lastPayload};
            made.order = id;
            m_payloads[row.id.value] = made.id;
        }
        m_facts.payloads = &m_payloads;
    }

    void copyFacts(const SampleOrder& sample, OrderId id, Change& change)
    {
        LiveOrder order;
        order.state.id = id;
        for (FactRow row : sample.facts) {
            row.order = id;
            m_facts.change(row);
            const OrderTally before = tallyOf(order.state);
            evolve(order.state, row);
            writeDecision(change, order, before, row);
        }
    }

    void copyInbox(const SampleOrder& sample, OrderId id, Change& change)
    {
        m_firstInbox = 0;
        for (InboxRow row : sample.inbox) {
            row.id = ++m_lastInbox;
            if (m_firstInbox == 0) m_firstInbox = row.id;
            row.messageId = m_facts.number(row.messageId);
            row.order = id;
            row.payload = row.payload.value == 0 ? PayloadId{} : m_payloads[row.payload.value];
            row.receivedAt = m_facts.time(row.receivedAt);
            row.businessKey = m_facts.number(row.businessKey);
            change.inbox.push_back(std::move(row));
        }
    }

    void copyOrder(const SampleOrder& sample, OrderId id, Timestamp at, Change& change)
    {
        NewOrderRow row{.id = id,
                        .orderNo = m_facts.number(sample.summary.orderNo),
                        .channel = sample.summary.channel,
                        .customer = sample.summary.customer,
                        .businessKey = m_facts.number(sample.stored.businessKey),
                        .receivedAt = at,
                        .totalMinor = sample.summary.totalMinor,
                        .currency = sample.summary.currency,
                        .content = m_payloads[newestContent(sample).value],
                        .person = sample.person,
                        .words = sample.words};
        if (sample.summary.placedAt) row.placedAt = m_facts.time(*sample.summary.placedAt);
        change.newOrder = std::move(row);
    }

    static PayloadId newestContent(const SampleOrder& sample)
    {
        PayloadId content;
        for (const FactRow& row : sample.facts) {
            for (const FactBody& fact : row.facts) {
                if (const auto* received = std::get_if<OrderReceived>(&fact)) content = received->content;
                if (const auto* revised = std::get_if<OrderRevised>(&fact)) content = revised->content;
            }
        }
        return content;
    }

    void copyExceptions(const SampleOrder& sample, OrderId id, Change& change)
    {
        for (ExceptionRow row : sample.exceptions) {
            row.id = ++m_lastException;
            row.order = id;
            row.exception.openedAt = m_facts.time(row.exception.openedAt);
            if (row.closedAt) row.closedAt = m_facts.time(*row.closedAt);
            if (row.dueBy) row.dueBy = m_facts.time(*row.dueBy);
            row.payload = {};
            if (row.isOpen) countException(row, change);
            change.exceptions.push_back(std::move(row));
        }
    }

    static void countException(const ExceptionRow& row, Change& change)
    {
        const auto hour = std::chrono::floor<std::chrono::hours>(row.exception.openedAt);
        change.counters.push_back({.kind = "exceptionClass",
                                   .key = std::string(toKey(row.exception.kind)),
                                   .system = row.exception.system,
                                   .hour = hour.time_since_epoch().count(),
                                   .delta = 1});
    }

    CopiedFacts m_facts{};
    std::unordered_map<std::int64_t, PayloadId> m_payloads{};
    std::int64_t m_firstInbox = 0;
    std::int64_t m_lastPayload = 0;
    std::int64_t m_lastInbox = 0;
    std::int64_t m_lastException = 0;
};

/// Same kinds and names in the same order give the same numbers, which facts refer to.
Status copyDefinitions(StoreReader& reader, Store& store)
{
    std::vector<DefinitionRow> rows;
    for (const char* kind : {"pack", "process", "policies"})
        std::ranges::move(reader.definitions(kind), std::back_inserter(rows));
    std::ranges::sort(rows, {}, &DefinitionRow::id);
    for (const DefinitionRow& row : rows)
        if (store.defineVersion(row.kind, row.name, row.body) != row.id)
            return Error{.kind = ErrorKind::InvalidInput,
                         .message = "the sample's definitions are not numbered one after the other"};
    return Done{};
}

/// Which order of the sample each copy is of, and when it was received: old ones are finished, and of the
/// recent ones so many are open that their share is met.
class CopyOrder {
public:
    CopyOrder(const CopySetup& setup, const Sample& sample, Timestamp newest)
        : m_setup(setup)
        , m_sample(sample)
        , m_newest(newest)
        , m_step(std::chrono::duration_cast<Duration>(std::chrono::days(setup.days)) / setup.orders)
    {
    }

    Timestamp timeOf(std::int64_t number) const { return m_newest - m_step * (m_setup.orders - number); }

    const SampleOrder& sampleOf(std::int64_t number)
    {
        const double recent = static_cast<double>(recentDays) / m_setup.days;
        const bool isRecent =
            static_cast<double>(number) > static_cast<double>(m_setup.orders) * (1 - recent);
        const double chance = isRecent ? m_setup.openShare / recent : 0;
        const bool isOpen = std::uniform_real_distribution<double>(0, 1)(m_dice) < chance;
        const auto& from = isOpen && !m_sample.open.empty() ? m_sample.open : m_sample.closed;
        return from[static_cast<std::size_t>(m_dice() % from.size())];
    }

private:
    const CopySetup& m_setup;
    const Sample& m_sample;
    Timestamp m_newest;
    Duration m_step;
    std::mt19937_64 m_dice{diceSeed};
};

Timestamp newestTime(const Sample& sample)
{
    Timestamp newest{};
    for (const auto* orders : {&sample.open, &sample.closed})
        for (const SampleOrder& order : *orders)
            newest = std::max(newest, order.summary.receivedAt);
    return newest;
}

Status fill(const CopySetup& setup, const Sample& sample, Store& store, const std::stop_token& stop,
            const std::function<void(std::int64_t, std::int64_t)>& progress)
{
    CopyOrder order(setup, sample, newestTime(sample));
    Copier copier;
    Batch batch;
    for (std::int64_t number = 1; number <= setup.orders; ++number) {
        batch.changes.push_back(copier.copy(order.sampleOf(number), {number}, order.timeOf(number)));
        if (batch.changes.size() < ordersPerCommit && number < setup.orders) continue;
        if (const Committed committed = store.commit(batch); !committed.refused.empty())
            return Error{.kind = ErrorKind::Internal, .message = committed.refused.front().second};
        batch.changes.clear();
        if (progress) progress(number, setup.orders);
        if (stop.stop_requested())
            return Error{.kind = ErrorKind::Timeout,
                         .message = "stopped; " + setup.store.string() + " is unfinished"};
    }
    return Done{};
}

Status copyGuarded(const CopySetup& setup, const std::stop_token& stop,
                   const std::function<void(std::int64_t, std::int64_t)>& progress)
{
    if (std::filesystem::exists(setup.store))
        return Error{.kind = ErrorKind::Conflict, .message = setup.store.string() + " exists already"};
    const auto reader = StoreReader::open(setup.sample);
    if (!reader) return reader.error();
    auto store = Store::open(setup.store);
    if (!store) return store.error();
    if (const Status defined = copyDefinitions(**reader, **store); !defined) return defined.error();
    const Sample sample(**reader, (*store)->codec());
    if (sample.closed.empty())
        return Error{.kind = ErrorKind::InvalidInput,
                     .message = setup.sample.string() + " holds no finished order to copy"};
    (*store)->commit({.changes = {Change{.stock = (*reader)->stock()}}, .sources = (*reader)->sources()});
    return fill(setup, sample, **store, stop, progress);
}

} // namespace

Status copyOrders(const CopySetup& setup, std::stop_token stop,
                  const std::function<void(std::int64_t done, std::int64_t total)>& progress)
{
    try {
        return copyGuarded(setup, stop, progress);
    } catch (const std::exception& failure) {
        return Error{.kind = ErrorKind::Internal, .message = setup.store.string() + ": " + failure.what()};
    }
}

} // namespace milepost
