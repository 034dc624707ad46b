// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/recovery/selector.h"
#include "backend/store/reader.h"

#include <vector>

namespace milepost {

/// The open exceptions that a selector names now, by id; of several named one by one those that are closed,
/// too. NotFound names an order or exception that is not there; Conflict a single one that is closed.
Result<std::vector<ExceptionEntry>> selectExceptions(StoreReader& reader, const Selector& selector);
/// Of an action on closed ones; open ones that are named, too. InvalidInput: they are not named one by one.
Result<std::vector<ExceptionEntry>> selectClosed(StoreReader& reader, const Selector& selector);

} // namespace milepost
