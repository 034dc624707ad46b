// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/orders/order_detail.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QTabWidget>
#include <QTreeWidget>
#include <QVBoxLayout>

#include "backend/domain/order.h"
#include "models/backend_bridge.h"
#include "models/listed_order.h"
#include "models/stored_sentences.h"
#include "models/text.h"
#include "models/when_ready.h"
#include "models/words.h"
#include "ui/orders/timeline_tab.h"
#include "ui/parts/action_run.h"
#include "ui/parts/badge.h"
#include "ui/parts/data_table.h"
#include "ui/parts/edit_dialog.h"
#include "ui/parts/stage_delegate.h"
#include "ui/parts/view_stack.h"
#include "ui/theme/icons.h"

#include <algorithm>

namespace milepost {
namespace {

constexpr int rereadInterval = 500; // milliseconds
constexpr int stageColumn = 3;

TableCell figure(Quantity quantity)
{
    return {.text = Text::quantity(quantity), .sort = qlonglong(quantity.micro), .isFigure = true};
}

Tone toneOf(const OrderRow& row)
{
    if (row.openExceptions > 0) return Tone::Bad;
    return row.isOpen ? Tone::Info : Tone::Good;
}

QString stageWords(const OrderRow& row)
{
    if (row.openExceptions > 0) return OrderDetail::tr("Needs a person");
    return row.isOpen ? OrderDetail::tr("Open") : OrderDetail::tr("Finished");
}

QTreeWidgetItem* addNode(QTreeWidgetItem* parent, const QString& what, const QString& number,
                         const QString& state, const QString& when)
{
    return new QTreeWidgetItem(parent, {what, number, state, when});
}

QString unitsOf(Quantity all)
{
    return OrderDetail::tr("%1 units").arg(Text::quantity(all));
}

template <typename Lines, typename Value>
Quantity sum(const Lines& lines, Value value)
{
    Quantity all;
    for (const auto& line : lines)
        all += line.*value;
    return all;
}

/// What came back of a shipment, and the credit for it.
void addReturns(QTreeWidgetItem* parcel, const OrderView& order, int shipment)
{
    for (const Return& goods : order.returns) {
        if (goods.shipment != shipment) continue;
        const Quantity units = sum(goods.lines, &EffectLine::quantity);
        auto* back = addNode(parcel, OrderDetail::tr("Return of %1").arg(unitsOf(units)),
                             text(goods.document), text(goods.reason), Text::time(goods.at));
        for (const Credit& credit : order.credits)
            if (credit.goods == goods.number)
                addNode(
                    back,
                    OrderDetail::tr("Credit note over %1")
                        .arg(Text::money(Money{.minor = credit.amountMinor, .currency = order.row.currency})),
                    text(credit.document), {}, Text::time(credit.at));
    }
}

} // namespace

OrderDetail::OrderDetail(const ConsoleContext& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_lines({tr("Line"), tr("Item"), tr("Price"), tr("Stages"), tr("Ordered"), tr("Allocated"),
               tr("Shipped"), tr("Delivered"), tr("Invoiced"), tr("Backordered"), tr("Cancelled"),
               tr("Returned")})
    , m_calls({tr("Step"), tr("System"), tr("State"), tr("Attempts"), tr("For"), tr("Document"),
               tr("Idempotency key")})
    , m_references({tr("Kind"), tr("Number"), tr("System")})
    , m_expected({tr("What"), tr("From"), tr("About"), tr("Due"), tr("State")})
    , m_exceptions({tr("Severity"), tr("What happened"), tr("System"), tr("Cause"), tr("Due by")})
    , m_undone(
          {tr("Step"), tr("About"), tr("System"), tr("What was done"), tr("How"), tr("State"), tr("Proof")})
    , m_title(new QLabel)
    , m_state(new Badge)
    , m_about(new QLabel)
    , m_waiting(new QLabel)
    , m_hold(new QPushButton(icon(QStringLiteral("hold")), tr("Hol&d…")))
    , m_release(new QPushButton(icon(QStringLiteral("release")), tr("&Release…")))
    , m_edit(new QPushButton(icon(QStringLiteral("edit")), tr("&Edit…")))
    , m_more(new QPushButton(tr("More")))
    , m_back(new QPushButton(icon(QStringLiteral("back")), tr("&All orders")))
    , m_tabs(new QTabWidget)
    , m_tree(new QTreeWidget)
    , m_timeline(new TimelineTab(context))
    , m_question(context.bridge, this)
{
    auto* body = new QWidget;
    auto* bodyLayout = new QVBoxLayout(body);
    bodyLayout->setContentsMargins(0, 0, 0, 0);
    bodyLayout->addWidget(makeHeader());
    bodyLayout->addWidget(m_tabs, 1);
    m_tabs->setObjectName(QStringLiteral("orderTabs"));
    DataTable* lines = addTable(m_lines, QStringLiteral("orderLines"), tr("&Lines"));
    lines->setItemDelegateForColumn(stageColumn, new StageDelegate(lines));
    lines->setColumnWidth(stageColumn, 220);
    m_tree->setObjectName(QStringLiteral("orderTree"));
    m_tree->setAccessibleName(tr("Fulfillments, shipments and invoices"));
    m_tree->setHeaderLabels({tr("What"), tr("Number"), tr("State"), tr("When")});
    m_tabs->addTab(m_tree, tr("Fulf&illment"));
    m_tabs->addTab(m_timeline, tr("&Timeline"));
    DataTable* calls = addTable(m_calls, QStringLiteral("orderCalls"), tr("&Calls"));
    calls->setFirstWidths({180, 90, 180, 80, 150, 150});
    calls->setEmptyText(tr("No system has been called yet."));
    DataTable* references = addTable(m_references, QStringLiteral("orderReferences"), tr("&Numbers"));
    references->setFirstWidths({180, 340});
    addCopying(references);
    DataTable* expected = addTable(m_expected, QStringLiteral("orderExpected"), tr("Next &steps"));
    expected->setFirstWidths({240, 110, 180, 140});
    expected->setEmptyText(
        tr("Nothing is awaited from a system. What the order itself waits for stands above."));
    DataTable* exceptions = addTable(m_exceptions, QStringLiteral("orderExceptions"), tr("E&xceptions"));
    exceptions->setFirstWidths({92, 560, 90, 180});
    exceptions->setEmptyText(tr("No exception of this order is open."));
    connect(exceptions, &DataTable::opened, this, [this](const QModelIndex& index) {
        emit goTo({.page = Place::Page::Exceptions, .exception = index.data(IdRole).toLongLong()});
    });
    addTable(m_undone, QStringLiteral("orderUndone"), tr("Ta&ken back"))
        ->setFirstWidths({180, 140, 90, 160, 160, 160});
    m_undoneTab = m_tabs->count() - 1;
    m_content = new ViewStack(body);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 12, 16, 12);
    layout->addWidget(m_content);
    m_again.setSingleShot(true);
    m_again.setInterval(rereadInterval);
    connect(&m_again, &QTimer::timeout, this, &OrderDetail::ask);
    connect(&context.bridge.changes(), &ChangeFeed::changed, this, &OrderDetail::hear);
    connect(m_timeline, &TimelineTab::notice, this, &OrderDetail::notice);
}

QWidget* OrderDetail::makeHeader()
{
    auto* header = new QWidget;
    m_title->setProperty("look", QStringLiteral("title"));
    m_title->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_title->setObjectName(QStringLiteral("orderTitle"));
    m_about->setWordWrap(true);
    m_about->setObjectName(QStringLiteral("orderAbout"));
    m_about->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_waiting->setWordWrap(true);
    m_waiting->setObjectName(QStringLiteral("orderWaiting"));
    m_waiting->setProperty("look", QStringLiteral("heading"));
    m_hold->setObjectName(QStringLiteral("holdOrder"));
    m_release->setObjectName(QStringLiteral("releaseOrder"));
    m_back->setObjectName(QStringLiteral("backToOrders"));
    auto* first = new QHBoxLayout;
    first->addWidget(m_back);
    first->addSpacing(8);
    first->addWidget(m_title);
    first->addWidget(m_state);
    first->addStretch(1);
    first->addWidget(m_hold);
    first->addWidget(m_release);
    first->addWidget(m_edit);
    first->addWidget(m_more);
    m_more->setObjectName(QStringLiteral("moreOfOrder"));
    m_edit->setObjectName(QStringLiteral("editOrder"));
    auto* layout = new QVBoxLayout(header);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(first);
    layout->addWidget(m_about);
    layout->addWidget(m_waiting);
    connect(m_back, &QPushButton::clicked, this, [this] { emit goTo({.page = Place::Page::Orders}); });
    const auto act = [this](const char* action) {
        askHoldOrRelease(m_context, this, QString::fromLatin1(action), {utf8(m_orderNo)},
                         [this](const QString& words) { emit notice(words); });
    };
    m_hold->setShortcut(QKeySequence(tr("Ctrl+Shift+H")));
    m_release->setShortcut(QKeySequence(tr("Ctrl+Shift+L")));
    connect(m_hold, &QPushButton::clicked, this, [act] { act("hold"); });
    connect(m_release, &QPushButton::clicked, this, [act] { act("release"); });
    m_edit->setShortcut(QKeySequence(tr("Ctrl+Shift+E")));
    connect(m_edit, &QPushButton::clicked, this, &OrderDetail::edit);
    const auto tell = [this](const QString& words) { emit notice(words); };
    const auto again = [this](const OutcomeView&) { ask(); };
    auto* menu = new QMenu(this);
    m_takeBack = menu->addAction(icon(QStringLiteral("undo")), tr("Take &back…"));
    m_takeBack->setShortcut(QKeySequence(tr("Ctrl+Shift+B")));
    m_cancel = menu->addAction(icon(QStringLiteral("close")), tr("Cancel &order…"));
    m_cancel->setShortcut(QKeySequence(tr("Ctrl+Shift+X")));
    m_replay = menu->addAction(icon(actionIconName("replay")), tr("Re&play…"));
    m_replay->setShortcut(QKeySequence(tr("Ctrl+Shift+Y")));
    m_takeBack->setObjectName(QStringLiteral("takeOrderBack"));
    m_replay->setObjectName(QStringLiteral("replayOrder"));
    for (QAction* action : {m_takeBack, m_cancel, m_replay}) {
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        addAction(action);
    }
    m_more->setMenu(menu);
    connect(m_takeBack, &QAction::triggered, this,
            [=, this] { askCompensate(m_context, this, utf8(m_orderNo), {}, tell, again); });
    connect(m_replay, &QAction::triggered, this,
            [=, this] { askReplay(m_context, this, "order:" + utf8(m_orderNo), tell, again); });
    connect(m_cancel, &QAction::triggered, this, [=, this] {
        planAndApply(m_context, this, {.action = "cancel", .selector = "order:" + utf8(m_orderNo)}, tell,
                     again);
    });
    return header;
}

void OrderDetail::edit()
{
    const auto asked = m_context.bridge.ask(
        [number = utf8(m_orderNo)](Backend& backend) { return backend.editableOrder(number); });
    whenReady(asked, this, [this](const Result<std::vector<EditableField>>& fields) {
        if (!fields) return emit notice(Words::error(fields.error()));
        auto* dialog = new EditDialog(m_orderNo, *fields, this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(dialog, &QDialog::accepted, this, [this, dialog] {
            planAndApply(
                m_context, this,
                {.action = "edit", .selector = "order:" + utf8(m_orderNo), .edits = dialog->edits()},
                [this](const QString& words) { emit notice(words); }, [this](const OutcomeView&) { ask(); });
        });
        dialog->open();
    });
}

DataTable* OrderDetail::addTable(CellTable& model, const QString& name, const QString& title)
{
    auto* table = new DataTable(name, m_context.settings);
    table->setAccessibleName(QString(title).remove(QLatin1Char('&')));
    table->setModel(&model);
    connect(table, &DataTable::copied, this, &OrderDetail::notice);
    m_tabs->addTab(table, title);
    return table;
}

/// Numbers go into a mail or a partner's screen: one by one, without the rest of the row.
void OrderDetail::addCopying(DataTable* references)
{
    auto* copyReference = new QAction(icon(QStringLiteral("copy")), tr("Copy the number"), this);
    connect(copyReference, &QAction::triggered, this, [this, references] {
        const QModelIndex row = references->currentIndex();
        copyNumber(row.siblingAtColumn(1).data().toString());
    });
    references->setRowActions({copyReference});
    auto* copyNode = new QAction(icon(QStringLiteral("copy")), tr("Copy the number"), m_tree);
    copyNode->setShortcut(QKeySequence::Copy);
    copyNode->setShortcutContext(Qt::WidgetShortcut);
    connect(copyNode, &QAction::triggered, this, [this] {
        if (const QTreeWidgetItem* node = m_tree->currentItem()) copyNumber(node->text(1));
    });
    m_tree->addAction(copyNode);
    m_tree->setContextMenuPolicy(Qt::ActionsContextMenu);
}

void OrderDetail::copyNumber(const QString& number)
{
    if (number.isEmpty()) return emit notice(tr("There is no number to copy"));
    QGuiApplication::clipboard()->setText(number);
    emit notice(tr("Copied: %1").arg(number));
}

QWidget* OrderDetail::searchField() const
{
    return m_tabs->currentWidget() == m_timeline ? m_timeline->searchField() : nullptr;
}

void OrderDetail::show(const QString& orderNo)
{
    if (m_orderNo != orderNo) m_content->showLoading();
    m_orderNo = orderNo;
    ask();
    m_tabs->setFocus();
}

void OrderDetail::ask()
{
    m_question.ask(
        [number = utf8(m_orderNo)](Backend& backend, const std::stop_token&) -> Result<Read> {
            auto order = backend.order(number);
            if (!order) return order.error();
            auto lineage = backend.lineage(order->row.orderNo);
            if (!lineage) return lineage.error();
            return Read{*std::move(order), *std::move(lineage)};
        },
        [this](const Result<Read>& read) {
            if (read) return take(*read);
            m_content->showError(read.error(), [this] { ask(); });
        });
}

void OrderDetail::hear(const ChangeView& change)
{
    if (isVisible() && std::ranges::binary_search(change.orders, m_id) && !m_again.isActive())
        m_again.start();
}

void OrderDetail::take(const Read& read)
{
    m_id = read.order.row.id;
    m_orderNo = text(read.order.row.orderNo);
    fillHeader(read.order);
    fillLines(read.order);
    fillTree(read.order);
    fillTables(read.order);
    fillUndone(read.order);
    m_timeline->show(read.lineage, read.order.content);
    m_content->showContent();
}

void OrderDetail::fillHeader(const OrderView& order)
{
    const OrderRow& row = order.row;
    m_title->setText(tr("Order %1").arg(text(row.orderNo)));
    m_state->setBadge(stageWords(row), toneOf(row));
    QStringList about;
    about << tr("Customer: %1").arg(text(row.customer)) << tr("Channel: %1").arg(text(row.channel));
    if (!order.number.empty()) about << tr("Customer's number: %1").arg(text(order.number));
    about << tr("Received: %1").arg(Text::time(row.receivedAt));
    if (row.promisedAt) about << tr("Promised: %1").arg(Text::time(*row.promisedAt));
    if (row.totalMinor)
        about << tr("Value: %1").arg(Text::money(Money{.minor = *row.totalMinor, .currency = row.currency}));
    for (const Hold& hold : order.holds)
        about << tr("Hold (%1): %2").arg(Words::holdKind(hold.kind), text(hold.reason));
    for (const WaitingChange& change : order.waitingChanges)
        about << tr("A change of %1 waits since %2 for the end of a call")
                     .arg(text(change.system), Text::time(change.receivedAt));
    m_about->setText(about.join(QStringLiteral("   ·   ")));
    const QString waiting = OrderTexts::waiting(row.waiting);
    m_waiting->setText(row.isOpen ? waiting : tr("Nothing is left to happen."));
    m_hold->setEnabled(row.isOpen);
    m_release->setEnabled(!order.holds.empty());
    m_takeBack->setEnabled(!order.compensation);
    m_replay->setEnabled(!order.compensation);
    m_cancel->setEnabled(row.isOpen && !order.compensation);
}

void OrderDetail::fillLines(const OrderView& order)
{
    std::vector<TableRow> rows;
    for (const LineView& line : order.lines) {
        const LineFigures& f = line.figures;
        QString price = Text::none();
        if (line.unitPrice) price = Text::price(*line.unitPrice, order.row.currency);
        rows.push_back(
            {.id = line.lineNo,
             .cells = {{.text = QString::number(line.lineNo), .sort = line.lineNo, .isFigure = true},
                       {.text = line.parentLineNo == 0
                                    ? text(line.sku)
                                    : tr("%1 (for line %2)").arg(text(line.sku)).arg(line.parentLineNo)},
                       {.text = price, .isFigure = true},
                       {.text = stageText(f), .hint = stageText(f), .sort = stageShares(f)},
                       figure(f.ordered),
                       figure(f.allocated),
                       figure(f.shipped),
                       figure(f.delivered),
                       figure(f.invoiced),
                       figure(f.backordered),
                       figure(f.cancelled),
                       figure(f.returned)}});
    }
    m_lines.setRows(std::move(rows));
}

void OrderDetail::fillTree(const OrderView& order)
{
    m_tree->clear();
    for (const Fulfillment& fulfillment : order.fulfillments) {
        auto* node = new QTreeWidgetItem(
            m_tree, {tr("Fulfillment at %1").arg(text(fulfillment.node)), QString::number(fulfillment.number),
                     Words::fulfillmentState(stateKey(fulfillment)), Text::time(fulfillment.plannedAt)});
        for (const Shipment& shipment : order.shipments) {
            if (shipment.fulfillment != fulfillment.number) continue;
            const Quantity units = sum(shipment.lines, &ShipmentLine::quantity);
            auto* parcel = addNode(
                node, tr("Shipment with %1, %2").arg(text(shipment.carrier), unitsOf(units)),
                text(shipment.tracking), Words::parcelState(shipment.status), Text::time(shipment.shippedAt));
            for (const Invoice& invoice : order.invoices) {
                if (std::ranges::find(invoice.shipments, shipment.number) == invoice.shipments.end())
                    continue;
                addNode(parcel, tr("Invoice"), text(invoice.document), {}, {});
            }
            addReturns(parcel, order, shipment.number);
        }
    }
    for (const Invoice& invoice : order.invoices) {
        if (!invoice.shipments.empty()) continue;
        new QTreeWidgetItem(m_tree, {tr("Invoice before shipment"), text(invoice.document)});
    }
    m_tree->expandAll();
    for (int column = 0; column < m_tree->columnCount(); ++column)
        m_tree->resizeColumnToContents(column);
}

void OrderDetail::fillTables(const OrderView& order)
{
    std::vector<TableRow> calls;
    for (const EffectView& effect : order.effects) {
        const bool isDone = effect.state == "done" || effect.state == "adopted";
        calls.push_back(
            {.id = effect.number,
             .cells = {{.text = Words::step(effect.step)},
                       {.text = text(effect.system)},
                       {.text = Words::effectState(effect.state), .tone = isDone ? Tone::Good : Tone::Info},
                       {.text = Text::number(effect.attempts), .sort = effect.attempts, .isFigure = true},
                       {.text = text(effect.reference)},
                       {.text = text(effect.document)},
                       {.text = text(effect.key)}}});
    }
    m_calls.setRows(std::move(calls));
    std::vector<TableRow> references;
    for (const ExternalReference& reference : order.references)
        references.push_back({.id = static_cast<qlonglong>(references.size()) + 1,
                              .cells = {{.text = Words::referenceKind(reference.kind)},
                                        {.text = text(reference.value)},
                                        {.text = text(reference.system)}}});
    m_references.setRows(std::move(references));
    std::vector<TableRow> expected;
    for (const ExpectationView& next : order.expectations)
        expected.push_back({.id = static_cast<qlonglong>(expected.size()) + 1,
                            .cells = {{.text = Words::expectation(next.what)},
                                      {.text = text(next.system)},
                                      {.text = text(next.reference)},
                                      {.text = Text::time(next.dueAt)},
                                      {.text = next.isOverdue ? tr("Overdue") : tr("Awaited"),
                                       .tone = next.isOverdue ? Tone::Bad : Tone::Info}}});
    m_expected.setRows(std::move(expected));
    std::vector<TableRow> exceptions;
    for (const ExceptionView& exception : order.exceptions)
        exceptions.push_back(
            {.id = exception.id,
             .cells = {{.text = Words::severity(exception.severity),
                        .tone = exception.severity >= Severity::High ? Tone::Bad : Tone::Warning},
                       {.text = StoredSentences::translated(exception.text)},
                       {.text = text(exception.system)},
                       {.text = text(exception.cause)},
                       {.text = Text::time(exception.dueBy)}}});
    m_exceptions.setRows(std::move(exceptions));
}

/// Step by step while it goes on; afterwards what was taken back, with the partner's number for it.
void OrderDetail::fillUndone(const OrderView& order)
{
    std::vector<TableRow> rows;
    const auto add = [&](const UndoView& undo) {
        const bool isStuck = undo.state == "stuck";
        rows.push_back({.id = undo.effect,
                        .cells = {{.text = Words::step(undo.step)},
                                  {.text = text(undo.reference)},
                                  {.text = text(undo.system)},
                                  {.text = text(undo.document)},
                                  {.text = Words::undoKind(undo.how)},
                                  {.text = Words::undoState(undo.state),
                                   .tone = isStuck                  ? Tone::Bad
                                           : undo.state == "undone" ? Tone::Good
                                                                    : Tone::Neutral},
                                  {.text = text(undo.proof)}}});
    };
    if (order.compensation) {
        for (const UndoView& undo : order.compensation->steps)
            add(undo);
    } else {
        for (const EffectView& undo : order.effects) {
            const auto undone = std::ranges::find(order.effects, undo.undoes, &EffectView::number);
            if (undo.undoes == 0 || undone == order.effects.end()) continue;
            const bool isDone = undone->state == "compensated";
            add({.effect = undone->number,
                 .step = undone->step,
                 .reference = undone->reference,
                 .system = undo.system,
                 .document = undone->document,
                 .how = "call",
                 .state = isDone ? "undone" : "kept",
                 .proof = undo.document});
        }
    }
    m_tabs->setTabVisible(m_undoneTab, !rows.empty());
    m_undone.setRows(std::move(rows));
}

} // namespace milepost
