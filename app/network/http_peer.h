// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/network/http_server.h"
#include "app/network/network_parts.h"
#include "app/network/peer.h"
#include "app/network/seal.h"

#include <nlohmann/json_fwd.hpp>

#include <string>

namespace milepost::network {

/// What a request is about, read before anything is done.
struct Operation {
    /// Stable word of the operation; faults are decided on it.
    std::string name;
    /// Canonical word when it is work (it changes something), else "".
    std::string capability;
    std::string reference;
    std::string key;
};

/// A refusal inside a peer; it becomes that peer's error body.
struct Refusal {
    int status = 400;
    std::string code;
    std::string text;
};

/// A system that is called over HTTP: checks the credential, plays the request faults, counts the works.
class HttpPeer : public Peer {
public:
    /// Keys are made at the first start and then kept in the books.
    HttpPeer(NetworkParts& parts, const std::string& name, const std::string& kind, Credential credential);

    void describe(nlohmann::json& entry) const override;
    void goUp() override { m_server.open(); }
    void goDown() override { m_server.close(); }
    bool isUp() const override { return m_server.isOpen(); }
    void performLate(const std::string& request) override;

protected:
    virtual Operation identify(const HttpRequest& request) const = 0;
    /// Does what is asked. May throw Refusal.
    virtual HttpReply answer(const HttpRequest& request) = 0;
    virtual std::string failureBody(const Refusal& refusal) const = 0;

    /// The work was really done.
    void performed(const std::string& capability, const std::string& reference);
    HttpReply refused(const Refusal& refusal) const;
    /// The same credential with the key that this system signs its webhooks with.
    Credential webhookCredential(Credential credential);

    NetworkParts& m_parts;

private:
    HttpOutcome serve(const HttpRequest& request);
    HttpOutcome faulted(FaultKind fault, const Operation& operation, const HttpRequest& request);
    HttpOutcome lostReply(const Operation& operation, const HttpRequest& request);
    HttpOutcome late(const Operation& operation, const HttpRequest& request);
    HttpReply replyTo(const HttpRequest& request);
    bool isAuthorised(const HttpRequest& request) const;

    Credential m_credential;
    HttpServer m_server;
};

/// The JSON object of a body. Throws Refusal 400 when it is none.
nlohmann::json bodyObject(const HttpRequest& request);
/// A non-empty text member. Throws Refusal 400 when it is missing or no text.
std::string requiredText(const nlohmann::json& object, const char* member);
/// A text member, "" when absent or null (numbers become text).
std::string textOf(const nlohmann::json& object, const char* member);
/// A member as text, "" when the body or the member cannot be read: for a first look.
std::string peek(const std::string& body, const char* member);

} // namespace milepost::network
