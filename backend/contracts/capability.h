// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/contracts/incoming_map.h"
#include "backend/contracts/pack.h"
#include "backend/contracts/render_program.h"
#include "backend/contracts/reply_taxonomy.h"
#include "backend/contracts/request_value.h"

#include <nlohmann/json_fwd.hpp>

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace milepost {

struct PackHeader {
    std::string name{};
    RequestValue value{};
};

/// What all capabilities of one pack share while it is compiled.
struct PackContext {
    std::string system{};
    int definition = 0;
    TransportKind transport = TransportKind::Http;
    std::vector<PackHeader> headers{};
    std::shared_ptr<const LuaSandbox> lua{};
    const nlohmann::json* errors = nullptr; ///< the pack's own taxonomy; may be null
};

/// Reads "headers": [[name, source], [name, source, transform]]; throws DefinitionError.
std::vector<PackHeader> readHeaders(const nlohmann::json& rows, const std::string& place,
                                    const std::shared_ptr<const LuaSandbox>& lua);

/// One capability of a pack: how it is called, asked about, and how the answers are read.
class Capability {
public:
    /// Throws DefinitionError.
    Capability(const std::string& name, const nlohmann::json& node, const std::string& place,
               const PackContext& context);

    const Offer& offer() const { return m_offer; }
    WireRequest renderAttempt(const RequestView& view) const;
    WireRequest renderLookup(const RequestView& view) const;
    Reply readReply(int httpStatus, std::string_view body) const;
    Reply readLookup(int httpStatus, std::string_view body) const;

private:
    void readIdempotency(const nlohmann::json& node, const std::string& place);
    void readLookupDefinition(const nlohmann::json& node, const std::string& place,
                              const PackContext& context);
    void addHeaders(const RenderScope& scope, WireRequest& request) const;

    Offer m_offer;
    std::string m_method;
    RequestTemplate m_path;
    std::vector<PackHeader> m_headers;
    RenderProgram m_body;
    ReplyTaxonomy m_taxonomy;
    IncomingMap m_reply;
    bool m_readsReply = false;
    RequestTemplate m_lookupPath;
    SourcePath m_found;
    std::vector<int> m_notFoundStatuses;
    IncomingMap m_lookupReply;
};

} // namespace milepost
