// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/service/views.h"
#include "models/cell_table.h"

#include <vector>

/// Rows of the exceptions page.
namespace milepost {

QStringList exceptionHeaders();
std::vector<TableRow> exceptionRows(const std::vector<ExceptionView>& exceptions, Timestamp now);
QStringList groupHeaders();
std::vector<TableRow> groupRows(const std::vector<ExceptionGroup>& groups, Timestamp now);

} // namespace milepost
