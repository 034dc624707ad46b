// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/core/quantity.h"

#include <array>
#include <cstddef>
#include <string_view>

namespace milepost {

/// Where units of a line are. Overage is the source of units that were never ordered, not a place.
enum class Stage {
    Open,
    Backordered,
    Allocated,
    Released,
    Shipped,
    Delivered,
    Substituted,
    Cancelled,
    Lost,
    Overage,
};

inline constexpr std::size_t stageCount = 9; ///< places; Overage is none

/// The name under which a stage is stored, exported and shown to programs.
std::string_view toKey(Stage stage);

/// Units of one line that go from one stage to another.
struct Movement {
    int lineNo = 0;
    Stage from = Stage::Open;
    Stage to = Stage::Open;
    Quantity quantity{}; ///< > 0
    friend bool operator==(const Movement&, const Movement&) = default;
};

template <typename V>
void fields(V& visit, Movement& m)
{
    visit("lineNo", m.lineNo);
    visit("from", m.from);
    visit("to", m.to);
    visit("quantity", m.quantity);
}

/// The units of one line by stage. The stages always sum to ordered + overage.
class LineLedger {
public:
    LineLedger() = default;
    explicit LineLedger(Quantity ordered);

    Quantity ordered() const { return m_ordered; }
    Quantity overage() const { return m_overage; }
    Quantity at(Stage stage) const; ///< for Overage: what was drawn from it

    /// Units that moved into that stage or beyond it, less reversals: shipped includes delivered.
    Quantity reached(Stage stage) const;

    bool isBalanced() const;

    /// More units are ordered; they are open. Precondition: > 0.
    void orderMore(Quantity quantity);

    /// Moves units. Precondition: `from` holds them (Overage always does).
    void move(Stage from, Stage to, Quantity quantity);

    template <typename V>
    friend void fields(V& visit, LineLedger& ledger)
    {
        visit("ordered", ledger.m_ordered);
        visit("overage", ledger.m_overage);
        visit("stages", ledger.m_stages);
    }
    friend bool operator==(const LineLedger&, const LineLedger&) = default;

private:
    Quantity m_ordered{};
    Quantity m_overage{};
    std::array<Quantity, stageCount> m_stages{};
};

} // namespace milepost
