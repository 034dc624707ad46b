// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/network/http_peer.h"

#include <nlohmann/json.hpp>

#include <vector>

namespace milepost::network {

using Json = nlohmann::json;

namespace {

const std::vector<FaultKind> readFaults{FaultKind::Slow, FaultKind::TooMany, FaultKind::Unavailable,
                                        FaultKind::LostReply, FaultKind::LostRequest};
const std::vector<FaultKind> workFaults{FaultKind::Slow,      FaultKind::TooMany,  FaultKind::Unavailable,
                                        FaultKind::LostReply, FaultKind::LateWork, FaultKind::LostRequest};

std::string packed(const HttpRequest& request)
{
    return Json{{"method", request.method},
                {"target", request.target},
                {"key", request.header("idempotency-key")},
                {"body", request.body}}
        .dump();
}

} // namespace

HttpPeer::HttpPeer(NetworkParts& parts, const std::string& name, const std::string& kind,
                   Credential credential)
    : Peer(name, kind)
    , m_parts(parts)
    , m_credential(std::move(credential))
    , m_server(parts.loop, [this](const HttpRequest& request) { return serve(request); })
{
    m_credential.key = parts.books.meta("key:" + name);
    if (m_credential.key.empty()) {
        m_credential.key = name + "_" + randomSecret();
        parts.books.setMeta("key:" + name, m_credential.key);
    }
}

void HttpPeer::describe(Json& entry) const
{
    entry["url"] = m_server.url();
    entry["credential"] = Json{{"kind", m_credential.kind}, {"key", m_credential.key}};
    if (m_credential.kind == "apiKey") entry["credential"]["header"] = m_credential.header;
}

bool HttpPeer::isAuthorised(const HttpRequest& request) const
{
    if (m_credential.kind == "bearer") return request.header("authorization") == "Bearer " + m_credential.key;
    std::string name = m_credential.header;
    for (char& c : name)
        c = static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
    return request.header(name) == m_credential.key;
}

HttpReply HttpPeer::refused(const Refusal& refusal) const
{
    HttpReply reply;
    reply.status = refusal.status;
    reply.body = failureBody(refusal);
    return reply;
}

HttpReply HttpPeer::replyTo(const HttpRequest& request)
{
    try {
        return answer(request);
    } catch (const Refusal& refusal) {
        return refused(refusal);
    } catch (const Json::exception& wrong) {
        return refused({400, "BAD_REQUEST", wrong.what()});
    }
}

HttpOutcome HttpPeer::serve(const HttpRequest& request)
{
    HttpOutcome outcome;
    m_parts.schedule.catchUp(name(), "late"); // whoever asks now is told of what was to be done by now
    m_parts.books.transact([&] {
        if (!isAuthorised(request)) {
            outcome.reply = refused({401, "UNAUTHORIZED", "missing or wrong credential"});
            return;
        }
        const Operation operation = identify(request);
        const bool isWork = !operation.capability.empty() && !operation.reference.empty();
        const FaultKind fault = m_parts.faults.next({name(), operation.name, operation.reference},
                                                    isWork ? workFaults : readFaults);
        if (isWork && fault != FaultKind::LostRequest)
            m_parts.works.asked({name(), operation.capability, operation.reference}, operation.key);
        if (fault != FaultKind::None) m_parts.faults.count(fault);
        outcome = faulted(fault, operation, request);
    });
    return outcome;
}

HttpOutcome HttpPeer::faulted(FaultKind fault, const Operation& operation, const HttpRequest& request)
{
    DiceRow row = m_parts.dice.row({"delay", name(), operation.name, operation.reference});
    HttpOutcome outcome;
    switch (fault) {
    case FaultKind::Slow:
        outcome.reply = replyTo(request);
        outcome.delay = std::chrono::milliseconds{row.between(200, 1500)};
        return outcome;
    case FaultKind::TooMany:
        outcome.reply = refused({429, "TOO_MANY_REQUESTS", "slow down"});
        outcome.reply.headers.emplace_back("Retry-After", std::to_string(row.between(10, 60)));
        return outcome;
    case FaultKind::Unavailable:
        outcome.reply = refused({503, "UNAVAILABLE", "try again later"});
        return outcome;
    case FaultKind::Rejected:
        outcome.reply = refused({422, "REFUSED", "refused, whatever it says"});
        return outcome;
    case FaultKind::LostReply: return lostReply(operation, request);
    case FaultKind::LateWork: return late(operation, request);
    case FaultKind::LostRequest:
        outcome.cut = true;
        outcome.delay = std::chrono::milliseconds{row.chance(0.5) ? 0 : row.between(100, 1500)};
        return outcome;
    default: outcome.reply = replyTo(request); return outcome;
    }
}

HttpOutcome HttpPeer::lostReply(const Operation& operation, const HttpRequest& request)
{
    HttpOutcome outcome;
    outcome.reply = replyTo(request);
    const double draw = m_parts.dice.unit({"lostReply", name(), operation.name, operation.reference});
    if (draw < 0.34)
        outcome.cut = true;
    else if (draw < 0.67)
        outcome.reply = refused({500, "INTERNAL", "internal error"});
    else
        outcome.reply = refused({504, "TIMEOUT", "upstream timed out"});
    return outcome;
}

HttpOutcome HttpPeer::late(const Operation& operation, const HttpRequest& request)
{
    DiceRow row = m_parts.dice.row({"late", name(), operation.name, operation.reference});
    const Millis after = row.between(1, 30) * scaledSecond;
    m_parts.schedule.add(m_parts.clock.now() + after, name(), "late", operation.reference, packed(request));
    HttpOutcome outcome;
    outcome.cut = true;
    outcome.delay = std::chrono::milliseconds{row.chance(0.5) ? 0 : row.between(1000, 3500)};
    return outcome;
}

void HttpPeer::performLate(const std::string& request)
{
    const Json stored = Json::parse(request);
    HttpRequest again;
    again.method = stored.at("method");
    readTarget(stored.at("target"), again);
    again.body = stored.at("body");
    if (const std::string key = stored.at("key"); !key.empty()) again.headers["idempotency-key"] = key;
    replyTo(again);
}

Credential HttpPeer::webhookCredential(Credential credential)
{
    const std::string place = "webhookKey:" + name();
    credential.key = m_parts.books.meta(place);
    if (credential.key.empty()) {
        credential.key = "wh_" + randomSecret();
        m_parts.books.setMeta(place, credential.key);
    }
    return credential;
}

void HttpPeer::performed(const std::string& capability, const std::string& reference)
{
    m_parts.works.performed({name(), capability, reference});
}

Json bodyObject(const HttpRequest& request)
{
    Json body = Json::parse(request.body, nullptr, false);
    if (!body.is_object()) throw Refusal{400, "BAD_REQUEST", "the body is no JSON object"};
    return body;
}

std::string textOf(const Json& object, const char* member)
{
    const auto found = object.find(member);
    if (found == object.end() || found->is_null()) return {};
    return found->is_string() ? found->get<std::string>() : found->dump();
}

std::string requiredText(const Json& object, const char* member)
{
    std::string text = textOf(object, member);
    if (text.empty()) throw Refusal{400, "BAD_REQUEST", std::string{member} + " is missing"};
    return text;
}

std::string peek(const std::string& body, const char* member)
{
    const Json object = Json::parse(body, nullptr, false);
    return object.is_object() ? textOf(object, member) : std::string{};
}

} // namespace milepost::network
