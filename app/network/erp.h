// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/network/catalogue.h"
#include "app/network/http_peer.h"

namespace milepost::network {

/// The ERP: no idempotency keys, a free reference, business errors with HTTP 200.
class Erp : public HttpPeer {
public:
    Erp(NetworkParts& parts, const Catalogue& catalogue);

protected:
    Operation identify(const HttpRequest& request) const override;
    HttpReply answer(const HttpRequest& request) override;
    std::string failureBody(const Refusal& refusal) const override;

private:
    std::string create(const HttpRequest& request);
    std::string createSale(const nlohmann::json& body);
    std::string postShipment(const nlohmann::json& body, const std::string& saleNo);
    std::string createInvoice(const nlohmann::json& body);
    std::string cancelSale(const nlohmann::json& body, const std::string& saleNo);
    std::string createCredit(const nlohmann::json& body);
    std::string changeSale(const nlohmann::json& body, const std::string& saleNo);
    void changeLine(nlohmann::json& sale, const nlohmann::json& line) const;
    std::string creditReturn(const nlohmann::json& body);
    BookObject openInvoice(const nlohmann::json& body);
    std::string issueCredit(const BookObject& invoice, const std::string& reference, nlohmann::json credit);
    std::string found(const HttpRequest& request);
    nlohmann::json saleLine(const nlohmann::json& line) const;
    nlohmann::json openSale(const std::string& saleNo);
    void refuseSeeded(const std::string& step, const std::string& orderRef, double share,
                      const Refusal& refusal);

    const Catalogue& m_catalogue;
};

} // namespace milepost::network
