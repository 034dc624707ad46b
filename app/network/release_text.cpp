// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/network/warehouse.h"

#include <nlohmann/json.hpp>

namespace milepost::network {

using Json = nlohmann::json;

std::string releaseText(const Release& release)
{
    Json lines = Json::array();
    for (const DeliveryLine& line : release.lines) {
        lines.push_back({{"lineNo", line.lineNo},
                         {"sku", line.sku},
                         {"quantity", line.quantity},
                         {"picked", line.picked},
                         {"shipped", line.shipped},
                         {"short", line.missing}});
    }
    return Json{{"releaseId", release.id},
                {"node", release.node},
                {"reference", release.reference},
                {"deliveryNo", release.deliveryNo},
                {"customerOrderNo", release.orderRef},
                {"status", release.state},
                {"reason", release.missingReason},
                {"createdAt", rfc3339(release.createdAt)},
                {"lines", lines}}
        .dump();
}

Release readRelease(const std::string& system, const std::string& text)
{
    const Json body = Json::parse(text);
    Release release;
    release.system = system;
    release.node = body.at("node");
    release.id = body.at("releaseId");
    release.reference = body.at("reference");
    release.deliveryNo = body.at("deliveryNo");
    release.orderRef = body.at("customerOrderNo");
    release.state = body.at("status");
    release.missingReason = body.at("reason");
    release.createdAt = parseRfc3339(body.at("createdAt").get<std::string>()).value_or(0);
    for (const Json& line : body.at("lines")) {
        release.lines.push_back({line.at("lineNo"), line.at("sku"), line.at("quantity"), line.at("picked"),
                                 line.at("shipped"), line.at("short")});
    }
    return release;
}

} // namespace milepost::network
