// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/core/result.h"
#include "backend/service/work_views.h"
#include "backend/store/reader.h"
#include "backend/store/store.h"

#include <string>
#include <vector>

/// What people did and claim. Throws StoreError.
namespace milepost {

std::vector<ActivityView> readActivities(StoreReader& reader, std::size_t limit);
std::vector<AuditEntry> readAudit(StoreReader& reader, const AuditFilter& filter);

/// How the audit names an exception.
std::string targetOf(const ExceptionEntry& entry);

/// Who wants to work on exceptions, or gives them back.
struct ClaimOrder {
    std::vector<std::int64_t> exceptions{};
    bool isClaimed = true;
    std::string actor{};
    std::string from{};   ///< who has them, as the actor sees it; empty: nobody
    std::string reason{}; ///< of taking them over
};

/// Conflict: what the actor saw is not so (it names who has one of them, or how one was closed); NotFound:
/// one is not there. Then nothing is written. Owner of the store's thread. One transaction, audited, kept in
/// the history of each.
Status writeClaims(Store& store, StoreReader& reader, const ClaimOrder& order, Timestamp now);

} // namespace milepost
