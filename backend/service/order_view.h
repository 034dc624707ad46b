// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/landscape.h"
#include "backend/service/catalogue.h"
#include "backend/service/views.h"
#include "backend/store/reader.h"

namespace milepost {

OrderRow rowView(const OrderSummary& summary);
ExceptionView exceptionView(const ExceptionEntry& entry);

/// One order as people and programs see it; `row` and `exceptions` are filled by the caller.
OrderView orderView(const StoredOrder& stored, const Catalogue& catalogue);

/// The steps being taken back: those that are, then those to come.
CompensationView compensationView(const Order& order, const Process& process, const Landscape& landscape);

} // namespace milepost
