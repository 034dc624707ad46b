// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/effect.h"
#include "backend/domain/landscape.h"
#include "backend/domain/process.h"

/// Which capability of which system an effect calls.
namespace milepost {

inline const Step& stepOf(const Process& process, const Effect& effect)
{
    return process.steps.at(static_cast<std::size_t>(effect.step));
}

inline const std::string& capabilityOf(const Process& process, const Effect& effect)
{
    const Step& step = stepOf(process, effect);
    return effect.undoes == 0 ? step.capability : step.inverse;
}

/// The offer it was decided on, null when its pack version is gone.
inline const Offer* offerOf(const Landscape& landscape, const Process& process, const Effect& effect)
{
    return findOffer(landscape, effect.definition, capabilityOf(process, effect));
}

} // namespace milepost
