// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/recovery/advice.h"

#include "backend/recovery/closed_exception.h"

namespace milepost {
namespace {

std::string whyNot(std::string_view action, const ExceptionEntry& entry, const Order* order,
                   const Foresight* foresight)
{
    if (!entry.row.isOpen) return "it is closed already: " + howClosed(entry.row);
    if (foresight == nullptr) return "the engine does not run here";
    if (order == nullptr) return whyNotOfSystem(action, entry.row);
    return foresight->whyNot(action, *order, entry.row.exception, true);
}

} // namespace

std::vector<ActionAdvice> adviceOn(StoreReader& reader, const ExceptionEntry& entry, const Order* order,
                                   const Foresight* foresight)
{
    std::vector<ActionAdvice> advice;
    for (const std::string_view action : actionNames()) {
        std::string reason = action == "reopen" ? whyNotReopen(reader, entry, order, foresight)
                                                : whyNot(action, entry, order, foresight);
        advice.push_back(
            {.action = std::string(action), .isPermitted = reason.empty(), .reason = std::move(reason)});
    }
    return advice;
}

} // namespace milepost
