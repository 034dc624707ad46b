// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTest>

#include "order_scenario.h"

#include <algorithm>
#include <string>
#include <vector>

namespace milepost::test {

inline Offer undoOffer(int definition, const char* system, const char* capability)
{
    return {.definition = definition,
            .system = system,
            .capability = capability,
            .idempotency = {.carrier = KeyCarrier::Header, .protects = true}};
}

/// Every step but the dispatch can be taken back, each by its own system.
inline void makeReversible(OrderScenario& scenario)
{
    const auto inverse = [&](const char* step, const char* capability) {
        scenario.process.steps[static_cast<std::size_t>(stepIndex(scenario.process, step))].inverse =
            capability;
    };
    inverse("tax", "tax.void");
    inverse("accept", "order.cancel");
    inverse("allocate", "inventory.free");
    inverse("tender", "shipment.void");
    inverse("release", "fulfillment.cancel");
    inverse("invoice", "invoice.credit");
    for (Offer offer : {undoOffer(1, "tax", "tax.void"), undoOffer(2, "erp", "order.cancel"),
                        undoOffer(2, "erp", "invoice.credit"), undoOffer(3, "wms", "inventory.free"),
                        undoOffer(3, "wms", "fulfillment.cancel"), undoOffer(5, "tms", "shipment.void")})
        scenario.landscape.offers.push_back(offer);
}

inline OrderScenario reversible(CanonicalOrder content = testContent({{"A", 10}}))
{
    OrderScenario scenario(std::move(content));
    makeReversible(scenario);
    return scenario;
}

inline void addStep(OrderScenario& scenario, Step step, const std::vector<std::string>& when)
{
    for (const std::string& text : when)
        step.when.push_back(*parseTerm(text));
    step.policy = "normal";
    scenario.process.steps.push_back(std::move(step));
}

/// Changes of lines are told to the ERP, and what came back is credited by it.
inline void makeTrading(OrderScenario& scenario)
{
    addStep(scenario,
            {.name = "amend", .capability = "order.change", .booking = Booking::Amend, .isRepeated = true},
            {"accepted", "!linesStated"});
    addStep(scenario,
            {.name = "credit",
             .capability = "return.credit",
             .unit = StepUnit::Return,
             .booking = Booking::Credit},
            {"invoiced = shipped"});
    for (const char* capability : {"order.change", "return.credit"})
        scenario.landscape.offers.push_back(
            {.definition = 2, .system = "erp", .capability = capability, .lookup = {.exists = true}});
}

inline const Effect* undoInFlight(const OrderScenario& scenario)
{
    const auto at = std::ranges::find_if(scenario.order.effects, [](const Effect& effect) {
        return effect.undoes != 0 && effect.state == EffectState::InFlight;
    });
    return at == scenario.order.effects.end() ? nullptr : &*at;
}

inline std::string stepOfUndo(const OrderScenario& scenario)
{
    const Effect* undo = undoInFlight(scenario);
    return undo == nullptr ? std::string()
                           : scenario.process.steps[static_cast<std::size_t>(undo->step)].name;
}

inline void endUndo(OrderScenario& scenario, Outcome outcome, const char* document = "UNDONE")
{
    const Effect* undo = undoInFlight(scenario);
    QVERIFY(undo != nullptr);
    scenario.take(EndAttempt{.effect = undo->number,
                             .attempt = undo->attempts,
                             .reply = {.outcome = outcome, .code = "X", .document = document}});
}

/// Answers each call that takes something back with yes; says which steps they were of.
inline std::vector<std::string> takeAllBack(OrderScenario& scenario)
{
    std::vector<std::string> steps;
    while (undoInFlight(scenario) != nullptr) {
        steps.push_back(stepOfUndo(scenario));
        endUndo(scenario, Outcome::Done);
    }
    return steps;
}

} // namespace milepost::test
