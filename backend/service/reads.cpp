// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/service/reads.h"

#include "backend/contracts/pack_set.h"
#include "backend/service/definitions.h"
#include "backend/service/list_reads.h"
#include "backend/service/order_view.h"
#include "backend/service/system_reads.h"

#include <algorithm>
#include <array>
#include <set>

namespace milepost {
namespace {

/// Effects that wait at a parked system; they are stored as waiting.
std::int64_t parkedEffects(StoreReader& reader, const std::vector<SystemView>& systems)
{
    std::set<std::string> parked;
    for (const SystemView& system : systems)
        if (system.state == "parked") parked.insert(system.name);
    if (parked.empty()) return 0;
    const Catalogue catalogue(reader);
    std::int64_t count = 0;
    for (const OrderId id : reader.openOrders()) {
        const auto order = reader.order(id);
        if (!order) continue;
        count += std::ranges::count_if(order->state.effects, [&](const Effect& effect) {
            return effect.state == EffectState::Waiting && !effect.needsPerson &&
                   parked.contains(catalogue.systemOf(effect.definition));
        });
    }
    return count;
}

constexpr std::array<EffectState, 11> effectStates{
    EffectState::Waiting,    EffectState::InFlight,  EffectState::Sent,       EffectState::Acknowledged,
    EffectState::Unknown,    EffectState::Done,      EffectState::Rejected,   EffectState::Adopted,
    EffectState::Superseded, EffectState::Abandoned, EffectState::Compensated};

std::vector<Count> effectCounts(StoreReader& reader, std::int64_t parked)
{
    auto stored = reader.counts("effectState");
    std::vector<Count> counts;
    for (const EffectState state : effectStates) {
        const std::string key(toKey(state));
        counts.push_back({key, stored[key] - (state == EffectState::Waiting ? parked : 0)});
    }
    counts.push_back({"parked", parked});
    return counts;
}

bool carries(StoreReader& reader, OrderId id, std::string_view number)
{
    const auto order = reader.order(id);
    return order && std::ranges::any_of(order->state.references, [&](const ExternalReference& reference) {
               return reference.value == number;
           });
}

/// Nothing: it asks for the group of an exception that there is not.
std::optional<ExceptionQuery> queryOf(StoreReader& reader, const ExceptionFilter& filter)
{
    ExceptionQuery query{.kind = filter.kind,
                         .leastSeverity = filter.leastSeverity,
                         .system = filter.system,
                         .owner = filter.owner,
                         .claimedBy = filter.claimedBy,
                         .search = filter.search,
                         .orderNo = filter.orderNo,
                         .awakeAt = filter.awakeAt,
                         .isOpen = filter.state == ExceptionState::Open,
                         .before = filter.state == ExceptionState::Closed ? filter.before : 0,
                         .limit = static_cast<int>(filter.limit)};
    if (filter.state == ExceptionState::All) query.isOpen.reset();
    if (filter.group == 0) return query;
    const auto one = reader.exception(filter.group);
    if (!one) return std::nullopt;
    query.group = keyOf(filter.grouping, *one);
    return query;
}

ExceptionGroup groupView(const ExceptionGroupRow& row)
{
    const ExceptionGroupKey& key = row.key;
    const std::string by = key.by == ExceptionGrouping::Cause ? "" : std::string(toKey(key.by)) + ":";
    ExceptionGroup view{.id = row.first,
                        .grouping = key.by,
                        .selector = "group:" + by + std::to_string(row.first),
                        .system = key.system,
                        .step = key.step,
                        .cause = key.cause,
                        .contract = key.contract,
                        .customer = key.customer,
                        .owner = key.owner,
                        .count = row.count,
                        .oldestAt = row.oldestAt,
                        .soonestDue = row.soonestDue,
                        .moneyAtRisk = row.money};
    ExceptionClass kind{};
    if (fromKey(key.kind, kind)) view.kind = kind;
    return view;
}

std::vector<WaitingChange> waitingChanges(StoreReader& reader, const std::string& orderNo)
{
    constexpr int most = 1000; // few wait at any time
    std::vector<WaitingChange> waiting;
    for (const InboxRow& row : reader.inbox(InboxState::Mapped, 0, most))
        if (row.references == orderNo)
            waiting.push_back({.system = row.source, .receivedAt = row.receivedAt, .payload = row.payload});
    return waiting;
}

} // namespace

StatusView readStatus(StoreReader& reader)
{
    StatusView status{.orders = reader.orderCount()};
    auto milestones = reader.counts("milestone");
    for (int i = 0; i < milestoneCount; ++i) {
        const std::string key(toKey(static_cast<Milestone>(i)));
        status.milestones.push_back({key, milestones[key]});
    }
    for (const auto& [key, value] : reader.counts("exceptionClass")) {
        status.exceptionsByClass.push_back({key, value});
        status.openExceptions += value;
    }
    for (const SourceRow& row : reader.sources())
        status.systems.push_back({row.system, row.kind, row.state, row.lastContactAt, row.watermark,
                                  readCounts(reader, row.system)});
    status.effects = effectCounts(reader, parkedEffects(reader, status.systems));
    return status;
}

OrderPage readOrders(StoreReader& reader, const OrderFilter& filter)
{
    OrderQuery query{
        .search = filter.search, .before = filter.before, .limit = static_cast<int>(filter.limit)};
    if (filter.limit > 0) ++query.limit; // one more tells whether there is a next page
    if (filter.milestone) query.milestone = static_cast<unsigned>(*filter.milestone);
    OrderPage page;
    for (const OrderSummary& summary : reader.orders(query))
        page.orders.push_back(rowView(summary));
    if (filter.limit > 0 && page.orders.size() > filter.limit) {
        page.orders.resize(filter.limit);
        page.next = page.orders.back().id;
    }
    return page;
}

Result<OrderId> findOrder(StoreReader& reader, std::string_view number)
{
    if (const auto id = reader.orderByNo(number)) return *id;
    std::vector<OrderId> carriers;
    for (const OrderId id : reader.orderIds({.search = std::string(number), .limit = 100}))
        if (carries(reader, id, number)) carriers.push_back(id);
    if (carriers.size() == 1) return carriers.front();
    if (carriers.empty())
        return Error{.kind = ErrorKind::NotFound,
                     .message =
                         "no order has the number '" + std::string(number) + "'; look with: orders --search"};
    std::string numbers;
    for (const OrderSummary& summary : reader.ordersById(carriers))
        numbers += (numbers.empty() ? "" : ", ") + summary.orderNo;
    return Error{.kind = ErrorKind::Conflict,
                 .message = "several orders carry the number '" + std::string(number) + "': " + numbers};
}

OrderView readOrder(StoreReader& reader, OrderId id, Timestamp now)
{
    const Catalogue catalogue(reader);
    const auto stored = reader.order(id);
    if (!stored) return {};
    OrderView view = orderView(*stored, catalogue);
    view.waitingChanges = waitingChanges(reader, stored->state.orderNo);
    for (OrderRow& row : readOrderRows(reader, std::array{id}, now))
        view.row = std::move(row);
    for (const ExceptionEntry& entry : reader.exceptions({.order = id}))
        view.exceptions.push_back(exceptionView(entry));
    const Process* process = catalogue.process(stored->state.process);
    if (stored->state.compensation && process != nullptr) {
        const auto definitions = readDefinitions(reader); // compiles them: the order is a rare one
        if (!definitions) return view;
        view.compensation =
            compensationView(stored->state, *process, landscapeOf(definitions->packs, definitions->oldPacks));
    }
    return view;
}

ExceptionPage readExceptions(StoreReader& reader, const ExceptionFilter& filter)
{
    ExceptionPage page;
    auto query = queryOf(reader, filter);
    if (!query) return page;
    const bool isPaged = filter.state == ExceptionState::Closed;
    const std::size_t limit = isPaged && (filter.limit == 0 || filter.limit > mostClosedExceptions)
                                  ? mostClosedExceptions
                                  : filter.limit;
    query->limit = static_cast<int>(limit) + (isPaged ? 1 : 0); // one more tells whether there is a next page
    for (const ExceptionEntry& entry : reader.exceptions(*query))
        page.exceptions.push_back(exceptionView(entry));
    if (isPaged && page.exceptions.size() > limit) {
        page.exceptions.resize(limit);
        page.next = page.exceptions.back().id;
    }
    const bool isWhole =
        page.next == 0 && query->before == 0 && (limit == 0 || page.exceptions.size() < limit);
    page.total = isWhole ? static_cast<std::int64_t>(page.exceptions.size()) : reader.exceptionCount(*query);
    return page;
}

std::vector<ExceptionGroup> readGroups(StoreReader& reader, const ExceptionFilter& filter)
{
    std::vector<ExceptionGroup> groups;
    const auto query = queryOf(reader, filter);
    if (!query) return groups;
    for (const ExceptionGroupRow& row : reader.exceptionGroups(*query, filter.grouping))
        groups.push_back(groupView(row));
    return groups;
}

} // namespace milepost
