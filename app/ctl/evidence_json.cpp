// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/json_values.h"
#include "app/ctl/view_json.h"

#include <nlohmann/json.hpp>

namespace milepost {
namespace {

using Json = nlohmann::ordered_json;

Json findingJson(const Finding& finding)
{
    Json facts = Json::array();
    for (const EvidenceFact& fact : finding.facts)
        facts.push_back({{"system", fact.system},
                         {"statement", fact.statement},
                         {"at", timeJson(fact.at)},
                         {"payloadId", fact.payload.value == 0 ? Json(nullptr) : Json(fact.payload.value)},
                         {"live", fact.isLive}});
    return {{"verdict", std::string(toKey(finding.verdict))}, {"facts", facts}};
}

Json beliefsJson(const std::vector<Belief>& beliefs)
{
    Json list = Json::array();
    for (const Belief& belief : beliefs)
        list.push_back({{"field", belief.field},
                        {"reference", textJson(belief.reference)},
                        {"system", belief.system},
                        {"value", belief.value},
                        {"at", timeJson(belief.at)},
                        {"ofRecord", belief.isRecord},
                        {"atOdds", belief.isAtOdds}});
    return list;
}

} // namespace

Json toJson(const Evidence& evidence)
{
    Json actions = Json::array();
    for (const ActionAdvice& advice : evidence.actions)
        actions.push_back({{"action", advice.action},
                           {"permitted", advice.isPermitted},
                           {"reason", textJson(advice.reason)}});
    const Recommendation& one = evidence.recommended;
    return {{"exception", evidence.exception},
            {"orderNo", textJson(evidence.orderNo)},
            {"references", evidence.references},
            {"answers",
             {{"goodsLeft", findingJson(evidence.goodsLeft)},
              {"customerTold", findingJson(evidence.customerTold)},
              {"billingMayProceed", findingJson(evidence.billingMayProceed)},
              {"systemsAgree", findingJson(evidence.systemsAgree)}}},
            {"beliefs", beliefsJson(evidence.beliefs)},
            {"contradictions", evidence.contradictions},
            {"silent", evidence.silent},
            {"mute", evidence.mute},
            {"actions", actions},
            {"recommended",
             {{"action", textJson(one.action)},
              {"reason", one.reason},
              {"document", textJson(one.document)},
              {"needsPerson", one.needsPerson}}}};
}

} // namespace milepost
