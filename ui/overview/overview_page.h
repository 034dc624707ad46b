// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>

#include "models/latest_question.h"
#include "ui/page.h"

#include <vector>

class QLabel;

namespace milepost {

class HoursChart;
class MilestoneBar;
class Tile;
class ViewStack;

/// How the business stands: milestones by quantity, what lasts too long, and what happened hour by hour.
class OverviewPage final : public Page {
    Q_OBJECT

public:
    explicit OverviewPage(const ConsoleContext& context, QWidget* parent = nullptr);

    QString title() const override;
    QString iconName() const override { return QStringLiteral("overview"); }
    void enter(const Place& place) override;

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    QWidget* makeMilestones();
    QWidget* makeTiles();
    QWidget* makeCharts();
    void ask();
    void take(const OverviewView& view);
    void openOrders(const OrderFilter& filter);
    void openHour(Timestamp hour);

    QLabel* m_sums;
    std::vector<MilestoneBar*> m_milestones;
    std::vector<Tile*> m_tiles; ///< one a concern, in its order
    Tile* m_failed = nullptr;
    HoursChart* m_throughput = nullptr;
    HoursChart* m_exceptions = nullptr;
    std::vector<QLabel*> m_ages;
    ViewStack* m_content = nullptr;
    LatestQuestion<OverviewView> m_question;
    QTimer m_timer;
};

} // namespace milepost
