// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/core/result.h"
#include "backend/domain/canonical_order.h"
#include "backend/domain/message.h"

#include <optional>
#include <string>
#include <vector>

namespace milepost {

/// What a map says of one part of a line: where it goes, by the party's id.
struct PartDraft {
    std::string destination{};
    std::optional<Quantity> quantity{}; ///< nothing: the whole line
};

struct LineDraft {
    CanonicalLine line{}; ///< quantity and price as the partner's unit has them
    std::vector<PartDraft> parts{};
};

/// An order while a map fills it in.
struct OrderDraft {
    CanonicalOrder order{};
    std::vector<LineDraft> lines{};
};

/// A reply while a map fills it in; its amounts are read in `currency`.
struct ReplyDraft {
    Reply reply{};
    Currency currency{};
};

/// Checks and completes a draft: numbers of at most 100 bytes, isWithinBounds(), at least one line, each with
/// an item and a quantity above zero (an amendment may leave out what it does not change); line numbers (by
/// place when the partner's are missing or used twice); units to the base unit; parts to destinations. The
/// error's place is "line N" (counted from 1), or empty for the order itself.
Result<CanonicalOrder> finishOrder(OrderDraft draft);

} // namespace milepost
