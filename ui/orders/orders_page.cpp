// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/orders/orders_page.h"

#include <QStackedWidget>
#include <QVBoxLayout>

#include "ui/orders/order_detail.h"
#include "ui/orders/order_list.h"

namespace milepost {

OrdersPage::OrdersPage(const ConsoleContext& context, QWidget* parent)
    : Page(context, parent)
    , m_list(new OrderList(context))
    , m_detail(new OrderDetail(context))
    , m_stack(new QStackedWidget)
{
    m_stack->addWidget(m_list);
    m_stack->addWidget(m_detail);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
    connect(m_list, &OrderList::goTo, this, &Page::goTo);
    connect(m_list, &OrderList::notice, this, &Page::notice);
    connect(m_detail, &OrderDetail::goTo, this, &Page::goTo);
    connect(m_detail, &OrderDetail::notice, this, &Page::notice);
}

QString OrdersPage::title() const
{
    return tr("Orders");
}

void OrdersPage::enter(const Place& place)
{
    const bool isOne = place.page == Place::Page::Order;
    m_stack->setCurrentIndex(isOne ? 1 : 0);
    if (isOne)
        m_detail->show(place.orderNo);
    else
        m_list->show(place.orders);
}

QWidget* OrdersPage::searchField()
{
    return m_stack->currentIndex() == 0 ? m_list->searchField() : m_detail->searchField();
}

QList<ShortcutRow> OrdersPage::shortcuts() const
{
    return {{tr("Enter"), tr("Open the order")},
            {tr("Ctrl+C"), tr("Copy the selected rows")},
            {tr("Ctrl+E"), tr("Export the list as CSV")},
            {tr("Ctrl+Shift+H"), tr("Hold the order")},
            {tr("Ctrl+Shift+L"), tr("Release the order")},
            {tr("Ctrl+Shift+E"), tr("Edit the order")},
            {tr("Ctrl+Shift+Y"), tr("Replay the order")},
            {tr("Ctrl+Shift+B"), tr("Take steps of the order back")},
            {tr("Ctrl+Shift+X"), tr("Cancel the order")},
            {tr("Alt+Left"), tr("Back to the list")}};
}

} // namespace milepost
