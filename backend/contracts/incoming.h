// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/core/result.h"
#include "backend/domain/canonical_order.h"
#include "backend/domain/message.h"

#include <string>
#include <variant>
#include <vector>

namespace milepost {

/// A message of a kind that we know and that asks nothing of us (a 997, a Shopify product).
struct NothingToDo {
    std::string why{};
};

/// One message that came in, by whatever way, with what it says: an order, a report, nothing, or why it
/// cannot be read.
struct IncomingMessage {
    std::string source{};    ///< system name, or "file"
    std::string messageId{}; ///< the partner's; for files the SHA-256 of the set
    std::string format{};    ///< x12-850, shopify-order, wms-west-event, …, unknown
    std::string raw{};       ///< the bytes of just this message
    std::string file{};      ///< where it was read from; empty: not from a file
    std::string control{};   ///< ISA13/GS06/ST02 or the like; empty: none
    std::vector<std::string> warnings{};
    std::variant<Error, NothingToDo, CanonicalOrder, Report> content = NothingToDo{};
};

using PolledMessage = IncomingMessage;

} // namespace milepost
