// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/view_json.h"

#include "app/ctl/json_values.h"

#include <nlohmann/json.hpp>

namespace milepost {
namespace {

using Json = nlohmann::ordered_json;

Json keyedJson(const std::vector<Count>& counts)
{
    Json object = Json::object();
    for (const Count& count : counts)
        object[count.key] = count.value;
    return object;
}

Json systemJson(const SystemView& system)
{
    return {{"name", system.name},
            {"kind", system.kind},
            {"state", system.state},
            {"lastContactAt", timeJson(system.lastContactAt)},
            {"watermark", timeJson(system.watermark)},
            {"counts", countsJson(system.counts)}};
}

/// States that DESIGN.md names; all others are summed up.
Json effectsJson(const std::vector<Count>& counts)
{
    Json effects = {{"waiting", 0}, {"inFlight", 0}, {"sent", 0},     {"acknowledged", 0}, {"parked", 0},
                    {"unknown", 0}, {"done", 0},     {"rejected", 0}, {"other", 0}};
    for (const Count& count : counts) {
        Json& value = effects.contains(count.key) ? effects[count.key] : effects["other"];
        value = value.get<std::int64_t>() + count.value;
    }
    return effects;
}

std::optional<Money> totalOf(const OrderRow& row)
{
    if (!row.totalMinor) return std::nullopt;
    return Money{.minor = *row.totalMinor, .currency = row.currency};
}

Json rowJson(const OrderRow& row)
{
    return {{"orderNo", row.orderNo},
            {"channel", row.channel},
            {"customer", row.customer},
            {"receivedAt", timeJson(row.receivedAt)},
            {"placedAt", timeJson(row.placedAt)},
            {"total", moneyJson(totalOf(row))},
            {"open", row.isOpen},
            {"milestones", milestonesJson(row.milestones)}};
}

Json exceptionJson(const ExceptionView& exception)
{
    return {{"id", exception.id},
            {"orderNo", textJson(exception.orderNo)},
            {"class", std::string(toKey(exception.kind))},
            {"system", textJson(exception.system)},
            {"step", textJson(exception.step)},
            {"severity", std::string(toKey(exception.severity))},
            {"state", exception.state},
            {"cause", exception.cause},
            {"text", exception.text},
            {"moneyAtRisk", moneyJson(exception.moneyAtRisk)},
            {"openedAt", timeJson(exception.openedAt)},
            {"dueBy", timeJson(exception.dueBy)},
            {"owner", textJson(exception.owner)},
            {"claimedBy", textJson(exception.claimedBy)},
            {"claimedAt", timeJson(exception.claimedAt)},
            {"contract", textJson(exception.contract)},
            {"customer", textJson(exception.customer)},
            {"tags", textJson(exception.tags)},
            {"ticket", textJson(exception.ticket)},
            {"snoozedUntil", timeJson(exception.snoozedUntil)},
            {"closedAt", timeJson(exception.closedAt)},
            {"how", textJson(exception.how)},
            {"closedBy", textJson(exception.closedBy)},
            {"closedWhy", textJson(exception.closedWhy)},
            {"payloadId", exception.payload.value == 0 ? Json() : Json(exception.payload.value)}};
}

Json entryJson(const LineageEntry& entry)
{
    const auto orNull = [](std::int64_t number) { return number == 0 ? Json() : Json(number); };
    return {{"seq", entry.seq},
            {"at", timeJson(entry.at)},
            {"kind", entry.kind},
            {"system", textJson(entry.system)},
            {"step", textJson(entry.step)},
            {"capability", textJson(entry.capability)},
            {"effectId", orNull(entry.effectId)},
            {"attempt", orNull(entry.attempt)},
            {"idempotencyKey", textJson(entry.idempotencyKey)},
            {"outcome", textJson(entry.outcome)},
            {"detail", textJson(entry.detail)},
            {"tookMs", entry.took ? Json(entry.took->count()) : Json()},
            {"causationId", textJson(entry.causationId)},
            {"correlationId", textJson(entry.correlationId)},
            {"actor", textJson(entry.actor)},
            {"payloadId", orNull(entry.payload.value)}};
}

Json callJson(const ForeseenCall& call)
{
    return {{"step", call.step}, {"system", call.system},   {"capability", call.capability},
            {"key", call.key},   {"lookup", call.isLookup}, {"hasKey", call.hasKey}};
}

Json itemsJson(const std::vector<PlanItemView>& items)
{
    Json list = Json::array();
    for (const PlanItemView& item : items) {
        list.push_back({{"number", item.number},
                        {"orderNo", textJson(item.orderNo)},
                        {"exception", item.exception == 0 ? Json() : Json(item.exception)},
                        {"state", item.state},
                        {"detail", textJson(item.detail)}});
        for (const FieldChange& change : item.changes)
            list.back()["changes"].push_back(
                {{"path", change.path}, {"before", change.before}, {"after", change.after}});
        for (const ForeseenCall& call : item.calls)
            list.back()["calls"].push_back(callJson(call));
        for (const ForeseenCall& call : item.suppressed)
            list.back()["suppressed"].push_back(callJson(call));
        for (const BodyDifference& one : item.differences)
            list.back()["differences"].push_back({{"step", one.step},
                                                  {"system", one.system},
                                                  {"done", one.isDone},
                                                  {"before", one.before},
                                                  {"after", one.after}});
    }
    return list;
}

template <typename T, typename ToJson>
Json listJson(const std::vector<T>& values, ToJson toOne)
{
    Json list = Json::array();
    for (const T& value : values)
        list.push_back(toOne(value));
    return list;
}

} // namespace

Json toJson(const StatusView& status)
{
    return {
        {"orders", status.orders},
        {"milestones", keyedJson(status.milestones)},
        {"exceptions", {{"open", status.openExceptions}, {"byClass", keyedJson(status.exceptionsByClass)}}},
        {"effects", effectsJson(status.effects)},
        {"systems", listJson(status.systems, systemJson)}};
}

Json toJson(const OrderPage& page)
{
    return {{"orders", listJson(page.orders, rowJson)}, {"more", page.next.value != 0}};
}

Json toJson(const LineageView& lineage)
{
    return {{"orderNo", lineage.orderNo}, {"entries", listJson(lineage.entries, entryJson)}};
}

Json toJson(const ExceptionPage& page)
{
    return {{"total", page.total},
            {"exceptions", listJson(page.exceptions, exceptionJson)},
            {"next", page.next == 0 ? Json() : Json(page.next)}};
}

Json toJson(const ExceptionDetail& detail)
{
    const auto eventJson = [](const ExceptionEvent& event) -> Json {
        return {{"at", timeJson(event.at)},
                {"kind", event.kind},
                {"actor", textJson(event.actor)},
                {"text", textJson(event.text)},
                {"planId", event.plan == 0 ? Json() : Json(event.plan)},
                {"outcome", textJson(event.outcome)},
                {"detail", textJson(event.detail)}};
    };
    const auto actionJson = [](const PermittedAction& action) -> Json {
        return {{"action", action.action},
                {"permitted", action.isPermitted},
                {"reason", textJson(action.reason)}};
    };
    Json document = exceptionJson(detail.exception);
    document["history"] = listJson(detail.events, eventJson);
    document["actions"] = listJson(detail.actions, actionJson);
    document["nextAt"] = timeJson(detail.nextAt);
    return document;
}

Json toJson(const std::vector<ExceptionGroup>& groups)
{
    const auto groupJson = [](const ExceptionGroup& group) -> Json {
        const auto sum = [](const Money& money) { return moneyJson(money); };
        return {{"id", group.id},
                {"by", std::string(toKey(group.grouping))},
                {"selector", group.selector},
                {"class", group.kind ? Json(std::string(toKey(*group.kind))) : Json()},
                {"system", textJson(group.system)},
                {"step", textJson(group.step)},
                {"cause", textJson(group.cause)},
                {"contract", textJson(group.contract)},
                {"customer", textJson(group.customer)},
                {"owner", textJson(group.owner)},
                {"count", group.count},
                {"oldestAt", timeJson(group.oldestAt)},
                {"soonestDue", timeJson(group.soonestDue)},
                {"moneyAtRisk", listJson(group.moneyAtRisk, sum)}};
    };
    return {{"total", groups.size()}, {"groups", listJson(groups, groupJson)}};
}

Json toJson(const IngestView& ingest)
{
    const auto documentJson = [](const IngestedDocument& document) -> Json {
        return {{"file", document.file},
                {"format", document.format},
                {"result", document.result},
                {"orderNo", textJson(document.orderNo)},
                {"warnings", document.warnings},
                {"reason", textJson(document.reason)},
                {"place", textJson(document.place)}};
    };
    return {{"accepted", ingest.accepted},
            {"duplicate", ingest.duplicate},
            {"rejected", ingest.rejected},
            {"ignored", ingest.ignored},
            {"documents", listJson(ingest.documents, documentJson)}};
}

Json toJson(const VerifyView& verify)
{
    const auto checkJson = [](const CheckView& check) -> Json {
        return {{"name", check.name}, {"ok", check.ok}, {"detail", check.detail}};
    };
    return {{"ok", verify.ok}, {"checks", listJson(verify.checks, checkJson)}};
}

Json toJson(const PlanView& plan)
{
    return {{"planId", plan.planId},
            {"action", plan.action},
            {"selector", plan.selector},
            {"items", plan.items},
            {"callsToMake", plan.callsToMake},
            {"callsSuppressed", plan.callsSuppressed},
            {"callsWithoutKey", plan.callsWithoutKey},
            {"differences", plan.differences},
            {"needsApproval", plan.needsApproval},
            {"list", itemsJson(plan.list)}};
}

Json toJson(const OutcomeView& outcome)
{
    return {{"planId", outcome.planId},     {"items", outcome.items},
            {"verified", outcome.verified}, {"failed", outcome.failed},
            {"awaiting", outcome.awaiting}, {"unverified", outcome.unverified},
            {"skipped", outcome.skipped},   {"list", itemsJson(outcome.list)}};
}

Json toJson(const std::vector<EditableField>& fields)
{
    const auto fieldJson = [](const EditableField& field) -> Json {
        return {{"path", field.path}, {"value", field.value}, {"lockedBy", textJson(field.lockedBy)}};
    };
    return {{"total", fields.size()}, {"fields", listJson(fields, fieldJson)}};
}

} // namespace milepost
