// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "backend/domain/amendment.h"
#include "backend/domain/compensation.h"
#include "engine_scene.h"

using namespace milepost;
using namespace milepost::test;

namespace {

constexpr const char* postalCode = "/shipTo/postalCode";

/// Partners that do all they are asked, but for the tax of an address without its right postal code.
std::optional<Reply> wantsPostalCode(const Call& call)
{
    const Party* to = findParty(*call.view.content, "shipTo");
    if (call.capability != "tax.commit" || to->postalCode == "89501") return done(call.view.key);
    return Reply{.outcome = Outcome::Rejected, .code = "UNKNOWN_POSTCODE", .message = "no such place"};
}

Command editOf(int exception, std::vector<FieldEdit> edits)
{
    return {.action = "edit",
            .exception = exception,
            .actor = "ann",
            .reason = "the customer called",
            .edits = std::move(edits)};
}

/// What the shop says of order 1001.
IncomingMessage statement(const std::string& messageId, const std::string& version, int units = 1)
{
    IncomingMessage message = orderMessage(messageId, "1001", units);
    contentOf(message).version = version;
    return message;
}

/// Whether so many units of its line are wanted, ten seconds on.
bool wantsInAWhile(EngineScene& scene, int units)
{
    scene.pass(std::chrono::seconds(10));
    return scene.order("1001").lines.front().ledger.ordered() == Quantity::units(units);
}

/// States no more than other units of the only line.
IncomingMessage amendmentMessage(const std::string& messageId, const std::string& number,
                                 const std::string& version, int units)
{
    IncomingMessage message = orderMessage(messageId, number);
    contentOf(message) = {.channel = "shop",
                          .sender = "shop",
                          .number = number,
                          .purpose = std::string(amendmentPurpose),
                          .version = version,
                          .lines = {{.lineNo = 1, .quantity = Quantity::units(units)}}};
    return message;
}

std::vector<std::string> keysSent(const ScriptedTransport& transport, const std::string& capability)
{
    std::vector<std::string> keys;
    for (const Call& call : transport.started()) {
        if (call.capability == capability) keys.push_back(call.view.key);
    }
    return keys;
}

/// Every byte that the order's facts are kept in.
std::string factBytes(EngineScene& scene, const std::string& orderNo)
{
    std::string bytes;
    for (const FactRow& row : scene.facts(orderNo))
        bytes += packed(row);
    return bytes;
}

} // namespace

/// "Edit and retry" through the engine and the real store.
class TestEngineEdit : public QObject {
    Q_OBJECT

private slots:
    void aRejectedCallIsMadeAnewWithOtherDataUnderAnotherKey();
    void theNewContentIsKeptAndValuesOfPersonsAreNotInFacts();
    void aSecondEditHasAKeyOfItsOwnToo();
    void anOrderIsEditedAfterARestartToo();
    void theChannelsMessageIsStillKnownAfterAnEdit();
    void nothingIsEditedWhileAnOutcomeIsUnknown();
    void whatIsClosedMeanwhileIsRefused();
    void aProtectedFieldIsRefusedByName();
    void anIncompleteOrderIsValidatedAgain();
    void anotherItemIsAskedForAfterAnEditOfTheSku();
    void aChannelsChangeIsFollowedWhereTheOrderIsNotTooFar();
    void aChannelsOtherQuantityIsFollowed();
    void aChannelsChangeWaitsForTheEndOfACallAlsoOverARestart();
    void aChannelsCancellationTakesStepsBack();
    void aChangeThatRepeatsItsAddressLeavesAPersonsCorrection();
    void anAmendmentIsFollowedAlsoAfterARestart();
    void anAmendmentWaitsForItsOrderAlsoOverARestart();
    void aPersonIsToldOfAChangeWhoseOrderDoesNotCome();
    void aCancelledOrderIsSaidToBeSoAgainAndAgain();
    void anAmendmentThatWasOvertakenIsForAPerson();

private:
    /// An order whose tax was refused.
    static void getStuck(EngineScene& scene)
    {
        scene.transport.rule = wantsPostalCode;
        scene.receive(orderMessage("m1", "1001"));
        QTRY_COMPARE(scene.exceptions().size(), std::size_t{1});
        QTRY_VERIFY(scene.order("1001").acceptedAt.has_value());
    }
};

void TestEngineEdit::aRejectedCallIsMadeAnewWithOtherDataUnderAnotherKey()
{
    EngineScene scene;
    getStuck(scene);

    const CommandReceipt receipt = scene.command("1001", editOf(1, {{postalCode, "89501"}}));

    QVERIFY2(receipt.isDone, receipt.reason.c_str());
    QTRY_VERIFY(scene.exceptions().empty());
    const Order order = scene.order("1001");
    const Effect* old = effectOf(order, taxStep);
    QCOMPARE(old->state, EffectState::Superseded);
    QCOMPARE(old->attempts, 1);
    const auto anew = std::ranges::find_if(
        order.effects, [](const Effect& effect) { return effect.step == taxStep && effect.revision == 2; });
    QVERIFY(anew != order.effects.end());
    QCOMPARE(anew->state, EffectState::Done);
    const std::vector<std::string> keys{"1001:tax", "1001:tax:r2"};
    QVERIFY(keysSent(scene.transport, "tax.commit") == keys);
}

void TestEngineEdit::theNewContentIsKeptAndValuesOfPersonsAreNotInFacts()
{
    EngineScene scene;
    getStuck(scene);

    QVERIFY(scene.command("1001", editOf(1, {{postalCode, "89501"}, {"/note", "ring twice"}})).isDone);
    QTRY_VERIFY(scene.exceptions().empty());

    QCOMPARE(scene.order("1001").revision, 2);
    QCOMPARE(scene.whatIsNotProven(), std::string());
    const std::string facts = factBytes(scene, "1001");
    QVERIFY(facts.find(postalCode) != std::string::npos);
    QVERIFY(facts.find("89501") == std::string::npos);
    scene.close();
    scene.open();
    QCOMPARE(findParty(scene.content("1001"), "shipTo")->postalCode, std::string("89501"));
    QCOMPARE(scene.content("1001").note, std::string("ring twice"));
}

void TestEngineEdit::aSecondEditHasAKeyOfItsOwnToo()
{
    EngineScene scene;
    getStuck(scene);

    QVERIFY(scene.command("1001", editOf(1, {{postalCode, "8950"}})).isDone);
    QTRY_VERIFY(!scene.exceptions().empty() && scene.exceptions().front().exception.number == 2);
    QVERIFY(scene.command("1001", editOf(2, {{postalCode, "89501"}})).isDone);

    QTRY_VERIFY(scene.exceptions().empty());
    const std::vector<std::string> keys{"1001:tax", "1001:tax:r2", "1001:tax:r3"};
    QVERIFY(keysSent(scene.transport, "tax.commit") == keys);
    QCOMPARE(scene.whatIsNotProven(), std::string());
}

void TestEngineEdit::anOrderIsEditedAfterARestartToo()
{
    EngineScene scene;
    getStuck(scene);
    scene.close();
    scene.open();

    const CommandReceipt receipt = scene.command("1001", editOf(1, {{postalCode, "89501"}}));

    QVERIFY2(receipt.isDone, receipt.reason.c_str());
    QTRY_VERIFY(scene.exceptions().empty());
    QCOMPARE(scene.whatIsNotProven(), std::string());
}

void TestEngineEdit::theChannelsMessageIsStillKnownAfterAnEdit()
{
    EngineScene scene;
    getStuck(scene);
    QVERIFY(scene.command("1001", editOf(1, {{postalCode, "89501"}})).isDone);

    const Receipt again = scene.receive(orderMessage("m2", "1001"));

    QCOMPARE(again.result, std::string("duplicate"));
    QCOMPARE(findParty(scene.content("1001"), "shipTo")->postalCode, std::string("89501"));
}

void TestEngineEdit::nothingIsEditedWhileAnOutcomeIsUnknown()
{
    EngineScene scene;
    scene.transport.rule = [](const Call& call) {
        return call.capability == "order.accept" ? Reply{.outcome = Outcome::Unknown, .code = "timeout"}
                                                 : wantsPostalCode(call);
    };
    scene.receive(orderMessage("m1", "1001"));
    QTRY_COMPARE(scene.exceptions().size(), std::size_t{1});
    QTRY_COMPARE(effectOf(scene.order("1001"), acceptStep)->state, EffectState::Unknown);

    const CommandReceipt receipt = scene.command("1001", editOf(1, {{postalCode, "89501"}}));

    QVERIFY(receipt.isRefused);
    QCOMPARE(receipt.reason, std::string("the outcome of step accept at erp is unknown; settle that first"));
    QCOMPARE(scene.order("1001").revision, 1);
    QCOMPARE(scene.transport.count("tax.commit"), 1);
}

void TestEngineEdit::whatIsClosedMeanwhileIsRefused()
{
    EngineScene scene;
    getStuck(scene);
    QVERIFY(scene.command("1001", {.action = "resolve", .exception = 1}).isDone);

    const CommandReceipt receipt = scene.command("1001", editOf(1, {{postalCode, "89501"}}));

    QVERIFY(receipt.isRefused);
    QCOMPARE(receipt.reason, std::string("its exception is closed"));
    QCOMPARE(scene.order("1001").revision, 1);
}

void TestEngineEdit::aProtectedFieldIsRefusedByName()
{
    EngineScene scene;
    getStuck(scene);

    for (const char* path : {"/orderNo", "/currency", "/lines/1/unit", "/lines/1/sku", "/no/such"}) {
        const CommandReceipt receipt = scene.command("1001", editOf(1, {{path, "7"}}));
        QVERIFY(receipt.isRefused);
        QVERIFY2(receipt.reason.starts_with(path), receipt.reason.c_str());
    }
    QCOMPARE(scene.order("1001").revision, 1);
}

void TestEngineEdit::anIncompleteOrderIsValidatedAgain()
{
    EngineScene scene;
    scene.transport.rule = [](const Call& call) { return done(call.view.key); };
    IncomingMessage message = orderMessage("m1", "1001");
    contentOf(message).parties.front().line1.clear();
    contentOf(message).parties.front().city.clear();
    scene.receive(message);
    QTRY_COMPARE(scene.exceptions().size(), std::size_t{1});

    QVERIFY(scene.command("1001", editOf(1, {{"/shipTo/line1", "Street 1"}})).isDone);
    QTRY_COMPARE(scene.exceptions().size(), std::size_t{1});
    QVERIFY(scene.exceptions().front().exception.text.find("city") != std::string::npos);
    QCOMPARE(scene.transport.count("tax.commit"), 0);

    QVERIFY(scene.command("1001", editOf(2, {{"/shipTo/city", "Town"}})).isDone);
    QTRY_COMPARE(scene.transport.count("tax.commit"), 1);
    QVERIFY(scene.exceptions().empty());
    QCOMPARE(scene.whatIsNotProven(), std::string());
}

void TestEngineEdit::anotherItemIsAskedForAfterAnEditOfTheSku()
{
    EngineScene scene;
    scene.transport.rule = [](const Call& call) {
        const bool isKnown = call.view.lines.front().sku == "B";
        return isKnown ? done(call.view.key) : Reply{.outcome = Outcome::Rejected, .code = "UNKNOWN_ITEM"};
    };
    scene.receive(orderMessage("m1", "1001"));
    QTRY_COMPARE(scene.exceptions().size(), std::size_t{2}); // tax and ERP

    QVERIFY(scene.command("1001", editOf(1, {{"/lines/1/sku", "B"}})).isDone);
    QTRY_COMPARE(scene.exceptions().size(), std::size_t{1});
    QCOMPARE(scene.order("1001").lines.front().sku, std::string("B"));
    // the other one is retried with what the order says now: under a key of its own, too
    QVERIFY(scene.command("1001", {.action = "retry", .exception = 2, .byName = true}).isDone);

    QTRY_VERIFY(scene.exceptions().empty());
    const std::vector<std::string> keys{"1001:accept", "1001:accept:r2"};
    QVERIFY(keysSent(scene.transport, "order.accept") == keys);
    QCOMPARE(scene.whatIsNotProven(), std::string());
}

void TestEngineEdit::aChannelsChangeIsFollowedWhereTheOrderIsNotTooFar()
{
    EngineScene scene;
    scene.transport.rule = wantsPostalCode;
    scene.receive(statement("m1", "1"));
    QTRY_COMPARE(scene.exceptions().size(), std::size_t{1});
    IncomingMessage second = statement("m2", "2");
    contentOf(second).note = "ring twice";

    const Receipt receipt = scene.receive(second);

    QCOMPARE(receipt.result, std::string("change"));
    QVERIFY(receipt.reason.find("was followed") != std::string::npos);
    QTRY_COMPARE(scene.order("1001").revision, 2);
    QCOMPARE(scene.content("1001").note, std::string("ring twice"));
    QCOMPARE(scene.exceptions().size(), std::size_t{1}); // none more
    QCOMPARE(scene.whatIsNotProven(), std::string());
}

void TestEngineEdit::aChannelsOtherQuantityIsFollowed()
{
    EngineScene scene;
    scene.transport.rule = wantsPostalCode;
    scene.receive(statement("m1", "1"));
    QTRY_COMPARE(scene.exceptions().size(), std::size_t{1});
    IncomingMessage second = statement("m2", "2", 5);

    scene.receive(second);

    QTRY_COMPARE(scene.order("1001").revision, 2);
    QCOMPARE(scene.order("1001").lines.front().ledger.ordered(), Quantity::units(5));
    QCOMPARE(scene.content("1001").lines.front().quantity, Quantity::units(5));
    QCOMPARE(scene.exceptions().size(), std::size_t{1}); // none more
    QCOMPARE(scene.whatIsNotProven(), std::string());
}

void TestEngineEdit::aChannelsChangeWaitsForTheEndOfACallAlsoOverARestart()
{
    EngineScene scene;
    std::atomic<bool> answers = false;
    scene.transport.rule = [&](const Call& call) {
        if (call.capability != "order.accept" || answers) return done("SO-1");
        return Reply{.outcome = Outcome::Unknown, .code = "timeout"};
    };
    scene.receive(statement("m1", "1"));
    QTRY_COMPARE(effectOf(scene.order("1001"), acceptStep)->state, EffectState::Unknown);
    IncomingMessage second = statement("m2", "2", 5);

    const Receipt receipt = scene.receive(second);

    QCOMPARE(receipt.result, std::string("change"));
    QVERIFY2(receipt.reason.find("waits") != std::string::npos, receipt.reason.c_str());
    QCOMPARE(scene.order("1001").revision, 1);
    scene.close();
    answers = true;
    scene.open();
    const auto isFollowed = [&] {
        scene.pass(std::chrono::minutes(10));
        return scene.order("1001").revision == 2;
    };
    QTRY_VERIFY(isFollowed());
    QCOMPARE(scene.order("1001").lines.front().ledger.ordered(), Quantity::units(5));
    QCOMPARE(scene.whatIsNotProven(), std::string());
}

void TestEngineEdit::aChannelsCancellationTakesStepsBack()
{
    EngineScene scene;
    scene.transport.rule = wantsPostalCode;
    scene.receive(orderMessage("m1", "1001"));
    QTRY_VERIFY(scene.order("1001").acceptedAt.has_value());
    IncomingMessage wish = orderMessage("m2", "1001");
    contentOf(wish).purpose = "cancel";

    const Receipt receipt = scene.receive(wish);

    QVERIFY2(receipt.reason.find("was followed") != std::string::npos, receipt.reason.c_str());
    QTRY_VERIFY(scene.order("1001").compensation || isCancelled(scene.order("1001")));
    QCOMPARE(scene.whatIsNotProven(), std::string());
}

void TestEngineEdit::aChangeThatRepeatsItsAddressLeavesAPersonsCorrection()
{
    EngineScene scene;
    scene.transport.rule = wantsPostalCode;
    scene.receive(statement("m1", "1"));
    QTRY_COMPARE(scene.exceptions().size(), std::size_t{1});
    QVERIFY(scene.command("1001", editOf(1, {{postalCode, "89501"}})).isDone);
    QTRY_VERIFY(scene.exceptions().empty());
    scene.close();
    scene.open();
    IncomingMessage second = statement("m2", "2");
    contentOf(second).note = "ring twice";

    scene.receive(second);

    QTRY_COMPARE(scene.content("1001").note, std::string("ring twice"));
    QCOMPARE(findParty(scene.content("1001"), "shipTo")->postalCode, std::string("89501"));
    QVERIFY(scene.exceptions().empty());
    IncomingMessage third = statement("m3", "3");
    contentOf(third).note = "ring twice";
    contentOf(third).parties.front().postalCode = "12345"; // now the channel says something else
    scene.receive(third);
    QTRY_COMPARE(findParty(scene.content("1001"), "shipTo")->postalCode, std::string("12345"));
    QCOMPARE(scene.whatIsNotProven(), std::string());
}

void TestEngineEdit::anAmendmentIsFollowedAlsoAfterARestart()
{
    EngineScene scene;
    scene.transport.rule = wantsPostalCode;
    scene.receive(statement("m1", "1"));
    QTRY_COMPARE(scene.exceptions().size(), std::size_t{1});
    scene.close();
    scene.open();

    scene.receive(amendmentMessage("m2", "1001", "2", 5));

    QTRY_COMPARE(scene.order("1001").lines.front().ledger.ordered(), Quantity::units(5));
    QCOMPARE(findParty(scene.content("1001"), "shipTo")->name, std::string("Ann"));
    QCOMPARE(scene.exceptions().size(), std::size_t{1}); // none more
    QCOMPARE(scene.whatIsNotProven(), std::string());
}

void TestEngineEdit::anAmendmentWaitsForItsOrderAlsoOverARestart()
{
    EngineScene scene;
    scene.transport.rule = wantsPostalCode;

    const Receipt receipt = scene.receive(amendmentMessage("m2", "1001", "2", 5));

    QCOMPARE(receipt.result, std::string("unmatched"));
    scene.close();
    scene.open();
    QCOMPARE(scene.receive(statement("m1", "1")).result, std::string("accepted"));
    QTRY_VERIFY(wantsInAWhile(scene, 5));
    QCOMPARE(scene.whatIsNotProven(), std::string());
}

void TestEngineEdit::aPersonIsToldOfAChangeWhoseOrderDoesNotCome()
{
    EngineScene scene;
    scene.transport.rule = wantsPostalCode;
    scene.receive(amendmentMessage("m2", "1001", "2", 5));
    scene.pass(std::chrono::hours(25));
    QTRY_COMPARE(scene.exceptions().size(), std::size_t{1});
    QVERIFY(scene.exceptions().front().exception.text.find("order 1001") != std::string::npos);
    scene.pass(std::chrono::hours(25));
    QCOMPARE(scene.exceptions().size(), std::size_t{1});

    scene.receive(statement("m1", "1"));

    QTRY_VERIFY(wantsInAWhile(scene, 5));
    for (const ExceptionRow& row : scene.exceptions())
        QVERIFY(row.order.value != 0); // that one is closed
    QCOMPARE(scene.whatIsNotProven(), std::string());
}

void TestEngineEdit::aCancelledOrderIsSaidToBeSoAgainAndAgain()
{
    EngineScene scene;
    for (const char* version : {"1", "2", "3"}) {
        IncomingMessage message = orderMessage("m" + std::string(version), "1001");
        contentOf(message).version = version;
        contentOf(message).purpose = "cancel";
        contentOf(message).note = version;
        scene.receive(message);
    }

    QTRY_VERIFY(isCancelled(scene.order("1001")));
    QVERIFY(scene.exceptions().empty());
    QVERIFY(scene.transport.started().empty());
    QCOMPARE(scene.whatIsNotProven(), std::string());
}

void TestEngineEdit::anAmendmentThatWasOvertakenIsForAPerson()
{
    EngineScene scene;
    scene.transport.rule = wantsPostalCode;
    scene.receive(statement("m1", "5"));
    QTRY_COMPARE(scene.exceptions().size(), std::size_t{1});

    const Receipt receipt = scene.receive(amendmentMessage("m2", "1001", "2", 5));

    QCOMPARE(receipt.result, std::string("late"));
    QTRY_COMPARE(scene.exceptions().size(), std::size_t{2});
    QCOMPARE(scene.order("1001").lines.front().ledger.ordered(), Quantity::units(1));
}

QTEST_GUILESS_MAIN(TestEngineEdit)
#include "tst_engine_edit.moc"
