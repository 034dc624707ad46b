// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/domain/effect.h"

namespace milepost {

std::string_view toKey(EffectState state)
{
    switch (state) {
    case EffectState::Waiting: return "waiting";
    case EffectState::InFlight: return "inFlight";
    case EffectState::Sent: return "sent";
    case EffectState::Acknowledged: return "acknowledged";
    case EffectState::Unknown: return "unknown";
    case EffectState::Done: return "done";
    case EffectState::Rejected: return "rejected";
    case EffectState::Adopted: return "adopted";
    case EffectState::Superseded: return "superseded";
    case EffectState::Abandoned: return "abandoned";
    case EffectState::Compensated: return "compensated";
    }
    return {};
}

bool isSettled(EffectState state)
{
    switch (state) {
    case EffectState::Done:
    case EffectState::Adopted:
    case EffectState::Superseded:
    case EffectState::Abandoned:
    case EffectState::Compensated: return true;
    case EffectState::Waiting:
    case EffectState::InFlight:
    case EffectState::Sent:
    case EffectState::Acknowledged:
    case EffectState::Unknown:
    case EffectState::Rejected: return false;
    }
    return false;
}

bool isBooked(EffectState state)
{
    return state == EffectState::Done || state == EffectState::Adopted || state == EffectState::Acknowledged;
}

bool isReplaced(EffectState state)
{
    return state == EffectState::Superseded || state == EffectState::Compensated;
}

} // namespace milepost
