// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/orders/order_list.h"

#include <QAction>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QVBoxLayout>

#include "models/text.h"
#include "models/when_ready.h"
#include "models/words.h"
#include "ui/orders/order_export.h"
#include "ui/orders/order_filter_bar.h"
#include "ui/parts/action_run.h"
#include "ui/parts/data_table.h"
#include "ui/parts/view_stack.h"
#include "ui/theme/icons.h"

namespace milepost {
namespace {

constexpr int typingPause = 10; // milliseconds
constexpr std::size_t mostAtOnce = 2'000;

} // namespace

OrderList::OrderList(const ConsoleContext& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_model(context.bridge, context.now)
    , m_filters(new OrderFilterBar(context))
    , m_table(new DataTable(QStringLiteral("orderTable"), context.settings))
    , m_content(new ViewStack(m_table))
    , m_count(new QLabel)
    , m_export(new QPushButton(icon(QStringLiteral("export")), tr("E&xport…")))
    , m_clearFilters(new QAction(tr("C&lear filters"), this))
{
    buildLayout();
    addActions();
    m_typing.setSingleShot(true);
    m_typing.setInterval(typingPause);
    connect(m_filters, &OrderFilterBar::changed, &m_typing, qOverload<>(&QTimer::start));
    connect(&m_typing, &QTimer::timeout, this, &OrderList::applyFilter);
    connect(&m_model, &OrderListModel::loaded, this, &OrderList::showState);
    connect(&m_model, &QAbstractItemModel::rowsInserted, this, &OrderList::showState);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &OrderList::tellShownRows);
    connect(&m_model, &OrderListModel::failed, this,
            [this](const Error& error) { m_content->showError(error, [this] { m_model.reload(); }); });
    connect(m_table->verticalScrollBar(), &QScrollBar::valueChanged, this, &OrderList::tellShownRows);
    connect(m_table->verticalScrollBar(), &QScrollBar::rangeChanged, this, &OrderList::tellShownRows);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &OrderList::showCount);
    connect(m_table, &DataTable::opened, this, &OrderList::open);
    connect(m_table, &DataTable::copied, this, &OrderList::notice);
    m_content->showLoading();
}

void OrderList::buildLayout()
{
    m_table->setAccessibleName(tr("Orders"));
    m_table->setModel(&m_model);
    m_table->sortAtFirst(static_cast<int>(OrderColumn::Received), Qt::DescendingOrder);
    m_table->setFirstWidths({100, 72, 92, 132, 132, 100, 132, 90, 92});
    m_export->setObjectName(QStringLiteral("exportOrders"));
    m_export->setShortcut(QKeySequence(tr("Ctrl+E")));
    m_count->setObjectName(QStringLiteral("orderCount"));
    m_count->setProperty("look", QStringLiteral("muted"));
    auto* bottom = new QHBoxLayout;
    bottom->addWidget(m_count, 1);
    bottom->addWidget(m_export);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 12, 16, 12);
    layout->addWidget(m_filters);
    layout->addWidget(m_content, 1);
    layout->addLayout(bottom);
    setTabOrder(m_table, m_export);
}

void OrderList::addActions()
{
    auto* open = new QAction(icon(QStringLiteral("order")), tr("&Open"), this);
    auto* hold = new QAction(icon(QStringLiteral("hold")), tr("&Hold…"), this);
    auto* release = new QAction(icon(QStringLiteral("release")), tr("&Release…"), this);
    connect(open, &QAction::triggered, this, [this] { this->open(m_table->currentIndex()); });
    connect(hold, &QAction::triggered, this, [this] { askHold(QStringLiteral("hold")); });
    connect(release, &QAction::triggered, this, [this] { askHold(QStringLiteral("release")); });
    m_table->setRowActions({open, hold, release});
    connect(m_export, &QPushButton::clicked, this, &OrderList::exportList);
    connect(m_clearFilters, &QAction::triggered, this, [this] {
        m_filters->clear();
        applyFilter();
    });
}

void OrderList::show(const OrderFilter& filter)
{
    OrderFilter wanted = filter;
    wanted.sort = m_model.filter().sort;
    wanted.isDescending = m_model.filter().isDescending;
    m_filters->setFilter(wanted);
    m_filters->refreshNames();
    applyFilter();
    m_table->setFocus();
}

QWidget* OrderList::searchField() const
{
    return m_filters->search();
}

void OrderList::applyFilter()
{
    m_typing.stop();
    OrderFilter filter = m_filters->filter();
    filter.sort = m_model.filter().sort;
    filter.isDescending = m_model.filter().isDescending;
    m_model.setFilter(filter);
}

void OrderList::showState()
{
    const int rows = m_model.rowCount();
    showCount();
    m_export->setEnabled(rows > 0);
    if (rows > 0)
        m_content->showContent();
    else if (m_model.isPartial())
        m_content->showLoading();
    else if (m_filters->isEmpty())
        m_content->showEmpty(tr("No orders yet"),
                             tr("Orders appear here by themselves when a connected channel sends them."));
    else
        m_content->showEmpty(tr("No order matches"), tr("Another word, or fewer filters, will find more."),
                             m_clearFilters);
    if (rows > 0 && !m_table->currentIndex().isValid()) m_table->setCurrentIndex(m_model.index(0, 0));
    tellShownRows();
}

void OrderList::showCount()
{
    const int rows = m_model.rowCount();
    QString words = (m_model.isPartial() ? tr("%n orders at first; looking for more …", nullptr, rows)
                                         : tr("%n orders", nullptr, rows))
                        .replace(QString::number(rows), Text::number(rows));
    int selected = 0;
    const QItemSelection selection = m_table->selectionModel()->selection();
    for (const QItemSelectionRange& range : selection)
        selected += range.height();
    if (selected > 1)
        words +=
            tr(", %n selected", nullptr, selected).replace(QString::number(selected), Text::number(selected));
    m_count->setText(words);
}

void OrderList::tellShownRows()
{
    const int first = m_table->rowAt(0);
    const int last = m_table->rowAt(m_table->viewport()->height() - 1);
    m_model.setShownRows(std::max(first, 0), last < 0 ? m_model.rowCount() - 1 : last);
}

void OrderList::open(const QModelIndex& index)
{
    if (!index.isValid()) return;
    if (const OrderRow* order = m_model.orderAt(index.row()))
        emit goTo({.page = Place::Page::Order, .orderNo = text(order->orderNo)});
}

void OrderList::exportList()
{
    auto* dialog =
        new QFileDialog(this, tr("Export orders"), QStringLiteral("orders.csv"), tr("CSV (*.csv)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& file) {
        exportOrders(m_context, m_model.ids(0, m_model.rowCount() - 1), file);
    });
    dialog->open();
}

std::vector<OrderId> OrderList::selectedIds() const
{
    std::vector<OrderId> ids;
    const QItemSelection selection = m_table->selectionModel()->selection();
    for (const QItemSelectionRange& range : selection) {
        const std::vector<OrderId> some = m_model.ids(range.top(), range.bottom());
        ids.insert(ids.end(), some.begin(), some.end());
    }
    return ids;
}

/// Their numbers are read first: rows that were never on screen have none here.
void OrderList::askHold(const QString& action)
{
    std::vector<OrderId> ids = selectedIds();
    if (ids.empty()) return;
    if (ids.size() > mostAtOnce)
        return emit notice(tr("%1 orders are selected; at most %2 can be held or released at once. A filter "
                              "makes the list shorter.")
                               .arg(Text::number(static_cast<qint64>(ids.size())),
                                    Text::number(static_cast<qint64>(mostAtOnce))));
    const auto asked = m_context.bridge.carryOut(
        [ids = std::move(ids)](Backend& backend) { return backend.ordersById(ids); });
    whenReady(asked, this, [this, action](const Result<std::vector<OrderRow>>& rows) {
        if (!rows) return emit notice(Words::error(rows.error()));
        std::vector<std::string> numbers;
        for (const OrderRow& row : *rows)
            numbers.push_back(row.orderNo);
        if (numbers.empty()) return;
        askHoldOrRelease(m_context, this, action, numbers,
                         [this](const QString& words) { emit notice(words); });
    });
}

void OrderList::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    m_model.setActive(true);
}

void OrderList::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    m_model.setActive(false);
}

} // namespace milepost
