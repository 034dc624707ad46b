// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/network/http_message.h"
#include "app/network/network_parts.h"

#include <optional>
#include <string>

namespace milepost::network {

/// The answers of one system by idempotency key, kept for a while.
class StoredAnswers {
public:
    StoredAnswers(NetworkParts& parts, std::string system, Millis keptFor)
        : m_parts(parts)
        , m_system(std::move(system))
        , m_keptFor(keptFor)
    {
    }

    struct Stored {
        std::string request;
        HttpReply reply;
    };

    /// The answer under this key, when it is not yet forgotten.
    std::optional<Stored> find(const std::string& key);
    void keep(const std::string& key, const std::string& request, const HttpReply& reply);

private:
    NetworkParts& m_parts;
    std::string m_system;
    Millis m_keptFor;
};

} // namespace milepost::network
