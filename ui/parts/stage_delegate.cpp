// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parts/stage_delegate.h"

#include <QApplication>
#include <QPainter>

#include "models/roles.h"
#include "models/text.h"
#include "ui/theme/theme.h"

#include <array>

namespace milepost {
namespace {

/// Units that stand at each stage, not beyond it.
std::array<Quantity, 7> parts(const LineFigures& f)
{
    return {f.delivered,
            f.shipped - f.delivered,
            f.released - f.shipped,
            f.allocated - f.released,
            f.backordered,
            f.open,
            f.cancelled + f.substituted + f.lost};
}

QStringList names()
{
    return {StageDelegate::tr("delivered"),        StageDelegate::tr("under way"),
            StageDelegate::tr("released"),         StageDelegate::tr("allocated"),
            StageDelegate::tr("backordered"),      StageDelegate::tr("open"),
            StageDelegate::tr("cancelled or lost")};
}

QColor colorOf(int part)
{
    const ThemeColors& colors = Theme::colors();
    if (part == 0) return colors.tone(Tone::Good);
    if (part == 4) return colors.tone(Tone::Warning);
    if (part == 5) return colors.border;
    if (part == 6) return colors.tone(Tone::Bad);
    QColor shade = colors.accent;
    shade.setAlphaF(part == 1 ? 1.0F : part == 2 ? 0.65F : 0.35F);
    return shade;
}

} // namespace

QVariantList stageShares(const LineFigures& figures)
{
    QVariantList shares;
    for (const Quantity part : parts(figures))
        shares << qlonglong(part.micro);
    return shares;
}

QString stageText(const LineFigures& figures)
{
    QStringList words;
    const auto all = parts(figures);
    const QStringList stages = names();
    for (std::size_t i = 0; i < all.size(); ++i)
        if (all[i].isPositive())
            words << Text::quantity(all[i]) + QLatin1Char(' ') + stages[static_cast<qsizetype>(i)];
    return words.join(QStringLiteral(", "));
}

void StageDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                          const QModelIndex& index) const
{
    QStyleOptionViewItem ground = option;
    initStyleOption(&ground, index);
    const QWidget* widget = option.widget;
    QStyle* style = widget != nullptr ? widget->style() : QApplication::style();
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &ground, painter, widget);
    const QVariantList shares = index.data(SortRole).toList();
    double sum = 0;
    for (const QVariant& share : shares)
        sum += std::max(0.0, share.toDouble());
    if (sum <= 0) return;
    const QRect bar = option.rect.adjusted(6, option.rect.height() / 3, -6, -option.rect.height() / 3);
    double left = bar.left();
    for (int part = 0; part < shares.size(); ++part) {
        const double width = bar.width() * std::max(0.0, shares[part].toDouble()) / sum;
        if (width <= 0) continue;
        painter->fillRect(QRectF(left, bar.top(), std::max(1.0, width - 1), bar.height()), colorOf(part));
        left += width;
    }
}

} // namespace milepost
