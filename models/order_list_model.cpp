// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/order_list_model.h"

#include "models/text.h"
#include "models/when_ready.h"

#include <algorithm>
#include <chrono>

namespace milepost {
namespace {

using namespace std::chrono_literals;

constexpr auto refetchInterval = 250ms;
constexpr auto insertInterval = 500ms; ///< a row inserted into a long view costs milliseconds
constexpr auto quiet = 1s;
constexpr auto typingPause = 300ms;         ///< whoever pauses so long wants to see all that the search finds
constexpr std::size_t firstFound = 300;     ///< orders of a search that are shown at once
constexpr std::int64_t maxUnrestMs = 5'000; ///< a list under constant change is read again all the same
constexpr auto breakAfterFailure = 1s;
constexpr int maxFetching = 2;
constexpr std::size_t maxRuns = 40;

Result<std::vector<ListedOrder>> listedOrders(Backend& backend, const std::vector<OrderId>& ids)
{
    auto rows = backend.ordersById(ids);
    if (!rows) return rows.error();
    return OrderTexts::listed(std::move(*rows));
}

int alignment(OrderColumn column)
{
    const bool isFigure = column == OrderColumn::Value || column == OrderColumn::Exceptions;
    return static_cast<int>((isFigure ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
}

} // namespace

OrderListModel::OrderListModel(BackendBridge& bridge, std::function<Timestamp()> now, QObject* parent)
    : QAbstractTableModel(parent)
    , m_bridge(bridge)
    , m_now(std::move(now))
    , m_snapshot(bridge, this)
{
    for (QTimer* timer : {&m_fetchSoon, &m_refetchSoon, &m_insertSoon, &m_reloadAtQuiet, &m_completeSoon})
        timer->setSingleShot(true);
    m_fetchSoon.setInterval(0); // after the paint: what was scrolled past within it is not fetched
    m_refetchSoon.setInterval(refetchInterval);
    m_insertSoon.setInterval(insertInterval);
    m_reloadAtQuiet.setInterval(quiet);
    m_completeSoon.setInterval(typingPause);
    connect(&m_fetchSoon, &QTimer::timeout, this, &OrderListModel::fetch);
    connect(&m_refetchSoon, &QTimer::timeout, this, &OrderListModel::refetchShown);
    connect(&m_insertSoon, &QTimer::timeout, this, &OrderListModel::insertNew);
    connect(&m_reloadAtQuiet, &QTimer::timeout, this, [this] { ask(true); });
    connect(&m_completeSoon, &QTimer::timeout, this, [this] { ask(true); });
    connect(&bridge.changes(), &ChangeFeed::changed, this, &OrderListModel::hear);
}

void OrderListModel::setFilter(const OrderFilter& filter)
{
    m_filter = filter;
    m_newer.clear();
    ask(false, filter.search.empty() ? 0 : firstFound);
}

void OrderListModel::reload()
{
    ask(true);
}

void OrderListModel::setShownRows(int first, int last)
{
    m_firstShown = first;
    m_lastShown = last;
    if (!m_refetchSoon.isActive() && !staleShown().empty()) m_refetchSoon.start();
}

void OrderListModel::setActive(bool active)
{
    if (m_isActive == active) return;
    m_isActive = active;
    if (!active) return;
    if (!m_newer.empty()) insertNew();
    if (!m_changed.empty()) ask(true);
    setShownRows(m_firstShown, m_lastShown);
}

bool OrderListModel::isNewestFirst() const
{
    return m_filter.sort == OrderSort::Received && m_filter.isDescending && m_filter.search.empty() &&
           !m_filter.milestone && !m_filter.notYet && !m_filter.concern && m_filter.channel.empty() &&
           m_filter.system.empty() && m_filter.node.empty() && !m_filter.isOpen && !m_filter.receivedFrom &&
           !m_filter.receivedBefore;
}

void OrderListModel::ask(bool mayKeepRows, std::size_t atMost)
{
    m_reloadAtQuiet.stop();
    m_completeSoon.stop();
    m_changed.clear();
    emit changedSinceChanged(0);
    const std::vector<OrderId> shown = mayKeepRows && m_hasLoaded ? m_ids : std::vector<OrderId>();
    OrderFilter wanted = m_filter;
    wanted.atMost = atMost;
    m_snapshot.ask(
        [wanted, shown, mayKeepRows](Backend& backend, std::stop_token stop) -> Result<Snapshot> {
            auto ids = backend.orderIds(wanted, stop);
            if (!ids) return ids.error();
            Snapshot snapshot{.ids = std::move(*ids), .isPartial = wanted.atMost > 0};
            if (mayKeepRows) {
                const std::vector<OrderId> rows(shown.rbegin(), shown.rend());
                snapshot.changes = rowChanges(rows, snapshot.ids, maxRuns);
            }
            std::ranges::reverse(snapshot.ids);
            return snapshot;
        },
        [this](const Result<Snapshot>& answer) { use(answer); });
    emit loadingChanged();
}

void OrderListModel::use(const Result<Snapshot>& answer)
{
    if (!answer) {
        emit loadingChanged();
        emit failed(answer.error());
        return;
    }
    if (answer->changes && m_hasLoaded)
        apply(*answer->changes, answer->ids);
    else
        replaceAll(answer->ids);
    m_hasLoaded = true;
    m_isPartial = answer->isPartial;
    if (m_isPartial) m_completeSoon.start();
    // what came in before this answer was read is in it; what came in since is still to be shown
    const OrderId newestShown = m_ids.empty() ? OrderId{} : *std::ranges::max_element(m_ids);
    std::erase_if(m_newer, [newestShown](OrderId id) { return id <= newestShown; });
    if (!m_newer.empty()) m_insertSoon.start();
    emit loadingChanged();
    emit loaded();
}

void OrderListModel::apply(const RowChanges& changes, const std::vector<OrderId>& ids)
{
    if (changes.removed.empty() && changes.inserted.empty()) return;
    const bool isOnTop =
        changes.removed.empty() && changes.inserted.size() == 1 && changes.inserted.front().first == 0;
    ++m_generation;
    if (!isOnTop) m_blocks.clear(); // places below the change have moved
    for (auto run = changes.removed.rbegin(); run != changes.removed.rend(); ++run) {
        const auto last = static_cast<int>(run->first + run->count) - 1;
        beginRemoveRows({}, static_cast<int>(run->first), last);
        const auto from = m_ids.end() - last - 1;
        m_ids.erase(from, from + static_cast<std::ptrdiff_t>(run->count));
        endRemoveRows();
    }
    for (const RowRun& run : changes.inserted) {
        const auto last = static_cast<int>(run.first + run.count) - 1;
        beginInsertRows({}, static_cast<int>(run.first), last);
        const auto from = ids.end() - last - 1;
        m_ids.insert(m_ids.end() - static_cast<std::ptrdiff_t>(run.first), from,
                     from + static_cast<std::ptrdiff_t>(run.count));
        endInsertRows();
    }
    tellShown(m_firstShown, m_lastShown);
}

void OrderListModel::replaceAll(std::vector<OrderId> ids)
{
    beginResetModel();
    ++m_generation;
    m_blocks.clear();
    m_ids = std::move(ids);
    endResetModel();
}

void OrderListModel::fetch()
{
    while (m_fetching < maxFetching) {
        const auto block = m_blocks.takeWish();
        if (!block) return;
        if (*block * OrderBlocks::blockSize < m_ids.size()) fetchBlock(*block);
    }
}

void OrderListModel::fetchBlock(std::size_t block)
{
    const std::size_t first = block * OrderBlocks::blockSize;
    const std::size_t end = std::min(first + OrderBlocks::blockSize, m_ids.size());
    std::vector<OrderId> ids(m_ids.begin() + static_cast<std::ptrdiff_t>(first),
                             m_ids.begin() + static_cast<std::ptrdiff_t>(end));
    ++m_fetching;
    auto answer = m_bridge.ask([ids = std::move(ids)](Backend& backend) -> Result<Fetched> {
        auto rows = listedOrders(backend, ids);
        if (!rows) return rows.error();
        return Fetched{.ids = ids, .rows = std::move(*rows)};
    });
    whenReady(answer, this, [this, block, generation = m_generation](const Result<Fetched>& fetched) {
        m_fetching = std::max(0, m_fetching - 1);
        if (generation == m_generation) return take(block, fetched);
        m_blocks.giveUp(block);
        tellShown(m_firstShown, m_lastShown); // whoever still shows it asks again
        fetch();
    });
}

void OrderListModel::take(std::size_t block, const Result<Fetched>& answer)
{
    if (!answer) {
        m_blocks.giveUp(block);
        endFetch();
        emit failed(answer.error());
        QTimer::singleShot(breakAfterFailure, this, [this] { tellShown(m_firstShown, m_lastShown); });
        return;
    }
    std::vector<std::optional<ListedOrder>> rows(answer->ids.size());
    auto row = answer->rows.begin();
    for (std::size_t i = 0; i < rows.size() && row != answer->rows.end(); ++i) {
        if (row->row.id != answer->ids[i]) continue;
        rows[i] = *row++;
        rows[i]->isStale = changedMeanwhile(answer->ids[i]);
    }
    const std::size_t first = block * OrderBlocks::blockSize;
    m_blocks.put(block, std::move(rows));
    endFetch();
    tellShown(rowAt(first + answer->ids.size() - 1), rowAt(first));
    setShownRows(m_firstShown, m_lastShown);
    fetch();
}

void OrderListModel::endFetch()
{
    if (m_fetching == 0 && !m_isRefetching) m_changedMeanwhile.clear();
}

bool OrderListModel::changedMeanwhile(OrderId id) const
{
    return std::ranges::find(m_changedMeanwhile, id) != m_changedMeanwhile.end();
}

void OrderListModel::tellShown(int first, int last)
{
    const int from = std::max(first, 0);
    const int to = std::min(last, rowCount() - 1);
    if (from <= to) emit dataChanged(index(from, 0), index(to, orderColumnCount - 1));
}

std::vector<OrderId> OrderListModel::staleShown() const
{
    std::vector<OrderId> ids;
    for (int row = std::max(m_firstShown, 0); row <= std::min(m_lastShown, rowCount() - 1); ++row) {
        const ListedOrder* order = m_blocks.peek(placeOf(row));
        if (order != nullptr && order->isStale) ids.push_back(order->row.id);
    }
    return ids;
}

void OrderListModel::refetchShown()
{
    if (m_isRefetching || !m_isActive) return;
    std::vector<OrderId> ids = staleShown();
    if (ids.empty()) return;
    m_isRefetching = true;
    auto answer = m_bridge.ask([ids = std::move(ids)](Backend& backend) -> Result<Fetched> {
        auto rows = listedOrders(backend, ids);
        if (!rows) return rows.error();
        return Fetched{.ids = ids, .rows = std::move(*rows)};
    });
    whenReady(answer, this, [this](const Result<Fetched>& fetched) { takeShown(fetched); });
}

void OrderListModel::takeShown(const Result<Fetched>& answer)
{
    m_isRefetching = false;
    if (!answer) {
        endFetch();
        emit failed(answer.error());
        return;
    }
    for (int row = std::max(m_firstShown, 0); row <= std::min(m_lastShown, rowCount() - 1); ++row) {
        const std::size_t place = placeOf(row);
        const auto found = std::ranges::find(answer->rows, m_ids[place],
                                             [](const ListedOrder& order) { return order.row.id; });
        if (found == answer->rows.end()) continue;
        ListedOrder read = *found;
        read.isStale = changedMeanwhile(read.row.id);
        if (m_blocks.replace(place, std::move(read))) tellShown(row, row);
    }
    endFetch();
    if (!staleShown().empty()) m_refetchSoon.start();
}

void OrderListModel::hear(const ChangeView& change)
{
    if (change.orders.empty()) return;
    if (m_fetching > 0 || m_isRefetching)
        m_changedMeanwhile.insert(m_changedMeanwhile.end(), change.orders.begin(), change.orders.end());
    m_blocks.forEach([&change](std::size_t, ListedOrder& order) {
        if (std::ranges::binary_search(change.orders, order.row.id)) order.isStale = true;
    });
    setShownRows(m_firstShown, m_lastShown);
    if (isNewestFirst())
        noteNew(change.orders);
    else
        noteChanged(change.orders);
}

void OrderListModel::noteNew(const std::vector<OrderId>& orders)
{
    OrderId newest = m_ids.empty() ? OrderId{} : m_ids.back();
    if (!m_newer.empty()) newest = std::max(newest, m_newer.back());
    m_newer.insert(m_newer.end(), std::ranges::upper_bound(orders, newest), orders.end());
    if (!m_newer.empty() && m_isActive && !m_insertSoon.isActive()) m_insertSoon.start();
}

void OrderListModel::noteChanged(const std::vector<OrderId>& orders)
{
    if (m_changed.empty()) m_changedSince.start();
    for (const OrderId id : orders)
        m_changed.insert(id.value);
    emit changedSinceChanged(changedSince());
    if (m_isActive && (!m_reloadAtQuiet.isActive() || !m_changedSince.hasExpired(maxUnrestMs)))
        m_reloadAtQuiet.start();
}

void OrderListModel::insertNew()
{
    if (!isNewestFirst() || isLoading() || m_newer.empty()) return;
    const auto count = static_cast<int>(m_newer.size());
    beginInsertRows({}, 0, count - 1);
    m_ids.insert(m_ids.end(), m_newer.begin(), m_newer.end());
    m_newer.clear();
    endInsertRows();
}

OrderId OrderListModel::idAt(int row) const
{
    return row >= 0 && row < rowCount() ? m_ids[placeOf(row)] : OrderId{};
}

std::optional<int> OrderListModel::rowOf(OrderId id) const
{
    const auto found = std::ranges::find(m_ids, id);
    if (found == m_ids.end()) return std::nullopt;
    return rowAt(static_cast<std::size_t>(found - m_ids.begin()));
}

const OrderRow* OrderListModel::orderAt(int row) const
{
    if (row < 0 || row >= rowCount()) return nullptr;
    const ListedOrder* order = m_blocks.peek(placeOf(row));
    return order == nullptr ? nullptr : &order->row;
}

std::vector<OrderId> OrderListModel::ids(int first, int last) const
{
    std::vector<OrderId> ids;
    for (int row = std::max(first, 0); row <= std::min(last, rowCount() - 1); ++row)
        ids.push_back(m_ids[placeOf(row)]);
    return ids;
}

int OrderListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_ids.size());
}

int OrderListModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : orderColumnCount;
}

QVariant OrderListModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const auto column = static_cast<OrderColumn>(index.column());
    if (role == Qt::TextAlignmentRole) return alignment(column);
    const std::size_t place = placeOf(index.row());
    if (role == IdRole) return static_cast<qlonglong>(m_ids[place].value);
    const bool needsRow = role == Qt::DisplayRole || role == PendingRole;
    const ListedOrder* order = needsRow ? m_blocks.at(place) : m_blocks.peek(place);
    if (m_blocks.hasWishes() && !m_fetchSoon.isActive()) m_fetchSoon.start();
    if (role == PendingRole) return order == nullptr;
    return order == nullptr ? QVariant() : cell(*order, column, role);
}

QVariant OrderListModel::cell(const ListedOrder& order, OrderColumn column, int role) const
{
    switch (role) {
    case Qt::DisplayRole: return order.text(column);
    case OrderNoRole: return order.text(OrderColumn::OrderNo);
    case MilestonesRole: return order.row.milestones;
    case ToneRole: return tone(order.row, column);
    case IconRole:
        if (column == OrderColumn::Exceptions) return QStringLiteral("exceptions");
        return {};
    default: return {};
    }
}

QVariant OrderListModel::tone(const OrderRow& order, OrderColumn column) const
{
    switch (column) {
    case OrderColumn::Exceptions:
        return order.openExceptions > 0 ? QVariant(static_cast<int>(Tone::Bad)) : QVariant();
    case OrderColumn::Promised: {
        const bool isDelivered = isFull(order.milestones, Milestone::Delivered);
        const bool isBroken = order.isOpen && !isDelivered && order.promisedAt && *order.promisedAt < m_now();
        return isBroken ? QVariant(static_cast<int>(Tone::Warning)) : QVariant();
    }
    default: return {};
    }
}

QVariant OrderListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= orderColumnCount) return {};
    const auto column = static_cast<OrderColumn>(section);
    if (role == Qt::DisplayRole) return OrderTexts::header(column);
    if (role == Qt::ToolTipRole) return OrderTexts::headerHint(column);
    if (role == Qt::TextAlignmentRole) return alignment(column);
    return {};
}

void OrderListModel::sort(int column, Qt::SortOrder order)
{
    const auto sort = sortOf(column);
    const bool isDescending = order == Qt::DescendingOrder;
    if (!sort || (m_filter.sort == *sort && m_filter.isDescending == isDescending)) return;
    m_filter.sort = *sort;
    m_filter.isDescending = isDescending;
    m_newer.clear();
    if (m_hasLoaded || isLoading()) ask(false);
}

std::optional<OrderSort> OrderListModel::sortOf(int column)
{
    switch (static_cast<OrderColumn>(column)) {
    case OrderColumn::OrderNo: return OrderSort::OrderNo;
    case OrderColumn::Channel: return OrderSort::Channel;
    case OrderColumn::Customer: return OrderSort::Customer;
    case OrderColumn::Received: return OrderSort::Received;
    case OrderColumn::Promised: return OrderSort::Promised;
    case OrderColumn::Value: return OrderSort::Total;
    case OrderColumn::Milestones:
    case OrderColumn::Nodes:
    case OrderColumn::Exceptions:
    case OrderColumn::Waiting: return std::nullopt;
    }
    return std::nullopt;
}

int OrderListModel::columnOf(OrderSort sort)
{
    for (int column = 0; column < orderColumnCount; ++column)
        if (sortOf(column) == sort) return column;
    return static_cast<int>(OrderColumn::Received);
}

} // namespace milepost
