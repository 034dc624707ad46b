// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/recovery/plan.h"

#include <nlohmann/json.hpp>

namespace milepost {

std::string summaryText(const PlanFigures& figures, const std::string& kind)
{
    return nlohmann::json{{"items", figures.items},
                          {"callsToMake", figures.callsToMake},
                          {"callsSuppressed", figures.callsSuppressed},
                          {"callsWithoutKey", figures.callsWithoutKey},
                          {"differences", figures.differences},
                          {"needsApproval", figures.needsApproval},
                          {"kind", kind}}
        .dump();
}

PlanFigures figuresOfSummary(std::string_view summary)
{
    const auto document = nlohmann::json::parse(summary, nullptr, false);
    if (!document.is_object()) return {};
    return {.items = document.value("items", 0),
            .callsToMake = document.value("callsToMake", 0),
            .callsSuppressed = document.value("callsSuppressed", 0),
            .callsWithoutKey = document.value("callsWithoutKey", 0),
            .differences = document.value("differences", 0),
            .needsApproval = document.value("needsApproval", false)};
}

std::string kindOfSummary(std::string_view summary)
{
    const auto document = nlohmann::json::parse(summary, nullptr, false);
    return document.is_object() ? document.value("kind", std::string()) : std::string();
}

} // namespace milepost
