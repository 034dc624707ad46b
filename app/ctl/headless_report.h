// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/agreement.h"
#include "app/ctl/follow.h"
#include "app/ctl/session.h"
#include "backend/service/backend.h"

#include <string>

namespace milepost {

/// All that a headless run ends with.
struct HeadlessReport {
    StatusView status{};
    std::vector<ExceptionGroup> groups{};
    VerifyView verify{};
    std::string truth{}; ///< the network's document as it came
    Agreement agreement{};
    bool isIdle = true;
    std::optional<FollowFigures> followed{}; ///< where recommended actions were taken
    double seconds = 0;                      ///< real time of the run

    bool isGood() const { return isIdle && verify.ok && agreement.isComplete(); }
};

/// Reads all orders and open exceptions of a store.
Result<OurBooks> readOurBooks(Backend& backend);

/// {status, verify, truth, agreement}, or tables for people.
void printReport(Session& session, const HeadlessReport& report);

} // namespace milepost
