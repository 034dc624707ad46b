// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/store/batch.h"
#include "backend/store/search_words.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace milepost {

/// SQL of external_reference and of the search index over it. Indexing costs little per reference only when
/// many go in at once: references wait for it in memory, and readers look at those that wait by themselves.
/// One thread. Throws SQLite::Exception.
class ReferenceRepository {
public:
    explicit ReferenceRepository(SQLite::Database& database);

    /// Our own number of an order, with all words that it is found by.
    void add(const NewOrderRow& order);
    void add(const std::vector<std::pair<OrderId, ExternalReference>>& references);

    std::vector<OrderId> byValue(std::string_view value); ///< each order once, by id

    std::size_t waiting() const { return m_waiting.size(); } ///< for the index
    void index();                        ///< all that wait, within the transaction of the caller
    void settle();                       ///< after its commit
    void abandon();                      ///< after its rollback
    void abandonAfter(std::size_t kept); ///< after the rollback of a savepoint at which so many waited

private:
    std::int64_t insert(OrderId order, const ExternalReference& reference);

    SQLite::Database& m_database;
    SQLite::Statement m_insert;
    SQLite::Statement m_index;
    SQLite::Statement m_byValue;
    SQLite::Statement m_putSequence;
    std::vector<SearchText> m_waiting;
    std::size_t m_settled = 0; ///< of those that wait, committed ones
    std::size_t m_indexed = 0; ///< of those that wait, put into the index by the transaction under way
};

} // namespace milepost
