// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/network/network_parts.h"
#include "app/network/seal.h"
#include "app/network/webhook_sender.h"

#include <nlohmann/json_fwd.hpp>

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace milepost::network {

/// How one system tells its news.
struct FeedManner {
    std::string system;
    /// Message ids are prefix + number; "" makes them UUIDs.
    std::string idPrefix;
    std::string idHeader;
    std::vector<std::pair<std::string, std::string>> headers;
    Credential credential;
    /// JSON pointers into the body: where id, sequence and status word go; "" where the body has none.
    std::string idAt;
    std::string sequenceAt;
    std::string statusAt;
};

/// A piece of news.
struct News {
    /// What its faults are decided on.
    std::string key;
    Millis occurredAt = 0;
};

/// What one poll of a feed gives.
struct FeedPage {
    /// Each one a JSON text.
    std::vector<std::string> entries;
    std::string next;
    Millis asOf = 0;
};

/// All feeds: what is published can be polled for ever, and is pushed once by webhook when an URL is set.
class Feeds {
public:
    Feeds(NetworkParts& parts, WebhookSender& sender);

    void add(const FeedManner& manner);
    /// Publishes news (with the faults of the profile); part of the caller's transaction.
    void announce(const std::string& system, const News& news, const nlohmann::json& body);
    /// What was lost is published after all, as it was.
    void tellLost();
    /// Entries after the cursor ("" = from the beginning). Throws std::invalid_argument on a bad cursor.
    FeedPage page(const std::string& system, const std::string& cursor, const std::string& limit);

    /// "" = no pushing.
    std::string webhookUrl() { return m_parts.books.meta("webhookUrl"); }
    void setWebhookUrl(const std::string& url) { m_parts.books.setMeta("webhookUrl", url); }

private:
    struct Message {
        std::string id;
        std::string body;
        Millis occurredAt = 0;
    };

    Message written(const FeedManner& manner, const News& news, const nlohmann::json& body, bool strange);
    void publish(const std::string& system, const Message& message);
    void push(const std::string& system, const Message& message, Millis after = 0);
    void publishLater(const std::string& system, const Message& message, Millis after);
    void play(FaultKind fault, const FeedManner& manner, const News& news, const nlohmann::json& body);
    Kept publishDue(const Appointment& appointment);
    Kept pushDue(const Appointment& appointment);
    void pushEnded(std::int64_t id, int attempts, int status);

    NetworkParts& m_parts;
    WebhookSender& m_sender;
    std::map<std::string, FeedManner> m_manners;
};

} // namespace milepost::network
