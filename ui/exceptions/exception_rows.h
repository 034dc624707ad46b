// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/service/views.h"
#include "models/cell_table.h"

#include <vector>

/// Rows of the exceptions page.
namespace milepost {

QStringList exceptionHeaders();
std::vector<TableRow> exceptionRows(const std::vector<ExceptionView>& exceptions, Timestamp now);
QStringList closedHeaders();
std::vector<TableRow> closedRows(const std::vector<ExceptionView>& exceptions);
/// Of causes a column for each part of it, else one for what they have in common.
QStringList causeHeaders();
std::vector<TableRow> causeRows(const std::vector<ExceptionGroup>& groups, Timestamp now);
QStringList groupHeaders();
std::vector<TableRow> groupRows(const std::vector<ExceptionGroup>& groups, Timestamp now);
/// What the exceptions of a group have in common: "Acme Ltd.".
QString groupName(const ExceptionGroup& group);
/// How and by whom: "resolved by hand (ann): the customer called".
QString closedWords(const ExceptionView& exception);

} // namespace milepost
