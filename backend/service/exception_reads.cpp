// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/service/exception_reads.h"

#include "backend/contracts/pack_set.h"
#include "backend/domain/effect_call.h"
#include "backend/engine/input_queue.h"
#include "backend/recovery/advice.h"
#include "backend/recovery/plan.h"
#include "backend/service/catalogue.h"
#include "backend/service/exception_history.h"
#include "backend/service/lineage_view.h"
#include "backend/service/order_view.h"

#include <algorithm>

namespace milepost {
namespace {

/// Splits what a call left behind into request and answer.
void splitCall(ExceptionDetail& detail, const std::string& body)
{
    const auto mark = body.find(answerMark);
    detail.request = body.substr(0, mark);
    detail.answer = mark == std::string::npos ? std::string() : body.substr(mark + answerMark.size());
}

bool isAttempt(const LineageEntry& entry)
{
    return entry.kind == "attemptEnded" || entry.kind == "lookupEnded";
}

std::vector<AttemptView> attemptsOf(const LineageView& lineage, int effect)
{
    std::vector<AttemptView> attempts;
    for (const LineageEntry& entry : lineage.entries) {
        if (entry.effectId != effect) continue;
        if (entry.kind == "effectStarted" || entry.kind == "lookupStarted")
            attempts.push_back({.number = entry.attempt, .startedAt = entry.at});
        if (!isAttempt(entry) || attempts.empty()) continue;
        AttemptView& attempt = attempts.back();
        attempt.endedAt = entry.at;
        attempt.outcome = entry.outcome;
        attempt.code = entry.detail;
        attempt.payload = entry.payload;
    }
    return attempts;
}

bool isAboutWork(const LineageEntry& entry, int effect)
{
    const bool isPersons = entry.kind == "actionTaken" || entry.kind == "orderRevised";
    const bool isExceptions = entry.kind == "exceptionOpened" || entry.kind == "exceptionClosed";
    return isPersons || isExceptions || (effect > 0 && entry.effectId == effect);
}

std::optional<PolicyView> policyOf(const PlanContext& context, const Order& order, const Effect& effect,
                                   ExceptionClass event)
{
    const auto process = std::ranges::find_if(
        context.processes, [&](const auto& one) { return one->definition == order.process; });
    if (process == context.processes.end()) return std::nullopt;
    const Step& step = (*process)->steps.at(static_cast<std::size_t>(effect.step));
    const Policy& policy = context.policies.find(step.policy);
    PolicyView view{.name = policy.name,
                    .criticality = std::string(toKey(policy.criticality)),
                    .tries = effect.tries,
                    .maxTries = policy.triesFor(effect.undoes != 0),
                    .baseDelay = policy.baseDelay,
                    .maxDelay = policy.maxDelay,
                    .deadline = policy.deadline,
                    .recoverWithin =
                        context.policies.responsibility(event, step.name, policy, step.team).recoverWithin,
                    .unknown = std::string(toKey(policy.unknown))};
    const auto pack = packOf(context.packs, context.oldPacks, effect.definition);
    if (pack == nullptr) return view;
    for (const Offer& offer : pack->offers()) {
        if (offer.capability != capabilityOf(**process, effect)) continue;
        view.keyProtects = offer.idempotency.protects;
        view.canLookUp = offer.lookup.exists;
    }
    return view;
}

/// The body of the newest attempt that left one.
PayloadId lastCall(const std::vector<AttemptView>& attempts)
{
    for (auto attempt = attempts.rbegin(); attempt != attempts.rend(); ++attempt)
        if (attempt->payload.value != 0) return attempt->payload;
    return {};
}

void fillOrder(ExceptionDetail& detail, StoreReader& reader, const ExceptionEntry& entry,
               const StoredOrder& order, const std::optional<PlanContext>& context)
{
    const Catalogue catalogue(reader);
    const std::vector<FactRow> facts = reader.facts(entry.row.order);
    const LineageView lineage = lineageView(facts, catalogue);
    detail.events = exceptionHistory(reader, entry, facts);
    const int number = entry.row.exception.effect;
    for (const LineageEntry& happened : lineage.entries)
        if (isAboutWork(happened, number)) detail.history.push_back(happened);
    const Effect* effect = findEffect(order.state, number);
    if (effect == nullptr) return;
    detail.attempts = attemptsOf(lineage, number);
    if (const PayloadId call = lastCall(detail.attempts); call.value != 0)
        splitCall(detail, reader.payload(call));
    for (const EffectView& view : orderView(order, catalogue).effects)
        if (view.number == number) detail.effect = view;
    if (context) detail.policy = policyOf(*context, order.state, *effect, entry.row.exception.kind);
    const bool isAutomatic = !isSettled(effect->state) && !effect->needsPerson;
    if (isAutomatic && effect->nextAt > Timestamp{}) detail.nextAt = effect->nextAt;
}

} // namespace

Result<ExceptionDetail> readException(StoreReader& reader, std::int64_t id,
                                      const std::optional<PlanContext>& context)
{
    const auto entry = reader.exception(id);
    if (!entry)
        return Error{.kind = ErrorKind::NotFound, .message = "there is no exception " + std::to_string(id)};
    ExceptionDetail detail{.exception = exceptionView(*entry)};
    for (const NoteRow& note : reader.notes(id))
        detail.notes.push_back({.at = note.at, .actor = note.actor, .kind = note.kind, .text = note.text});
    if (entry->row.payload.value != 0) detail.message = reader.payload(entry->row.payload);
    const auto order = entry->row.order.value == 0 ? std::nullopt : reader.order(entry->row.order);
    if (order) fillOrder(detail, reader, *entry, *order, context);
    if (!order) detail.events = exceptionHistory(reader, *entry, {});
    const auto foresight = context ? std::optional<Foresight>(*context) : std::nullopt;
    detail.actions =
        adviceOn(reader, *entry, order ? &order->state : nullptr, foresight ? &*foresight : nullptr);
    return detail;
}

} // namespace milepost
