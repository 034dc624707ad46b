// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/engine/stock_book.h"
#include "backend/store/reader.h"

#include <optional>

namespace milepost {

/// What may be promised, as the store has it now: read when it is first asked for, which few plans do. One
/// thread; the reader must outlive it.
class ReadStock final : public StockView {
public:
    explicit ReadStock(StoreReader& reader)
        : m_reader(reader)
    {
    }

    bool isKnown(std::string_view node, std::string_view sku) const override;
    std::int64_t availableMicro(std::string_view node, std::string_view sku) const override;
    Timestamp reportedAt(std::string_view node, std::string_view sku) const override;

private:
    const StockBook& book() const;

    StoreReader& m_reader;
    mutable std::optional<StockBook> m_book{};
};

} // namespace milepost
