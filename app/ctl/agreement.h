// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/truth.h"
#include "backend/service/backend.h"

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <vector>

namespace milepost {

/// What we say: all orders, and all open exceptions.
struct OurBooks {
    std::vector<OrderView> orders{};
    std::vector<ExceptionView> exceptions{};
};

/// One value that the two sides hold differently.
struct Difference {
    std::string order{}; ///< the network's reference, or ours where it has none
    std::string path{};  ///< "lines/BRK-1007/shipped"
    std::string ours{};
    std::string truth{};
};

/// Something done there more than once, or known to one side only.
struct WorkFinding {
    std::string system{};
    std::string capability{};
    std::string reference{};
    int performed = 0;
    std::string why{};
};

/// The judgement of a run (DESIGN.md section 11), made of what both sides say and of nothing of the engine's.
struct Agreement {
    int ordersEmitted = 0;
    int ordersCompared = 0;
    std::vector<Difference> differences{};
    std::vector<WorkFinding> repeated{}; ///< performed more than once per reference
    std::vector<WorkFinding>
        lost{}; ///< emitted or performed there, with neither fact nor open exception here

    bool isComplete() const
    {
        return differences.empty() && repeated.empty() && lost.empty() && ordersCompared == ordersEmitted;
    }
};

Agreement agreementOf(const Truth& truth, const OurBooks& books);

nlohmann::ordered_json toJson(const Agreement& agreement);

} // namespace milepost
