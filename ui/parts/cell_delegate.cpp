// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parts/cell_delegate.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include "models/roles.h"
#include "ui/parts/badge.h"
#include "ui/theme/theme.h"

#include <algorithm>

namespace milepost {
namespace {

void paintGround(QPainter* painter, const QStyleOptionViewItem& option)
{
    const QWidget* widget = option.widget;
    QStyle* style = widget != nullptr ? widget->style() : QApplication::style();
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &option, painter, widget);
}

void paintPlaceholder(QPainter* painter, const QRect& rect)
{
    const int height = rect.height() / 3;
    const QRect bar(rect.left() + 6, rect.center().y() - height / 2, rect.width() * 3 / 5, height);
    painter->fillRect(bar, Theme::colors().raised);
}

} // namespace

void CellDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                         const QModelIndex& index) const
{
    const bool isPending = index.data(PendingRole).toBool();
    const QVariant tone = index.data(ToneRole);
    if (!isPending && !tone.isValid()) return QStyledItemDelegate::paint(painter, option, index);
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    paintGround(painter, cell);
    if (isPending) return paintPlaceholder(painter, option.rect);
    if (cell.text.isEmpty()) return;
    QRect place = option.rect.adjusted(4, 2, -4, -2);
    if (cell.displayAlignment.testFlag(Qt::AlignRight)) // a figure among figures
        place.setLeft(std::max(place.left(), place.right() + 1 - badgeWidth(cell.text, cell.font)));
    paintBadge(*painter, place, cell.text, static_cast<Tone>(tone.toInt()), index.data(IconRole).toString(),
               cell.font);
}

bool CellDelegate::helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
                             const QModelIndex& index)
{
    const QString own = index.data(Qt::ToolTipRole).toString();
    const QString text = index.data(Qt::DisplayRole).toString();
    const bool isElided = option.fontMetrics.horizontalAdvance(text) > view->visualRect(index).width() - 8;
    if (event->type() != QEvent::ToolTip || (own.isEmpty() && !isElided)) {
        QToolTip::hideText();
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    }
    QToolTip::showText(event->globalPos(), own.isEmpty() ? text : own, view);
    return true;
}

} // namespace milepost
