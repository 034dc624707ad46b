// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/order_edit.h"
#include "backend/recovery/plan.h"

#include <string>
#include <vector>

namespace milepost {

/// What one command would lead to: at once, and of taking steps back to its end.
struct Forecast : ItemForecast {
    std::string words{}; ///< what would happen, for people
};

int callsWithoutKey(const ItemForecast& forecast); ///< that the partner would not recognise if repeated
int doneDifferently(const ItemForecast& forecast); ///< done already with another body

/// Predicts by decide() on copies: nothing is written or sent.
class Foresight {
public:
    explicit Foresight(const PlanContext& context);

    /// Why the action is not permitted, or empty. An exception without a number: on the order itself.
    std::string whyNot(std::string_view action, const Order& order, const OpenException& exception,
                       bool byName) const;
    std::string whyNot(const Command& command, const Order& order) const;
    Forecast after(const StoredOrder& order, const Command& command) const;
    /// What a replay leaves as it is: the calls that are done from its start on, and what they would say now.
    Forecast standing(const StoredOrder& order, const Command& replay) const;

    /// An exception without a number: the order itself.
    std::string whyNotEdit(const Order& order, const OpenException& exception) const;
    Forecast afterEdit(const StoredOrder& order, const OpenException& exception,
                       const RevisedContent& revised) const;

    const Process* processOf(const Order& order) const; ///< null: it cannot be read
    const Landscape& landscape() const { return m_landscape; }

private:
    class Copy;

    /// Which calls are compared with what they would say now.
    struct Compared {
        int stuck = 0;       ///< the call that is helped
        int fromStep = 0;    ///< of those that are done
        bool isAnew = false; ///< the done ones by the map of today, not by the one of then
    };

    void addDone(Forecast& forecast, const Order& before, const Process& process, int fromStep) const;
    void addDifferences(Forecast& forecast, const StoredOrder& before, const Order& after,
                        std::shared_ptr<const CanonicalOrder> content, const Compared& compared) const;
    /// Of a replay; an exception's own call is the stuck one.
    Compared comparedBy(const Order& order, const Process& process, const Command& replay) const;
    /// Null: the system does not offer that any more.
    std::shared_ptr<const Pack> livePack(std::string_view system, std::string_view capability) const;

    const PlanContext& m_context;
    Landscape m_landscape;
};

} // namespace milepost
