// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "backend/domain/outlook.h"

using namespace milepost;
using namespace std::chrono_literals;

namespace {

constexpr Timestamp now{1'000'000'000s};

Process process()
{
    Process made{.name = "test"};
    made.steps.push_back({.name = "release", .expects = "shipmentConfirmed"});
    made.steps.push_back({.name = "invoice", .booking = milepost::Booking::Invoice});
    return made;
}

Order order()
{
    Order made{.revision = 1, .receivedAt = now - 1h, .acceptedAt = now - 1h};
    OrderLine line{.lineNo = 1, .sku = "SKU-1"};
    line.ledger = LineLedger(Quantity{.micro = 5'000'000});
    made.lines.push_back(line);
    return made;
}

} // namespace

class TestOutlook final : public QObject {
    Q_OBJECT

private slots:
    void init() { m_stopped.clear(); }
    void aPersonComesFirst();
    void namesTheMissingItem();
    void tellsARetryFromAStoppedSystem();
    void anOverdueConfirmationIsAConcern();
    void aBrokenPromiseIsAConcern();

private:
    OutlookContext context() const
    {
        return {.process = m_process,
                .systemOf = [](int) { return std::string("erp"); },
                .isStopped = [this](const std::string& system) { return system == m_stopped; },
                .now = now};
    }

    Process m_process = process();
    std::string m_stopped;
};

void TestOutlook::aPersonComesFirst()
{
    Order waiting = order();
    waiting.holds.push_back({.kind = "credit"});
    QCOMPARE(waitingOf(waiting, context()).kind, WaitKind::Held);
    waiting.exceptions.push_back({.system = "erp", .step = "invoice", .cause = "PERIOD_CLOSED"});
    const Waiting person = waitingOf(waiting, context());
    QCOMPARE(person.kind, WaitKind::Person);
    QCOMPARE(person.detail, std::string("PERIOD_CLOSED"));
    const auto concerns = concernsOf(waiting, context());
    QVERIFY(has(concerns, Concern::NeedsPerson) && has(concerns, Concern::OnHold));
}

void TestOutlook::namesTheMissingItem()
{
    Order waiting = order();
    waiting.lines.front().ledger.move(Stage::Open, Stage::Backordered, Quantity{.micro = 5'000'000});
    const Waiting stock = waitingOf(waiting, context());
    QCOMPARE(stock.kind, WaitKind::Stock);
    QCOMPARE(stock.detail, std::string("SKU-1"));
    QVERIFY(has(concernsOf(waiting, context()), Concern::WaitingForAllocation));
}

void TestOutlook::tellsARetryFromAStoppedSystem()
{
    Order waiting = order();
    waiting.effects.push_back({.number = 1, .step = 1, .tries = 2, .nextAt = now + 5min});
    const Waiting retry = waitingOf(waiting, context());
    QCOMPARE(retry.kind, WaitKind::Stock); // more pressing than a retry: nothing can ship
    waiting.lines.front().ledger.move(Stage::Open, Stage::Allocated, Quantity{.micro = 5'000'000});
    QCOMPARE(waitingOf(waiting, context()).kind, WaitKind::Retry);
    QVERIFY(waitingOf(waiting, context()).until == now + 5min);
    m_stopped = "erp";
    QCOMPARE(waitingOf(waiting, context()).kind, WaitKind::System);
    waiting.effects.front().needsPerson = true; // it waits for nobody but a person
    QVERIFY(waitingOf(waiting, context()).kind != WaitKind::System);
}

void TestOutlook::anOverdueConfirmationIsAConcern()
{
    Order waiting = order();
    waiting.lines.front().ledger.move(Stage::Open, Stage::Allocated, Quantity{.micro = 5'000'000});
    waiting.expectations.push_back({.number = 1, .step = 0, .system = "wms-east", .dueAt = now + 1h});
    QCOMPARE(waitingOf(waiting, context()).kind, WaitKind::Shipment);
    QVERIFY(!has(concernsOf(waiting, context()), Concern::ShippedUnconfirmed));
    waiting.expectations.front().dueAt = now - 1min;
    QVERIFY(has(concernsOf(waiting, context()), Concern::ShippedUnconfirmed));
}

void TestOutlook::aBrokenPromiseIsAConcern()
{
    Order waiting = order();
    waiting.promisedAt = now + 1h;
    QVERIFY(!has(concernsOf(waiting, context()), Concern::PromiseBroken));
    waiting.promisedAt = now - 1h;
    QVERIFY(has(concernsOf(waiting, context()), Concern::PromiseBroken));
}

QTEST_APPLESS_MAIN(TestOutlook)

#include "tst_outlook.moc"
