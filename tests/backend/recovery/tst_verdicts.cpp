// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "backend/recovery/recommendation.h"
#include "backend/recovery/verdicts.h"
#include "tests/backend/domain/order_scenario.h"
#include "tests/backend/domain/undo_play.h"

using namespace milepost;
using namespace milepost::test;

namespace {

/// A case about the whole order, or about its first exception.
CaseFile caseOf(const StoredOrder& stored, const OrderScenario& scenario)
{
    const OpenException exception =
        scenario.order.exceptions.empty() ? OpenException{} : scenario.order.exceptions.front();
    return openCase(stored, scenario.rows, scenario.process, scenario.landscape, exception, scenario.now);
}

StoredOrder stored(const OrderScenario& scenario)
{
    return {.state = scenario.order, .content = std::make_shared<const CanonicalOrder>(scenario.content)};
}

void answer(CaseFile& file, int effect, milepost::Outcome outcome, const char* document, const char* state,
            bool isBelieved = true)
{
    file.live[effect] = LiveAnswer{.reply = {.outcome = outcome, .document = document, .state = state},
                                   .isBelieved = isBelieved};
}

Evidence withAll(const CaseFile& file)
{
    Evidence evidence;
    evidence.goodsLeft = goodsLeft(file);
    evidence.billingMayProceed = billingMayProceed(file, evidence.goodsLeft);
    evidence.beliefs = beliefsOf(file);
    evidence.systemsAgree = systemsAgree(file, evidence.beliefs);
    for (const char* action : {"retry", "adopt", "edit", "skip", "resolve"})
        evidence.actions.push_back({.action = action, .isPermitted = true});
    return evidence;
}

} // namespace

class TestVerdicts : public QObject {
    Q_OBJECT

private slots:
    void nothingLeavesBeforeARelease()
    {
        OrderScenario scenario;
        scenario.receive();
        const StoredOrder order = stored(scenario);
        const CaseFile file = caseOf(order, scenario);
        QCOMPARE(goodsLeft(file).verdict, Verdict::No);
        QCOMPARE(customerTold(file).verdict, Verdict::No);
        QCOMPARE(billingMayProceed(file, goodsLeft(file)).verdict, Verdict::No);
    }

    void withTheNodeNobodyKnowsUnlessSomebodySaysSo()
    {
        OrderScenario scenario;
        scenario.released();
        const StoredOrder order = stored(scenario);
        CaseFile file = caseOf(order, scenario);
        QCOMPARE(goodsLeft(file).verdict, Verdict::Unknown);
        answer(file, scenario.effect("tender")->number, milepost::Outcome::Done, "BK-1", "there");
        QCOMPARE(goodsLeft(file).verdict, Verdict::No);
        answer(file, scenario.effect("tender")->number, milepost::Outcome::Done, "BK-1", "left");
        QCOMPARE(goodsLeft(file).verdict, Verdict::Yes);
        QCOMPARE(systemsAgree(file, beliefsOf(file)).verdict, Verdict::No); // our books know of no dispatch
        QVERIFY(!contradictionsOf(beliefsOf(file)).empty());
        answer(file, scenario.effect("tender")->number, milepost::Outcome::Done, "BK-1", "whatever");
        QCOMPARE(goodsLeft(file).verdict, Verdict::Unknown); // a word that tells nothing
    }

    void whatTheCarrierHasAndTheNodeDeniesIsContradictory()
    {
        OrderScenario scenario;
        scenario.offer("wms", "fulfillment.release").lookup.exists = true;
        scenario.released();
        const StoredOrder order = stored(scenario);
        CaseFile file = caseOf(order, scenario);
        answer(file, scenario.effect("tender")->number, milepost::Outcome::Done, "BK-1", "left");
        answer(file, scenario.effect("release")->number, milepost::Outcome::Done, "RL-1", "there");
        const Finding left = goodsLeft(file);
        QCOMPARE(left.verdict, Verdict::Contradictory);
        QCOMPARE(std::string(toKey(left.verdict)), std::string("contradictory"));
        QCOMPARE(left.facts.size(), std::size_t{2}); // both sides, each with who says it
        QVERIFY(left.facts.front().system != left.facts.back().system);
        QCOMPARE(billingMayProceed(file, left).verdict, Verdict::Contradictory);
        QCOMPARE(systemsAgree(file, beliefsOf(file)).verdict,
                 Verdict::No); // a contradiction answers that one
        answer(file, scenario.effect("release")->number, milepost::Outcome::Done, "RL-1", "left");
        QCOMPARE(goodsLeft(file).verdict, Verdict::Yes);
    }

    void theRecordSettlesWhatACarrierHasNotSeen()
    {
        OrderScenario scenario;
        scenario.offer("wms", "fulfillment.release").lookup.exists = true;
        scenario.released();
        const StoredOrder order = stored(scenario);
        CaseFile file = caseOf(order, scenario);
        answer(file, scenario.effect("tender")->number, milepost::Outcome::Done, "BK-1", "there");
        answer(file, scenario.effect("release")->number, milepost::Outcome::Done, "RL-1", "left");
        QCOMPARE(goodsLeft(file).verdict, Verdict::Yes); // of what left it, the node keeps the record
    }

    void aNodeThatIsDoneWithAPartTellsNothingOfTheRest()
    {
        OrderScenario scenario(testContent({{"A", 10}}));
        scenario.offer("wms", "fulfillment.release").lookup.exists = true;
        scenario.released();
        scenario.shipped(1, {line("A", 4)}, "S1", "T1").settle();
        const StoredOrder order = stored(scenario);
        CaseFile file = caseOf(order, scenario);
        answer(file, scenario.effect("release")->number, milepost::Outcome::Done, "release-doc", "left");
        const Finding left = goodsLeft(file);
        QCOMPARE(left.verdict, Verdict::Yes);
        QCOMPARE(billingMayProceed(file, left).verdict, Verdict::Unknown); // the rest may have been short
        QVERIFY(systemsAgree(file, beliefsOf(file)).verdict != Verdict::No);
    }

    void aStepThatIsBeingTakenBackIsInDoubt()
    {
        OrderScenario scenario = reversible(testContent({{"A", 10}}));
        scenario.released();
        scenario.command("cancel");
        const auto undo = std::ranges::find_if(scenario.order.effects, [](const Effect& effect) {
            return effect.undoes != 0 && effect.state == EffectState::InFlight;
        });
        QVERIFY(undo != scenario.order.effects.end());
        const StoredOrder order = stored(scenario);
        CaseFile file = caseOf(order, scenario);
        for (const Effect& effect : scenario.order.effects)
            if (effect.undoes == 0)
                answer(file, effect.number, milepost::Outcome::Done, effect.document.c_str(), "there");
        QCOMPARE(systemsAgree(file, beliefsOf(file)).verdict, Verdict::Unknown);
        answer(file, undo->number, milepost::Outcome::Done, "V-1", "");
        QCOMPARE(systemsAgree(file, beliefsOf(file)).verdict, Verdict::No);
    }

    void aNodeThatTakesItsWordBackIsContradictory()
    {
        OrderScenario scenario;
        scenario.offer("wms", "fulfillment.release").lookup.exists = true;
        scenario.released();
        scenario.shipped(1, {}, "S1", "T1");
        const StoredOrder order = stored(scenario);
        CaseFile file = caseOf(order, scenario);
        QCOMPARE(goodsLeft(file).verdict, Verdict::Yes);
        answer(file, scenario.effect("release")->number, milepost::Outcome::Done, "RL-1", "there");
        QCOMPARE(goodsLeft(file).verdict, Verdict::Contradictory);
    }

    void aMessageThatItsSystemTookAndForgotIsContradictory()
    {
        OrderScenario scenario;
        scenario.released();
        scenario.shipped(1, {}, "S1", "T1").settle({"invoice"});
        scenario.done("invoice");
        const StoredOrder order = stored(scenario);
        CaseFile file = caseOf(order, scenario);
        QCOMPARE(customerTold(file).verdict, Verdict::Yes);
        QCOMPARE(billingMayProceed(file, goodsLeft(file)).verdict, Verdict::No); // it is billed
        answer(file, scenario.effect("notify")->number, milepost::Outcome::NotFound, "", "", false);
        QCOMPARE(customerTold(file).verdict, Verdict::Yes); // too early to believe
        answer(file, scenario.effect("notify")->number, milepost::Outcome::NotFound, "", "");
        answer(file, scenario.effect("invoice")->number, milepost::Outcome::NotFound, "", "");
        QCOMPARE(customerTold(file).verdict, Verdict::Contradictory);
        QCOMPARE(billingMayProceed(file, goodsLeft(file)).verdict, Verdict::Contradictory);
    }

    void whatWasRefusedAndIsThereAllTheSameIsNotBilledTwice()
    {
        OrderScenario scenario;
        scenario.policies = PolicySet({Policy{.name = "normal", .maxTries = 1}});
        scenario.released();
        scenario.shipped(1, {}, "S1", "T1").settle({"invoice"});
        scenario.outcome("invoice", milepost::Outcome::Rejected);
        const StoredOrder order = stored(scenario);
        CaseFile file = caseOf(order, scenario);
        QCOMPARE(billingMayProceed(file, goodsLeft(file)).verdict, Verdict::Yes);
        answer(file, scenario.effect("invoice")->number, milepost::Outcome::Done, "INV-7", "");
        QCOMPARE(billingMayProceed(file, goodsLeft(file)).verdict, Verdict::No); // its record settles it
    }

    void aDispatchIsAYesThatNamesItsMessage()
    {
        OrderScenario scenario;
        scenario.released();
        scenario.shipped(1, {}, "S1", "T1");
        const StoredOrder order = stored(scenario);
        const Finding left = goodsLeft(caseOf(order, scenario));
        QCOMPARE(left.verdict, Verdict::Yes);
        QCOMPARE(left.facts.front().system, std::string("wms"));
        QVERIFY(left.facts.front().statement.find("S1") != std::string::npos);
    }

    void billingWaitsWhileTheInvoiceIsInDoubt()
    {
        OrderScenario scenario;
        scenario.released();
        scenario.shipped(1, {}, "S1", "T1").settle({"invoice"});
        scenario.outcome("invoice", milepost::Outcome::Unknown);
        const StoredOrder order = stored(scenario);
        CaseFile file = caseOf(order, scenario);
        QCOMPARE(billingMayProceed(file, goodsLeft(file)).verdict, Verdict::Unknown);
        const int invoice = scenario.effect("invoice")->number;
        answer(file, invoice, milepost::Outcome::Done, "INV-7", "");
        QCOMPARE(billingMayProceed(file, goodsLeft(file)).verdict, Verdict::No); // it is billed
        answer(file, invoice, milepost::Outcome::NotFound, "", "", false);
        QCOMPARE(billingMayProceed(file, goodsLeft(file)).verdict, Verdict::Unknown); // too early to believe
        answer(file, invoice, milepost::Outcome::NotFound, "", "");
        QCOMPARE(billingMayProceed(file, goodsLeft(file)).verdict, Verdict::Yes);
    }

    void whatThePartnerHasIsAdoptedNeverSentAgain()
    {
        OrderScenario scenario;
        scenario.policies = PolicySet({Policy{.name = "normal", .maxTries = 1}});
        scenario.receive().done("tax");
        scenario.outcome("accept", milepost::Outcome::Rejected);
        const StoredOrder order = stored(scenario);
        CaseFile file = caseOf(order, scenario);
        QCOMPARE(recommend(file, withAll(file)).needsPerson, true); // its cause has to be mended
        answer(file, scenario.effect("accept")->number, milepost::Outcome::Done, "SO-9", "");
        const Recommendation one = recommend(file, withAll(file));
        QCOMPARE(one.action, std::string("adopt"));
        QCOMPARE(one.document, std::string("SO-9"));
        QVERIFY(!one.needsPerson);
        Evidence forbidden = withAll(file);
        forbidden.actions.clear();
        QVERIFY(recommend(file, forbidden).action.empty()); // never what is not permitted
    }

    void noticesThatNobodyCanBeAskedAboutAreForPersons()
    {
        OrderScenario scenario;
        scenario.released();
        scenario.shipped(1, {}, "S1", "T1");
        scenario.outcome("notify", milepost::Outcome::Unknown);
        const StoredOrder order = stored(scenario);
        const CaseFile file = caseOf(order, scenario);
        QCOMPARE(customerTold(file).verdict, Verdict::Unknown);
        QVERIFY(recommend(file, withAll(file)).needsPerson);
        const std::vector<int> calls = callsToAskAbout(file);
        QVERIFY(std::ranges::find(calls, scenario.effect("notify")->number) == calls.end());
    }
};

QTEST_GUILESS_MAIN(TestVerdicts)
#include "tst_verdicts.moc"
