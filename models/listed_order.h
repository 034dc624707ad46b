// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QString>

#include "backend/service/views.h"

#include <array>
#include <vector>

namespace milepost {

/// Columns of the list of orders.
enum class OrderColumn {
    OrderNo,
    Channel,
    Customer,
    Received,
    Promised,
    Value,
    Milestones,
    Nodes,
    Exceptions,
    Waiting,
};

inline constexpr int orderColumnCount = 10;

/// One order of a list with its texts made once, so that painting a cell costs nothing.
struct ListedOrder {
    OrderRow row{};
    std::array<QString, orderColumnCount> texts{};
    bool isStale = false; ///< it changed since it was read

    const QString& text(OrderColumn column) const { return texts[static_cast<std::size_t>(column)]; }
};

/// Makes rows and heads of the list of orders.
class OrderTexts {
    Q_DECLARE_TR_FUNCTIONS(OrderTexts)

public:
    static QString header(OrderColumn column);
    static QString headerHint(OrderColumn column);
    static ListedOrder listed(OrderRow row); ///< any thread
    static std::vector<ListedOrder> listed(std::vector<OrderRow> rows);
    /// The main milestones that are full and the next one, in words.
    static QString milestones(std::uint32_t full);
    /// What an order waits for and until when.
    static QString waiting(const Waiting& waiting);
};

} // namespace milepost
