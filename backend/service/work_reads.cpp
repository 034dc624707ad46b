// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/service/work_reads.h"

#include "backend/recovery/plan.h"
#include "backend/service/plan_view.h"

#include <algorithm>
#include <cctype>

namespace milepost {
namespace {

constexpr int auditPage = 500;

std::string lower(std::string text)
{
    std::ranges::transform(text, text.begin(), [](unsigned char c) { return std::tolower(c); });
    return text;
}

/// `wanted`: the filter's search in small letters.
bool matches(const AuditRow& row, const AuditFilter& filter, const std::string& wanted)
{
    if (!filter.actor.empty() && row.actor != filter.actor) return false;
    if (!filter.action.empty() && row.action != filter.action) return false;
    if (filter.from && row.at < *filter.from) return false;
    if (filter.until && row.at >= *filter.until) return false;
    if (wanted.empty()) return true;
    const std::string words = row.actor + "\n" + row.action + "\n" + row.target + "\n" + row.reason + "\n" +
                              row.before + "\n" + row.after;
    return lower(words).find(wanted) != std::string::npos;
}

} // namespace

std::vector<ActivityView> readActivities(StoreReader& reader, std::size_t limit)
{
    std::vector<PlanRow> plans = reader.plans();
    std::vector<ActivityView> activities;
    for (auto plan = plans.rbegin(); plan != plans.rend() && activities.size() < limit; ++plan) {
        ActivityView& view = activities.emplace_back();
        view.order = {.action = plan->action,
                      .selector = plan->selector,
                      .kind = kindOfSummary(plan->summary),
                      .actor = plan->actor,
                      .reason = plan->reason};
        view.planId = plan->id;
        view.state = plan->state;
        view.createdAt = plan->createdAt;
        view.outcome = outcomeSums(plan->id, reader.planItems(plan->id));
    }
    return activities;
}

std::vector<AuditEntry> readAudit(StoreReader& reader, const AuditFilter& filter)
{
    const std::string wanted = lower(filter.search);
    std::vector<AuditEntry> entries;
    std::int64_t before = filter.before;
    while (entries.size() < filter.limit) {
        const auto rows = reader.auditBackwards(before, auditPage);
        for (const auto& [id, row] : rows) {
            before = id;
            if (entries.size() < filter.limit && matches(row, filter, wanted))
                entries.push_back({.id = id,
                                   .at = row.at,
                                   .actor = row.actor,
                                   .action = row.action,
                                   .target = row.target,
                                   .reason = row.reason,
                                   .before = row.before,
                                   .after = row.after});
        }
        if (rows.size() < auditPage) break;
    }
    return entries;
}

std::string targetOf(const ExceptionEntry& entry)
{
    return "exception " + std::to_string(entry.row.id) +
           (entry.orderNo.empty() ? std::string() : " of order " + entry.orderNo);
}

Status writeClaims(Store& store, StoreReader& reader, const std::vector<std::int64_t>& exceptions,
                   bool isClaimed, const std::string& actor, Timestamp now)
{
    Change change;
    for (const std::int64_t id : exceptions) {
        const auto entry = reader.exception(id);
        if (!entry)
            return Error{.kind = ErrorKind::NotFound,
                         .message = "there is no exception " + std::to_string(id)};
        const std::string before = entry->claim.claimedBy;
        if (isClaimed && !before.empty() && before != actor)
            return Error{.kind = ErrorKind::Conflict,
                         .message = targetOf(*entry) + " is claimed by " + before};
        if (before == (isClaimed ? actor : std::string())) continue;
        change.claims.push_back(
            {.exception = id, .claimedBy = isClaimed ? actor : std::string(), .claimedAt = now});
        change.audit.push_back({.at = now,
                                .actor = actor,
                                .action = isClaimed ? "claim" : "unclaim",
                                .target = targetOf(*entry),
                                .before = before,
                                .after = isClaimed ? actor : std::string()});
    }
    if (!change.claims.empty()) store.commit(Batch{.changes = {std::move(change)}});
    return Done{};
}

} // namespace milepost
