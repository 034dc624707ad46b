// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/cell_table.h"

#include "models/row_changes.h"

#include <algorithm>
#include <utility>

namespace milepost {
namespace {

constexpr std::size_t maxRuns = 64;

std::vector<OrderId> idsOf(const std::vector<TableRow>& rows)
{
    std::vector<OrderId> ids;
    for (const TableRow& row : rows)
        ids.push_back(OrderId{row.id});
    return ids;
}

bool isLess(const TableCell& left, const TableCell& right)
{
    if (left.sort.isValid() && right.sort.isValid())
        return QVariant::compare(left.sort, right.sort) == QPartialOrdering::Less;
    return QString::localeAwareCompare(left.text, right.text) < 0;
}

} // namespace

CellTable::CellTable(const QStringList& headers, QObject* parent)
    : QAbstractTableModel(parent)
    , m_headers(headers)
{
}

void CellTable::setRows(std::vector<TableRow> rows)
{
    m_given = rows;
    sortRows(rows);
    apply(std::move(rows));
}

std::optional<int> CellTable::rowOf(qlonglong id) const
{
    const auto found = std::ranges::find(m_rows, id, &TableRow::id);
    if (found == m_rows.end()) return std::nullopt;
    return static_cast<int>(found - m_rows.begin());
}

/// Stable, so that equal ones stay as they were given.
void CellTable::sortRows(std::vector<TableRow>& rows) const
{
    if (m_sortColumn < 0) return;
    const auto column = static_cast<std::size_t>(m_sortColumn);
    std::ranges::stable_sort(rows, [&](const TableRow& left, const TableRow& right) {
        return m_sortOrder == Qt::AscendingOrder ? isLess(left.cells[column], right.cells[column])
                                                 : isLess(right.cells[column], left.cells[column]);
    });
}

void CellTable::apply(std::vector<TableRow> rows)
{
    const auto changes = rowChanges(idsOf(m_rows), idsOf(rows), maxRuns);
    if (!changes) {
        beginResetModel();
        m_rows = std::move(rows);
        return endResetModel();
    }
    for (auto run = changes->removed.rbegin(); run != changes->removed.rend(); ++run) {
        const auto first = static_cast<std::ptrdiff_t>(run->first);
        const auto end = static_cast<std::ptrdiff_t>(run->first + run->count);
        beginRemoveRows({}, static_cast<int>(first), static_cast<int>(end - 1));
        m_rows.erase(m_rows.begin() + first, m_rows.begin() + end);
        endRemoveRows();
    }
    for (const RowRun& run : changes->inserted) {
        const auto first = static_cast<std::ptrdiff_t>(run.first);
        const auto end = static_cast<std::ptrdiff_t>(run.first + run.count);
        beginInsertRows({}, static_cast<int>(first), static_cast<int>(end - 1));
        m_rows.insert(m_rows.begin() + first, rows.begin() + first, rows.begin() + end);
        endInsertRows();
    }
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (rows[i] == m_rows[i]) continue;
        m_rows[i] = std::move(rows[i]);
        const int row = static_cast<int>(i);
        emit dataChanged(index(row, 0), index(row, columnCount() - 1));
    }
}

int CellTable::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int CellTable::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_headers.size());
}

QVariant CellTable::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount()) return {};
    const TableRow& row = m_rows[static_cast<std::size_t>(index.row())];
    const TableCell& cell = row.cells[static_cast<std::size_t>(index.column())];
    switch (role) {
    case Qt::DisplayRole: return cell.text;
    case Qt::ToolTipRole: return cell.hint.isEmpty() ? QVariant() : cell.hint;
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(
            Qt::Alignment((cell.isFigure ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    case ToneRole: return cell.tone ? QVariant(static_cast<int>(*cell.tone)) : QVariant();
    case SortRole: return cell.sort.isValid() ? cell.sort : QVariant(cell.text);
    case IdRole: return row.id;
    case OrderNoRole: return row.orderNo;
    default: return {};
    }
}

QVariant CellTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    return m_headers.value(section);
}

void CellTable::sort(int column, Qt::SortOrder order)
{
    m_sortColumn = column < columnCount() ? column : -1;
    m_sortOrder = order;
    std::vector<TableRow> rows = m_given;
    sortRows(rows);
    emit layoutAboutToBeChanged();
    const QModelIndexList before = persistentIndexList();
    QModelIndexList after;
    for (const QModelIndex& old : before) {
        const qlonglong id = m_rows[static_cast<std::size_t>(old.row())].id;
        const auto place = std::ranges::find(rows, id, &TableRow::id) - rows.begin();
        after << index(static_cast<int>(place), old.column());
    }
    m_rows = std::move(rows);
    changePersistentIndexList(before, after);
    emit layoutChanged();
}

} // namespace milepost
