// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>

#include "backend/service/insight_views.h"

namespace milepost {

/// One milestone: how many units of the open orders have reached it, as a bar, and what is still pending.
/// Opens the orders that are not there yet.
class MilestoneBar final : public QPushButton {
    Q_OBJECT

public:
    explicit MilestoneBar(Milestone milestone, QWidget* parent = nullptr);

    void show(const MilestoneFigure& figure, Timestamp now);
    Milestone milestone() const { return m_milestone; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Milestone m_milestone;
    QString m_pending;
    QString m_units;
    QString m_money;
    double m_share = 0;
};

} // namespace milepost
