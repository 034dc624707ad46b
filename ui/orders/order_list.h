// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

#include "models/order_list_model.h"
#include "ui/console_context.h"
#include "ui/place.h"

class QLabel;
class QPushButton;

namespace milepost {

class DataTable;
class MessageBar;
class OrderFilterBar;
class ViewStack;

/// All orders that match a filter, however many.
class OrderList final : public QWidget {
    Q_OBJECT

public:
    explicit OrderList(const ConsoleContext& context, QWidget* parent = nullptr);

    void show(const OrderFilter& filter);
    QWidget* searchField() const;

signals:
    void goTo(const milepost::Place& place);
    void notice(const QString& words);

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void buildLayout();
    void addActions();
    void applyFilter();
    void showState();
    void tellShownRows();
    void open(const QModelIndex& index);
    void exportList();
    /// Of all selected rows, whether or not they have been read: one range may name a million.
    std::vector<OrderId> selectedIds() const;
    void askHold(const QString& action);
    void showCount();

    ConsoleContext m_context;
    OrderListModel m_model;
    OrderFilterBar* m_filters;
    DataTable* m_table;
    ViewStack* m_content;
    QLabel* m_count;
    QPushButton* m_export;
    QAction* m_clearFilters;
    QTimer m_typing; ///< a short pause while somebody types
};

} // namespace milepost
