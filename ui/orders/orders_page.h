// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/page.h"

class QStackedWidget;

namespace milepost {

class OrderDetail;
class OrderList;

/// The list of orders, and one order opened from it or from anywhere.
class OrdersPage final : public Page {
    Q_OBJECT

public:
    explicit OrdersPage(const ConsoleContext& context, QWidget* parent = nullptr);

    QString title() const override;
    QString iconName() const override { return QStringLiteral("orders"); }
    void enter(const Place& place) override;
    QWidget* searchField() override;
    QList<ShortcutRow> shortcuts() const override;

private:
    OrderList* m_list;
    OrderDetail* m_detail;
    QStackedWidget* m_stack;
};

} // namespace milepost
