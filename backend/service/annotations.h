// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/core/result.h"
#include "backend/service/work_views.h"
#include "backend/store/reader.h"
#include "backend/store/store.h"

#include <string>
#include <vector>

namespace milepost {

/// Notes, tags, ticket and snooze of exceptions, each kept for ever and audited. InvalidInput for a kind that
/// there is not, an empty note, or words beyond 2 000 bytes. Owner of the store's thread. Throws StoreError.
Status writeAnnotation(Store& store, StoreReader& reader, const std::vector<std::int64_t>& exceptions,
                       const Annotation& annotation, const std::string& actor, Timestamp now);

} // namespace milepost
