// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/store/landscape_repository.h"

#include "backend/store/sql.h"

namespace milepost {
namespace {

constexpr const char* putSourceSql = R"(
    INSERT INTO source (system, kind, state, last_contact_at, watermark)
    VALUES (?, ?, ?, ?, ?)
    ON CONFLICT (system) DO UPDATE
    SET kind = excluded.kind, state = excluded.state, last_contact_at = excluded.last_contact_at,
        watermark = excluded.watermark
)";

constexpr const char* putCursorSql = R"(
    INSERT INTO cursor (system, poll, cursor)
    VALUES (?, ?, ?)
    ON CONFLICT (system, poll) DO UPDATE SET cursor = excluded.cursor
)";

constexpr const char* putStockSql = R"(
    INSERT INTO stock_position (node, sku, on_hand, as_of)
    VALUES (?, ?, ?, ?)
    ON CONFLICT (node, sku) DO UPDATE SET on_hand = excluded.on_hand, as_of = excluded.as_of
)";

constexpr const char* sourcesSql = R"(
    SELECT system, kind, state, last_contact_at, watermark
    FROM source
    ORDER BY system
)";

constexpr const char* cursorsSql = R"(
    SELECT system, poll, cursor
    FROM cursor
    ORDER BY system, poll
)";

constexpr const char* stockSql = R"(
    SELECT node, sku, on_hand, as_of
    FROM stock_position
    ORDER BY node, sku
)";

} // namespace

LandscapeRepository::LandscapeRepository(SQLite::Database& database)
    : m_putSource(database, putSourceSql)
    , m_putCursor(database, putCursorSql)
    , m_putStock(database, putStockSql)
    , m_sources(database, sourcesSql)
    , m_cursors(database, cursorsSql)
    , m_stock(database, stockSql)
{
}

void LandscapeRepository::put(const SourceRow& row)
{
    sql::execute(m_putSource, row.system, row.kind, row.state, row.lastContactAt, row.watermark);
}

void LandscapeRepository::put(const CursorRow& row)
{
    sql::execute(m_putCursor, row.system, row.poll, row.cursor);
}

void LandscapeRepository::put(const StockRow& row)
{
    sql::execute(m_putStock, row.node, row.sku, row.onHand, row.asOf);
}

std::vector<SourceRow> LandscapeRepository::sources()
{
    std::vector<SourceRow> found;
    sql::Rows rows(m_sources);
    while (rows.next()) {
        SourceRow& row = found.emplace_back();
        row.system = rows.text();
        row.kind = rows.text();
        row.state = rows.text();
        row.lastContactAt = rows.optionalTime();
        row.watermark = rows.optionalTime();
    }
    return found;
}

std::vector<CursorRow> LandscapeRepository::cursors()
{
    std::vector<CursorRow> found;
    sql::Rows rows(m_cursors);
    while (rows.next()) {
        CursorRow& row = found.emplace_back();
        row.system = rows.text();
        row.poll = rows.text();
        row.cursor = rows.text();
    }
    return found;
}

std::vector<StockRow> LandscapeRepository::stock()
{
    std::vector<StockRow> found;
    sql::Rows rows(m_stock);
    while (rows.next()) {
        StockRow& row = found.emplace_back();
        row.node = rows.text();
        row.sku = rows.text();
        row.onHand = Quantity{rows.integer()};
        row.asOf = rows.time();
    }
    return found;
}

} // namespace milepost
