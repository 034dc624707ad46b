// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

#include "backend/service/views.h"
#include "models/cell_table.h"
#include "models/latest_question.h"
#include "ui/console_context.h"
#include "ui/place.h"

class QAction;
class QLabel;
class QPushButton;
class QTabWidget;
class QTreeWidget;

namespace milepost {

class Badge;
class DataTable;
class TimelineTab;
class ViewStack;

/// One order: who, what, how far, what it waits for, every number of it, and all that happened.
class OrderDetail final : public QWidget {
    Q_OBJECT

public:
    explicit OrderDetail(const ConsoleContext& context, QWidget* parent = nullptr);

    void show(const QString& orderNo);
    QWidget* searchField() const;

signals:
    void goTo(const milepost::Place& place);
    void notice(const QString& words);

private:
    struct Read {
        OrderView order{};
        LineageView lineage{};
    };

    QWidget* makeHeader();
    DataTable* addTable(CellTable& model, const QString& name, const QString& title);
    void ask();
    void take(const Read& read);
    void fillHeader(const OrderView& order);
    void fillLines(const OrderView& order);
    void fillTree(const OrderView& order);
    void fillTables(const OrderView& order);
    void fillUndone(const OrderView& order);
    void edit();
    void hear(const ChangeView& change);
    void addCopying(DataTable* references);
    void copyNumber(const QString& number);

    ConsoleContext m_context;
    QString m_orderNo;
    OrderId m_id{};
    CellTable m_lines;
    CellTable m_calls;
    CellTable m_references;
    CellTable m_expected;
    CellTable m_exceptions;
    CellTable m_undone;
    QLabel* m_title;
    Badge* m_state;
    QLabel* m_about;
    QLabel* m_waiting;
    QPushButton* m_hold;
    QPushButton* m_release;
    QPushButton* m_edit;
    QPushButton* m_more;
    QAction* m_takeBack = nullptr;
    QAction* m_cancel = nullptr;
    QAction* m_replay = nullptr;
    QPushButton* m_back;
    QTabWidget* m_tabs;
    QTreeWidget* m_tree;
    TimelineTab* m_timeline;
    int m_undoneTab = 0;
    ViewStack* m_content = nullptr;
    LatestQuestion<Read> m_question;
    QTimer m_again; ///< it changed: read once more, at most twice a second
};

} // namespace milepost
