// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/network/catalogue.h"
#include "app/network/feeds.h"
#include "app/network/http_peer.h"
#include "app/network/stored_answers.h"
#include "app/network/warehouse.h"

namespace milepost::network {

/// The warehouse system of node WEST, a service with REST and webhooks.
class WmsWest : public HttpPeer, public NodeVoice {
public:
    WmsWest(NetworkParts& parts, Feeds& feeds, Warehouse& warehouse, const Catalogue& catalogue);

    void describe(nlohmann::json& entry) const override;
    void toldShort(const Release& release) override;
    void toldShipped(const Release& release, const Dispatch& dispatch) override;
    void toldReturned(const GoodsBack& back) override;

protected:
    Operation identify(const HttpRequest& request) const override;
    HttpReply answer(const HttpRequest& request) override;
    std::string failureBody(const Refusal& refusal) const override;

private:
    HttpReply post(const HttpRequest& request);
    HttpReply get(const HttpRequest& request);
    HttpReply remove(const HttpRequest& request);
    HttpReply allocate(const nlohmann::json& body);
    HttpReply release(const nlohmann::json& body);
    HttpReply cancelAllocation(const std::string& id, const std::string& key);
    HttpReply cancelRelease(const std::string& id, const std::string& key);
    void drawOnAllocations(const nlohmann::json& body, const Release& release);
    std::vector<DeliveryLine> linesOf(const nlohmann::json& body) const;
    std::string stockText();

    Feeds& m_feeds;
    Warehouse& m_warehouse;
    const Catalogue& m_catalogue;
    StoredAnswers m_answers;
    Credential m_webhookCredential;
};

} // namespace milepost::network
