// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

#include "backend/service/evidence_views.h"
#include "backend/service/work_views.h"
#include "models/cell_table.h"
#include "ui/console_context.h"

class QLabel;
class QPlainTextEdit;
class QTabWidget;

namespace milepost {

class Badge;
class DataTable;
class EvidencePanel;

/// What happened to one exception: a sentence, request and answer, attempts, the policy, what people did.
class ExceptionDetailView final : public QWidget {
    Q_OBJECT

public:
    explicit ExceptionDetailView(const ConsoleContext& context, QWidget* parent = nullptr);

    void show(const ExceptionDetail& detail);
    void showAsking(); ///< the partners are being asked
    void show(const Evidence& evidence);
    void showProblem(const QString& words); ///< why there is no evidence
    void showHistory();                     ///< with the focus on it

signals:
    void orderAsked(const QString& orderNo);
    void recommendedAsked(const QString& action, const QString& document);

private:
    QPlainTextEdit* addBody(const QString& name, const QString& title);
    DataTable* addTable(CellTable& model, const QString& name, const QString& title,
                        const ConsoleContext& context);
    void fillForbidden(const std::vector<PermittedAction>& actions);
    void fillPolicy(const ExceptionDetail& detail);
    void fillTables(const ExceptionDetail& detail);

    std::function<Timestamp()> m_now;
    CellTable m_attempts;
    CellTable m_history;
    CellTable m_beliefs;
    Badge* m_severity;
    QLabel* m_title;
    QLabel* m_what;
    QLabel* m_facts;
    QLabel* m_actions;
    QLabel* m_policy;
    EvidencePanel* m_evidence;
    QTabWidget* m_tabs;
    QPlainTextEdit* m_answer;
    QPlainTextEdit* m_request;
    QPlainTextEdit* m_message;
    bool m_isOpen = true; ///< the exception that is shown
};

} // namespace milepost
