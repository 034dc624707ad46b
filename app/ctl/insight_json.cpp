// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/json_values.h"
#include "app/ctl/view_json.h"

#include <nlohmann/json.hpp>

namespace milepost {
namespace {

using Json = nlohmann::ordered_json;

Json sumsJson(const std::vector<Money>& sums)
{
    Json list = Json::array();
    for (const Money& sum : sums)
        list.push_back(moneyJson(sum));
    return list;
}

Json figureJson(const MilestoneFigure& figure)
{
    return {{"milestone", toKey(figure.milestone)},
            {"orders", figure.orders},
            {"pending", figure.pending},
            {"units", quantityJson(figure.units)},
            {"ofUnits", quantityJson(figure.ofUnits)},
            {"outstanding", sumsJson(figure.outstanding)},
            {"oldestAt", timeJson(figure.oldestAt)}};
}

Json figureJson(const ConcernFigure& figure)
{
    return {{"orders", figure.orders},
            {"money", sumsJson(figure.money)},
            {"oldestAt", timeJson(figure.oldestAt)}};
}

Json hourJson(const HourFigure& hour)
{
    return {{"hour", timeJson(hour.hour)}, {"received", hour.received},   {"shipped", hour.shipped},
            {"invoiced", hour.invoiced},   {"delivered", hour.delivered}, {"exceptions", hour.exceptions}};
}

} // namespace

Json toJson(const std::vector<FoundNumber>& found)
{
    Json list = Json::array();
    for (const FoundNumber& one : found)
        list.push_back({{"kind", one.kind},
                        {"value", one.value},
                        {"system", textJson(one.system)},
                        {"orderNo", one.orderNo},
                        {"customer", textJson(one.customer)}});
    return {{"found", std::move(list)}};
}

Json toJson(const OverviewView& overview)
{
    Json milestones = Json::array();
    for (const MilestoneFigure& figure : overview.milestones)
        milestones.push_back(figureJson(figure));
    Json concerns = Json::array();
    for (const ConcernFigure& figure : overview.concerns) {
        Json concern{{"concern", toKey(figure.concern)}};
        concern.update(figureJson(figure));
        concerns.push_back(std::move(concern));
    }
    Json hours = Json::array();
    for (const HourFigure& hour : overview.hours)
        hours.push_back(hourJson(hour));
    return {{"asOf", timeJson(overview.asOf)},   {"orders", overview.orders},
            {"openOrders", overview.openOrders}, {"milestones", std::move(milestones)},
            {"concerns", std::move(concerns)},   {"failedDocuments", figureJson(overview.failedDocuments)},
            {"hours", std::move(hours)},         {"moneyAtRisk", sumsJson(overview.moneyAtRisk)}};
}

Json toJson(const SystemDetail& system)
{
    return {{"name", system.name},
            {"kind", system.kind},
            {"state", system.state},
            {"lastContactAt", timeJson(system.lastContactAt)},
            {"watermark", timeJson(system.watermark)},
            {"nextProbeAt", timeJson(system.nextProbeAt)},
            {"trouble", textJson(system.trouble)},
            {"parkedEffects", system.parkedEffects},
            {"openExceptions", system.openExceptions},
            {"capabilities", system.capabilities},
            {"counts", countsJson(system.counts)}};
}

Json toJson(const std::vector<AuditEntry>& entries)
{
    Json list = Json::array();
    for (const AuditEntry& entry : entries)
        list.push_back({{"id", entry.id},
                        {"at", timeJson(entry.at)},
                        {"actor", entry.actor},
                        {"action", entry.action},
                        {"target", entry.target},
                        {"reason", textJson(entry.reason)},
                        {"before", textJson(entry.before)},
                        {"after", textJson(entry.after)}});
    return {{"entries", std::move(list)}};
}

} // namespace milepost
