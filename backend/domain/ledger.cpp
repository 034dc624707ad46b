// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/domain/ledger.h"

#include <algorithm>
#include <stdexcept>
#include <string>

namespace milepost {
namespace {

std::size_t placeOf(Stage stage)
{
    return static_cast<std::size_t>(stage);
}

} // namespace

std::string_view toKey(Stage stage)
{
    switch (stage) {
    case Stage::Open: return "open";
    case Stage::Backordered: return "backordered";
    case Stage::Allocated: return "allocated";
    case Stage::Released: return "released";
    case Stage::Shipped: return "shipped";
    case Stage::Delivered: return "delivered";
    case Stage::Substituted: return "substituted";
    case Stage::Cancelled: return "cancelled";
    case Stage::Lost: return "lost";
    case Stage::Overage: return "overage";
    }
    return {};
}

LineLedger::LineLedger(Quantity ordered)
    : m_ordered(ordered)
{
    m_stages[placeOf(Stage::Open)] = ordered;
}

Quantity LineLedger::at(Stage stage) const
{
    return stage == Stage::Overage ? m_overage : m_stages[placeOf(stage)];
}

Quantity LineLedger::reached(Stage stage) const
{
    constexpr std::array physical{Stage::Allocated, Stage::Released, Stage::Shipped, Stage::Delivered};
    const auto first = std::ranges::find(physical, stage);
    if (first == physical.end()) return at(stage);
    Quantity sum = at(Stage::Lost); // what is lost was shipped
    if (stage == Stage::Delivered) sum = {};
    for (auto place = first; place != physical.end(); ++place)
        sum += at(*place);
    return sum;
}

bool LineLedger::isBalanced() const
{
    Quantity sum;
    for (const Quantity units : m_stages) {
        if (units < Quantity{}) return false;
        sum += units;
    }
    return sum == m_ordered + m_overage && m_overage >= Quantity{};
}

void LineLedger::orderMore(Quantity quantity)
{
    if (quantity <= Quantity{}) throw std::logic_error("more than was ordered is at least one unit more");
    m_ordered += quantity;
    m_stages[placeOf(Stage::Open)] += quantity;
}

void LineLedger::move(Stage from, Stage to, Quantity quantity)
{
    const bool isPlace = placeOf(from) <= stageCount && placeOf(to) < stageCount;
    if (quantity <= Quantity{} || from == to || !isPlace)
        throw std::logic_error("a movement needs units and two different stages");
    if (from == Stage::Overage)
        m_overage += quantity;
    else if (m_stages[placeOf(from)] < quantity)
        throw std::logic_error("stage " + std::string(toKey(from)) + " does not hold " + toText(quantity) +
                               " units");
    else
        m_stages[placeOf(from)] -= quantity;
    m_stages[placeOf(to)] += quantity;
}

} // namespace milepost
