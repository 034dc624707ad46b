// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/core/result.h"

#include <string>

namespace milepost {

/// The demo network of a training session: how faulty it is can be chosen. Calls block; use
/// BackendBridge::carryOut. Any thread.
class TrainingNetwork {
public:
    virtual ~TrainingNetwork() = default;

    virtual Result<std::string> faultProfile() = 0; ///< none, light, heavy
    virtual Status setFaultProfile(const std::string& profile) = 0;
    virtual Status heal() = 0;                ///< the seeded business rejections end
    virtual Status sendOrders(int count) = 0; ///< that many more over the next scaled hours
};

} // namespace milepost
