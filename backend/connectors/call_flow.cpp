// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/call_flow.h"

#include <exception>
#include <utility>

namespace milepost {
namespace {

WireRequest rendered(const Call& call)
{
    switch (call.purpose) {
    case CallPurpose::Attempt: return call.pack->renderAttempt(call.view);
    case CallPurpose::Lookup: return call.pack->renderLookup(call.view);
    case CallPurpose::Poll: return call.pack->renderPoll(call.capability, call.cursor);
    }
    return {};
}

std::string httpCode(int status)
{
    return "http " + std::to_string(status);
}

/// A poll asks only: whatever went wrong, it may be asked again.
Reply unusablePoll(int status, const Error& error)
{
    Reply reply;
    reply.outcome = Outcome::Refused;
    reply.code = status >= 200 && status < 300 ? "unreadable answer" : httpCode(status);
    reply.message = error.place.empty() ? error.message : error.message + " (" + error.place + ")";
    return reply;
}

void readPollInto(CallResult& result, const Call& call, const HttpAnswer& answer)
{
    auto poll = call.pack->readPoll(call.capability, answer.status, answer.body);
    if (!poll) {
        result.reply = unusablePoll(answer.status, poll.error());
        return;
    }
    result.reply.outcome = Outcome::Done;
    result.messages = std::move(poll->messages);
    result.nextCursor = std::move(poll->nextCursor);
    result.hasMore = poll->hasMore;
    result.asOf = poll->asOf;
}

void readInto(CallResult& result, const Call& call, const HttpAnswer& answer)
{
    switch (call.purpose) {
    case CallPurpose::Attempt:
        result.reply = call.pack->readReply(call.capability, answer.status, answer.body);
        break;
    case CallPurpose::Lookup:
        result.reply = call.pack->readLookup(call.capability, answer.status, answer.body);
        break;
    case CallPurpose::Poll: readPollInto(result, call, answer); break;
    }
}

Duration realTime(std::chrono::seconds partnerTime, double clockSpeed)
{
    const double milliseconds = 1000.0 * static_cast<double>(partnerTime.count()) / clockSpeed;
    return Duration(static_cast<Duration::rep>(milliseconds));
}

} // namespace

Result<WireRequest> render(const Call& call)
{
    try {
        return rendered(call);
    } catch (const std::exception& failure) {
        return Error{ErrorKind::InvalidInput, failure.what(), call.capability};
    }
}

CallResult resultOf(const Call& call)
{
    CallResult result;
    result.order = call.order;
    result.effect = call.effect;
    result.attempt = call.attempt;
    result.purpose = call.purpose;
    result.system = call.pack->name();
    result.capability = call.capability;
    if (call.purpose == CallPurpose::Poll) result.nextCursor = call.cursor;
    return result;
}

CallResult failedResult(const Call& call, Outcome outcome, std::string_view code, std::string message)
{
    CallResult result = resultOf(call);
    result.reply.outcome = outcome;
    result.reply.code = code;
    result.reply.message = std::move(message);
    return result;
}

CallResult answeredResult(const Call& call, HttpAnswer answer, double clockSpeed)
{
    CallResult result = resultOf(call);
    try {
        readInto(result, call, answer);
    } catch (const std::exception& failure) {
        result.reply = {};
        result.reply.code = "unreadable answer";
        result.reply.message = failure.what();
    }
    if (answer.retryAfter && !result.reply.retryAfter)
        result.reply.retryAfter = realTime(*answer.retryAfter, clockSpeed);
    result.response = std::move(answer.head);
    result.response += answer.body;
    return result;
}

Duration elapsedSince(std::chrono::steady_clock::time_point begin)
{
    return std::chrono::duration_cast<Duration>(std::chrono::steady_clock::now() - begin);
}

} // namespace milepost
