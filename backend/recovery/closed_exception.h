// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/recovery/foresight.h"
#include "backend/store/reader.h"

#include <optional>
#include <string>
#include <vector>

/// Exceptions that have been closed, and what it takes to open one again.
namespace milepost {

/// Whether a stored message that could not be used is behind it: it can be read again.
bool isAboutMessage(const ExceptionRow& row);
/// How it was closed, in words: "resolved by ann: sent again by mail".
std::string howClosed(const ExceptionRow& row);

/// As it was when it was closed last, by the history of its order; nothing: it never was.
std::optional<ClosedException> closedException(const std::vector<FactRow>& history, int number);

/// Why it may not be opened again, empty: it may. `order`: null where it belongs to none; `foresight`: null
/// where no engine can carry anything out. Throws StoreError.
std::string whyNotReopen(StoreReader& reader, const ExceptionEntry& entry, const Order* order,
                         const Foresight* foresight);

} // namespace milepost
