// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/true_case.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace milepost {
namespace {

using Json = nlohmann::json;

TrueCase caseOf(const Json& json, const std::string& orderNo)
{
    TrueCase truth{.hasSale = json.at("hasSale")};
    for (const Json& shipment : json.at("shipments"))
        truth.parcels.push_back({.delivery = shipment.at("deliveryNo"),
                                 .tracking = shipment.at("tracking"),
                                 .units = shipment.at("units")});
    for (const Json& invoice : json.at("invoices"))
        if (!invoice.at("credited").get<bool>()) truth.invoiced[invoice.at("number")] = invoice.at("units");
    for (const Json& credit : json.at("credits"))
        truth.credits.insert(credit.at("number").get<std::string>());
    for (const Json& tracking : json.at("notices"))
        truth.noticed.insert(tracking.get<std::string>());
    for (const Json& work : json.at("works")) {
        const std::string reference = work.at("reference");
        if (reference.starts_with(orderNo + ":") || reference.starts_with(orderNo + "-F")) {
            const std::string name = workName(work.at("system"), work.at("capability"), reference);
            truth.performed[name] = work.at("performed");
            truth.requests[name] = work.at("requests");
        }
    }
    return truth;
}

/// The parcels that the evidence speaks of: of its fulfillments, less those that we know as others.
std::vector<TrueParcel> parcelsOf(const Evidence& evidence, const OrderView& ours, const TrueCase& truth)
{
    std::set<std::string> others;
    for (const Shipment& shipment : ours.shipments)
        if (std::ranges::find(evidence.parcels, shipment.tracking) == evidence.parcels.end())
            others.insert(shipment.tracking);
    std::vector<TrueParcel> parcels;
    for (const TrueParcel& parcel : truth.parcels) {
        const bool isOfCase =
            std::ranges::find(evidence.references, parcel.delivery) != evidence.references.end();
        if (isOfCase && !others.contains(parcel.tracking)) parcels.push_back(parcel);
    }
    return parcels;
}

int unitsOf(const std::vector<TrueParcel>& parcels)
{
    int units = 0;
    for (const TrueParcel& parcel : parcels)
        units += parcel.units;
    return units;
}

bool isDoneState(const std::string& state)
{
    return state == "done" || state == "adopted" || state == "acknowledged" || state == "compensated";
}

/// Of another fulfillment or shipment than those that the evidence speaks of.
bool isOfOther(const EffectView& effect, const Evidence& evidence, const OrderView& ours)
{
    const bool isOfShipment = effect.reference.find("-S") != std::string::npos;
    if (effect.reference.empty()) return false;
    if (!isOfShipment)
        return std::ranges::find(evidence.references, effect.reference) == evidence.references.end();
    const auto shipment = std::ranges::find(ours.shipments, effect.subject, &Shipment::number);
    return shipment == ours.shipments.end() ||
           std::ranges::find(evidence.parcels, shipment->tracking) == evidence.parcels.end();
}

/// Whether our books of that part say what the network's say.
bool isAgreed(const std::vector<TrueParcel>& parcels, const Evidence& evidence, const OrderView& ours,
              const TrueCase& truth)
{
    for (const TrueParcel& parcel : parcels)
        if (std::ranges::find(ours.shipments, parcel.tracking, &Shipment::tracking) == ours.shipments.end())
            return false;
    for (const EffectView& effect : ours.effects) {
        const bool isNotice = effect.capability == "customer.notify"; // no record that could disagree
        if (isNotice || isOfOther(effect, evidence, ours) || effect.state == "superseded") continue;
        for (const std::string& reference : {effect.key, effect.reference}) {
            const auto work = truth.performed.find(workName(effect.system, effect.capability, reference));
            if (work == truth.performed.end()) continue;
            if ((work->second > 0) != isDoneState(effect.state)) return false;
        }
    }
    return true;
}

} // namespace

Result<TrueCase> parseTrueCase(std::string_view text, const std::string& orderNo)
{
    try {
        return caseOf(Json::parse(text), orderNo);
    } catch (const Json::exception& wrong) {
        return Error{.kind = ErrorKind::InvalidInput,
                     .message = std::string("the network's books cannot be read: ") + wrong.what()};
    }
}

std::optional<TrueCase> readTrueCase(const ControlClient& network, const std::string& number,
                                     const std::string& orderNo)
{
    const auto text = network.get("/truth/order?ref=" + number + "&key=" + orderNo);
    if (!text) return std::nullopt;
    const auto truth = parseTrueCase(*text, orderNo);
    return truth ? std::optional(*truth) : std::nullopt;
}

std::vector<JudgedVerdict> judge(const Evidence& evidence, const OrderView& ours, const TrueCase& truth)
{
    const std::vector<TrueParcel> parcels = parcelsOf(evidence, ours, truth);
    const bool isTold = std::ranges::any_of(
        parcels, [&](const TrueParcel& parcel) { return truth.noticed.contains(parcel.tracking); });
    int invoiced = 0;
    for (const auto& [number, units] : truth.invoiced)
        invoiced += units;
    const bool isWhole = parcels.size() == truth.parcels.size();
    const bool isUnbilled = unitsOf(truth.parcels) > invoiced;
    const bool isBillable = truth.hasSale && !parcels.empty() && isUnbilled;
    return {{.question = "goodsLeft", .said = evidence.goodsLeft.verdict, .isTrue = !parcels.empty()},
            {.question = "customerTold", .said = evidence.customerTold.verdict, .isTrue = isTold},
            {.question = "billingMayProceed",
             .said = evidence.billingMayProceed.verdict,
             .isTrue = isBillable,
             .isJudged = isWhole || !isUnbilled || invoiced == 0},
            {.question = "systemsAgree",
             .said = evidence.systemsAgree.verdict,
             .isTrue = isAgreed(parcels, evidence, ours, truth)}};
}

} // namespace milepost
