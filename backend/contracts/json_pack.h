// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/contracts/capability.h"
#include "backend/contracts/message_table.h"
#include "backend/contracts/pack.h"
#include "backend/contracts/poll.h"

#include <nlohmann/json_fwd.hpp>

#include <map>
#include <string>
#include <vector>

namespace milepost {

/// A pack that was compiled from its JSON definition (docs/packs.md).
class JsonPack final : public Pack {
public:
    /// Throws DefinitionError.
    JsonPack(const nlohmann::json& node, int definition);

    const std::string& name() const override { return m_name; }
    const std::string& kind() const override { return m_kind; }
    int definition() const override { return m_definition; }
    TransportKind transport() const override { return m_transport; }
    const std::string& document() const override { return m_document; }
    std::vector<Offer> offers() const override;
    std::vector<Node> nodes() const override { return m_nodes; }
    std::vector<Substitute> substitutes() const override { return m_substitutes; }
    std::vector<PollSpec> polls() const override;
    CountedBy countedBy() const override { return m_countedBy; }
    const std::vector<FileLayout>& layouts() const override { return m_layouts; }
    const std::string& messageIdHeader() const override { return m_messageIdHeader; }
    int maxInFlight() const override { return m_maxInFlight; }

    WireRequest renderAttempt(const RequestView& view) const override;
    WireRequest renderLookup(const RequestView& view) const override;
    WireRequest renderPoll(std::string_view poll, std::string_view cursor) const override;
    Reply readReply(std::string_view capability, int httpStatus, std::string_view body) const override;
    Reply readLookup(std::string_view capability, int httpStatus, std::string_view body) const override;
    Result<PollAnswer> readPoll(std::string_view poll, int httpStatus, std::string_view body) const override;
    std::vector<IncomingMessage> readMessages(const nlohmann::json& tree, std::string raw,
                                              std::string messageId) const override;

private:
    const Capability& capability(std::string_view name) const;
    const Poll* findPoll(std::string_view name) const;

    std::string m_name;
    std::string m_kind;
    int m_definition = 0;
    TransportKind m_transport = TransportKind::Http;
    std::string m_document;
    std::string m_messageIdHeader;
    int m_maxInFlight = 32;
    std::vector<Node> m_nodes;
    std::vector<Substitute> m_substitutes;
    std::vector<FileLayout> m_layouts;
    ReplyTaxonomy m_taxonomy;
    std::map<std::string, Capability, std::less<>> m_capabilities;
    std::vector<Poll> m_polls;
    CountedBy m_countedBy = CountedBy::Nothing;
    MessageTable m_messages;
};

} // namespace milepost
