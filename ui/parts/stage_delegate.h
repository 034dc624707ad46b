// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

#include "backend/domain/milestone.h"

namespace milepost {

/// Where the units of a line are, as a bar whose parts sum to what was ordered. The words are in the tooltip
/// and the display text, so that nothing is told by colour alone.
class StageDelegate final : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
};

/// The parts, in millionths: delivered, shipped, released, allocated, backordered, open, gone (cancelled,
/// substituted, lost); a list for SortRole, where StageDelegate reads it.
QVariantList stageShares(const LineFigures& figures);
/// "3 delivered, 2 shipped"
QString stageText(const LineFigures& figures);

} // namespace milepost
