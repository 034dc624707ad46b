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

/// Claims for `actor`, or gives back. Conflict names who has one of them; NotFound one that is not there.
/// Owner of the store's thread. One transaction, audited.
Status writeClaims(Store& store, StoreReader& reader, const std::vector<std::int64_t>& exceptions,
                   bool isClaimed, const std::string& actor, Timestamp now);

} // namespace milepost
