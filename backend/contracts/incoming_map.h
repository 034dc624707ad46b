// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/contracts/field_map.h"
#include "backend/contracts/incoming_group.h"
#include "backend/contracts/lua_sandbox.h"
#include "backend/contracts/order_draft.h"
#include "backend/core/result.h"

#include <nlohmann/json_fwd.hpp>

#include <memory>

namespace milepost {

/// What an incoming map makes.
enum class MapKind { Order, Report, Reply };

/// A compiled field map from a document tree to a canonical value. Immutable; any thread; bounded in work.
/// An error's place is the JSON Pointer of the offending value, with its segment and line where the tree
/// knows them.
class IncomingMap {
public:
    /// InvalidInput names the row and what is wrong: unknown field, unknown transform, bad pointer.
    static Result<IncomingMap> compile(const FieldMap& map, MapKind kind,
                                       std::shared_ptr<const LuaSandbox> lua);

    /// Precondition: compiled for orders. `orderNo` and `channel` are left to the caller.
    Result<CanonicalOrder> readOrder(const nlohmann::json& tree) const;
    /// Sets what the rows name. Precondition: compiled for reports.
    Status readReport(const nlohmann::json& tree, Report& report) const;
    /// Sets what the rows name. Precondition: compiled for replies.
    Status readReply(const nlohmann::json& tree, Reply& reply) const;

private:
    Status read(const nlohmann::json& tree, void* item, const Currency& currency) const;
    Error atLine(const nlohmann::json& tree, Error error) const;

    std::vector<IncomingGroup> m_groups; ///< the order's own rows first
};

} // namespace milepost
