// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/network/feeds.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <stdexcept>

namespace milepost::network {

using Json = nlohmann::json;

namespace {

constexpr int maxPushes = 15;
constexpr std::array<Millis, 5> pushDelays{scaledMinute, 2 * scaledMinute, 4 * scaledMinute, 8 * scaledMinute,
                                           15 * scaledMinute};
constexpr std::int64_t maxLimit = 250;

std::string uuidText(DiceRow row)
{
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    for (const int length : {8, 4, 4, 4, 12}) {
        if (!text.empty()) text += '-';
        for (int i = 0; i < length; ++i)
            text += digits[static_cast<std::size_t>(row.between(0, 15))];
    }
    return text;
}

std::string damaged(const std::string& body, DiceRow row)
{
    if (row.chance(0.5)) return body.substr(0, body.size() * 6 / 10);
    for (const std::string_view field :
         {"\"line_items\"", "\"items\"", "\"positions\"", "\"data\"", "\"status\""}) {
        const auto at = body.find(field);
        if (at == std::string::npos) continue;
        std::string copy = body;
        copy[at + 2] = '?';
        return copy;
    }
    return body.substr(0, body.size() / 2);
}

std::int64_t figure(const std::string& text, std::int64_t fallback)
{
    if (text.empty()) return fallback;
    std::int64_t value = -1;
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (failed != std::errc{} || end != text.data() + text.size() || value < 0)
        throw std::invalid_argument("not a cursor or limit: " + text);
    return value;
}

} // namespace

Feeds::Feeds(NetworkParts& parts, WebhookSender& sender)
    : m_parts(parts)
    , m_sender(sender)
{
    parts.schedule.handle("publish", [this](const Appointment& due) { return publishDue(due); });
    parts.schedule.handle("push", [this](const Appointment& due) { return pushDue(due); });
}

void Feeds::add(const FeedManner& manner)
{
    m_manners[manner.system] = manner;
}

Feeds::Message Feeds::written(const FeedManner& manner, const News& news, const Json& body, bool strange)
{
    const std::int64_t number = m_parts.books.nextNumber("message:" + manner.system);
    const std::string text = std::to_string(number);
    Message message;
    message.id = manner.idPrefix.empty() ? uuidText(m_parts.dice.row({"uuid", manner.system, text}))
                                         : manner.idPrefix + text;
    message.occurredAt = news.occurredAt;
    Json copy = body;
    if (!manner.idAt.empty()) copy[Json::json_pointer(manner.idAt)] = message.id;
    if (!manner.sequenceAt.empty()) copy[Json::json_pointer(manner.sequenceAt)] = number;
    if (strange) {
        constexpr std::array<const char*, 4> words{"PGI-2", "ZX41", "CNF_OK", "STAT 90"};
        copy[Json::json_pointer(manner.statusAt)] =
            words[static_cast<std::size_t>(m_parts.dice.between(0, 3, {"word", manner.system, news.key}))];
    }
    message.body = copy.dump();
    return message;
}

void Feeds::announce(const std::string& system, const News& news, const Json& body)
{
    const FeedManner& manner = m_manners.at(system);
    const bool isPushing = !webhookUrl().empty();
    std::vector<FaultKind> possible{FaultKind::Duplicate};
    if (!manner.statusAt.empty()) {
        possible.push_back(FaultKind::WrongStatus);
        possible.push_back(FaultKind::OutOfOrder);
    }
    if (isPushing) {
        possible.push_back(FaultKind::Malformed);
        possible.push_back(FaultKind::LostWebhook);
    }
    const FaultKind fault = m_parts.faults.next({system, "news", news.key}, possible, {FaultKind::Lost});
    if (fault != FaultKind::None) m_parts.faults.count(fault);
    play(fault, manner, news, body);
}

void Feeds::play(FaultKind fault, const FeedManner& manner, const News& news, const Json& body)
{
    const std::string& system = manner.system;
    DiceRow row = m_parts.dice.row({"play", system, news.key});
    const Millis soon = row.between(5, 15) * scaledMinute;
    const Message message = written(manner, news, body, fault == FaultKind::WrongStatus);
    switch (fault) {
    case FaultKind::OutOfOrder: publishLater(system, message, row.between(30, 90) * scaledMinute); return;
    case FaultKind::Malformed:
        push(system, {message.id, damaged(message.body, row), message.occurredAt});
        publishLater(system, written(manner, news, body, false), soon);
        return;
    case FaultKind::WrongStatus:
        publish(system, message);
        push(system, message);
        publishLater(system, written(manner, news, body, false), soon);
        return;
    case FaultKind::Duplicate:
        publish(system, message);
        push(system, message);
        publishLater(system, message, row.between(1, 5) * scaledMinute);
        return;
    case FaultKind::LostWebhook: publish(system, message); return;
    case FaultKind::Lost:
        m_parts.objects.put({system, "lostNews", message.id, std::to_string(message.occurredAt), news.key,
                             "lost", message.body});
        return;
    default: publish(system, message); push(system, message);
    }
}

void Feeds::tellLost()
{
    for (BookObject lost : m_parts.objects.ofKind("lostNews")) {
        if (lost.state != "lost" || !m_manners.contains(lost.system)) continue;
        lost.state = "told";
        m_parts.objects.put(lost);
        const Message message{lost.id, lost.body, std::stoll(lost.reference)};
        publish(lost.system, message);
        push(lost.system, message);
    }
}

void Feeds::publish(const std::string& system, const Message& message)
{
    m_parts.books.run(
        "INSERT INTO entry (system, position, id, occurredAt, publishedAt, body) VALUES (?, ?, ?, ?, ?, ?)",
        system, m_parts.books.nextNumber("entry:" + system), message.id, message.occurredAt,
        m_parts.clock.now(), message.body);
}

void Feeds::push(const std::string& system, const Message& message, Millis after)
{
    if (!webhookUrl().empty())
        m_parts.schedule.add(m_parts.clock.now() + after, system, "push", message.id, message.body);
}

void Feeds::publishLater(const std::string& system, const Message& message, Millis after)
{
    const Json body{{"id", message.id}, {"body", message.body}};
    m_parts.schedule.add(m_parts.clock.now() + after, system, "publish", std::to_string(message.occurredAt),
                         body.dump());
}

Kept Feeds::publishDue(const Appointment& appointment)
{
    const Json body = Json::parse(appointment.body);
    const Message message{body.at("id"), body.at("body"), std::stoll(appointment.subject)};
    publish(appointment.owner, message);
    push(appointment.owner, message);
    return Kept::Finished;
}

Kept Feeds::pushDue(const Appointment& appointment)
{
    const std::string url = webhookUrl();
    const auto colon = url.rfind(':');
    if (url.empty() || colon == std::string::npos) return Kept::Finished;
    const FeedManner& manner = m_manners.at(appointment.owner);
    WebhookCall call;
    call.port = static_cast<std::uint16_t>(std::stoi(url.substr(colon + 1)));
    call.target = "/in/" + appointment.owner;
    call.headers = manner.headers;
    call.headers.emplace_back(manner.idHeader, appointment.subject);
    call.headers.push_back(manner.credential.headerFor(appointment.body));
    call.body = appointment.body;
    call.ended = [this, id = appointment.id, attempts = appointment.attempts + 1](int status) {
        m_parts.books.transact([&] { pushEnded(id, attempts, status); });
    };
    m_sender.send(std::move(call));
    return Kept::Open;
}

void Feeds::pushEnded(std::int64_t id, int attempts, int status)
{
    if ((status >= 200 && status < 300) || attempts >= maxPushes) {
        m_parts.schedule.finish(id);
        return;
    }
    const auto step = std::min(static_cast<std::size_t>(attempts) - 1, pushDelays.size() - 1);
    m_parts.schedule.postpone(id, m_parts.clock.now() + pushDelays[step], attempts);
}

FeedPage Feeds::page(const std::string& system, const std::string& cursor, const std::string& limit)
{
    std::int64_t position = figure(cursor, 0);
    const std::int64_t most = std::clamp<std::int64_t>(figure(limit, 100), 1, maxLimit);
    FeedPage page;
    const auto found = m_parts.books.rows(
        "SELECT position, body FROM entry WHERE system = ? AND position > ? ORDER BY position LIMIT ?",
        [](SQLite::Statement& row) {
            return std::pair{row.getColumn(0).getInt64(), row.getColumn(1).getString()};
        },
        system, position, most);
    for (const auto& [at, body] : found) {
        page.entries.push_back(body);
        position = at;
    }
    page.next = std::to_string(position);
    const auto pending = m_parts.books.rows(
        "SELECT subject FROM schedule WHERE owner = ? AND kind = 'publish'",
        [](SQLite::Statement& row) { return std::stoll(row.getColumn(0).getString()); }, system);
    page.asOf = m_parts.clock.now();
    for (const Millis occurredAt : pending)
        page.asOf = std::min(page.asOf, occurredAt - 1);
    return page;
}

} // namespace milepost::network
