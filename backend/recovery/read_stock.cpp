// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/recovery/read_stock.h"

namespace milepost {
namespace {

constexpr std::size_t mostOrders = 100'000; ///< with more open ones a plan would wait for seconds

} // namespace

bool ReadStock::isKnown(std::string_view node, std::string_view sku) const
{
    return book().isKnown(node, sku);
}

std::int64_t ReadStock::availableMicro(std::string_view node, std::string_view sku) const
{
    return book().availableMicro(node, sku);
}

Timestamp ReadStock::reportedAt(std::string_view node, std::string_view sku) const
{
    return book().reportedAt(node, sku);
}

const StockBook& ReadStock::book() const
{
    if (m_book) return *m_book;
    m_book.emplace();
    const std::vector<OrderId> open = m_reader.openOrders();
    if (open.size() > mostOrders) return *m_book; // nothing is known: a forecast promises nothing
    for (const StockRow& row : m_reader.stock())
        m_book->report(row);
    for (const OrderId id : open)
        if (const auto state = m_reader.state(id)) m_book->restore(*state);
    return *m_book;
}

} // namespace milepost
