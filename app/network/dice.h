// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string_view>

namespace milepost::network {

/// A row of pseudo-random figures that depends on nothing but its start.
class DiceRow {
public:
    explicit DiceRow(std::uint64_t start)
        : m_state(start)
    {
    }

    std::uint64_t next();
    /// In [0, 1).
    double unit();
    bool chance(double probability) { return unit() < probability; }
    /// Whole figure from low to high, both included; low <= high.
    std::int64_t between(std::int64_t low, std::int64_t high);

private:
    std::uint64_t m_state;
};

/// All chance of the network: a function of the seed and of names, never of the order of calls.
class Dice {
public:
    explicit Dice(std::uint64_t seed)
        : m_seed(seed)
    {
    }

    using Names = std::initializer_list<std::string_view>;

    DiceRow row(Names names) const;
    double unit(Names names) const { return row(names).unit(); }
    bool chance(double probability, Names names) const { return unit(names) < probability; }
    std::int64_t between(std::int64_t low, std::int64_t high, Names names) const
    {
        return row(names).between(low, high);
    }
    std::uint64_t seed() const { return m_seed; }

private:
    std::uint64_t m_seed;
};

} // namespace milepost::network
