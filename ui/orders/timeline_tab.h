// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "backend/service/views.h"
#include "models/cell_table.h"
#include "models/latest_question.h"
#include "ui/console_context.h"

class QComboBox;
class QLineEdit;
class QPlainTextEdit;

namespace milepost {

class DataTable;

/// All that happened to an order, newest last, with long silences as one line, and the body behind an entry
/// beside it.
class TimelineTab final : public QWidget {
    Q_OBJECT

public:
    explicit TimelineTab(const ConsoleContext& context, QWidget* parent = nullptr);

    void show(const LineageView& lineage);
    QWidget* searchField() const;

signals:
    void notice(const QString& words);

private:
    void fill();
    void showBody();
    void find();

    BackendBridge& m_bridge;
    LineageView m_lineage{};
    CellTable m_entries;
    QComboBox* m_system;
    DataTable* m_table;
    QLineEdit* m_search;
    QPlainTextEdit* m_body;
    std::int64_t m_shown = 0; ///< payload in m_body
    LatestQuestion<std::string> m_question;
};

} // namespace milepost
