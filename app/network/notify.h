// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/network/http_peer.h"

namespace milepost::network {

/// Messages to customers: neither keys nor a way to ask.
class Notify : public HttpPeer {
public:
    explicit Notify(NetworkParts& parts);

protected:
    Operation identify(const HttpRequest& request) const override;
    HttpReply answer(const HttpRequest& request) override;
    std::string failureBody(const Refusal& refusal) const override;
};

} // namespace milepost::network
