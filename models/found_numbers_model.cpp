// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/found_numbers_model.h"

#include "models/roles.h"
#include "models/text.h"
#include "models/words.h"

#include <utility>

namespace milepost {
namespace {

QString cell(const FoundNumber& found, int column)
{
    switch (column) {
    case FoundNumbersModel::Kind: return Words::referenceKind(found.kind);
    case FoundNumbersModel::Value: return text(found.value);
    case FoundNumbersModel::OrderNo: return text(found.orderNo);
    case FoundNumbersModel::Customer: return text(found.customer);
    default: return {};
    }
}

} // namespace

void FoundNumbersModel::setFound(std::vector<FoundNumber> found)
{
    beginResetModel();
    m_found = std::move(found);
    endResetModel();
}

int FoundNumbersModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_found.size());
}

int FoundNumbersModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(columns);
}

QVariant FoundNumbersModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount()) return {};
    const FoundNumber& found = at(index.row());
    if (role == Qt::DisplayRole) return cell(found, index.column());
    if (role == OrderNoRole) return text(found.orderNo);
    if (role == IdRole) return qlonglong(found.order.value);
    return {};
}

QVariant FoundNumbersModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    switch (section) {
    case Kind: return tr("Kind");
    case Value: return tr("Number");
    case OrderNo: return tr("Order");
    case Customer: return tr("Customer");
    default: return {};
    }
}

} // namespace milepost
