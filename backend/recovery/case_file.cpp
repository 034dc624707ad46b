// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/recovery/case_file.h"

#include "backend/domain/effect_call.h"

#include <algorithm>

namespace milepost {
namespace {

int fulfillmentOfShipment(const Order& order, int shipment)
{
    const Shipment* found = findShipment(order, shipment);
    return found == nullptr ? 0 : found->fulfillment;
}

/// The step and subject that the exception is about; false: the whole order.
bool findSubject(const CaseFile& file, StepUnit& unit, int& subject)
{
    const Effect* effect = findEffect(file.order(), file.exception.effect);
    const int step = effect != nullptr ? effect->step : stepIndex(file.process, file.exception.step);
    subject = effect != nullptr ? effect->subject : file.exception.subject;
    if (step < 0 || subject == 0) return false;
    unit = file.process.steps[static_cast<std::size_t>(step)].unit;
    if (unit == StepUnit::Return) { // what came back belongs to the shipment that it left with
        unit = StepUnit::Shipment;
        subject = shipmentOfReturn(file.order(), subject);
    }
    return unit != StepUnit::Order;
}

void findScope(CaseFile& file)
{
    StepUnit unit = StepUnit::Order;
    int subject = 0;
    const bool isPart = findSubject(file, unit, subject);
    const int part = unit == StepUnit::Shipment ? fulfillmentOfShipment(file.order(), subject) : subject;
    for (const Fulfillment& fulfillment : file.order().fulfillments)
        if (!isPart || fulfillment.number == part) file.fulfillments.push_back(fulfillment.number);
    for (const Shipment& shipment : file.order().shipments) {
        const bool isIts =
            unit == StepUnit::Shipment ? shipment.number == subject : shipment.fulfillment == part;
        if (!isPart || isIts) file.shipments.push_back(shipment.number);
    }
}

/// Follows the history for where each shipment and each answer came from.
void findOrigins(CaseFile& file, const std::vector<FactRow>& rows)
{
    for (const FactRow& row : rows) {
        Origin report{.at = row.at};
        for (const FactBody& body : row.facts) {
            if (const auto* received = std::get_if<ReportReceived>(&body))
                report = {received->system, received->occurredAt.value_or(row.at), received->payload};
            if (const auto* observed = std::get_if<ShipmentObserved>(&body))
                file.shipmentOrigins[observed->number] = report;
            if (const auto* ended = std::get_if<AttemptEnded>(&body))
                file.effectOrigins[ended->effect] = {{}, row.at, ended->payload};
            if (const auto* ended = std::get_if<LookupEnded>(&body))
                file.effectOrigins[ended->effect] = {{}, row.at, ended->payload};
        }
    }
}

/// Where goods may have left without our knowing it.
bool isAboutDispatch(const CaseFile& file, const Effect& effect)
{
    const Booking booking = file.stepOf(effect).booking;
    if (effect.undoes != 0 || (booking != Booking::Release && booking != Booking::Book)) return false;
    return !isAllGone(file.order(), effect.subject);
}

bool isWorthAsking(const CaseFile& file, const Effect& effect)
{
    if (effect.number == file.exception.effect) return true;
    if (isReplaced(effect.state)) return false;
    const bool isOpen =
        effect.state == EffectState::Unknown || effect.state == EffectState::InFlight || effect.isDoubtful;
    return isOpen || isAboutDispatch(file, effect);
}

} // namespace

bool isInCase(const CaseFile& file, const Effect& effect)
{
    switch (file.stepOf(effect).unit) {
    case StepUnit::Order: return true;
    case StepUnit::Fulfillment: return std::ranges::count(file.fulfillments, effect.subject) > 0;
    case StepUnit::Shipment: return std::ranges::count(file.shipments, effect.subject) > 0;
    case StepUnit::Return:
        return std::ranges::count(file.shipments, shipmentOfReturn(file.order(), effect.subject)) > 0;
    }
    return false;
}

bool mayBeDone(const Effect& effect)
{
    switch (effect.state) {
    case EffectState::Waiting:
    case EffectState::Rejected: return effect.isDoubtful;
    case EffectState::Superseded: return false;
    case EffectState::Abandoned: return effect.attempts > 0;
    case EffectState::InFlight:
    case EffectState::Sent:
    case EffectState::Acknowledged:
    case EffectState::Unknown:
    case EffectState::Done:
    case EffectState::Adopted:
    case EffectState::Compensated: return true;
    }
    return true;
}

bool isAllGone(const Order& order, int fulfillment)
{
    const Fulfillment* part = findFulfillment(order, fulfillment);
    return part == nullptr || unitsAtNode(*part).isZero();
}

const Step& CaseFile::stepOf(const Effect& effect) const
{
    return milepost::stepOf(process, effect);
}

std::string CaseFile::systemOf(const Effect& effect) const
{
    const Offer* offer = offerOf(landscape, process, effect);
    return offer == nullptr ? std::string("its system") : offer->system;
}

const LiveAnswer* CaseFile::answerOf(const Effect& effect) const
{
    const auto found = live.find(effect.number);
    return found == live.end() || !found->second ? nullptr : &*found->second;
}

bool CaseFile::isSilent(const Effect& effect) const
{
    const auto found = live.find(effect.number);
    return found != live.end() && !found->second;
}

std::vector<const Effect*> CaseFile::effectsOf(Booking booking, int subject) const
{
    std::vector<const Effect*> found;
    for (const Effect& effect : order().effects) {
        if (effect.undoes == 0 && !isReplaced(effect.state) && stepOf(effect).booking == booking &&
            effect.subject == subject)
            found.push_back(&effect);
    }
    return found;
}

EvidenceFact CaseFile::ownFact(std::string statement, Timestamp at) const
{
    return {.system = "milepost", .statement = std::move(statement), .at = at};
}

EvidenceFact CaseFile::factOf(const Effect& effect, std::string statement) const
{
    const auto origin = effectOrigins.find(effect.number);
    if (origin == effectOrigins.end())
        return {.system = systemOf(effect), .statement = std::move(statement), .at = effect.endedAt};
    return {.system = systemOf(effect),
            .statement = std::move(statement),
            .at = origin->second.at,
            .payload = origin->second.payload};
}

EvidenceFact CaseFile::liveFact(const Effect& effect, std::string statement) const
{
    return {.system = systemOf(effect), .statement = std::move(statement), .at = now, .isLive = true};
}

CaseFile openCase(const StoredOrder& stored, const std::vector<FactRow>& rows, const Process& process,
                  const Landscape& landscape, const OpenException& exception, Timestamp now)
{
    CaseFile file{
        .stored = stored, .process = process, .landscape = landscape, .exception = exception, .now = now};
    findScope(file);
    findOrigins(file, rows);
    return file;
}

std::vector<int> callsToAskAbout(const CaseFile& file)
{
    std::vector<int> calls;
    for (const Effect& effect : file.order().effects) {
        const Offer* offer = offerOf(file.landscape, file.process, effect);
        const bool canAsk = offer != nullptr && offer->lookup.exists && effect.attempts > 0;
        if (canAsk && isInCase(file, effect) && isWorthAsking(file, effect)) calls.push_back(effect.number);
    }
    return calls;
}

} // namespace milepost
