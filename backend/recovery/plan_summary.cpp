// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/domain/content_fields.h"
#include "backend/recovery/plan.h"

#include <nlohmann/json.hpp>

namespace milepost {

std::string summaryText(const PlanFigures& figures, const PlanRequest& request)
{
    nlohmann::json document{{"items", figures.items},
                            {"callsToMake", figures.callsToMake},
                            {"callsSuppressed", figures.callsSuppressed},
                            {"callsWithoutKey", figures.callsWithoutKey},
                            {"differences", figures.differences},
                            {"needsApproval", figures.needsApproval},
                            {"kind", request.kind}};
    if (request.detail != ActionDetail{})
        document["detail"] = {{"from", request.detail.from},
                              {"subject", request.detail.subject},
                              {"document", request.detail.document},
                              {"map", request.detail.map}};
    for (const FieldEdit& edit : request.edits)
        document["edits"].push_back({{"path", edit.path}, {"value", edit.value}});
    return document.dump();
}

std::string withoutPersons(const std::string& summary)
{
    auto document = nlohmann::json::parse(summary, nullptr, false);
    if (!document.is_object() || !document.contains("edits")) return summary;
    for (nlohmann::json& edit : document["edits"]) {
        if (isPersonPath(edit.value("path", std::string()))) edit.erase("value");
    }
    return document.dump();
}

std::vector<FieldEdit> editsOfSummary(std::string_view summary)
{
    std::vector<FieldEdit> edits;
    const auto document = nlohmann::json::parse(summary, nullptr, false);
    if (!document.is_object() || !document.contains("edits")) return edits;
    for (const nlohmann::json& edit : document["edits"])
        edits.push_back(
            {.path = edit.value("path", std::string()), .value = edit.value("value", std::string())});
    return edits;
}

ActionDetail detailOfSummary(std::string_view summary)
{
    const auto document = nlohmann::json::parse(summary, nullptr, false);
    if (!document.is_object() || !document.contains("detail")) return {};
    const nlohmann::json& detail = document["detail"];
    return {.from = detail.value("from", std::string()),
            .subject = detail.value("subject", 0),
            .document = detail.value("document", std::string()),
            .map = detail.value("map", std::string())};
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
