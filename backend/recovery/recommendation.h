// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/recovery/case_file.h"
#include "backend/recovery/evidence.h"

namespace milepost {

/// The one action that the evidence speaks for. Pure. It never recommends what is not permitted.
Recommendation recommend(const CaseFile& file, const Evidence& evidence);

/// What a partner has of the call behind the exception, where it says so now, or null.
const Reply* adoptableReply(const CaseFile& file);

} // namespace milepost
