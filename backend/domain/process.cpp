// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/domain/process.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace milepost {
namespace {

template <typename Value, std::size_t n>
using Keys = std::array<std::pair<std::string_view, Value>, n>;

template <typename Value, std::size_t n>
std::optional<Value> find(const Keys<Value, n>& keys, std::string_view wanted)
{
    for (const auto& [key, value] : keys) {
        if (key == wanted) return value;
    }
    return std::nullopt;
}

template <typename Value, std::size_t n>
std::string_view nameOf(const Keys<Value, n>& keys, Value wanted)
{
    for (const auto& [key, value] : keys) {
        if (value == wanted) return key;
    }
    return {};
}

constexpr Keys<Figure, 12> figures{{
    {"0", Figure::Zero},
    {"ordered", Figure::Ordered},
    {"open", Figure::Open},
    {"backordered", Figure::Backordered},
    {"unplanned", Figure::Unplanned},
    {"planned", Figure::Planned},
    {"allocated", Figure::Allocated},
    {"released", Figure::Released},
    {"shipped", Figure::Shipped},
    {"delivered", Figure::Delivered},
    {"posted", Figure::Posted},
    {"invoiced", Figure::Invoiced},
}};

constexpr Keys<Comparison, 6> comparisons{{
    {"=", Comparison::Equal},
    {"!=", Comparison::NotEqual},
    {">", Comparison::Greater},
    {"<", Comparison::Less},
    {">=", Comparison::GreaterOrEqual},
    {"<=", Comparison::LessOrEqual},
}};

constexpr Keys<StepUnit, 4> units{{
    {"order", StepUnit::Order},
    {"fulfillment", StepUnit::Fulfillment},
    {"shipment", StepUnit::Shipment},
    {"return", StepUnit::Return},
}};

constexpr Keys<Booking, 13> bookings{{
    {"none", Booking::None},
    {"validate", Booking::Validate},
    {"tax", Booking::Tax},
    {"accept", Booking::Accept},
    {"plan", Booking::Plan},
    {"allocate", Booking::Allocate},
    {"release", Booking::Release},
    {"book", Booking::Book},
    {"ship", Booking::Ship},
    {"post", Booking::Post},
    {"invoice", Booking::Invoice},
    {"amend", Booking::Amend},
    {"credit", Booking::Credit},
}};

constexpr std::array<std::string_view, 7> predicates{
    "validated",    "accepted",     "held",       "shipInstructionsComplete",
    "beforeCutOff", "invoiceReady", "linesStated"};

std::vector<std::string_view> words(std::string_view text)
{
    std::vector<std::string_view> found;
    while (!text.empty()) {
        const auto end = std::min(text.find(' '), text.size());
        if (end > 0) found.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return found;
}

Error unknownWord(std::string_view word, std::string_view text)
{
    return {ErrorKind::InvalidInput, "the word \"" + std::string(word) + "\" is not known in a condition",
            std::string(text)};
}

Result<Term> parseComparison(const std::vector<std::string_view>& parts, std::string_view text)
{
    const auto left = find(figures, parts[0]);
    const auto comparison = find(comparisons, parts[1]);
    const auto right = find(figures, parts[2]);
    if (!left) return unknownWord(parts[0], text);
    if (!comparison) return unknownWord(parts[1], text);
    if (!right) return unknownWord(parts[2], text);
    return Term{.left = *left, .comparison = *comparison, .right = *right};
}

} // namespace

Result<Term> parseTerm(std::string_view text)
{
    const bool negated = text.starts_with('!') && !text.starts_with("!=");
    const auto parts = words(negated ? text.substr(1) : text);
    if (!negated && parts.size() == 3) return parseComparison(parts, text);
    if (parts.size() == 2 && parts[0] == "done")
        return Term{
            .isPredicate = true, .negated = negated, .predicate = "done", .argument = std::string(parts[1])};
    if (parts.size() == 1 && std::ranges::find(predicates, parts[0]) != predicates.end())
        return Term{.isPredicate = true, .negated = negated, .predicate = std::string(parts[0])};
    return unknownWord(parts.empty() ? std::string_view() : parts[0], text);
}

int stepIndex(const Process& process, std::string_view name)
{
    const auto at = std::ranges::find(process.steps, name, &Step::name);
    return at == process.steps.end() ? -1 : static_cast<int>(at - process.steps.begin());
}

std::string_view toKey(StepUnit unit)
{
    return nameOf(units, unit);
}

std::string_view toKey(Booking booking)
{
    return nameOf(bookings, booking);
}

bool fromKey(std::string_view key, StepUnit& unit)
{
    const auto found = find(units, key);
    if (found) unit = *found;
    return found.has_value();
}

bool fromKey(std::string_view key, Booking& booking)
{
    const auto found = find(bookings, key);
    if (found) booking = *found;
    return found.has_value();
}

} // namespace milepost
