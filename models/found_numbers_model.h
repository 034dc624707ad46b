// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>

#include "backend/service/work_views.h"

#include <vector>

namespace milepost {

/// Hits of "go to any number", the best first.
class FoundNumbersModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Kind, Value, OrderNo, Customer, columns };

    using QAbstractTableModel::QAbstractTableModel;

    void setFound(std::vector<FoundNumber> found);
    /// Precondition: the row is there.
    const FoundNumber& at(int row) const { return m_found.at(static_cast<std::size_t>(row)); }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<FoundNumber> m_found{};
};

} // namespace milepost
