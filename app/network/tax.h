// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/network/http_peer.h"

namespace milepost::network {

/// The tax service: the caller's code makes each transaction happen once.
class Tax : public HttpPeer {
public:
    explicit Tax(NetworkParts& parts);

protected:
    Operation identify(const HttpRequest& request) const override;
    HttpReply answer(const HttpRequest& request) override;
    std::string failureBody(const Refusal& refusal) const override;

private:
    std::string commit(const nlohmann::json& body);
    std::string makeVoid(const std::string& code);
    void findPlace(const nlohmann::json& shipTo);
};

} // namespace milepost::network
