// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/engine/change_rows.h"

#include "backend/domain/milestone.h"

#include <chrono>

namespace milepost {
namespace {

void countMilestones(Change& change, std::uint32_t before, std::uint32_t after, Timestamp at)
{
    for (int i = 0; i < milestoneCount; ++i) {
        const auto milestone = static_cast<Milestone>(i);
        const int delta = int(isFull(after, milestone)) - int(isFull(before, milestone));
        if (delta == 0) continue;
        change.counters.push_back(CounterDelta{
            .kind = "milestone", .key = std::string(toKey(milestone)), .hour = hourOf(at), .delta = delta});
    }
}

void countEffects(Change& change, const OrderTally& before, const OrderTally& after)
{
    for (std::size_t i = 0; i < after.effects.size(); ++i) {
        const int delta = after.effects[i] - before.effects[i];
        if (delta == 0) continue;
        change.counters.push_back(CounterDelta{
            .kind = "effectState", .key = std::string(toKey(static_cast<EffectState>(i))), .delta = delta});
    }
}

} // namespace

std::int64_t hourOf(Timestamp at)
{
    return std::chrono::floor<std::chrono::hours>(at).time_since_epoch().count();
}

OrderTally tallyOf(const Order& order)
{
    OrderTally tally{.milestones = fullMilestones(order)};
    for (const Effect& effect : order.effects)
        ++tally.effects[static_cast<std::size_t>(effect.state)];
    return tally;
}

void writeDecision(Change& change, LiveOrder& order, const OrderTally& before, const FactRow& row)
{
    const OrderTally after = tallyOf(order.state);
    order.milestones = after.milestones;
    order.isOpen = !isClosed(order.state);
    change.facts.push_back(FactRecord{.order = row.order,
                                      .firstSeq = row.firstSeq,
                                      .count = static_cast<int>(row.facts.size()),
                                      .at = row.at,
                                      .packedFacts = packed(row)});
    change.state = StateRow{.id = order.state.id,
                            .facts = order.state.facts,
                            .isOpen = order.isOpen,
                            .milestones = after.milestones,
                            .packedState = packed(order.state)};
    for (const FactBody& fact : row.facts) {
        if (const auto* learned = std::get_if<ReferenceLearned>(&fact))
            change.references.emplace_back(row.order, learned->reference);
    }
    countMilestones(change, before.milestones, after.milestones, row.at);
    countEffects(change, before, after);
}

} // namespace milepost
