// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/store/batch.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace milepost {

/// SQL of external_reference and of the search index over it. One thread. Throws SQLite::Exception.
class ReferenceRepository {
public:
    explicit ReferenceRepository(SQLite::Database& database);

    /// Our own number of an order, with all words that it is found by.
    void add(const NewOrderRow& order);
    void add(const std::vector<std::pair<OrderId, ExternalReference>>& references);

    std::vector<OrderId> byValue(std::string_view value); ///< each order once, by id

private:
    std::int64_t insert(OrderId order, const ExternalReference& reference);

    SQLite::Database& m_database;
    SQLite::Statement m_insert;
    SQLite::Statement m_index;
    SQLite::Statement m_byValue;
};

} // namespace milepost
