// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "order_scenario.h"

#include <cstdint>
#include <ostream>
#include <string>
#include <vector>

namespace milepost::test {

/// One random thing that happens to an order; the numbers choose among what is possible.
struct Happening {
    std::uint8_t kind = 0;
    std::uint8_t first = 0;
    std::uint8_t second = 0;
    std::uint8_t third = 0;
};

std::ostream& operator<<(std::ostream& out, const Happening& happening);

/// Lets random things happen to an order and holds what must be true to them after each.
class OrderProperties {
public:
    /// @param shape chooses lines, stores, stock and rules
    explicit OrderProperties(std::vector<std::uint8_t> shape);

    /// Empty, or what does not hold any longer.
    std::string happen(const Happening& happening);
    /// The facts so far, a row a line: what a failure is understood by.
    std::string history() const;

private:
    struct Reached {
        Quantity shipped{};
        Quantity delivered{};
    };

    void choose(const Happening& happening);
    void answer(const Happening& happening);
    void answerLate(const Happening& happening);
    void look(const Happening& happening);
    void reportGoods(const Happening& happening);
    void reportParcel(const Happening& happening);
    void acknowledge(const Happening& happening);
    void receive(Report report);
    void changeWorld(const Happening& happening);
    void command(const Happening& happening);
    void want(const Happening& happening);
    void sendBack(const Happening& happening);
    std::vector<ReportLine> linesFrom(const Happening& happening) const;
    Reply replyFor(const Effect& effect, const Happening& happening) const;

    std::string checkRow(const FactRow& row);
    std::string checkStart(const FactBody& fact, Timestamp at) const;
    std::string checkUnits();
    std::string checkEffects() const;

    OrderScenario m_scenario;
    Order m_folded{};
    std::vector<Reached> m_reached{};
    std::vector<Report> m_reports{};
};

} // namespace milepost::test
