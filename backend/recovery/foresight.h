// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/order_edit.h"
#include "backend/recovery/plan.h"

#include <map>
#include <string>

namespace milepost {

/// What one command would lead to at once.
struct Forecast {
    int calls = 0;           ///< attempts and look-ups that would begin
    int callsWithoutKey = 0; ///< of these, attempts that the partner would not recognise as a repetition
    int suppressed = 0;      ///< calls that are not made because they are done
    int differences = 0;     ///< of these, such as would say something else now
    std::string words{};     ///< what would happen, for people
};

/// Predicts by decide() on copies: nothing is written or sent.
class Foresight {
public:
    explicit Foresight(const PlanContext& context);

    /// Why the command is not permitted, or empty.
    std::string whyNot(const Order& order, const OpenException& exception, bool byName) const;
    Forecast after(const StoredOrder& order, const Command& command) const;

    /// Why the order behind that exception may not be edited now, or empty.
    std::string whyNotEdit(const Order& order, const OpenException& exception) const;
    Forecast afterEdit(const StoredOrder& order, const OpenException& exception,
                       const RevisedContent& revised) const;

private:
    const Process* processOf(const Order& order) const;
    std::shared_ptr<const Pack> packOf(int definition) const;
    Forecast after(const StoredOrder& order, const Input& input,
                   std::shared_ptr<const CanonicalOrder> content, Order& copy) const;
    void addDifferences(Forecast& forecast, const StoredOrder& before, const Order& after,
                        std::shared_ptr<const CanonicalOrder> content, int stuck) const;

    const PlanContext& m_context;
    Landscape m_landscape{};
};

} // namespace milepost
