// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/recovery/gather_evidence.h"

#include "backend/contracts/pack_set.h"
#include "backend/domain/effect_call.h"
#include "backend/domain/request_view.h"
#include "backend/recovery/advice.h"
#include "backend/recovery/closed_exception.h"
#include "backend/recovery/foresight.h"
#include "backend/recovery/recommendation.h"
#include "backend/recovery/verdicts.h"

#include <algorithm>

namespace milepost {
namespace {

Question questionAbout(const StoredOrder& stored, const Process& process, const Effect& effect,
                       std::shared_ptr<const Pack> pack)
{
    return {.order = stored.state.id.value,
            .effect = effect.number,
            .pack = std::move(pack),
            .capability = capabilityOf(process, effect),
            .view = makeRequestView(stored.state, process, effect, stored.content)};
}

/// An answer that is no error. "Not there" is believed after the partner's settling time only.
std::optional<LiveAnswer> answerFrom(const std::optional<Reply>& reply, const Effect& effect,
                                     const Offer& offer, Timestamp now)
{
    if (!reply || (reply->outcome != Outcome::Done && reply->outcome != Outcome::NotFound))
        return std::nullopt;
    const bool isLate =
        effect.state != EffectState::InFlight && now >= effect.endedAt + offer.lookup.settleAfter;
    return LiveAnswer{.reply = *reply, .isBelieved = isLate};
}

void askPartners(CaseFile& file, const std::vector<int>& calls, const PlanContext& context,
                 std::chrono::milliseconds deadline)
{
    if (context.inquiry == nullptr || !file.stored.content) return;
    std::vector<Question> questions;
    for (const int number : calls) {
        const Effect& effect = *findEffect(file.order(), number);
        const auto pack = packOf(context.packs, context.oldPacks, effect.definition);
        if (pack) questions.push_back(questionAbout(file.stored, file.process, effect, pack));
    }
    const auto replies = context.inquiry->ask(questions, deadline);
    for (std::size_t i = 0; i < questions.size(); ++i) {
        const Effect& effect = *findEffect(file.order(), questions[i].effect);
        file.live[effect.number] =
            answerFrom(replies[i], effect, *offerOf(file.landscape, file.process, effect), file.now);
    }
}

void addSilent(Evidence& evidence, const CaseFile& file)
{
    for (const auto& [number, answer] : file.live) {
        const std::string system = file.systemOf(*findEffect(file.order(), number));
        if (!answer && std::ranges::find(evidence.silent, system) == evidence.silent.end())
            evidence.silent.push_back(system);
    }
}

/// Who could tell what became of an open call, or whether goods have left, and cannot be asked.
void addMute(Evidence& evidence, const CaseFile& file)
{
    for (const Effect& effect : file.order().effects) {
        const Offer* offer = offerOf(file.landscape, file.process, effect);
        const bool isOpen = mayBeDone(effect) && !isSettled(effect.state);
        if (offer == nullptr || offer->lookup.exists || !isOpen || !isInCase(file, effect)) continue;
        if (std::ranges::find(evidence.mute, offer->system) == evidence.mute.end())
            evidence.mute.push_back(offer->system);
    }
}

/// Retrying what the partner has would at best be answered again: adopt says so.
void sharpenAdvice(Evidence& evidence, const CaseFile& file)
{
    const Reply* has = adoptableReply(file);
    const Effect* effect = findEffect(file.order(), file.exception.effect);
    if (has == nullptr || effect == nullptr || isSettled(effect->state)) return;
    for (ActionAdvice& advice : evidence.actions) {
        if (advice.action != "retry" && advice.action != "replay" && advice.action != "edit" &&
            advice.action != "skip")
            continue;
        advice.isPermitted = false;
        advice.reason = file.systemOf(*effect) + " has it under number " + has->document + "; adopt it";
    }
}

Evidence ofSystem(StoreReader& reader, const ExceptionEntry& entry, const Foresight& foresight)
{
    Evidence evidence{.exception = entry.row.id, .actions = adviceOn(reader, entry, nullptr, &foresight)};
    if (!entry.row.isOpen) {
        evidence.recommended = {.reason = "it is closed: " + howClosed(entry.row), .needsPerson = false};
        return evidence;
    }
    const bool isForPerson = whyNotOfSystem("resolve", entry.row).empty();
    evidence.recommended = {.action = isForPerson ? "resolve" : "",
                            .reason = isForPerson ? "see what it says, ask " + entry.row.exception.system +
                                                        " to send it again, then resolve it"
                                                  : "it closes by itself as soon as the system answers",
                            .needsPerson = isForPerson};
    return evidence;
}

} // namespace

Result<Evidence> gatherEvidence(StoreReader& reader, std::int64_t id, const PlanContext& context,
                                std::chrono::milliseconds deadline)
{
    const auto entry = reader.exception(id);
    if (!entry)
        return Error{.kind = ErrorKind::NotFound, .message = "there is no exception " + std::to_string(id)};
    const Foresight foresight(context);
    if (entry->row.order.value == 0) return ofSystem(reader, *entry, foresight);
    const auto stored = reader.order(entry->row.order);
    if (!stored)
        return Error{.kind = ErrorKind::NotFound, .message = "its order is not in the store any more"};
    const Process* process = foresight.processOf(stored->state);
    if (process == nullptr)
        return Error{.kind = ErrorKind::NotFound, .message = "the process version it follows cannot be read"};
    CaseFile file = openCase(*stored, reader.facts(entry->row.order), *process, foresight.landscape(),
                             entry->row.exception, context.now);
    askPartners(file, callsToAskAbout(file), context, deadline);
    Evidence evidence{.exception = id, .orderNo = entry->orderNo};
    for (const int number : file.fulfillments)
        evidence.references.push_back(fulfillmentReference(stored->state, number));
    for (const int number : file.shipments)
        evidence.parcels.push_back(findShipment(stored->state, number)->tracking);
    evidence.goodsLeft = goodsLeft(file);
    evidence.customerTold = customerTold(file);
    evidence.billingMayProceed = billingMayProceed(file, evidence.goodsLeft);
    evidence.beliefs = beliefsOf(file);
    evidence.contradictions = contradictionsOf(evidence.beliefs);
    evidence.systemsAgree = systemsAgree(file, evidence.beliefs);
    addSilent(evidence, file);
    addMute(evidence, file);
    evidence.actions = adviceOn(reader, *entry, &stored->state, &foresight);
    if (entry->row.isOpen) {
        sharpenAdvice(evidence, file);
        evidence.recommended = recommend(file, evidence);
    } else {
        evidence.recommended = {.reason = "it is closed: " + howClosed(entry->row), .needsPerson = false};
    }
    return evidence;
}

std::optional<Reply> askForOne(const StoredOrder& stored, const OpenException& exception,
                               const PlanContext& context)
{
    constexpr auto deadline = std::chrono::seconds(3);
    const Foresight foresight(context);
    const Process* process = foresight.processOf(stored.state);
    const Effect* effect = findEffect(stored.state, exception.effect);
    if (process == nullptr || effect == nullptr) return std::nullopt;
    CaseFile file = openCase(stored, {}, *process, foresight.landscape(), exception, context.now);
    const Offer* offer = offerOf(file.landscape, *process, *effect);
    if (offer == nullptr || !offer->lookup.exists || effect->attempts == 0) return std::nullopt;
    askPartners(file, {effect->number}, context, deadline);
    const Reply* has = adoptableReply(file);
    return has == nullptr ? std::nullopt : std::optional(*has);
}

} // namespace milepost
