// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/contracts/pack.h"
#include "backend/domain/request_view.h"

#include <fstream>
#include <iterator>
#include <memory>
#include <stdexcept>
#include <string>

/// What the tests of contracts have in common: files of the tree, shipped packs, a request to render.
namespace milepost::samples {

inline std::string fileText(const std::string& path)
{
    std::ifstream in(std::string(MILEPOST_SOURCE_DIR) + "/" + path, std::ios::binary);
    if (!in) throw std::runtime_error("cannot read " + path);
    return {std::istreambuf_iterator<char>(in), {}};
}

inline std::shared_ptr<const Pack> shippedPack(const std::string& name)
{
    auto pack = compilePack(fileText("resources/packs/" + name + ".json"), 1);
    if (!pack) throw std::runtime_error(name + ": " + pack.error().place + ": " + pack.error().message);
    return *pack;
}

/// A request for every line of `order` as it was ordered.
inline RequestView viewOf(CanonicalOrder order, std::string capability)
{
    RequestView view{.orderNo = order.number, .key = order.number + ":step", .correlationId = order.number};
    view.capability = std::move(capability);
    view.node = "W1";
    view.fulfillmentRef = order.number + "-F1";
    view.decidedAt = *parseTimestamp("2026-11-23T16:04:12Z");
    for (const CanonicalLine& line : order.lines)
        view.lines.push_back({line.lineNo, line.sku, line.quantity, line.unitPrice, line.unit});
    view.content = std::make_shared<const CanonicalOrder>(std::move(order));
    return view;
}

} // namespace milepost::samples
