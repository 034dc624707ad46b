// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/json_values.h"

#include <nlohmann/json.hpp>

namespace milepost {

using Json = nlohmann::ordered_json;

Json quantityJson(Quantity quantity)
{
    constexpr std::int64_t unit = Quantity::units(1).micro;
    if (quantity.micro % unit == 0) return quantity.micro / unit;
    return static_cast<double>(quantity.micro) / static_cast<double>(unit);
}

Json moneyJson(const std::optional<Money>& money)
{
    if (!money) return nullptr;
    return {{"amount", amountText(*money)}, {"currency", std::string(money->currency.code())}};
}

Json timeJson(const std::optional<Timestamp>& time)
{
    if (!time || *time == Timestamp{}) return nullptr;
    return toText(*time);
}

Json textJson(const std::string& text)
{
    if (text.empty()) return nullptr;
    return text;
}

Json milestonesJson(std::uint32_t milestones)
{
    Json names = Json::object();
    for (int i = 0; i < milestoneCount; ++i) {
        const auto milestone = static_cast<Milestone>(i);
        names[std::string(toKey(milestone))] = isFull(milestones, milestone);
    }
    return names;
}

Json countsJson(const std::optional<CountsView>& counts)
{
    if (!counts) return nullptr;
    return {{"said", counts->said},
            {"arrived", counts->arrived},
            {"from", timeJson(counts->from)},
            {"to", timeJson(counts->to)}};
}

} // namespace milepost
