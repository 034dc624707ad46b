// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/service/plan_view.h"

#include <map>

namespace milepost {
namespace {

std::vector<PlanItemView> itemViews(const std::vector<PlanItemRow>& items, StoreReader& reader)
{
    std::vector<OrderId> ids;
    for (const PlanItemRow& item : items)
        ids.push_back(item.order);
    std::map<OrderId, std::string> numbers;
    for (const OrderSummary& summary : reader.ordersById(ids))
        numbers[summary.id] = summary.orderNo;
    std::vector<PlanItemView> views;
    for (const PlanItemRow& item : items)
        views.push_back({.number = item.number,
                         .order = item.order,
                         .orderNo = numbers[item.order],
                         .exception = item.exception,
                         .effect = item.effect,
                         .state = item.state,
                         .detail = item.detail});
    return views;
}

void count(OutcomeView& outcome, const std::string& state)
{
    ++outcome.items;
    if (state == "verified")
        ++outcome.verified;
    else if (state == "failed")
        ++outcome.failed;
    else if (state == "unverified")
        ++outcome.unverified;
    else if (state == "skipped")
        ++outcome.skipped;
    else
        ++outcome.awaiting;
}

} // namespace

PlanView planView(const FrozenPlan& plan, StoreReader& reader)
{
    PlanView view{.planId = plan.row.id,
                  .action = plan.row.action,
                  .selector = plan.row.selector,
                  .items = plan.figures.items,
                  .callsToMake = plan.figures.callsToMake,
                  .callsSuppressed = plan.figures.callsSuppressed,
                  .callsWithoutKey = plan.figures.callsWithoutKey,
                  .differences = plan.figures.differences,
                  .needsApproval = plan.figures.needsApproval,
                  .list = itemViews(plan.items, reader)};
    for (PlanItemView& item : view.list) {
        const auto changes = plan.changes.find(item.number);
        if (changes != plan.changes.end()) item.changes = changes->second;
        const auto forecast = plan.forecasts.find(item.number);
        if (forecast == plan.forecasts.end()) continue;
        item.calls = forecast->second.calls;
        item.suppressed = forecast->second.suppressed;
        item.differences = forecast->second.differences;
    }
    return view;
}

OutcomeView outcomeSums(std::int64_t plan, const std::vector<PlanItemRow>& items)
{
    OutcomeView outcome{.planId = plan};
    for (const PlanItemRow& item : items)
        count(outcome, item.state);
    return outcome;
}

OutcomeView outcomeView(std::int64_t plan, const std::vector<PlanItemRow>& items, StoreReader& reader)
{
    OutcomeView outcome = outcomeSums(plan, items);
    outcome.list = itemViews(items, reader);
    return outcome;
}

} // namespace milepost
