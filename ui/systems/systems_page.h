// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>

#include "models/cell_table.h"
#include "models/latest_question.h"
#include "ui/page.h"

class QLabel;
class QPushButton;

namespace milepost {

class DataTable;
class TrainingCard;
class ViewStack;

/// The connected systems: how each is, and pause and resume.
class SystemsPage final : public Page {
    Q_OBJECT

public:
    explicit SystemsPage(const ConsoleContext& context, QWidget* parent = nullptr);

    QString title() const override;
    QString iconName() const override { return QStringLiteral("systems"); }
    void enter(const Place& place) override;
    QList<ShortcutRow> shortcuts() const override;

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    QWidget* makeActions();
    void ask();
    void take(const std::vector<SystemDetail>& systems);
    const SystemDetail* current() const;
    void showCurrent();
    void togglePause();

    CellTable m_model;
    DataTable* m_table;
    ViewStack* m_content;
    QLabel* m_detail;
    QPushButton* m_pause;
    QPushButton* m_orders;
    QPushButton* m_exceptions;
    TrainingCard* m_training = nullptr;
    std::vector<SystemDetail> m_systems; ///< a row's id is its place here + 1
    std::string m_wanted{};
    LatestQuestion<std::vector<SystemDetail>> m_question;
    QTimer m_timer;
};

} // namespace milepost
