// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/network/feeds.h"
#include "app/network/http_peer.h"
#include "app/network/stored_answers.h"
#include "app/network/warehouse.h"

namespace milepost::network {

/// The transport system and its carriers.
class Tms : public HttpPeer {
public:
    Tms(NetworkParts& parts, Feeds& feeds, Warehouse& warehouse);

    void describe(nlohmann::json& entry) const override;
    std::optional<Booking> bookingFor(const std::string& deliveryNo);
    std::string collect(const Booking& booking, const std::string& node, const std::string& shipmentNo);

protected:
    Operation identify(const HttpRequest& request) const override;
    HttpReply answer(const HttpRequest& request) override;
    std::string failureBody(const Refusal& refusal) const override;

private:
    HttpReply tender(const HttpRequest& request);
    std::string book(const nlohmann::json& body);
    HttpReply cancel(const std::string& bookingNo, const std::string& key);
    Kept moveDue(const Appointment& appointment);
    void tell(const std::string& tracking, const std::string& status, const std::string& reason);

    Feeds& m_feeds;
    Warehouse& m_warehouse;
    StoredAnswers m_answers;
    Credential m_webhookCredential;
};

} // namespace milepost::network
