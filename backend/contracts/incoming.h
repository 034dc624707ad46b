// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/core/result.h"
#include "backend/domain/canonical_order.h"
#include "backend/domain/message.h"

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace milepost {

/// A message of a kind that we know and that asks nothing of us (a 997, a Shopify product).
struct NothingToDo {
    std::string why{};
};

/// How many orders a source says it has sent in a window of its own time.
struct SentCount {
    std::int64_t said = 0;
    std::optional<Timestamp> from{}; ///< nothing: in the window that it was asked for
    std::optional<Timestamp> to{};   ///< the first moment behind it
};

/// One message that came in, by whatever way, with what it says: an order, a report, a count,
/// nothing, or why it cannot be read.
struct IncomingMessage {
    std::string source{};    ///< system name, or "file"
    std::string messageId{}; ///< the partner's; for files the SHA-256 of the set
    std::string format{};    ///< x12-850, shopify-order, wms-west-event, …, unknown
    std::string raw{};       ///< the bytes of just this message
    std::string head{};      ///< of the file, what is needed to read it again (DocumentPart::head)
    std::string file{};      ///< where it was read from; empty: not from a file
    std::string control{};   ///< ISA13/GS06/ST02 or the like; empty: none
    std::vector<std::string> warnings{};
    std::variant<Error, NothingToDo, CanonicalOrder, Report, SentCount> content = NothingToDo{};
};

using PolledMessage = IncomingMessage;

} // namespace milepost
