// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/core/result.h"
#include "backend/recovery/evidence.h"
#include "backend/recovery/inquiry.h"
#include "backend/recovery/plan.h"
#include "backend/store/reader.h"

#include <chrono>
#include <cstdint>

namespace milepost {

/// Reads the case from the store and asks the partners through context.inquiry (where there is one) until the
/// deadline. NotFound. Writes nothing.
Result<Evidence> gatherEvidence(StoreReader& reader, std::int64_t exception, const PlanContext& context,
                                std::chrono::milliseconds deadline);

/// What a partner has now of the call behind an exception; nothing: it does not say so within seconds.
std::optional<Reply> askForOne(const StoredOrder& stored, const OpenException& exception,
                               const PlanContext& context);

} // namespace milepost
