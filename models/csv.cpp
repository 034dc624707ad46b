// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/csv.h"

namespace milepost {
namespace {

bool isFormula(const QString& cell)
{
    static const QString starts = QStringLiteral("=+-@\t\r");
    if (cell.isEmpty() || !starts.contains(cell.front())) return false;
    bool isNumber = false;
    cell.toDouble(&isNumber);
    return !isNumber && cell.size() > 1;
}

QString quoted(QString cell)
{
    if (isFormula(cell)) cell.prepend(QLatin1Char('\''));
    const bool needsQuotes = cell.contains(QLatin1Char(',')) || cell.contains(QLatin1Char('"')) ||
                             cell.contains(QLatin1Char('\n')) || cell.contains(QLatin1Char('\r'));
    if (!needsQuotes) return cell;
    cell.replace(QLatin1String("\""), QLatin1String("\"\""));
    return QLatin1Char('"') + cell + QLatin1Char('"');
}

} // namespace

QByteArray csvBegin()
{
    return "\xEF\xBB\xBF";
}

QByteArray csvLine(const QStringList& cells)
{
    QStringList line;
    for (const QString& cell : cells)
        line << quoted(cell);
    return (line.join(QLatin1Char(',')) + QStringLiteral("\r\n")).toUtf8();
}

} // namespace milepost
