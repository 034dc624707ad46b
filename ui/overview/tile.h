// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

#include "models/roles.h"

#include <vector>

class QLabel;

namespace milepost {

/// A figure with its trend that opens what it counts: by click, Enter or Space.
class Tile final : public QFrame {
    Q_OBJECT

public:
    Tile(const QString& name, const QString& title, QWidget* parent = nullptr);

    /// `detail`: money and age in one line. `trend`: oldest first.
    void show(const QString& figure, const QString& detail, Tone tone, std::vector<double> trend);

signals:
    void opened();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_title;
    QLabel* m_name;
    QLabel* m_figure;
    QLabel* m_detail;
    Tone m_tone = Tone::Neutral;
    std::vector<double> m_trend;
};

} // namespace milepost
