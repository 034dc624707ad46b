// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/listed_order.h"

#include <cstddef>
#include <list>
#include <optional>
#include <unordered_map>
#include <vector>

namespace milepost {

/// The rows of a long list that are in memory: blocks of 128 places, the 64 last used ones. It also knows
/// which blocks are wanted: the newest wish first, old ones (scrolled past) are forgotten. Places count from
/// the end of the list, so that rows that are put on top of it move none.
class OrderBlocks {
public:
    static constexpr std::size_t blockSize = 128;
    static constexpr std::size_t maxBlocks = 64;
    static constexpr std::size_t maxWishes = 4; ///< a screen never shows more blocks than that

    /// The row at that place, or null: then its block is wanted from now on.
    const ListedOrder* at(std::size_t place);
    /// As at(), but neither uses nor wants the block.
    const ListedOrder* peek(std::size_t place) const;

    /// The block wanted last that is not being fetched; it is then.
    std::optional<std::size_t> takeWish();
    bool hasWishes() const { return !m_wishes.empty(); }
    /// Rows in the order of their places; an empty optional is an order that is gone. A block that is wanted
    /// no longer is kept all the same.
    void put(std::size_t block, std::vector<std::optional<ListedOrder>> rows);
    void giveUp(std::size_t block); ///< it could not be fetched
    /// Replaces a row that is in memory; false when its block is not.
    bool replace(std::size_t place, ListedOrder row);

    /// `use(place, ListedOrder&)` for each row in memory.
    template <typename Use>
    void forEach(Use use)
    {
        for (auto& [number, block] : m_blocks)
            for (std::size_t i = 0; i < block.rows.size(); ++i)
                if (block.rows[i]) use(number * blockSize + i, *block.rows[i]);
    }

    void clear();
    std::size_t size() const { return m_blocks.size(); }

private:
    struct Block {
        std::vector<std::optional<ListedOrder>> rows{};
        std::list<std::size_t>::iterator use{};
    };

    void wish(std::size_t block);

    std::unordered_map<std::size_t, Block> m_blocks;
    std::list<std::size_t> m_uses;     ///< the block used last in front
    std::vector<std::size_t> m_wishes; ///< the newest last
    std::vector<std::size_t> m_fetching;
};

} // namespace milepost
