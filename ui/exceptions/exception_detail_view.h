// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

#include "backend/service/work_views.h"
#include "models/cell_table.h"
#include "ui/console_context.h"

class QLabel;
class QPlainTextEdit;
class QTabWidget;

namespace milepost {

class Badge;
class DataTable;

/// What happened to one exception: a sentence, request and answer, attempts, the policy, what people did.
class ExceptionDetailView final : public QWidget {
    Q_OBJECT

public:
    explicit ExceptionDetailView(const ConsoleContext& context, QWidget* parent = nullptr);

    void show(const ExceptionDetail& detail);

signals:
    void orderAsked(const QString& orderNo);

private:
    QPlainTextEdit* addBody(const QString& name, const QString& title);
    DataTable* addTable(CellTable& model, const QString& name, const QString& title,
                        const ConsoleContext& context);
    void fillPolicy(const ExceptionDetail& detail);
    void fillTables(const ExceptionDetail& detail);

    std::function<Timestamp()> m_now;
    CellTable m_attempts;
    CellTable m_history;
    Badge* m_severity;
    QLabel* m_title;
    QLabel* m_what;
    QLabel* m_facts;
    QLabel* m_actions;
    QLabel* m_policy;
    QTabWidget* m_tabs;
    QPlainTextEdit* m_answer;
    QPlainTextEdit* m_request;
    QPlainTextEdit* m_message;
};

} // namespace milepost
