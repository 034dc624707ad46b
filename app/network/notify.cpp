// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/network/notify.h"

#include <nlohmann/json.hpp>

namespace milepost::network {

using Json = nlohmann::json;

namespace {

std::string messageReference(const Json& body)
{
    return textOf(body, "orderRef") + '|' + textOf(body, "kind") + '|' + textOf(body, "trackingNo");
}

} // namespace

Notify::Notify(NetworkParts& parts)
    : HttpPeer(parts, "notify", "notify", {"apiKey", "X-Api-Key", "", "", ""})
{
}

Operation Notify::identify(const HttpRequest& request) const
{
    const Json body = Json::parse(request.body, nullptr, false);
    if (request.method == "POST" && request.path == "/messages" && body.is_object())
        return {"message", "customer.notify", messageReference(body), ""};
    return {"other", "", "", ""};
}

std::string Notify::failureBody(const Refusal& refusal) const
{
    return Json{{"error", {{"code", refusal.code}, {"message", refusal.text}}}}.dump();
}

HttpReply Notify::answer(const HttpRequest& request)
{
    if (request.method != "POST" || request.path != "/messages")
        throw Refusal{404, "NOT_FOUND", "no such path"};
    const Json body = bodyObject(request);
    const std::string kind = requiredText(body, "kind");
    const std::string orderRef = requiredText(body, "orderRef");
    requiredText(body, "to");
    const std::string number = "MSG-" + std::to_string(m_parts.books.nextNumber("notice"));
    m_parts.objects.put({"notify", "notice", number, messageReference(body), orderRef, kind, body.dump()});
    performed("customer.notify", messageReference(body));
    return {202, Json{{"messageId", number}}.dump(), {}};
}

} // namespace milepost::network
