// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "order_scenario.h"

#include <algorithm>

using namespace milepost;
using namespace milepost::test;
using namespace std::chrono_literals;

namespace {

using Causes = std::vector<std::string>;

/// An order whose ERP has been asked to accept it.
OrderScenario askedErp()
{
    OrderScenario scenario;
    scenario.receive().done("tax");
    return scenario;
}

OrderScenario askedMail()
{
    OrderScenario scenario;
    scenario.released().shipped(1, {line("A", 10)}, "S1", "T1").settle({"notify"});
    return scenario;
}

Policy policyWith(int maxTries)
{
    return {.name = "normal", .maxTries = maxTries, .baseDelay = 10s, .maxDelay = 10s};
}

} // namespace

/// What becomes of calls: replies, lost replies, look-ups, keys, tries, crashes, people.
class TestDecideEffects : public QObject {
    Q_OBJECT

private slots:
    void aLostReplyThatIsFoundIsDoneOnce();
    void notFoundIsOnlyBelievedLateAndOftenEnough();
    void aLookUpAskedTooEarlyDoesNotCountHoweverLateItsAnswerIs();
    void lookUpsThatTellNothingEndWithAPerson();
    void aKeyProtectsARepetition();
    void aKeyPastItsTimeProtectsNothing();
    void aKeyThatWearsOutWhileWaitingEndsWithAPerson();
    void withNeitherKeyNorLookUpAPersonDecides();
    void atLeastOnceRepeatsByItself();
    void aRefusalDoesNotClearUpAnEarlierDoubt();
    void aRetryAfterARejectionKeepsTheKey();
    void aRetryWhereErrorsAreReplayedIsANewRevision();
    void retryingAllLeavesTheUnaskableToAPerson();
    void aRefusedCallIsTriedAgainAfterItsBackOff();
    void usedUpTriesOpenAnException();
    void aParkedSystemCostsNoTries();
    void afterACrashWhatWasInFlightIsUnknown();
    void afterACrashAFlyingLookUpIsAskedAgain();
    void aLateDoneOfAnOlderAttemptSettlesTheEffect();
    void aLateRefusalOfAnOlderAttemptIsEvidenceOnly();
    void aLateRejectionOfTheLastAttemptIsBelieved();
    void aReplyToADoneEffectIsEvidenceOnly();
    void oneCallOfAnOrderIsInFlightPerSystem();
    void aFileIsDoneWhenTheGoodsLeave();
    void aFileThatWasNotTakenGoesToAPerson();
    void aFileWithoutAWordIsHandedOverAgain();
    void resolvingAnAllocationPlansItsUnitsAnew();
    void anEffectWhosePackIsGoneGoesToAPerson();
};

void TestDecideEffects::aLostReplyThatIsFoundIsDoneOnce()
{
    OrderScenario scenario = askedErp();
    scenario.outcome("accept", Outcome::Unknown);
    QCOMPARE(scenario.stateOf("accept"), EffectState::Unknown);

    scenario.pass(1h).lookup("accept", Outcome::Done);

    QCOMPARE(scenario.stateOf("accept"), EffectState::Done);
    QCOMPARE(scenario.effect("accept")->attempts, 1);
    QVERIFY(scenario.order.acceptedAt.has_value());
}

void TestDecideEffects::notFoundIsOnlyBelievedLateAndOftenEnough()
{
    OrderScenario scenario = askedErp();
    scenario.outcome("accept", Outcome::Unknown);

    scenario.pass(1h).lookup("accept", Outcome::NotFound);
    QCOMPARE(scenario.stateOf("accept"), EffectState::Unknown);
    scenario.pass(1h).lookup("accept", Outcome::NotFound);

    QCOMPARE(scenario.stateOf("accept"), EffectState::InFlight);
    QCOMPARE(scenario.effect("accept")->attempts, 2);
}

void TestDecideEffects::aLookUpAskedTooEarlyDoesNotCountHoweverLateItsAnswerIs()
{
    OrderScenario scenario = askedErp();
    scenario.offer("erp", "order.accept").lookup.reads = 1;
    scenario.outcome("accept", Outcome::Unknown).pass(5s);
    QVERIFY(scenario.effect("accept")->lookupFlying);

    scenario.now += 1h;
    scenario.lookup("accept", Outcome::NotFound);

    QCOMPARE(scenario.effect("accept")->attempts, 1);
}

void TestDecideEffects::lookUpsThatTellNothingEndWithAPerson()
{
    OrderScenario scenario = askedErp();
    scenario.policies = PolicySet({policyWith(2)});
    scenario.outcome("accept", Outcome::Unknown);

    scenario.pass(1h).lookup("accept", Outcome::Unknown);
    QVERIFY(scenario.openCauses().empty());
    scenario.pass(1h).lookup("accept", Outcome::Unknown);

    QCOMPARE(scenario.order.exceptions.at(0).kind, ExceptionClass::UnknownOutcome);
    QVERIFY(scenario.effect("accept")->needsPerson);
}

void TestDecideEffects::aKeyProtectsARepetition()
{
    OrderScenario scenario;
    scenario.receive().outcome("tax", Outcome::Unknown);

    scenario.pass(1h);

    QCOMPARE(scenario.stateOf("tax"), EffectState::InFlight);
    QCOMPARE(scenario.effect("tax")->attempts, 2);
    QCOMPARE(scenario.effect("tax")->revision, 1);
}

void TestDecideEffects::aKeyPastItsTimeProtectsNothing()
{
    OrderScenario scenario;
    scenario.receive().settle({"tender"}).outcome("tender", Outcome::Unknown);
    scenario.now += 2h;

    scenario.wake();

    QCOMPARE(scenario.stateOf("tender"), EffectState::Unknown);
    QCOMPARE(scenario.effect("tender")->attempts, 1);
}

void TestDecideEffects::aKeyThatWearsOutWhileWaitingEndsWithAPerson()
{
    OrderScenario scenario;
    scenario.receive().settle({"tender"}).outcome("tender", Outcome::Unknown);
    QVERIFY(scenario.openCauses().empty());

    scenario.pass(2h);

    QCOMPARE(scenario.order.exceptions.at(0).kind, ExceptionClass::UnknownOutcome);
    QVERIFY(scenario.effect("tender")->needsPerson);
}

void TestDecideEffects::withNeitherKeyNorLookUpAPersonDecides()
{
    OrderScenario scenario = askedMail();
    scenario.outcome("notify", Outcome::Unknown);
    QCOMPARE(scenario.order.exceptions.at(0).kind, ExceptionClass::UnknownOutcome);

    scenario.pass(48h);
    QCOMPARE(scenario.effect("notify")->attempts, 1);

    scenario.command("retry");
    QCOMPARE(scenario.effect("notify")->attempts, 2);
    QVERIFY(scenario.openCauses().empty());
}

void TestDecideEffects::atLeastOnceRepeatsByItself()
{
    OrderScenario scenario = askedMail();
    Policy policy = policyWith(8);
    policy.unknown = UnknownRule::AtLeastOnce;
    scenario.policies = PolicySet({policy});

    scenario.outcome("notify", Outcome::Unknown).pass(1h);

    QCOMPARE(scenario.effect("notify")->attempts, 2);
}

void TestDecideEffects::aRefusalDoesNotClearUpAnEarlierDoubt()
{
    OrderScenario scenario;
    scenario.receive().settle({"tender"}).outcome("tender", Outcome::Unknown);
    scenario.pass(30s).outcome("tender", Outcome::Refused);

    QCOMPARE(scenario.stateOf("tender"), EffectState::Unknown);
    scenario.pass(2h); // the key has worn out: the first attempt may have been done
    QCOMPARE(scenario.effect("tender")->attempts, 2);
}

void TestDecideEffects::aRetryAfterARejectionKeepsTheKey()
{
    OrderScenario scenario = askedErp();
    scenario.answer("accept", Reply{.outcome = Outcome::Rejected, .code = "CREDIT_BLOCKED"});
    QCOMPARE(scenario.openCauses(), Causes{"CREDIT_BLOCKED"});
    scenario.pass(48h);
    QCOMPARE(scenario.effect("accept")->attempts, 1);

    scenario.command("retry");

    QCOMPARE(scenario.effect("accept")->attempts, 2);
    QCOMPARE(scenario.effect("accept")->revision, 1);
    QVERIFY(scenario.openCauses().empty());
}

void TestDecideEffects::aRetryWhereErrorsAreReplayedIsANewRevision()
{
    OrderScenario scenario = askedErp();
    scenario.offer("erp", "order.accept").idempotency.replaysErrors = true;
    scenario.outcome("accept", Outcome::Rejected);

    scenario.command("retry");

    QCOMPARE(scenario.effect("accept")->revision, 2);
}

void TestDecideEffects::retryingAllLeavesTheUnaskableToAPerson()
{
    OrderScenario scenario = askedMail();
    scenario.outcome("notify", Outcome::Unknown);

    scenario.take(Command{.action = "retry"});

    QCOMPARE(scenario.effect("notify")->attempts, 1);
    QCOMPARE(scenario.order.exceptions.size(), 1U);
}

void TestDecideEffects::aRefusedCallIsTriedAgainAfterItsBackOff()
{
    OrderScenario scenario;
    scenario.receive().answer("tax",
                              Reply{.outcome = Outcome::Refused, .code = "http 429", .retryAfter = 30s});
    QCOMPARE(scenario.stateOf("tax"), EffectState::Waiting);

    scenario.pass(29s);
    QCOMPARE(scenario.effect("tax")->attempts, 1);
    scenario.pass(1s);

    QCOMPARE(scenario.effect("tax")->attempts, 2);
}

void TestDecideEffects::usedUpTriesOpenAnException()
{
    OrderScenario scenario;
    scenario.policies = PolicySet({policyWith(2)});
    scenario.receive().outcome("tax", Outcome::Refused).pass(1h).outcome("tax", Outcome::Refused);

    QCOMPARE(scenario.order.exceptions.at(0).kind, ExceptionClass::TransientExhausted);
    scenario.pass(48h);
    QCOMPARE(scenario.effect("tax")->attempts, 2);
    scenario.command("retry");
    QCOMPARE(scenario.effect("tax")->tries, 1);
}

void TestDecideEffects::aParkedSystemCostsNoTries()
{
    OrderScenario scenario;
    scenario.policies = PolicySet({policyWith(1)});
    scenario.receive();
    scenario.gate.parked.insert("tax");

    scenario.outcome("tax", Outcome::Refused).pass(1h);
    QVERIFY(scenario.openCauses().empty());
    QCOMPARE(scenario.effect("tax")->attempts, 1);
    scenario.gate.parked.clear();
    scenario.wake();

    QCOMPARE(scenario.stateOf("tax"), EffectState::InFlight);
}

void TestDecideEffects::afterACrashWhatWasInFlightIsUnknown()
{
    OrderScenario scenario = askedErp();

    scenario.take(Recover{});

    QCOMPARE(scenario.stateOf("accept"), EffectState::Unknown);
    QCOMPARE(scenario.effect("accept")->attempts, 1);
}

void TestDecideEffects::afterACrashAFlyingLookUpIsAskedAgain()
{
    OrderScenario scenario = askedErp();
    scenario.outcome("accept", Outcome::Unknown).pass(1h);
    QVERIFY(scenario.effect("accept")->lookupFlying);

    scenario.take(Recover{});
    QVERIFY(!scenario.effect("accept")->lookupFlying);
    scenario.pass(1h);

    QVERIFY(scenario.effect("accept")->lookupFlying);
    QCOMPARE(scenario.effect("accept")->lookups, 0);
}

void TestDecideEffects::aLateDoneOfAnOlderAttemptSettlesTheEffect()
{
    OrderScenario scenario;
    scenario.receive().outcome("tax", Outcome::Unknown).pass(1h);
    QCOMPARE(scenario.effect("tax")->attempts, 2);

    scenario.take(EndAttempt{.effect = 1, .attempt = 1, .reply = {.outcome = Outcome::Done, .taxMinor = 70}});

    QCOMPARE(scenario.stateOf("tax"), EffectState::Done);
    QCOMPARE(scenario.order.taxMinor, std::optional<std::int64_t>(70));
}

void TestDecideEffects::aLateRefusalOfAnOlderAttemptIsEvidenceOnly()
{
    OrderScenario scenario;
    scenario.receive().outcome("tax", Outcome::Unknown).pass(1h);
    const Effect before = *scenario.effect("tax");

    scenario.take(EndAttempt{.effect = 1, .attempt = 1, .reply = {.outcome = Outcome::Refused}});

    QVERIFY(*scenario.effect("tax") == before);
}

void TestDecideEffects::aLateRejectionOfTheLastAttemptIsBelieved()
{
    OrderScenario scenario = askedErp();
    scenario.outcome("accept", Outcome::Unknown);

    scenario.take(EndAttempt{
        .effect = 2, .attempt = 1, .reply = {.outcome = Outcome::Rejected, .code = "CREDIT_BLOCKED"}});

    QCOMPARE(scenario.stateOf("accept"), EffectState::Rejected);
    QCOMPARE(scenario.openCauses(), Causes{"CREDIT_BLOCKED"});
}

void TestDecideEffects::aReplyToADoneEffectIsEvidenceOnly()
{
    OrderScenario scenario = askedMail();
    const std::size_t invoices = scenario.order.invoices.size();
    const int number = scenario.effect("invoice")->number;

    scenario.take(EndAttempt{.effect = number, .attempt = 1, .reply = {.outcome = Outcome::Done}});

    QCOMPARE(scenario.order.invoices.size(), invoices);
}

void TestDecideEffects::oneCallOfAnOrderIsInFlightPerSystem()
{
    OrderScenario scenario(testContent({{"A", 10}}));
    scenario.stock.units = {{{"east", "A"}, 5}, {{"west", "A"}, 5}};

    scenario.receive().settle({"tender"});

    QCOMPARE(scenario.stateOf("tender", 1), EffectState::InFlight);
    QCOMPARE(scenario.stateOf("tender", 2), EffectState::Waiting);
    QCOMPARE(scenario.callsInFlight(), 1);
}

void TestDecideEffects::aFileIsDoneWhenTheGoodsLeave()
{
    OrderScenario scenario;
    scenario.stock.units = {{{"south", "A"}, 10}};
    scenario.receive().settle({"release"}).outcome("release", Outcome::Accepted);
    QCOMPARE(scenario.stateOf("release"), EffectState::Sent);
    QCOMPARE(scenario.at(1, Stage::Released), units(0));

    scenario.take(
        ReceiveReport{.report = {.kind = ReportKind::Acknowledged, .system = "legacy", .document = "1"}});
    QCOMPARE(scenario.stateOf("release"), EffectState::Acknowledged);
    QCOMPARE(scenario.at(1, Stage::Released), units(10));
    scenario.shipped(1, {line("A", 10)}, "S1", "T1");

    QCOMPARE(scenario.stateOf("release"), EffectState::Done);
    QVERIFY(scenario.openCauses().empty());
}

void TestDecideEffects::aFileThatWasNotTakenGoesToAPerson()
{
    OrderScenario scenario;
    scenario.stock.units = {{{"south", "A"}, 10}};
    scenario.receive().settle({"release"}).outcome("release", Outcome::Accepted);

    scenario.take(ReceiveReport{
        .report = {.kind = ReportKind::Refused, .system = "legacy", .document = "1", .statusWord = "R"}});

    QCOMPARE(scenario.stateOf("release"), EffectState::Rejected);
    QCOMPARE(scenario.openCauses(), Causes{"R"});
}

void TestDecideEffects::aFileWithoutAWordIsHandedOverAgain()
{
    OrderScenario scenario;
    scenario.policies = PolicySet({policyWith(2)});
    scenario.offer("legacy", "fulfillment.release").acknowledgeWithin = 1h;
    scenario.stock.units = {{{"south", "A"}, 10}};
    scenario.receive().settle({"release"}).outcome("release", Outcome::Accepted);

    scenario.pass(1h);
    QCOMPARE(scenario.effect("release")->attempts, 2);
    QCOMPARE(scenario.effect("release")->control, 1);
    scenario.outcome("release", Outcome::Accepted).pass(1h);

    QCOMPARE(scenario.effect("release")->attempts, 2);
    QCOMPARE(scenario.openCauses(), Causes{"no acknowledgement"});
    scenario.command("retry");
    QCOMPARE(scenario.effect("release")->attempts, 3);
}

void TestDecideEffects::resolvingAnAllocationPlansItsUnitsAnew()
{
    OrderScenario scenario;
    scenario.stock.units[{"west", "A"}] = 100;
    scenario.receive().settle({"allocate"}).outcome("allocate", Outcome::Rejected);

    scenario.command("resolve").settle();

    QCOMPARE(scenario.order.fulfillments.size(), 2U);
    QCOMPARE(scenario.at(1, Stage::Released), units(10));
}

void TestDecideEffects::anEffectWhosePackIsGoneGoesToAPerson()
{
    OrderScenario scenario;
    scenario.gate.full.insert("tax");
    scenario.receive();
    std::erase_if(scenario.landscape.offers, [](const Offer& offer) { return offer.system == "tax"; });

    scenario.wake();

    QCOMPARE(scenario.openCauses(), Causes{"its pack version is gone"});
}

QTEST_GUILESS_MAIN(TestDecideEffects)
#include "tst_decide_effects.moc"
