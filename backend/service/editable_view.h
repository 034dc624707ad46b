// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/core/result.h"
#include "backend/domain/field_edit.h"
#include "backend/store/reader.h"

#include <cstdint>
#include <vector>

namespace milepost {

/// What may be changed about the order behind an exception now; where nothing may, each field says why.
/// NotFound: there is no such exception; Conflict: it is closed, or belongs to no order.
Result<std::vector<EditableField>> readEditable(StoreReader& reader, std::int64_t exception);

/// The same of an order, whether or not it is stuck.
Result<std::vector<EditableField>> readEditableOrder(StoreReader& reader, OrderId order);

} // namespace milepost
