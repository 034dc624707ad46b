// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <QElapsedTimer>
#include <QTimer>

#include "models/backend_bridge.h"
#include "models/latest_question.h"
#include "models/order_blocks.h"
#include "models/roles.h"
#include "models/row_changes.h"

#include <functional>
#include <optional>
#include <unordered_set>
#include <vector>

namespace milepost {

/// The orders that match a filter, however many: the ids of all of them, and those rows that were looked at.
/// Rows that are not here yet answer with PendingRole. It keeps current by the change feed: shown rows are
/// read again, new orders appear on top; where neither is exact (a filter, another sort) the list reads
/// itself again after a second of quiet. GUI thread.
class OrderListModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    /// uint: bit i says that milestone i is full.
    static constexpr int MilestonesRole = FirstOwnRole;

    /// `now`: business time. The bridge outlives the model.
    OrderListModel(BackendBridge& bridge, std::function<Timestamp()> now, QObject* parent = nullptr);

    /// Shows what matches; the rows shown so far stay until the answer is here.
    /// Of a search first some orders, at once, then all.
    void setFilter(const OrderFilter& filter);
    const OrderFilter& filter() const { return m_filter; }
    void reload();

    /// Which rows are on screen: they are kept current.
    void setShownRows(int first, int last);
    /// What changes is counted, not read, while nobody looks.
    void setActive(bool active);

    OrderId idAt(int row) const;
    std::optional<int> rowOf(OrderId id) const;
    const OrderRow* orderAt(int row) const; ///< null: not here yet
    /// Ids of the rows first … last, in their order.
    std::vector<OrderId> ids(int first, int last) const;

    bool isLoading() const { return m_snapshot.isAsking(); }
    bool hasLoaded() const { return m_hasLoaded; }
    /// Only some of what the search finds is shown; the rest is on its way.
    bool isPartial() const { return m_isPartial; }
    /// Orders that changed since a list with a filter or of another sort was read: it may be out of date.
    int changedSince() const { return static_cast<int>(m_changed.size()); }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    /// By the backend. Columns that it cannot sort by leave the list as it is.
    void sort(int column, Qt::SortOrder order) override;

    static std::optional<OrderSort> sortOf(int column);
    static int columnOf(OrderSort sort);

signals:
    void loadingChanged();
    void loaded(); ///< the answer to the newest filter is shown
    void failed(const milepost::Error& error);
    void changedSinceChanged(int orders);

private:
    struct Snapshot {
        std::vector<OrderId> ids{};          ///< the last row first
        std::optional<RowChanges> changes{}; ///< from what is shown, where it is little
        bool isPartial = false;
    };
    struct Fetched {
        std::vector<OrderId> ids{};
        std::vector<ListedOrder> rows{};
    };

    std::size_t placeOf(int row) const { return m_ids.size() - 1 - static_cast<std::size_t>(row); }
    int rowAt(std::size_t place) const { return static_cast<int>(m_ids.size() - 1 - place); }
    bool isNewestFirst() const; ///< and unfiltered: a new order belongs on top

    void ask(bool mayKeepRows, std::size_t atMost = 0);
    void use(const Result<Snapshot>& answer);
    void apply(const RowChanges& changes, const std::vector<OrderId>& ids);
    void replaceAll(std::vector<OrderId> ids);

    void fetch();
    void fetchBlock(std::size_t block);
    void take(std::size_t block, const Result<Fetched>& answer);
    void refetchShown();
    void takeShown(const Result<Fetched>& answer);
    void tellShown(int first, int last);

    void hear(const ChangeView& change);
    void noteNew(const std::vector<OrderId>& orders);
    void noteChanged(const std::vector<OrderId>& orders);
    void insertNew();
    std::vector<OrderId> staleShown() const;
    void endFetch();
    bool changedMeanwhile(OrderId id) const;

    QVariant cell(const ListedOrder& order, OrderColumn column, int role) const;
    QVariant tone(const OrderRow& order, OrderColumn column) const;

    BackendBridge& m_bridge;
    std::function<Timestamp()> m_now;
    OrderFilter m_filter{};
    std::vector<OrderId> m_ids; ///< the last row first, so that new rows on top are appended
    mutable OrderBlocks m_blocks;
    std::vector<OrderId> m_newer;               ///< rising, to be put on top
    std::unordered_set<std::int64_t> m_changed; ///< since a list was read that nothing is put on top of
    QElapsedTimer m_changedSince;
    std::vector<OrderId> m_changedMeanwhile; ///< while rows were being read
    LatestQuestion<Snapshot> m_snapshot;
    mutable QTimer m_fetchSoon;
    QTimer m_refetchSoon;
    QTimer m_insertSoon;
    QTimer m_reloadAtQuiet;
    QTimer m_completeSoon; ///< after some of what a search finds: the rest
    int m_generation = 0;  ///< of m_ids; answers for older ones are dropped
    int m_fetching = 0;
    int m_firstShown = 0;
    int m_lastShown = -1;
    bool m_isRefetching = false;
    bool m_isActive = true;
    bool m_hasLoaded = false;
    bool m_isPartial = false;
};

} // namespace milepost
