// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/decide.h"
#include "backend/domain/evolve.h"

#include <map>
#include <memory>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace milepost::test {

/// Gives a place to everyone but to parked systems; counts what it gave.
class FakeGate final : public StartGate {
public:
    std::set<std::string> parked{};
    std::set<std::string> full{};
    int taken = 0;

    bool take(const std::string& system, Criticality criticality) override;
    bool isParked(const std::string& system) const override { return parked.contains(system); }
};

class FakeControlSeries final : public ControlSeries {
public:
    std::int64_t next(const std::string& system) override { return ++m_last[system]; }

private:
    std::map<std::string, std::int64_t> m_last;
};

/// Stock by node and item in whole units; what is not named is not known.
class FakeStock final : public StockView {
public:
    std::map<std::pair<std::string, std::string>, std::int64_t> units{};
    void reserve(const Order& order, const FactRow& row); ///< what a decision has planned
    Timestamp at{};                                       ///< when all of it was reported

    bool isKnown(std::string_view node, std::string_view sku) const override;
    std::int64_t availableMicro(std::string_view node, std::string_view sku) const override;
    Timestamp reportedAt(std::string_view node, std::string_view sku) const override;
};

class FakeWatermarks final : public Watermarks {
public:
    std::map<std::string, Timestamp, std::less<>> marks{};
    bool trusted = true;

    std::optional<Timestamp> of(std::string_view system) const override;
    bool areTrusted() const override { return trusted; }
};

/// Order-to-cash as shipped in its main traits, with every kind of unit.
Process testProcess();

/// erp (look-up, no key), wms (node east) and 3pl (node west) with keys for ever, legacy (node south, files),
/// tms (key for an hour), tax (key), mail (neither key nor look-up).
Landscape testLandscape();

CanonicalOrder testContent(std::vector<std::pair<std::string, int>> skuAndUnits);

/// One order in a world that only the test moves: time stands still until pass() is called.
class OrderScenario {
public:
    explicit OrderScenario(CanonicalOrder content = testContent({{"A", 10}}));

    /// The world; to be changed before or between inputs.
    Timestamp now{};
    Process process = testProcess();
    Landscape landscape = testLandscape();
    PolicySet policies{};
    CanonicalOrder content{};
    FakeStock stock{};
    FakeWatermarks watermarks{};
    FakeGate gate{};
    FakeControlSeries controls{};
    bool advances = true;

    Order order{};
    std::vector<FactRow> rows{}; ///< one for each input

    Offer& offer(const std::string& system, const std::string& capability);

    /// Decides on one input. What decide() throws comes through.
    OrderScenario& take(const Input& input);
    OrderScenario& receive() { return take(ReceiveOrder{}); }
    OrderScenario& wake() { return take(Wake{}); }
    OrderScenario& pass(Duration duration); ///< time passes, then the order is woken

    /// Ends the attempt that is in flight for that step. Precondition: there is one.
    OrderScenario& answer(const std::string& step, Reply reply, int subject = -1);
    OrderScenario& done(const std::string& step, int subject = -1);
    OrderScenario& outcome(const std::string& step, Outcome outcome, int subject = -1);
    OrderScenario& lookup(const std::string& step, Outcome outcome, int subject = -1);
    /// Answers all that is in flight with Done until nothing is, except the named steps.
    OrderScenario& settle(const std::set<std::string>& except = {});
    /// The order with everything allocated and released, and nothing in flight.
    OrderScenario& released();

    OrderScenario& shipped(int fulfillment, std::vector<ReportLine> lines, const std::string& document,
                           const std::string& tracking = {});
    OrderScenario& pickedShort(int fulfillment, std::vector<ReportLine> lines);
    OrderScenario& parcel(const std::string& tracking, ParcelStatus status);
    OrderScenario& command(const std::string& action, const std::string& kind = {});

    /// The newest of that step (of the first subject, where none is named) that takes nothing back.
    const Effect* effect(const std::string& step, int subject = -1) const;
    EffectState stateOf(const std::string& step, int subject = -1) const;
    int callsInFlight() const;
    std::vector<std::string> openCauses() const;
    std::vector<std::string> kindsOfLastRow() const;
    std::string systemOf(const Effect& effect) const;
    std::string reference(int fulfillment) const;
    Quantity at(int lineNo, Stage stage) const;

private:
    int m_nextMessage = 1;
};

/// Whole units.
Quantity units(std::int64_t whole);
ReportLine line(const std::string& sku, std::int64_t whole, int lineNo = 0);

} // namespace milepost::test
