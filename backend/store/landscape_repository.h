// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/store/batch.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <vector>

namespace milepost {

/// SQL of what is known of the systems: source, cursor and stock_position. One thread. Throws
/// SQLite::Exception.
class LandscapeRepository {
public:
    explicit LandscapeRepository(SQLite::Database& database);

    void put(const SourceRow& row);
    void put(const CursorRow& row);
    void put(const StockRow& row);

    std::vector<SourceRow> sources();
    std::vector<CursorRow> cursors();
    std::vector<StockRow> stock();

private:
    SQLite::Statement m_putSource;
    SQLite::Statement m_putCursor;
    SQLite::Statement m_putStock;
    SQLite::Statement m_sources;
    SQLite::Statement m_cursors;
    SQLite::Statement m_stock;
};

} // namespace milepost
