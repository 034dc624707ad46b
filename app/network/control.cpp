// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/network/control.h"

#include "app/network/truth.h"

#include <nlohmann/json.hpp>

#include <stdexcept>

namespace milepost::network {

using Json = nlohmann::json;

namespace {

std::string withoutSlash(std::string url)
{
    while (url.ends_with('/'))
        url.pop_back();
    return url;
}

std::string checkedUrl(const Json& body)
{
    const Json url = body.value("url", Json());
    if (url.is_null()) return {};
    const std::string text = withoutSlash(url.get<std::string>());
    const std::string head = "http://127.0.0.1:";
    const std::string port = text.starts_with(head) ? text.substr(head.size()) : "";
    if (port.empty() || port.size() > 5 || port.find_first_not_of("0123456789") != std::string::npos)
        throw std::invalid_argument("url must be http://127.0.0.1:PORT");
    return text;
}

} // namespace

Control::Control(NetworkParts& parts, Feeds& feeds, OrderPlan& plan, Outages& outages,
                 std::vector<Peer*> peers, std::function<void()> heal, std::function<void()> stop)
    : m_parts(parts)
    , m_feeds(feeds)
    , m_plan(plan)
    , m_outages(outages)
    , m_peers(std::move(peers))
    , m_heal(std::move(heal))
    , m_stop(std::move(stop))
    , m_server(parts.loop, [this](const HttpRequest& request) { return serve(request); })
{
}

HttpOutcome Control::serve(const HttpRequest& request)
{
    HttpOutcome outcome;
    try {
        m_parts.books.transact([&] { outcome.reply = reply(request); });
    } catch (const std::exception& wrong) {
        outcome.reply = {400, Json{{"ok", false}, {"error", wrong.what()}}.dump(), {}};
    }
    return outcome;
}

HttpReply Control::reply(const HttpRequest& request)
{
    const std::string head = "/control/";
    if (request.method == "GET" && request.path == "/truth/order")
        return {200, truthOfOrder(m_parts, request.parameter("ref"), request.parameter("key")).dump(), {}};
    if (request.method == "GET" && request.path == "/truth") return {200, truthText(), {}};
    if (request.method == "GET" && request.path == "/health") return {200, health().dump(), {}};
    if (request.method != "POST" || !request.path.starts_with(head))
        return {404, Json{{"ok", false}, {"error", "no such path"}}.dump(), {}};
    command(request.path.substr(head.size()),
            request.body.empty() ? Json::object() : Json::parse(request.body));
    return {200, R"({"ok":true})", {}};
}

void Control::start()
{
    m_plan.start();
    m_outages.plan();
}

void Control::command(const std::string& name, const Json& body)
{
    constexpr std::int64_t mostOrders = 100'000;
    if (name == "webhooks") {
        m_feeds.setWebhookUrl(checkedUrl(body));
    } else if (name == "start") {
        start();
    } else if (name == "heal") {
        m_parts.books.setMeta("healed", "1");
        m_heal();
    } else if (name == "faults") {
        const auto profile = profileNamed(body.at("profile").get<std::string>());
        if (!profile) throw std::invalid_argument("profile is none, light or heavy");
        m_parts.faults.setProfile(*profile);
        if (m_plan.isStarted()) m_outages.plan();
    } else if (name == "force") {
        force(body);
    } else if (name == "orders") {
        const auto count = body.at("count").get<std::int64_t>();
        if (count < 1 || count > mostOrders) throw std::invalid_argument("count is from 1 to 100000");
        m_plan.addOrders(count);
    } else if (name == "stop") {
        m_stop();
    } else {
        throw std::invalid_argument("no such command");
    }
}

void Control::force(const Json& body)
{
    constexpr std::int64_t mostAttempts = 1'000;
    for (const Json& one : body.at("faults")) {
        const auto kind = faultNamed(one.at("kind").get<std::string>());
        if (!kind) throw std::invalid_argument("no such fault");
        const auto attempts = one.value("attempts", std::int64_t{1});
        if (attempts < 1 || attempts > mostAttempts)
            throw std::invalid_argument("attempts is from 1 to 1000");
        m_parts.faults.force({one.at("system"), one.at("operation"), one.at("reference")}, *kind, attempts);
    }
}

Json Control::health()
{
    Json systems = Json::array();
    for (const Peer* peer : m_peers)
        systems.push_back({{"name", peer->name()}, {"up", peer->isUp()}});
    const std::string url = m_feeds.webhookUrl();
    return {{"ok", true},
            {"scaledNow", rfc3339(m_parts.clock.now())},
            {"started", m_plan.isStarted()},
            {"scheduled", scheduled()},
            {"profile", profileName(m_parts.faults.profile())},
            {"webhooks", url.empty() ? Json(nullptr) : Json(url)},
            {"systems", systems}};
}

std::string Control::truthText()
{
    Json truth = truthOf(m_parts);
    truth["seed"] = m_parts.dice.seed();
    truth["scheduled"] = scheduled();
    truth["scaledNow"] = rfc3339(m_parts.clock.now());
    truth["profile"] = profileName(m_parts.faults.profile());
    return truth.dump();
}

std::int64_t Control::scheduled()
{
    std::int64_t count = m_parts.schedule.counted() + m_plan.waiting();
    count += m_parts.books.number("SELECT count(*) FROM object WHERE system = 'wms-east' AND kind = "
                                  "'confirmation' AND state = 'pending'",
                                  0);
    for (const char* node : {"EAST", "THREEPL"})
        count += m_parts.stock.isUnreported(node) ? 1 : 0;
    return count;
}

} // namespace milepost::network
