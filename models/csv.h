// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringList>

/// Comma separated values as RFC 4180 has them, in UTF-8.
namespace milepost {

/// What the file begins with, so that spreadsheets take it for UTF-8.
QByteArray csvBegin();
/// One line with its end. A cell that a spreadsheet would run as a formula gets an apostrophe in front.
QByteArray csvLine(const QStringList& cells);

} // namespace milepost
