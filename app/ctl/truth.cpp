// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/truth.h"

#include "backend/core/quantity.h"

#include <nlohmann/json.hpp>

#include <array>

namespace milepost {
namespace {

using Json = nlohmann::json;

constexpr std::array<const char*, 5> figureNames{"ordered", "shipped", "delivered", "cancelled", "returned"};

std::int64_t unitsOf(const Json& line, const char* key)
{
    const auto found = line.find(key);
    if (found == line.end()) return 0;
    const std::string text = found->is_string() ? found->get<std::string>() : found->dump();
    return parseQuantity(text).value_or(Quantity{}).micro;
}

UnitsBySku unitsBySku(const Json& lines)
{
    UnitsBySku units;
    for (const Json& line : lines)
        units[line.at("sku").get<std::string>()] += unitsOf(line, "quantity");
    return units;
}

TrueOrder orderOf(const Json& json)
{
    TrueOrder order{.ref = json.at("ref"), .channel = json.value("channel", "")};
    for (const Json& line : json.at("lines"))
        for (const char* name : figureNames)
            order.figures[name][line.at("sku").get<std::string>()] += unitsOf(line, name);
    for (const Json& shipment : json.at("shipments"))
        order.shipments.push_back({.tracking = shipment.value("tracking", ""),
                                   .number = shipment.value("shipmentNo", ""),
                                   .units = unitsBySku(shipment.at("lines"))});
    for (const Json& invoice : json.at("invoices"))
        order.invoices.push_back({.number = invoice.at("number"),
                                  .amount = invoice.at("amount"),
                                  .units = unitsBySku(invoice.at("lines"))});
    for (const Json& credit : json.value("credits", Json::array()))
        order.credits.push_back({.number = credit.at("number"),
                                 .invoice = credit.value("invoice", ""),
                                 .goods = credit.value("return", "")});
    for (const Json& notice : json.value("notices", Json::array()))
        order.notices[notice.at("kind").get<std::string>()] += notice.at("count").get<int>();
    return order;
}

Truth truthOf(const Json& json)
{
    Truth truth{.scheduled = json.at("scheduled")};
    for (const auto& [channel, count] : json.at("emitted").items())
        truth.emitted[channel] = count;
    for (const Json& order : json.at("orders"))
        truth.orders.push_back(orderOf(order));
    for (const Json& work : json.at("works"))
        truth.works.push_back({.system = work.at("system"),
                               .capability = work.at("capability"),
                               .reference = work.at("reference"),
                               .performed = work.at("performed"),
                               .requests = work.value("requests", 0)});
    return truth;
}

} // namespace

std::string workName(const std::string& system, const std::string& capability, const std::string& reference)
{
    return system + '\n' + capability + '\n' + reference;
}

Result<Truth> parseTruth(std::string_view text)
{
    try {
        return truthOf(Json::parse(text));
    } catch (const Json::exception& wrong) {
        return Error{.kind = ErrorKind::InvalidInput,
                     .message = std::string("the network's books cannot be read: ") + wrong.what()};
    }
}

} // namespace milepost
