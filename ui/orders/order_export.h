// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "backend/core/ids.h"
#include "ui/console_context.h"

#include <vector>

namespace milepost {

/// Writes these orders as CSV, as a work of the session that can be cancelled; the file appears when it is
/// whole. GUI thread.
void exportOrders(const ConsoleContext& context, std::vector<OrderId> ids, const QString& file);

} // namespace milepost
