// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/hours_chart.h"

#include <QDateTime>
#include <QDateTimeAxis>
#include <QEvent>
#include <QGraphicsLayout>
#include <QLegend>
#include <QLineSeries>
#include <QMouseEvent>
#include <QToolTip>
#include <QValueAxis>

#include "models/text.h"
#include "ui/theme/chart_look.h"
#include "ui/theme/theme.h"

#include <algorithm>
#include <cmath>

namespace milepost {
namespace {

qint64 millis(Timestamp time)
{
    return time.time_since_epoch().count();
}

} // namespace

HoursChart::HoursChart(const QString& name, const QString& title, std::vector<Line> lines, QWidget* parent)
    : QChartView(new QChart, parent)
    , m_lines(std::move(lines))
    , m_times(new QDateTimeAxis)
    , m_values(new QValueAxis)
{
    setObjectName(name);
    setAccessibleName(title);
    setFocusPolicy(Qt::NoFocus); // its figures are in the table of hours
    setRenderHint(QPainter::Antialiasing);
    setMouseTracking(true);
    setMinimumHeight(210);
    chart()->setMargins({4, 4, 4, 4});
    m_times->setFormat(QStringLiteral("HH:mm"));
    m_times->setTickCount(5);
    m_values->setLabelFormat(QStringLiteral("%d"));
    m_values->setMin(0);
    chart()->addAxis(m_times, Qt::AlignBottom);
    chart()->addAxis(m_values, Qt::AlignLeft);
    for (const Line& line : m_lines) {
        auto* series = new QLineSeries;
        series->setName(line.name);
        chart()->addSeries(series);
        series->attachAxis(m_times);
        series->attachAxis(m_values);
        m_series.push_back(series);
    }
    chart()->legend()->setVisible(m_lines.size() > 1);
    dressLines();
}

void HoursChart::dressLines()
{
    dress(*chart());
    setBackgroundBrush(Theme::colors().surface);
    setFrameShape(QFrame::NoFrame);
    if (chart()->layout() != nullptr) chart()->layout()->setContentsMargins(0, 0, 0, 0);
    const Qt::PenStyle styles[] = {Qt::SolidLine, Qt::DashLine, Qt::DotLine, Qt::DashDotLine};
    for (std::size_t i = 0; i < m_series.size(); ++i)
        m_series[i]->setPen(QPen(Theme::colors().series(static_cast<int>(i)), 2, styles[i % 4]));
}

void HoursChart::show(const std::vector<HourFigure>& hours)
{
    m_hours = hours;
    double most = 1;
    QStringList sums;
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        QList<QPointF> points;
        qint64 sum = 0;
        for (const HourFigure& hour : hours) {
            const auto value = m_lines[i].value(hour);
            sum += value;
            most = std::max(most, static_cast<double>(value));
            points << QPointF(static_cast<double>(millis(hour.hour)), static_cast<double>(value));
        }
        m_series[i]->replace(points);
        sums << m_lines[i].name + QStringLiteral(": ") + Text::number(sum);
    }
    setAccessibleDescription(sums.join(QStringLiteral(", ")));
    m_values->setMax(std::ceil(most * 1.1));
    m_values->applyNiceNumbers();
    if (hours.empty()) return;
    m_times->setRange(QDateTime::fromMSecsSinceEpoch(millis(hours.front().hour)),
                      QDateTime::fromMSecsSinceEpoch(millis(hours.back().hour)));
}

const HourFigure* HoursChart::hourAt(const QPoint& place) const
{
    if (m_hours.empty() || m_series.empty()) return nullptr;
    const double at = chart()->mapToValue(mapToScene(place), m_series.front()).x();
    const auto nearest = std::ranges::min_element(m_hours, {}, [&](const HourFigure& hour) {
        return std::abs(static_cast<double>(millis(hour.hour)) - at);
    });
    return &*nearest;
}

void HoursChart::mouseMoveEvent(QMouseEvent* event)
{
    const HourFigure* hour = hourAt(event->pos());
    if (hour == nullptr) return;
    QStringList words{Text::time(hour->hour)};
    for (const Line& line : m_lines)
        words << line.name + QStringLiteral(": ") + Text::number(line.value(*hour));
    QToolTip::showText(event->globalPosition().toPoint(), words.join(QLatin1Char('\n')), this);
}

void HoursChart::mouseReleaseEvent(QMouseEvent* event)
{
    if (const HourFigure* hour = hourAt(event->pos())) emit opened(hour->hour);
}

void HoursChart::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange) dressLines();
    QChartView::changeEvent(event);
}

} // namespace milepost
