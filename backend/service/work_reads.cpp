// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/service/work_reads.h"

#include "backend/recovery/closed_exception.h"
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

/// Why what the actor saw when she claimed it is not so any more; empty: it is.
std::string whyNotClaim(const ExceptionEntry& entry, const ClaimOrder& order)
{
    if (!entry.row.isOpen) return "is closed already: " + howClosed(entry.row);
    const std::string& has = entry.claim.claimedBy;
    if (has == order.actor || has == order.from) return {};
    if (has.empty()) return "is nobody's any more: " + order.from + " gave it back; claim it";
    const std::string since = " since " + toText(entry.claim.claimedAt);
    if (order.from.empty()) return "is claimed by " + has + since + "; it can be taken over with a reason";
    return "is claimed by " + has + since + ", not by " + order.from;
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

Status writeClaims(Store& store, StoreReader& reader, const ClaimOrder& order, Timestamp now)
{
    Change change;
    for (const std::int64_t id : order.exceptions) {
        const auto entry = reader.exception(id);
        if (!entry)
            return Error{.kind = ErrorKind::NotFound,
                         .message = "there is no exception " + std::to_string(id)};
        if (std::string whyNot = order.isClaimed ? whyNotClaim(*entry, order) : std::string();
            !whyNot.empty())
            return Error{.kind = ErrorKind::Conflict, .message = targetOf(*entry) + " " + whyNot};
        const std::string& before = entry->claim.claimedBy;
        const std::string after = order.isClaimed ? order.actor : std::string();
        if (before == after) continue;
        const std::string action = !order.isClaimed ? "unclaim" : before.empty() ? "claim" : "takeOver";
        const std::string words = action == "takeOver" ? "from " + before + ": " + order.reason : "";
        change.claims.push_back({.exception = id, .claimedBy = after, .claimedAt = now});
        change.notes.push_back(
            {.exception = id, .at = now, .actor = order.actor, .kind = action, .text = words});
        change.audit.push_back({.at = now,
                                .actor = order.actor,
                                .action = action,
                                .target = targetOf(*entry),
                                .reason = order.reason,
                                .before = before,
                                .after = after});
    }
    if (!change.claims.empty()) store.commit(Batch{.changes = {std::move(change)}});
    return Done{};
}

} // namespace milepost
