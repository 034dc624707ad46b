// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/order_blocks.h"

#include <algorithm>
#include <utility>

namespace milepost {

const ListedOrder* OrderBlocks::at(std::size_t place)
{
    const std::size_t number = place / blockSize;
    const auto found = m_blocks.find(number);
    if (found == m_blocks.end()) {
        wish(number);
        return nullptr;
    }
    Block& block = found->second;
    if (block.use != m_uses.begin()) m_uses.splice(m_uses.begin(), m_uses, block.use);
    const std::size_t offset = place % blockSize;
    if (offset >= block.rows.size()) { // the list has grown since
        wish(number);
        return nullptr;
    }
    return block.rows[offset] ? &*block.rows[offset] : nullptr;
}

const ListedOrder* OrderBlocks::peek(std::size_t place) const
{
    const auto found = m_blocks.find(place / blockSize);
    if (found == m_blocks.end()) return nullptr;
    const auto& rows = found->second.rows;
    const std::size_t offset = place % blockSize;
    return offset < rows.size() && rows[offset] ? &*rows[offset] : nullptr;
}

void OrderBlocks::wish(std::size_t block)
{
    if (!m_wishes.empty() && m_wishes.back() == block) return;
    if (std::ranges::find(m_fetching, block) != m_fetching.end()) return;
    std::erase(m_wishes, block);
    m_wishes.push_back(block);
    if (m_wishes.size() > maxWishes) m_wishes.erase(m_wishes.begin());
}

std::optional<std::size_t> OrderBlocks::takeWish()
{
    if (m_wishes.empty()) return std::nullopt;
    const std::size_t block = m_wishes.back();
    m_wishes.pop_back();
    m_fetching.push_back(block);
    return block;
}

void OrderBlocks::put(std::size_t block, std::vector<std::optional<ListedOrder>> rows)
{
    std::erase(m_fetching, block);
    const auto found = m_blocks.find(block);
    if (found != m_blocks.end()) {
        found->second.rows = std::move(rows);
        return;
    }
    if (m_blocks.size() >= maxBlocks) {
        m_blocks.erase(m_uses.back());
        m_uses.pop_back();
    }
    m_uses.push_front(block);
    m_blocks.emplace(block, Block{.rows = std::move(rows), .use = m_uses.begin()});
}

void OrderBlocks::giveUp(std::size_t block)
{
    std::erase(m_fetching, block);
}

bool OrderBlocks::replace(std::size_t place, ListedOrder row)
{
    const auto found = m_blocks.find(place / blockSize);
    if (found == m_blocks.end() || place % blockSize >= found->second.rows.size()) return false;
    found->second.rows[place % blockSize] = std::move(row);
    return true;
}

void OrderBlocks::clear()
{
    m_blocks.clear();
    m_uses.clear();
    m_wishes.clear();
    m_fetching.clear();
}

} // namespace milepost
