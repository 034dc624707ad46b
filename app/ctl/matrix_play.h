// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/demo_run.h"
#include "app/ctl/matrix_cell.h"
#include "app/ctl/true_case.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace milepost {

/// What a plan foresaw, held against what the network saw.
struct JudgedPlan {
    int predicted = 0; ///< calls; look-ups leave no trace in the network's books
    int seen = 0;      ///< of these
    int excused = 0;   ///< of these: what came first made them needless, or they leave no trace there
    /// Foreseen and not seen, or made again though the plan said not to.
    std::vector<std::string> wrong{};
};

/// The play of one cell on one order: waits until the step has begun, then acts as soon as it may.
class MatrixPlay {
public:
    MatrixPlay(MatrixCell cell, OrderId order, std::string orderNo, std::string number)
        : m_cell(std::move(cell))
        , m_order(order)
        , m_orderNo(std::move(orderNo))
        , m_number(std::move(number))
    {
    }

    const MatrixCell& cell() const { return m_cell; }
    OrderId order() const { return m_order; }
    const std::string& orderNo() const { return m_orderNo; }
    bool hasBegun() const { return m_hasBegun; } ///< its step was called: the cell counts
    bool hasActed() const { return m_hasActed; }
    bool hasResolved() const { return m_hasActed && m_cell.action == "resolve"; }
    /// Precondition: hasActed(). Once the run has ended.
    JudgedPlan judgePlan(DemoRun& run) const;

    /// The name by which the network knows the call; a star at the end stands for any part of the order.
    std::string reference() const;
    /// One look. Does nothing where the action is not permitted now.
    void look(DemoRun& run);
    /// Lifts what holds it, so that it runs to its end.
    void letGo(DemoRun& run) const;

private:
    bool mayTry(DemoRun& run, const OrderView& order, const ExceptionView* exception,
                std::string& document) const;
    bool isOwn(const EffectView& effect) const;
    const EffectView* effectOf(const OrderView& order) const;
    const ExceptionView* exceptionOf(const OrderView& order) const;
    void act(DemoRun& run, const std::string& selector, const std::string& document);

    MatrixCell m_cell;
    OrderId m_order;
    std::string m_orderNo;
    std::string m_number;
    bool m_hasBegun = false;
    bool m_hasActed = false;
    std::string m_lastState{};
    std::vector<ForeseenCall> m_foreseen{};
    std::vector<ForeseenCall> m_suppressed{};
    std::map<std::string, int> m_requestsBefore{};
};

} // namespace milepost
