// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/core/ids.h"

#include <SQLiteCpp/Database.h>

#include <string>
#include <vector>

namespace milepost {

/// Some of the orders that carry each word of `search` as the beginning of a number, customer or sku, found
/// at once however many there are: at most about `atMost`, among them those with just that number, and else
/// those with the highest numbers. Fewer than `atMost`: all. By id.
std::vector<OrderId> quickMatches(SQLite::Database& database, const std::string& search, int atMost);

/// Orders with references that the index does not hold yet and that match.
std::vector<OrderId> waitingMatches(SQLite::Database& database, const std::string& search);

} // namespace milepost
