// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/network/customer_order.h"

#include <algorithm>
#include <array>
#include <cstdio>

namespace milepost::network {

namespace {

struct Place {
    const char* city;
    const char* region;
    const char* postalCode;
    const char* country;
};

constexpr std::array<Place, 8> americanPlaces{{{"Reno", "NV", "89501", "US"},
                                               {"Oakland", "CA", "94607", "US"},
                                               {"Portland", "OR", "97201", "US"},
                                               {"Albany", "NY", "12207", "US"},
                                               {"Dayton", "OH", "45402", "US"},
                                               {"Savannah", "GA", "31401", "US"},
                                               {"Boise", "ID", "83702", "US"},
                                               {"Austin", "TX", "78701", "US"}}};
constexpr std::array<Place, 4> europeanPlaces{{{"Köln", "", "50667", "DE"},
                                               {"Lyon", "", "69002", "FR"},
                                               {"Linz", "", "4020", "AT"},
                                               {"Malmö", "", "211 20", "SE"}}};
constexpr std::array<const char*, 8> streets{"Dock St",    "Pier Rd",    "Market St", "Mill Lane",
                                             "Harbor Ave", "Station Rd", "Oak St",    "Quarry Way"};
constexpr std::array<const char*, 8> firstNames{"Ann",  "Zoë",   "Luis", "Mei",
                                                "Omar", "Ivana", "Noah", "Fatima"};
constexpr std::array<const char*, 8> lastNames{"Lee",    "O'Hara-Łukasz", "García", "Chen",
                                               "Haddad", "Novák",         "Smith",  "Ali"};
constexpr std::array<const char*, 8> companies{"Harbor Supply",   "Northwind Tools",  "Kessler & Sons",
                                               "Blue Mesa Co-op", "Pioneer Plumbing", "Delta Works",
                                               "Orchard Farms",   "Summit Stores"};

template <std::size_t size>
const char* oneOf(const std::array<const char*, size>& values, DiceRow& row)
{
    return values[static_cast<std::size_t>(row.between(0, static_cast<std::int64_t>(size) - 1))];
}

Address anAddress(const std::string& name, bool isEuropean, DiceRow& row)
{
    const Place& place = isEuropean ? europeanPlaces[static_cast<std::size_t>(row.between(0, 3))]
                                    : americanPlaces[static_cast<std::size_t>(row.between(0, 7))];
    Address address;
    address.name = name;
    address.street = std::to_string(row.between(1, 240)) + ' ' + oneOf(streets, row);
    address.street2 = row.chance(0.15) ? "Gate " + std::to_string(row.between(1, 9)) : "";
    address.city = place.city;
    address.region = place.region;
    address.postalCode = place.postalCode;
    address.country = place.country;
    return address;
}

std::string numbered(const char* format, std::int64_t number)
{
    char text[40];
    const int length = std::snprintf(text, sizeof text, format, static_cast<long long>(number));
    return {text, static_cast<std::size_t>(length)};
}

void drawChannel(CustomerOrder& order, DiceRow& row)
{
    const double draw = row.unit();
    order.channel = draw < 0.45 ? "shop" : draw < 0.60 ? "crm" : draw < 0.80 ? "portal" : "edi";
    if (order.channel == "shop") {
        order.ref = numbered("%lld", 1001 + order.position);
    } else if (order.channel == "crm") {
        order.ref = numbered("CRM-%lld", 200001 + order.position);
    } else if (order.channel == "portal") {
        order.ref = numbered("PB-%lld", 700001 + order.position);
    } else {
        constexpr std::array<const char*, 3> partners{"GREENMART", "BUILDCO", "NORDHANDEL"};
        constexpr std::array<const char*, 3> numbers{"45%08lld", "46%08lld", "47%08lld"};
        const auto which = static_cast<std::size_t>(row.between(0, 2));
        order.partner = partners[which];
        order.ref = numbered(numbers[which], 100001 + order.position);
    }
}

void drawCustomer(CustomerOrder& order, DiceRow& row)
{
    const std::int64_t number = row.between(1, 60);
    order.firstName = oneOf(firstNames, row);
    order.lastName = oneOf(lastNames, row);
    order.customerName = oneOf(companies, row);
    const bool isEuropean = order.partner == "NORDHANDEL" || (order.channel == "portal" && row.chance(0.4));
    order.currency = isEuropean ? "EUR" : "USD";
    if (order.channel == "shop") {
        order.customerName = order.firstName + ' ' + order.lastName;
        order.customerCode = std::to_string(7'000'000'000'000 + number);
    } else if (order.channel == "crm") {
        order.customerCode = "AC-" + std::to_string(1000 + number);
    } else if (order.channel == "portal") {
        order.customerCode = "C-" + std::to_string(3000 + number);
    } else {
        order.customerCode = order.partner;
        order.customerName = order.partner;
    }
    order.email = "buyer" + std::to_string(number) + "@example.test";
    order.shipComplete = order.channel == "portal" && row.chance(0.12);
    order.isExpress = row.chance(0.2);
    order.requestedInDays = static_cast<int>(row.between(3, 9));
    order.addresses = {anAddress(order.customerName, isEuropean, row)};
}

std::size_t lineCount(DiceRow& row)
{
    const double draw = row.unit();
    return draw < 0.45 ? 1 : draw < 0.70 ? 2 : draw < 0.88 ? 3 : draw < 0.96 ? 4 : 5;
}

void drawLines(CustomerOrder& order, const Catalogue& catalogue, DiceRow& row)
{
    const std::size_t count = lineCount(row);
    const bool isBusiness = order.channel != "shop";
    const double unpriced = order.channel == "portal" ? 0.3 : order.partner == "BUILDCO" ? 0.4 : 0.0;
    while (order.lines.size() < count) {
        const auto last = static_cast<std::int64_t>(catalogue.items().size()) - 1;
        const CatalogueItem& item = catalogue.items()[static_cast<std::size_t>(row.between(0, last))];
        if (std::ranges::find(order.lines, item.sku, &CustomerLine::sku) != order.lines.end()) continue;
        CustomerLine line;
        line.lineNo = static_cast<int>(order.lines.size()) + 1;
        line.sku = item.sku;
        line.title = item.title;
        line.quantity = isBusiness ? row.between(1, 12) : row.between(1, 3);
        if (!row.chance(unpriced)) line.priceMillionths = item.priceMillionths;
        order.lines.push_back(std::move(line));
    }
}

void spreadOverStores(CustomerOrder& order, DiceRow& row)
{
    const auto stores = static_cast<std::size_t>(row.between(2, 3));
    order.addresses.clear();
    for (std::size_t i = 0; i < stores; ++i) {
        const std::string code =
            numbered("%04lld", 101 + row.between(0, 19) * 3 + static_cast<std::int64_t>(i));
        Address address = anAddress("Greenmart Store " + code, false, row);
        address.code = code;
        order.addresses.push_back(std::move(address));
    }
    for (CustomerLine& line : order.lines) {
        line.quantity = std::max<std::int64_t>(line.quantity, static_cast<std::int64_t>(stores));
        std::int64_t left = line.quantity;
        for (std::size_t i = 0; i < stores; ++i) {
            const auto after = static_cast<std::int64_t>(stores - i - 1);
            const std::int64_t share = i + 1 == stores ? left : std::max<std::int64_t>(1, (left - after) / 2);
            line.stores.emplace_back(order.addresses[i].code, share);
            left -= share;
        }
    }
}

/// Customers of the portal keep rules with it. Rolled apart: other orders stay as they were.
void drawWishes(CustomerOrder& order, const Dice& dice)
{
    if (order.channel != "portal") return;
    DiceRow row = dice.row({"wishes", order.ref});
    if (row.chance(0.1)) order.carrier = row.chance(0.5) ? "SKYF" : "RDWY";
    if (row.chance(0.6)) order.substitution = row.chance(0.7) ? "YES" : "ASK";
}

void addLine(CustomerOrder& order, const Catalogue& catalogue, DiceRow& row)
{
    const auto last = static_cast<std::int64_t>(catalogue.items().size()) - 1;
    const CatalogueItem& item = catalogue.items()[static_cast<std::size_t>(row.between(0, last))];
    if (std::ranges::find(order.lines, item.sku, &CustomerLine::sku) != order.lines.end()) return;
    CustomerLine line;
    line.lineNo = order.lines.back().lineNo + 1;
    line.sku = item.sku;
    line.title = item.title;
    line.quantity = row.between(1, 2);
    line.priceMillionths = item.priceMillionths;
    order.lines.push_back(std::move(line));
}

constexpr std::int64_t firstMistyped = 9; // early, so that a short training run meets one
constexpr double mistyped = 0.004;

/// People at a keyboard mistype; trading partners send what their systems hold.
bool isTyped(const CustomerOrder& order)
{
    return order.channel != "edi";
}

/// The first typed order from that place on is a mistyped one in each run, others are by chance.
bool isMistyped(const Dice& dice, const CustomerOrder& order)
{
    if (!isTyped(order) || order.position < firstMistyped) return false;
    if (dice.chance(mistyped, {"mistyped", order.ref})) return true;
    for (std::int64_t position = firstMistyped; position < order.position; ++position) {
        DiceRow row = dice.row({"order", std::to_string(position)});
        CustomerOrder earlier;
        drawChannel(earlier, row);
        if (isTyped(earlier)) return false;
    }
    return true;
}

} // namespace

CustomerOrder plannedOrder(const Dice& dice, const Catalogue& catalogue, std::int64_t position)
{
    DiceRow row = dice.row({"order", std::to_string(position)});
    CustomerOrder order;
    order.position = position;
    drawChannel(order, row);
    drawCustomer(order, row);
    drawLines(order, catalogue, row);
    drawWishes(order, dice);
    if (order.partner == "GREENMART" && row.chance(0.4)) spreadOverStores(order, row);
    if (order.partner == "NORDHANDEL" && order.lines.size() > 1 && row.chance(0.4))
        order.lines.back().shipTo = anAddress("Nordhandel Lager 2", true, row);
    if (order.channel == "edi" && order.addresses.front().code.empty())
        order.addresses.front().code = numbered("%04lld", row.between(1, 99));
    if (isMistyped(dice, order)) order.addresses.front().postalCode.pop_back();
    return order;
}

CustomerOrder changedOrder(const Dice& dice, const Catalogue& catalogue, CustomerOrder order)
{
    DiceRow row = dice.row({"changed", order.ref});
    const double draw = row.unit();
    ++order.revision;
    if (draw < 0.4)
        order.lines.front().quantity += row.between(1, 2);
    else if (draw < 0.7 && order.lines.back().quantity > 1)
        --order.lines.back().quantity;
    else if (draw < 0.85 && order.lines.size() > 1)
        order.lines.pop_back();
    else
        addLine(order, catalogue, row);
    return order;
}

std::string postalCodeIn(const std::string& country, const std::string& region)
{
    const auto isThere = [&](const Place& place) {
        return place.country == country && place.region == region;
    };
    const auto american = std::ranges::find_if(americanPlaces, isThere);
    if (american != americanPlaces.end()) return american->postalCode;
    const auto european = std::ranges::find_if(europeanPlaces, isThere);
    return european == europeanPlaces.end() ? "" : european->postalCode;
}

} // namespace milepost::network
