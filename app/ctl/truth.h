// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/core/result.h"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

/// What the demo network's own books say (docs/demo-network.md, section 13).
namespace milepost {

/// Units by sku, in millionths.
using UnitsBySku = std::map<std::string, std::int64_t>;

struct TrueShipment {
    std::string tracking{};
    std::string number{};
    UnitsBySku units{};
};
struct TrueInvoice {
    std::string number{};
    std::string amount{}; ///< as the network writes it
    UnitsBySku units{};
};
struct TrueCredit {
    std::string number{};
    std::string invoice{};
    std::string goods{}; ///< number of the return that it is for; empty: the invoice in whole
};
struct TrueOrder {
    std::string ref{};
    std::string channel{};                       ///< empty: never emitted, a peer was asked to work for it
    std::map<std::string, UnitsBySku> figures{}; ///< ordered, shipped, delivered, cancelled, returned
    std::vector<TrueShipment> shipments{};
    std::vector<TrueInvoice> invoices{};
    std::vector<TrueCredit> credits{};
    std::map<std::string, int> notices{}; ///< by kind
};
struct TrueWork {
    std::string system{};
    std::string capability{};
    std::string reference{};
    int performed = 0;
    int requests = 0; ///< readable ones that arrived
};

/// How a work is named: what was done, where, for whom.
std::string workName(const std::string& system, const std::string& capability, const std::string& reference);

struct Truth {
    int scheduled = 0;                    ///< what will still come by itself
    std::map<std::string, int> emitted{}; ///< by channel
    std::vector<TrueOrder> orders{};
    std::vector<TrueWork> works{};
};

/// InvalidInput when the text is no such document.
Result<Truth> parseTruth(std::string_view text);

} // namespace milepost
