// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include "backend/service/recovery_views.h"
#include "models/cell_table.h"

class QLineEdit;
class QPushButton;

namespace milepost {

/// What an action will do, item by item, before anything is done. OK only with a reason of at least three
/// characters, and only when something is left to do. Use open() and accepted.
class PlanDialog final : public QDialog {
    Q_OBJECT

public:
    PlanDialog(const PlanView& plan, const QString& reason, QWidget* parent);
    QString reason() const;

private:
    void fill(const PlanView& plan);
    QWidget* makeTabs(const PlanView& plan);
    void updateOk();

    CellTable m_items;
    CellTable m_changes;
    CellTable m_calls;
    CellTable m_suppressed;
    QLineEdit* m_reason;
    QPushButton* m_ok = nullptr;
    bool m_hasWork = false;
};

} // namespace milepost
