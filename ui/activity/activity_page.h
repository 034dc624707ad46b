// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>

#include "models/cell_table.h"
#include "models/latest_question.h"
#include "ui/page.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QTabWidget;

namespace milepost {

class DataTable;
class ViewStack;

/// Long work with its progress, actions and their outcome, and what people did.
class ActivityPage final : public Page {
    Q_OBJECT

public:
    explicit ActivityPage(const ConsoleContext& context, QWidget* parent = nullptr);

    QString title() const override;
    QString iconName() const override { return QStringLiteral("activity"); }
    void enter(const Place& place) override;
    QWidget* searchField() override;

private:
    QWidget* makeWorks();
    QWidget* makeActions();
    QWidget* makeAudit();
    QWidget* makeAuditFilters();
    void showWorks();
    void cancelWork();
    void askActions();
    void askAudit(bool more);
    void takeAudit(const std::vector<AuditEntry>& entries, bool more);
    void offerFilters();
    AuditFilter auditFilter() const;
    void exportAudit();
    void writeAudit(const QString& name, const std::vector<AuditEntry>& entries);

    CellTable m_workModel;
    CellTable m_actionModel;
    CellTable m_auditModel;
    DataTable* m_works;
    DataTable* m_actions;
    DataTable* m_audit;
    QTabWidget* m_tabs;
    QLineEdit* m_search;
    QComboBox* m_person; ///< of those seen so far
    QComboBox* m_action; ///< likewise
    QComboBox* m_since;
    QPushButton* m_cancel;
    QPushButton* m_more;
    ViewStack* m_worksContent = nullptr;
    ViewStack* m_actionsContent = nullptr;
    ViewStack* m_auditContent = nullptr;
    std::vector<AuditEntry> m_entries;
    LatestQuestion<std::vector<ActivityView>> m_actionQuestion;
    LatestQuestion<std::vector<AuditEntry>> m_auditQuestion;
    QTimer m_timer;
};

} // namespace milepost
