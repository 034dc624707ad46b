// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/store/batch.h"
#include "backend/store/store.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace milepost {

/// SQL of customer_order, order_state and person. Writing side; one thread. Throws SQLite::Exception.
class OrderRepository {
public:
    explicit OrderRepository(SQLite::Database& database);

    /// `arrival`: the message that brought this content; null when there was none. False: it was a newer
    /// revision.
    bool put(const NewOrderRow& row, const InboxRow* arrival);
    void put(const StateRow& row);

    /// The rows that make up one order, still packed.
    struct PackedOrder {
        std::string state{};
        std::string businessKey{};
        PayloadId content{};
        std::string parties{};
    };
    std::optional<PackedOrder> find(OrderId id);
    std::optional<OrderId> byNo(std::string_view orderNo);
    std::optional<Store::KnownOrder> byBusinessKey(std::string_view key);
    std::vector<OrderId> open();

private:
    SQLite::Statement m_insertOrder;
    SQLite::Statement m_updateOrder;
    SQLite::Statement m_reviseOrder;
    SQLite::Statement m_putPerson;
    SQLite::Statement m_updateOpenState;
    SQLite::Statement m_putState;
    SQLite::Statement m_find;
    SQLite::Statement m_byNo;
    SQLite::Statement m_byKey;
    SQLite::Statement m_open;
};

} // namespace milepost
