// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/chart_look.h"

#include <QAbstractAxis>
#include <QApplication>
#include <QLegend>

#include "ui/theme/theme.h"

namespace milepost {

void dress(QChart& chart)
{
    const ThemeColors& colors = Theme::colors();
    chart.setAnimationOptions(QChart::NoAnimation);
    chart.setBackgroundBrush(colors.surface);
    chart.setBackgroundRoundness(0);
    chart.setPlotAreaBackgroundVisible(false);
    chart.setMargins(QMargins(4, 4, 4, 4));
    chart.legend()->setLabelColor(colors.text);
    chart.legend()->setFont(QApplication::font());
    for (QAbstractAxis* axis : chart.axes()) {
        axis->setLabelsColor(colors.mutedText);
        axis->setTitleBrush(colors.mutedText);
        axis->setLabelsFont(QApplication::font());
        axis->setGridLineColor(colors.raised);
        axis->setLinePenColor(colors.border);
    }
}

} // namespace milepost
