// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/service/open_work.h"
#include "backend/service/views.h"
#include "backend/service/work_views.h"
#include "backend/store/reader.h"

#include <span>
#include <stop_token>
#include <string>
#include <vector>

/// Lists of any length, as the face answers them. Throws StoreError.
namespace milepost {

/// Timeout when it was stopped.
Result<std::vector<OrderId>> readOrderIds(StoreReader& reader, OpenWork& openWork, const OrderFilter& filter,
                                          Timestamp now, const std::stop_token& stop);
/// With what they wait for.
std::vector<OrderRow> readOrderRows(StoreReader& reader, std::span<const OrderId> ids, Timestamp now);
std::vector<FoundNumber> findNumbers(StoreReader& reader, const std::string& text, std::size_t limit);
std::vector<std::string> readNodes(StoreReader& reader, OpenWork& openWork);
/// Open orders that a filter's conditions on work under way let through; see asksForOpenWork().
bool asksForOpenWork(const OrderFilter& filter);

} // namespace milepost
