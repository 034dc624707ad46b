// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/core/result.h"
#include "backend/service/catalogue.h"
#include "backend/service/views.h"
#include "backend/store/reader.h"

#include <string_view>
#include <vector>

/// What the face reads from a store. Throws StoreError.
namespace milepost {

StatusView readStatus(StoreReader& reader);
OrderPage readOrders(StoreReader& reader, const OrderFilter& filter);
/// Ours, or any number that only one order carries.
Result<OrderId> findOrder(StoreReader& reader, std::string_view number);
OrderView readOrder(StoreReader& reader, OrderId id, Timestamp now);
ExceptionPage readExceptions(StoreReader& reader, const ExceptionFilter& filter);
std::vector<ExceptionGroup> readGroups(StoreReader& reader, const ExceptionFilter& filter);

} // namespace milepost
