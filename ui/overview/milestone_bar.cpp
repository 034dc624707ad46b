// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/milestone_bar.h"

#include <QPainter>

#include "models/text.h"
#include "models/words.h"
#include "ui/theme/theme.h"

namespace milepost {
namespace {

constexpr int lineGap = 3;
constexpr int barHeight = 8;
constexpr int edge = 8;

} // namespace

MilestoneBar::MilestoneBar(Milestone milestone, QWidget* parent)
    : QPushButton(parent)
    , m_milestone(milestone)
{
    setObjectName(QStringLiteral("milestone-") + milepost::text(toKey(milestone)));
    setAccessibleName(Words::milestone(milestone));
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void MilestoneBar::show(const MilestoneFigure& figure, Timestamp now)
{
    m_share = figure.ofUnits.isPositive()
                  ? static_cast<double>(figure.units.micro) / static_cast<double>(figure.ofUnits.micro)
                  : 1.0;
    m_pending = tr("%n pending", nullptr, static_cast<int>(figure.pending));
    m_units = tr("%1 of %2 units").arg(Text::quantity(figure.units), Text::quantity(figure.ofUnits));
    m_money = figure.outstanding.empty() ? QString() : Text::money(figure.outstanding);
    QString age;
    if (figure.oldestAt) age = tr("oldest: %1").arg(Text::relative(*figure.oldestAt, now));
    setToolTip(QStringList{m_units, m_money, age,
                           tr("%n orders have reached it", nullptr, static_cast<int>(figure.orders))}
                   .join(QLatin1Char('\n')));
    setAccessibleDescription(m_pending + QStringLiteral(", ") + m_units + QStringLiteral(", ") + m_money);
    update();
}

QSize MilestoneBar::sizeHint() const
{
    return {120, 4 * fontMetrics().height() + 4 * lineGap + barHeight + 2 * edge};
}

QSize MilestoneBar::minimumSizeHint() const
{
    return {92, sizeHint().height()};
}

void MilestoneBar::paintEvent(QPaintEvent*)
{
    const ThemeColors& colors = Theme::colors();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(hasFocus() || underMouse() ? colors.accent : colors.border, hasFocus() ? 2 : 1));
    painter.setBrush(colors.surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 6, 6);
    const QRect area = rect().adjusted(edge, edge, -edge, -edge);
    const int line = fontMetrics().height() + lineGap;
    const auto write = [&](int number, const QString& words, const QColor& color, bool isBold = false) {
        QFont bold = font();
        bold.setBold(isBold);
        painter.setFont(bold);
        painter.setPen(color);
        const QRect place(area.left(), area.top() + number * line + (number > 0 ? barHeight + lineGap : 0),
                          area.width(), line);
        painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter,
                         QFontMetrics(bold).elidedText(words, Qt::ElideRight, place.width()));
    };
    write(0, Words::milestone(m_milestone), colors.text, true);
    const QRectF bar(area.left(), area.top() + line + 1, area.width(), barHeight);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colors.raised);
    painter.drawRoundedRect(bar, 3, 3);
    painter.setBrush(colors.accent);
    painter.drawRoundedRect(QRectF(bar.left(), bar.top(), bar.width() * std::min(1.0, m_share), bar.height()),
                            3, 3);
    write(1, m_pending, colors.text);
    write(2, m_units, colors.mutedText);
    write(3, m_money, colors.mutedText);
}

} // namespace milepost
