// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QChartView>

#include "backend/service/insight_views.h"

#include <functional>
#include <vector>

class QDateTimeAxis;
class QLineSeries;
class QValueAxis;

namespace milepost {

/// Figures hour by hour as lines. Hovering names the hour and its figures; a click opens it.
class HoursChart final : public QChartView {
    Q_OBJECT

public:
    struct Line {
        QString name{};
        std::function<std::int64_t(const HourFigure&)> value{};
    };

    HoursChart(const QString& name, const QString& title, std::vector<Line> lines, QWidget* parent = nullptr);
    void show(const std::vector<HourFigure>& hours);

signals:
    void opened(milepost::Timestamp hour);

protected:
    void changeEvent(QEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;

private:
    const HourFigure* hourAt(const QPoint& place) const;
    void dressLines();

    std::vector<Line> m_lines;
    std::vector<QLineSeries*> m_series;
    std::vector<HourFigure> m_hours;
    QDateTimeAxis* m_times;
    QValueAxis* m_values;
};

} // namespace milepost
