// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inventory/inventory_page.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

#include "models/backend_bridge.h"
#include "models/text.h"
#include "ui/parts/data_table.h"
#include "ui/parts/view_stack.h"

#include <algorithm>

namespace milepost {
namespace {

constexpr int rereadInterval = 3'000; // milliseconds
constexpr Duration oldAfter{std::chrono::hours(4)};
constexpr std::size_t mostNamed = 5;

TableCell units(Quantity quantity, std::optional<Tone> tone = std::nullopt)
{
    return {
        .text = Text::quantity(quantity), .tone = tone, .sort = qlonglong(quantity.micro), .isFigure = true};
}

QString waiters(const InventoryRow& row)
{
    QStringList names;
    for (const std::string& order : row.waitingOrders) {
        if (static_cast<std::size_t>(names.size()) == mostNamed) break;
        names << text(order);
    }
    const int more = static_cast<int>(row.waitingOrders.size()) - static_cast<int>(names.size());
    QString words = names.join(QStringLiteral(", "));
    if (more > 0) words += InventoryPage::tr(" and %n more", nullptr, more);
    return words;
}

TableRow rowOf(const InventoryRow& row, qlonglong id, Timestamp now)
{
    const bool isKnown = row.asOf != Timestamp{};
    const bool isOld = isKnown && now - row.asOf > oldAfter;
    const bool isShort = row.waiting.isPositive();
    return {
        .id = id,
        .cells = {{.text = text(row.sku)},
                  {.text = row.node.empty() ? Text::none() : text(row.node)},
                  units(row.available, row.available.isZero() ? std::optional(Tone::Warning) : std::nullopt),
                  units(row.onHand),
                  units(row.reserved),
                  units(row.shipped),
                  {.text = isKnown ? Text::relative(row.asOf, now) : Text::none(),
                   .tone = isOld ? std::optional(Tone::Warning) : std::nullopt,
                   .hint = isKnown ? Text::time(row.asOf) : QString(),
                   .sort = qlonglong(row.asOf.time_since_epoch().count())},
                  units(row.waiting, isShort ? std::optional(Tone::Bad) : std::nullopt),
                  {.text = waiters(row)}}};
}

} // namespace

InventoryPage::InventoryPage(const ConsoleContext& context, QWidget* parent)
    : Page(context, parent)
    , m_model({tr("Item"), tr("Node"), tr("To promise"), tr("On hand"), tr("Reserved"), tr("Left since"),
               tr("Reported"), tr("Waited for"), tr("Who waits")})
    , m_search(new QLineEdit)
    , m_waitedFor(new QCheckBox(tr("Only what is &waited for")))
    , m_table(new DataTable(QStringLiteral("inventoryTable"), context.settings))
    , m_content(new ViewStack(m_table))
    , m_count(new QLabel)
    , m_question(context.bridge, this)
{
    m_search->setObjectName(QStringLiteral("inventorySearch"));
    m_search->setAccessibleName(tr("Search inventory"));
    m_search->setPlaceholderText(tr("Item, node or order"));
    m_search->setClearButtonEnabled(true);
    m_waitedFor->setObjectName(QStringLiteral("inventoryWaitedFor"));
    m_table->setAccessibleName(tr("Inventory"));
    m_table->setModel(&m_model);
    m_table->sortAtFirst(0, Qt::AscendingOrder);
    m_table->setFirstWidths({150, 90, 100, 100, 100, 100, 120, 110});
    m_count->setProperty("look", QStringLiteral("muted"));
    auto* bar = new QHBoxLayout;
    bar->addWidget(m_search, 1);
    bar->addWidget(m_waitedFor);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 12, 16, 12);
    layout->addLayout(bar);
    layout->addWidget(m_content, 1);
    layout->addWidget(m_count);
    m_again.setSingleShot(true);
    m_again.setInterval(rereadInterval);
    connect(&m_again, &QTimer::timeout, this, &InventoryPage::reload);
    connect(m_search, &QLineEdit::textChanged, this, &InventoryPage::showRows);
    connect(m_waitedFor, &QCheckBox::toggled, this, &InventoryPage::showRows);
    connect(m_table, &DataTable::copied, this, &Page::notice);
    connect(m_table, &DataTable::opened, this, [this](const QModelIndex& index) {
        const QString sku = index.siblingAtColumn(0).data().toString();
        emit goTo({.page = Place::Page::Orders, .orders = {.search = utf8(sku)}});
    });
    connect(&context.bridge.changes(), &ChangeFeed::changed, this, [this](const ChangeView&) {
        if (isVisible() && !m_again.isActive()) m_again.start();
    });
    m_content->showLoading();
}

QString InventoryPage::title() const
{
    return tr("Inventory");
}

QWidget* InventoryPage::searchField()
{
    return m_search;
}

QList<ShortcutRow> InventoryPage::shortcuts() const
{
    return {{tr("Enter"), tr("Orders with this item")}};
}

void InventoryPage::enter(const Place&)
{
    reload();
    m_table->setFocus();
}

void InventoryPage::reload()
{
    m_question.ask([](Backend& backend, const std::stop_token&) { return backend.inventory(); },
                   [this](const Result<std::vector<InventoryRow>>& rows) {
                       if (!rows) return m_content->showError(rows.error(), [this] { reload(); });
                       m_rows = *rows;
                       showRows();
                   });
}

void InventoryPage::showRows()
{
    const QString wanted = m_search->text().trimmed();
    std::vector<TableRow> shown;
    qlonglong id = 0;
    for (const InventoryRow& row : m_rows) {
        ++id;
        if (m_waitedFor->isChecked() && !row.waiting.isPositive()) continue;
        const bool isNamed = std::ranges::any_of(row.waitingOrders, [&](const std::string& order) {
            return text(order).contains(wanted, Qt::CaseInsensitive);
        });
        const bool isMatch = wanted.isEmpty() || isNamed ||
                             text(row.sku).contains(wanted, Qt::CaseInsensitive) ||
                             text(row.node).contains(wanted, Qt::CaseInsensitive);
        if (isMatch) shown.push_back(rowOf(row, id, context().now()));
    }
    m_count->setText(tr("%n figures", nullptr, static_cast<int>(shown.size())));
    const bool isEmpty = shown.empty();
    m_model.setRows(std::move(shown));
    if (!isEmpty) return m_content->showContent();
    if (m_rows.empty())
        m_content->showEmpty(tr("No stock has been reported"),
                             tr("Figures appear as soon as a warehouse tells what it has."));
    else
        m_content->showEmpty(tr("No item matches"), tr("Fewer words will show more."));
}

} // namespace milepost
