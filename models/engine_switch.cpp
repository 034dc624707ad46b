// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/engine_switch.h"

#include <utility>

namespace milepost {

void EngineSwitch::setPhase(Phase phase, Error error)
{
    m_phase = phase;
    m_error = std::move(error);
    emit changed();
}

void EngineSwitch::setNetworkGone(bool isGone)
{
    if (m_isNetworkGone == isGone) return;
    m_isNetworkGone = isGone;
    emit changed();
}

} // namespace milepost
