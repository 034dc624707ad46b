// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/core/result.h"

#include <string>

namespace milepost {

/// The control port of a demo network (docs/demo-network.md, section 1). Each call is one short HTTP request.
class ControlClient {
public:
    explicit ControlClient(std::string url)
        : m_url(std::move(url))
    {
    }

    /// Unavailable when it cannot be reached or does not answer 200.
    Result<std::string> get(const std::string& path) const;
    Status post(const std::string& path, const std::string& body = "{}") const;

    bool isAlive() const { return get("/health").has_value(); }
    /// Tells the peers where to push: to a gateway, with the slash-free URL.
    Status setWebhooks(const std::string& gateway) const;
    Result<std::string> faultProfile() const; ///< none, light, heavy
    Status setFaultProfile(const std::string& profile) const;
    Status heal() const { return post("/control/heal"); } ///< the seeded business rejections end
    Status addOrders(int count) const;                    ///< over the next four business hours
    Result<int> scheduled() const;                        ///< what the network will still say by itself

private:
    /// An entry of /health.
    template <typename T>
    Result<T> health(const char* name) const;
    Result<std::string> request(const std::string& path, const std::string* body) const;

    std::string m_url;
};

} // namespace milepost
