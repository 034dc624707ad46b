// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/network/dice.h"

namespace milepost::network {

std::uint64_t DiceRow::next()
{
    m_state += 0x9e3779b97f4a7c15U;
    std::uint64_t z = m_state;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9U;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebU;
    return z ^ (z >> 31);
}

double DiceRow::unit()
{
    return static_cast<double>(next() >> 11) * 0x1.0p-53;
}

std::int64_t DiceRow::between(std::int64_t low, std::int64_t high)
{
    const auto span = static_cast<std::uint64_t>(high - low) + 1;
    return low + static_cast<std::int64_t>(next() % span);
}

DiceRow Dice::row(Names names) const
{
    std::uint64_t hash = 0xcbf29ce484222325U ^ (m_seed * 0x9e3779b97f4a7c15U);
    for (const std::string_view name : names) {
        for (const char c : name)
            hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
        hash = (hash ^ 0xffU) * 0x100000001b3U;
    }
    DiceRow row(hash);
    row.next();
    return row;
}

} // namespace milepost::network
