// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/recovery/replay_start.h"

#include "backend/domain/milestone.h"

#include <algorithm>

namespace milepost {
namespace {

/// What is booked when the milestone is reached; `None`: no step reaches it, or it is the first of all.
Booking bookingOf(Milestone milestone)
{
    switch (milestone) {
    case Milestone::Validated: return Booking::Validate;
    case Milestone::Accepted: return Booking::Accept;
    case Milestone::Allocated: return Booking::Allocate;
    case Milestone::Released: return Booking::Release;
    case Milestone::Shipped: return Booking::Ship;
    case Milestone::Posted: return Booking::Post;
    case Milestone::Invoiced: return Booking::Invoice;
    default: return Booking::None;
    }
}

/// Which units there are only when the milestone is reached.
bool isOfLaterUnit(const Step& step, Milestone milestone)
{
    if (milestone == Milestone::Returned) return step.unit == StepUnit::Return;
    return milestone == Milestone::Shipped && step.unit == StepUnit::Shipment;
}

} // namespace

int replayStart(const Process& process, std::string_view from)
{
    if (const int step = stepIndex(process, from); step >= 0) return step;
    Milestone milestone{};
    if (!fromKey(from, milestone)) return -1;
    if (milestone == Milestone::Received) return 0;
    const int count = static_cast<int>(process.steps.size());
    for (int i = count - 1; i >= 0; --i) {
        const Booking booking = process.steps[static_cast<std::size_t>(i)].booking;
        if (booking != Booking::None && booking == bookingOf(milestone)) return i + 1 < count ? i + 1 : -1;
    }
    const auto later =
        std::ranges::find_if(process.steps, [&](const Step& step) { return isOfLaterUnit(step, milestone); });
    return later == process.steps.end() ? -1 : static_cast<int>(later - process.steps.begin());
}

} // namespace milepost
