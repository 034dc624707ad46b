// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/network/stock.h"

namespace milepost::network {

namespace {

StockRow readRow(SQLite::Statement& row)
{
    return {row.getColumn(0).getString(), row.getColumn(1).getString(), row.getColumn(2).getInt64(),
            row.getColumn(3).getInt64(),  row.getColumn(4).getInt64(),  row.getColumn(5).getInt64(),
            row.getColumn(6).getInt64(),  row.getColumn(7).getInt64()};
}

} // namespace

void Stock::setInitial(const std::string& node, const std::string& sku, std::int64_t quantity)
{
    m_books.run("INSERT INTO stock (node, sku, initial, onHand) VALUES (?, ?, ?, ?)", node, sku, quantity,
                quantity);
}

StockRow Stock::row(const std::string& node, const std::string& sku)
{
    const auto found =
        m_books.rows("SELECT node, sku, initial, received, damaged, onHand, reserved, staged FROM stock "
                     "WHERE node = ? AND sku = ?",
                     readRow, node, sku);
    if (!found.empty()) return found.front();
    StockRow none;
    none.node = node;
    none.sku = sku;
    return none;
}

std::vector<StockRow> Stock::ofNode(const std::string& node)
{
    return m_books.rows("SELECT node, sku, initial, received, damaged, onHand, reserved, staged FROM stock "
                        "WHERE node = ? ORDER BY sku",
                        readRow, node);
}

std::vector<StockRow> Stock::all()
{
    return m_books.rows("SELECT node, sku, initial, received, damaged, onHand, reserved, staged FROM stock "
                        "ORDER BY node, sku",
                        readRow);
}

void Stock::reserve(const std::string& node, const std::string& sku, std::int64_t quantity)
{
    m_books.run("UPDATE stock SET reserved = reserved + ? WHERE node = ? AND sku = ?", quantity, node, sku);
}

void Stock::free(const std::string& node, const std::string& sku, std::int64_t quantity)
{
    m_books.run("UPDATE stock SET reserved = reserved - ? WHERE node = ? AND sku = ?", quantity, node, sku);
    changed(node);
}

void Stock::stage(const std::string& node, const std::string& sku, std::int64_t quantity)
{
    m_books.run("UPDATE stock SET staged = staged + ? WHERE node = ? AND sku = ?", quantity, node, sku);
}

void Stock::ship(const std::string& node, const std::string& sku, std::int64_t quantity)
{
    m_books.run("UPDATE stock SET onHand = onHand - ?, staged = staged - ?, reserved = reserved - ? "
                "WHERE node = ? AND sku = ?",
                quantity, quantity, quantity, node, sku);
}

void Stock::damage(const std::string& node, const std::string& sku, std::int64_t quantity)
{
    m_books.run("UPDATE stock SET onHand = onHand - ?, damaged = damaged + ? WHERE node = ? AND sku = ?",
                quantity, quantity, node, sku);
    changed(node);
}

void Stock::receive(const std::string& node, const std::string& sku, std::int64_t quantity)
{
    m_books.run("INSERT INTO stock (node, sku, initial, received, onHand) VALUES (?, ?, 0, ?, ?) "
                "ON CONFLICT (node, sku) DO UPDATE SET onHand = onHand + excluded.onHand, "
                "received = received + excluded.received",
                node, sku, quantity, quantity);
    changed(node);
}

bool Stock::isUnreported(const std::string& node)
{
    return m_books.meta("unreported:" + node) == "1";
}

void Stock::reported(const std::string& node)
{
    m_books.setMeta("unreported:" + node, "0");
}

void Stock::changed(const std::string& node)
{
    m_books.setMeta("unreported:" + node, "1");
}

} // namespace milepost::network
