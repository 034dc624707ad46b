// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/core/result.h"
#include "backend/service/policy_views.h"
#include "backend/store/reader.h"
#include "backend/store/store.h"

#include <string_view>
#include <vector>

namespace milepost {

/// The rows that act now. `process`: the one that orders follow; its steps decide which policy an open
/// exception counts for.
Result<PoliciesView> readPolicies(StoreReader& reader, std::string_view process);

/// What the order would change, and what of it cannot be. NotFound: the version to restore.
Result<PolicyProposal> proposePolicies(StoreReader& reader, const PolicyOrder& order);

/// The history, newest first.
Result<std::vector<PolicyVersionView>> readPolicyVersions(StoreReader& reader);

/// What was saved, and the rows that act from now on.
struct SavedPolicies {
    PolicyProposal saved{};
    PolicySet policies{};
};

/// Writes the order as a new version, with one audit row for each row of the policies that it changes.
/// InvalidInput names row and field, or says that the reason is missing or nothing would change; Conflict
/// names who saved a version since `base`. Owner of the store's thread. Throws StoreError.
Result<SavedPolicies> writePolicies(Store& store, StoreReader& reader, const PolicyOrder& order,
                                    Timestamp now);

/// Takes in a policy text that came in a file: acts at once, unless a person has saved another version since
/// the file before it. Known ones are left as they are. InvalidInput as of parsePolicies().
Status takeShippedPolicies(Store& store, const std::string& name, const std::string& body, Timestamp now);

} // namespace milepost
