// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/recovery/case_file.h"
#include "backend/recovery/evidence.h"

/// The four questions that a person has before she acts. Pure: a "yes" or "no" stands on a fact that is
/// named, all else is "unknown"; where two facts that both count say opposite things, and the system of
/// record does not settle it, "contradictory".
namespace milepost {

/// Whether anything of the case has left a node.
Finding goodsLeft(const CaseFile& file);
/// Whether the customer was told that goods are on their way.
Finding customerTold(const CaseFile& file);
/// Whether something was shipped that is not billed and can be.
Finding billingMayProceed(const CaseFile& file, const Finding& left);
/// What each system believes, our own books first.
std::vector<Belief> beliefsOf(const CaseFile& file);
/// Where a partner's word differs from our books, in sentences.
std::vector<std::string> contradictionsOf(const std::vector<Belief>& beliefs);
/// Whether all that can be known says the same. A contradiction answers this question: it is a "no", with the
/// contradiction as its fact.
Finding systemsAgree(const CaseFile& file, const std::vector<Belief>& beliefs);

} // namespace milepost
