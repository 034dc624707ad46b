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

/// The play of one cell on one order: waits until the step has begun, then acts as soon as it may.
class MatrixPlay {
public:
    MatrixPlay(MatrixCell cell, std::string orderNo, std::string number)
        : m_cell(std::move(cell))
        , m_orderNo(std::move(orderNo))
        , m_number(std::move(number))
    {
    }

    const MatrixCell& cell() const { return m_cell; }
    const std::string& orderNo() const { return m_orderNo; }
    bool hasBegun() const { return m_hasBegun; } ///< its step was called: the cell counts
    bool hasActed() const { return m_hasActed; }
    bool hasResolved() const { return m_hasActed && m_cell.action == "resolve"; }
    /// What the plan foresaw and the network did not see, or saw against the plan: calls not made, calls made
    /// again that were said not to be, steps taken back that nobody spoke of. Once the run has ended.
    std::vector<std::string> wrongPredictions(DemoRun& run) const;

    /// The name by which the network knows the call; a star at the end stands for any parcel.
    std::string reference() const;
    /// One look. Does nothing where the action is not permitted now.
    void look(DemoRun& run);
    /// Lifts what holds it, so that it runs to its end.
    void letGo(DemoRun& run) const;

private:
    bool mayTry(DemoRun& run, const OrderView& order, const ExceptionView* exception,
                std::string& document) const;
    void act(DemoRun& run, const std::string& selector, const std::string& document);

    MatrixCell m_cell;
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
