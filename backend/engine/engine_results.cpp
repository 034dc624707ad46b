// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/engine/engine_loop.h"

#include <utility>

namespace milepost {
namespace {

/// Nothing came back that the system could have meant: it may be down.
bool isFailure(const CallResult& result)
{
    const Outcome outcome = result.reply.outcome;
    if (result.purpose == CallPurpose::Poll) return outcome != Outcome::Done;
    if (outcome == Outcome::Unknown) return true;
    return outcome == Outcome::Refused && !result.reply.isBusy;
}

} // namespace

ResultInput prepareResult(CallResult result, PayloadCodec& codec)
{
    ResultInput input;
    for (PolledMessage& message : result.messages)
        input.messages.push_back(prepareMessage(std::move(message), true, codec));
    result.messages.clear();
    const bool isEvidence =
        result.purpose != CallPurpose::Poll && !(result.request.empty() && result.response.empty());
    if (isEvidence) {
        input.payload.kind = result.system + "/" + result.capability;
        codec.encode(input.payload, result.request + std::string(answerMark) + result.response);
    }
    input.result = std::move(result);
    return input;
}

void EngineLoop::handle(ResultInput& input)
{
    const CallResult& result = input.result;
    if (result.purpose == CallPurpose::Poll) return handlePoll(input);
    CallKey key{result.order, result.effect, result.attempt, result.purpose, result.system};
    m_lanes.release(result.system);
    m_turn.ended.push_back(std::move(key));
    LiveOrder* order = m_orders.find({result.order});
    if (order == nullptr) return;
    Change& change = m_turn.batch.changes.emplace_back();
    const Effect* effect = findEffect(order->state, result.effect);
    const Process& process = processOf(order->state);
    const std::string policy =
        effect == nullptr ? "" : process.steps[static_cast<std::size_t>(effect->step)].policy;
    noteHealth(result, m_setup.policies.find(policy), change);
    const PayloadId payload =
        input.payload.kind.empty() ? PayloadId{} : writePayload(input.payload, order->state.id, change);
    const std::string cause = "reply " + std::to_string(result.effect) + "." + std::to_string(result.attempt);
    if (result.purpose == CallPurpose::Attempt)
        decideOn(*order, EndAttempt{result.effect, result.attempt, result.reply, payload}, cause, change);
    else
        decideOn(*order, EndLookup{result.effect, result.reply, payload}, "look-up of " + cause, change);
}

/// Parks a system that does not answer, under one exception for all that waits, and lets it go on when it
/// does.
void EngineLoop::noteHealth(const CallResult& result, const Policy& policy, Change& change)
{
    const std::string& system = result.system;
    const bool isPaused = m_lanes.isPaused(system);
    m_rates.note(system, isFailure(result));
    if (!isFailure(result)) {
        m_sources.noteContact(system, m_now);
        m_lanes.noteContact(system);
        if (m_reportedDown.erase(system) == 0) return;
        if (!isPaused) m_sources.noteState(system, "up");
        m_exceptions.closeForSystem(change, system, std::string(isDownCause), "it answers again", m_now);
        m_turn.exceptionsChanged = true;
        return;
    }
    m_lastFailures[system] = result.reply.code;
    if (!m_lanes.noteFailure(system, policy)) return;
    if (!isPaused) m_sources.noteState(system, "parked");
    m_reportedDown.insert(system);
    m_exceptions.openForSystem(
        change,
        OpenException{.kind = ExceptionClass::TransientExhausted,
                      .severity = Severity::Critical,
                      .system = system,
                      .cause = std::string(isDownCause),
                      .text = system + " does not answer (" + result.reply.code +
                              "). What is meant for it waits and goes on by itself when it "
                              "answers; see whether it is running.",
                      .openedAt = m_now},
        {}, m_setup.policies, policy.name);
    m_turn.exceptionsChanged = true;
}

void EngineLoop::handlePoll(ResultInput& input)
{
    const CallResult& result = input.result;
    ScheduledPoll* poll = m_polls.find(result.system, result.capability);
    if (poll == nullptr) return;
    poll->isFlying = false;
    poll->dueAt = m_now + poll->spec.every;
    if (poll->spec.window > Duration(0)) return handleCounts(*poll, input);
    for (PreparedMessage& message : input.messages)
        take(message, m_turn.batch.changes.emplace_back());
    Change& change = m_turn.batch.changes.emplace_back();
    noteHealth(result, m_setup.policies.find("normal"), change);
    if (result.reply.outcome != Outcome::Done) return;
    m_turn.readFiles.insert(m_turn.readFiles.end(), result.files.begin(), result.files.end());
    if (result.nextCursor != poll->cursor) {
        poll->cursor = result.nextCursor;
        change.cursors.push_back({result.system, result.capability, result.nextCursor});
    }
    if (result.hasMore) {
        poll->dueAt = m_now;
        return;
    }
    poll->answeredAt = poll->startedAt;
    m_sources.caughtUp(result.system);
    if (!poll->spec.isWatermark || !result.asOf) return;
    m_sources.noteWatermark(result.system, *result.asOf);
    endSilence(result.system, *result.asOf, change);
    m_exceptions.closeDamagedMessages(change, result.system, *result.asOf, m_now);
}

void EngineLoop::startPolls()
{
    if (!m_setup.advances) return;
    for (ScheduledPoll* poll : m_polls.takeDue(m_now)) {
        Transport* transport = poll->pack->transport() == TransportKind::Http ? m_setup.http : m_setup.files;
        if (transport == nullptr) continue;
        if (poll->spec.window > Duration(0) && !askForCounts(*poll)) continue;
        transport->start(Call{.purpose = CallPurpose::Poll,
                              .pack = poll->pack,
                              .capability = poll->spec.name,
                              .cursor = poll->cursor});
    }
    wakeForStock();
}

void EngineLoop::wakeForStock()
{
    for (const WaitingOrder& waiting : std::exchange(m_stockWakes, {}))
        wake(waiting.order, "stock was reported");
}

} // namespace milepost
