// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/service/reads.h"

#include "backend/contracts/pack_set.h"
#include "backend/recovery/exception_set.h"
#include "backend/service/definitions.h"
#include "backend/service/list_reads.h"
#include "backend/service/order_view.h"
#include "backend/service/system_reads.h"

#include <algorithm>
#include <array>
#include <cctype>
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

std::string lower(std::string text)
{
    std::ranges::transform(text, text.begin(), [](unsigned char c) { return std::tolower(c); });
    return text;
}

/// Severity, people and words; `wanted` in lower case.
bool isLetThrough(const ExceptionEntry& entry, const ExceptionFilter& filter, const std::string& wanted)
{
    const OpenException& exception = entry.row.exception;
    if (filter.leastSeverity && exception.severity < *filter.leastSeverity) return false;
    if (!filter.owner.empty() && entry.row.owner != filter.owner) return false;
    if (!filter.claimedBy.empty() && entry.claim.claimedBy != filter.claimedBy) return false;
    if (filter.awakeAt && entry.mark.snoozedUntil > *filter.awakeAt) return false;
    if (wanted.empty()) return true;
    const std::string all =
        lower(entry.orderNo + "\n" + exception.cause + "\n" + exception.text + "\n" + exception.system +
              "\n" + exception.step + "\n" + entry.mark.tags + "\n" + entry.mark.ticket);
    return all.find(wanted) != std::string::npos;
}

/// The exceptions that match, by id.
std::vector<ExceptionEntry> matching(StoreReader& reader, const ExceptionFilter& filter)
{
    ExceptionQuery query{.kind = filter.kind, .system = filter.system};
    if (filter.alsoClosed) query.isOpen.reset();
    std::vector<ExceptionEntry> entries = reader.exceptions(query);
    const std::string wanted = lower(filter.search);
    const auto first = filter.group == 0 ? std::nullopt : reader.exception(filter.group);
    std::erase_if(entries, [&](const ExceptionEntry& entry) {
        const bool isOther = !filter.orderNo.empty() && entry.orderNo != filter.orderNo;
        const bool isOutside =
            filter.group != 0 && (!first || !isSameGroup(first->row.exception, entry.row.exception));
        return isOther || isOutside || !isLetThrough(entry, filter, wanted);
    });
    return entries;
}

ExceptionGroup& groupOf(std::vector<ExceptionGroup>& groups, const ExceptionEntry& entry)
{
    const OpenException& exception = entry.row.exception;
    const auto found = std::ranges::find_if(groups, [&](const ExceptionGroup& group) {
        return group.kind == exception.kind && group.system == exception.system &&
               group.step == exception.step && group.cause == exception.cause;
    });
    if (found != groups.end()) return *found;
    return groups.emplace_back(ExceptionGroup{.id = entry.row.id,
                                              .kind = exception.kind,
                                              .system = exception.system,
                                              .step = exception.step,
                                              .cause = exception.cause,
                                              .oldestAt = exception.openedAt});
}

void addMoney(ExceptionGroup& group, const ExceptionRow& row)
{
    if (!row.moneyMinor) return;
    const auto sum = std::ranges::find(group.moneyAtRisk, row.currency, &Money::currency);
    if (sum != group.moneyAtRisk.end())
        sum->minor += *row.moneyMinor;
    else
        group.moneyAtRisk.push_back({.minor = *row.moneyMinor, .currency = row.currency});
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
    for (const ExceptionEntry& entry : matching(reader, filter)) {
        ++page.total;
        if (filter.limit == 0 || page.exceptions.size() < filter.limit)
            page.exceptions.push_back(exceptionView(entry));
    }
    return page;
}

std::vector<ExceptionGroup> readGroups(StoreReader& reader, const ExceptionFilter& filter)
{
    std::vector<ExceptionGroup> groups;
    for (const ExceptionEntry& entry : matching(reader, filter)) {
        ExceptionGroup& group = groupOf(groups, entry);
        ++group.count;
        group.oldestAt = std::min(group.oldestAt, entry.row.exception.openedAt);
        addMoney(group, entry.row);
    }
    return groups;
}

} // namespace milepost
