// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/contracts/pack.h"

#include <functional>
#include <string>
#include <vector>

namespace milepost::test {

/// A pack for tests of transports: requests are what the test sets, an answer's body becomes the reply's
/// document.
class FakePack : public Pack {
public:
    std::string systemName = "erp";
    std::string systemKind = "erp";
    std::string documentKind = "json";
    TransportKind transportKind = TransportKind::Http;
    std::vector<Offer> offered{};
    std::function<WireRequest(const RequestView&)> makeRequest = [](const RequestView& view) {
        return WireRequest{
            "POST", "/sales", {{"Idempotency-Key", view.key}}, "{\"reference\": \"" + view.key + "\"}"};
    };
    std::vector<FileLayout> fileLayouts{};
    std::string idHeader{};
    std::size_t messagesPerDocument = 1;
    std::function<void(IncomingMessage&, const nlohmann::json&)> fill =
        [](IncomingMessage& message, const nlohmann::json&) { message.format = "fake"; };

    const std::string& name() const override { return systemName; }
    const std::string& kind() const override { return systemKind; }
    int definition() const override { return 1; }
    TransportKind transport() const override { return transportKind; }
    const std::string& document() const override { return documentKind; }
    std::vector<Offer> offers() const override { return offered; }
    std::vector<Node> nodes() const override { return {}; }
    std::vector<PollSpec> polls() const override { return {}; }
    const std::vector<FileLayout>& layouts() const override { return fileLayouts; }
    const std::string& messageIdHeader() const override { return idHeader; }

    WireRequest renderAttempt(const RequestView& view) const override { return makeRequest(view); }
    WireRequest renderLookup(const RequestView& view) const override
    {
        return {"GET", "/sales?reference=" + view.key, {}, {}};
    }
    WireRequest renderPoll(std::string_view poll, std::string_view cursor) const override
    {
        return {"GET", '/' + std::string(poll) + "?after=" + std::string(cursor), {}, {}};
    }

    Reply readReply(std::string_view, int httpStatus, std::string_view body) const override
    {
        Reply reply;
        reply.outcome = httpStatus < 300                         ? Outcome::Done
                        : httpStatus == 429 || httpStatus == 503 ? Outcome::Refused
                                                                 : Outcome::Unknown;
        reply.code = "http " + std::to_string(httpStatus);
        reply.document = body;
        return reply;
    }
    Reply readLookup(std::string_view capability, int httpStatus, std::string_view body) const override
    {
        return readReply(capability, httpStatus, body);
    }
    Result<PollAnswer> readPoll(std::string_view, int httpStatus, std::string_view body) const override
    {
        if (httpStatus != 200) return Error{ErrorKind::Unavailable, "no answer to read", {}};
        PollAnswer answer;
        answer.messages.emplace_back().raw = body;
        answer.nextCursor = "7";
        return answer;
    }
    std::vector<IncomingMessage> readMessages(const nlohmann::json& tree, std::string raw,
                                              std::string messageId) const override
    {
        std::vector<IncomingMessage> messages(messagesPerDocument);
        for (std::size_t i = 0; i < messages.size(); ++i) {
            messages[i].raw = raw;
            messages[i].messageId = i == 0 ? messageId : messageId + '#' + std::to_string(i + 1);
            fill(messages[i], tree);
        }
        return messages;
    }
};

} // namespace milepost::test
