// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/network/books.h"

#include <cstdint>
#include <string>
#include <vector>

namespace milepost::network {

/// What one node has of one sku, in whole units.
struct StockRow {
    std::string node;
    std::string sku;
    std::int64_t initial = 0;
    std::int64_t received = 0;
    std::int64_t damaged = 0;
    std::int64_t onHand = 0;
    /// Allocated or released, and not shipped.
    std::int64_t reserved = 0;
    /// Picked and still in the house.
    std::int64_t staged = 0;

    std::int64_t available() const { return onHand - reserved; }
};

/// The goods in the three warehouses. Changes are part of the caller's transaction.
class Stock {
public:
    explicit Stock(Books& books)
        : m_books(books)
    {
    }

    void setInitial(const std::string& node, const std::string& sku, std::int64_t quantity);
    /// Zeros when the node has never had the sku.
    StockRow row(const std::string& node, const std::string& sku);
    std::vector<StockRow> ofNode(const std::string& node);
    std::vector<StockRow> all();

    void reserve(const std::string& node, const std::string& sku, std::int64_t quantity);
    void free(const std::string& node, const std::string& sku, std::int64_t quantity);
    void stage(const std::string& node, const std::string& sku, std::int64_t quantity);
    /// Staged and reserved goods leave the house.
    void ship(const std::string& node, const std::string& sku, std::int64_t quantity);
    void damage(const std::string& node, const std::string& sku, std::int64_t quantity);
    void receive(const std::string& node, const std::string& sku, std::int64_t quantity);

    /// Whether the node's figures changed since `reported`.
    bool isUnreported(const std::string& node);
    void reported(const std::string& node);

private:
    void changed(const std::string& node);

    Books& m_books;
};

} // namespace milepost::network
