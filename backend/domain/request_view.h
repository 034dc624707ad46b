// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/canonical_order.h"
#include "backend/domain/order.h"
#include "backend/domain/process.h"

#include <memory>
#include <string>
#include <vector>

namespace milepost {

struct RequestLine {
    int lineNo = 0;
    std::string sku{};
    Quantity quantity{};
    std::optional<UnitPrice> unitPrice{};
    std::string unit{};
};

/// All that a request body, header or file name of one effect may be made of. A pure function of the order's
/// content and of what was known when the effect was decided, so that each attempt says the same.
struct RequestView {
    std::shared_ptr<const CanonicalOrder> content{};
    std::string orderNo{};
    std::string key{};           ///< idempotency key: "<orderNo>:<step>[:<subject>][:r<revision>]", for ever
    std::string correlationId{}; ///< of the order, sent to every partner that can carry it
    std::string step{};
    std::string capability{};
    std::string node{};
    int destination = 0;
    std::string fulfillmentRef{};  ///< "<orderNo>-F<number>", what nodes and carriers call it
    std::string shipmentRef{};     ///< "<orderNo>-S<number>"
    std::string returnDocument{};  ///< the node's number of what came back
    std::string invoiceDocument{}; ///< the number of the invoice that billed it
    std::string shipmentDocument{};
    std::string carrier{};
    std::string booking{};
    std::string tracking{};
    std::int64_t control = 0;     ///< file or control number; 0: none
    std::string undoneKey{};      ///< of a call that takes one back: the key of that one
    std::string undoneDocument{}; ///< and what the partner called its result
    Timestamp decidedAt{};
    std::int64_t amountMinor = 0; ///< of the lines, at their prices
    std::vector<RequestLine> lines{};
    std::vector<ExternalReference> references{}; ///< of the order and of this subject
};

/// The idempotency key of an effect; also the reference that partners give back.
std::string effectKey(const Order& order, const Process& process, const Effect& effect);
std::string fulfillmentReference(const Order& order, int fulfillment);
std::string shipmentReference(const Order& order, int shipment);
/// What a subject of that unit is called, of a return its shipment; empty: it is the order's, or not there.
std::string subjectReference(const Order& order, StepUnit unit, int subject);

RequestView makeRequestView(const Order& order, const Process& process, const Effect& effect,
                            std::shared_ptr<const CanonicalOrder> content);

} // namespace milepost
