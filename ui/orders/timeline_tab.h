// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "backend/service/views.h"
#include "models/cell_table.h"
#include "models/latest_question.h"
#include "ui/console_context.h"

#include <optional>
#include <set>

class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;

namespace milepost {

class DataTable;

/// All that happened to an order, newest last, with long silences as one line; of the selected entry why it
/// happened and what followed, the body behind it, and beside an order's message how it was understood.
class TimelineTab final : public QWidget {
    Q_OBJECT

public:
    explicit TimelineTab(const ConsoleContext& context, QWidget* parent = nullptr);

    /// `content`: the order as it was understood, where the store still has it.
    void show(const LineageView& lineage, const std::optional<CanonicalOrder>& content);
    QWidget* searchField() const;

signals:
    void notice(const QString& words);

private:
    QWidget* makeEntries();
    QWidget* makeBodies();
    void fill();
    const LineageEntry* selected() const;
    void showSelected();
    void showCausation(const LineageEntry* entry);
    void showBody(const LineageEntry* entry);
    void find(bool isBackwards);

    BackendBridge& m_bridge;
    LineageView m_lineage{};
    CellTable m_entries;
    QComboBox* m_system;
    DataTable* m_table;
    QLineEdit* m_search;
    QPlainTextEdit* m_body;
    QPlainTextEdit* m_canonical;
    QLabel* m_cause;
    std::set<int> m_causes{};       ///< of the selected entry, by seq
    std::set<int> m_consequences{}; ///< likewise
    std::int64_t m_shown = 0;       ///< payload in m_body
    LatestQuestion<std::string> m_question;
};

} // namespace milepost
