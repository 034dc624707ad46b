// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <QStringList>

#include "models/roles.h"

#include <optional>
#include <vector>

namespace milepost {

/// One cell as people read it.
struct TableCell {
    QString text{};
    std::optional<Tone> tone{}; ///< drawn as a badge
    QString hint{};             ///< tooltip
    QVariant sort{};            ///< what sorting compares; not valid: the text
    bool isFigure = false;      ///< aligned to the right
    friend bool operator==(const TableCell&, const TableCell&) = default;
};

struct TableRow {
    qlonglong id = 0; ///< not twice in a table
    QString orderNo{};
    std::vector<TableCell> cells{};
    friend bool operator==(const TableRow&, const TableRow&) = default;
};

/// A table of some thousand rows at most, whose cells are made by its user. Rows that stay keep their place
/// in views: selection, scroll position and focus survive an update. GUI thread.
class CellTable final : public QAbstractTableModel {
    Q_OBJECT

public:
    explicit CellTable(const QStringList& headers, QObject* parent = nullptr);

    void setRows(std::vector<TableRow> rows);
    std::optional<int> rowOf(qlonglong id) const;
    qlonglong idAt(int row) const { return m_rows.at(static_cast<std::size_t>(row)).id; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override; ///< column -1: as they were given

private:
    void sortRows(std::vector<TableRow>& rows) const;
    void apply(std::vector<TableRow> rows);

    QStringList m_headers;
    std::vector<TableRow> m_given; ///< in the order of the user
    std::vector<TableRow> m_rows;  ///< as shown
    int m_sortColumn = -1;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
};

} // namespace milepost
