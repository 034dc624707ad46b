// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/recovery/plan.h"

#include <map>
#include <string>

namespace milepost {

/// What one command would lead to at once.
struct Forecast {
    int calls = 0;           ///< attempts and look-ups that would begin
    int callsWithoutKey = 0; ///< of these, attempts that the partner would not recognise as a repetition
    int suppressed = 0;      ///< calls that are not made because they are done
    std::string words{};     ///< what would happen, for people
};

/// Predicts by decide() on copies: nothing is written or sent.
class Foresight {
public:
    explicit Foresight(const PlanContext& context);

    /// Why the command is not permitted, or empty.
    std::string whyNot(const Order& order, const OpenException& exception, bool byName) const;
    Forecast after(const StoredOrder& order, const Command& command) const;

private:
    const Process* processOf(const Order& order) const;

    const PlanContext& m_context;
    Landscape m_landscape{};
};

} // namespace milepost
