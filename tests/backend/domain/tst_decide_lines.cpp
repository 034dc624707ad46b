// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "backend/domain/amendment.h"
#include "backend/domain/milestone.h"
#include "backend/domain/order_edit.h"
#include "backend/domain/permissions.h"
#include "backend/domain/request_view.h"
#include "order_scenario.h"
#include "undo_play.h"

using namespace milepost;
using namespace milepost::test;

namespace {

OrderScenario trading(CanonicalOrder content = testContent({{"A", 10}, {"B", 4}}))
{
    OrderScenario scenario = reversible(std::move(content));
    makeTrading(scenario);
    return scenario;
}

/// What a channel or a person wants, decided on as the engine does.
void want(OrderScenario& scenario, const CanonicalOrder& wanted)
{
    const auto revised = revisedContent(scenario.order, scenario.content,
                                        wishTowards(scenario.order, scenario.content, wanted));
    if (!revised) QFAIL(revised.error().message.c_str());
    scenario.content = revised->content;
    scenario.take(EditOrder{.changed = revised->changedPaths(), .lines = revised->lines, .actor = "shop"});
}

CanonicalOrder withQuantity(CanonicalOrder content, std::size_t index, std::int64_t quantity)
{
    content.lines[index].quantity = units(quantity);
    return content;
}

RequestView requestOf(const OrderScenario& scenario, const std::string& step, int subject = -1)
{
    return makeRequestView(scenario.order, scenario.process, *scenario.effect(step, subject),
                           std::make_shared<const CanonicalOrder>(scenario.content));
}

Quantity asked(const RequestView& view, int lineNo)
{
    for (const RequestLine& line : view.lines)
        if (line.lineNo == lineNo) return line.quantity;
    return units(-1);
}

Report returned(const std::string& document, std::vector<ReportLine> lines)
{
    return {.kind = ReportKind::Returned,
            .system = "wms",
            .messageId = document,
            .document = document,
            .tracking = "T1",
            .statusWord = "RETURNED",
            .lines = std::move(lines)};
}

OrderScenario delivered()
{
    OrderScenario scenario = trading(testContent({{"A", 10}}));
    scenario.released();
    scenario.shipped(1, {line("A", 10)}, "S1", "T1").settle();
    scenario.parcel("T1", ParcelStatus::Delivered);
    return scenario;
}

} // namespace

/// Other quantities than were ordered first, other items in their place, and goods that come back.
class TestDecideLines : public QObject {
    Q_OBJECT

private slots:
    void aPersonsCorrectionOutlivesAChangeThatRepeatsTheOldValue();
    void anAmendmentChangesOnlyWhatItStates();
    void aReplacementDropsTheLinesThatItDoesNotName();
    void anAmendmentIsWishedForOverAPersonsQuantity();
    void moreUnitsAreToldToTheErpAndFulfilled();
    void anAddedLineIsFulfilled();
    void fewerUnitsOfWhatNobodyHasAreCancelledAtOnce();
    void fewerUnitsAtANodeAreTakenBackThereFirst();
    void fewerUnitsThanHaveLeftAreForAPerson();
    void whatANodeCannotGiveBackIsForAPersonAtOnce();
    void whatShipsWhileItIsTakenBackWins();
    void aCallInDoubtAboutWhatHasLeftHoldsNothingUp();
    void aDroppedLineIsCancelledAndTheRestGoesOn();
    void anAcceptanceInDoubtSaysTheSameAgain();
    void linesThatMovedUpKeepTheirNumbers();
    void nothingLeftToDeliverIsNoChange();
    void anotherItemTakesThePlaceOfAMissingOne();
    void aSubstituteIsProposedWhereTheCustomerWantsToBeAsked();
    void theCustomersRuleForbidsSubstitution();
    void fewerOfASubstitutedLineAreFewerOfTheSubstituteToo();
    void whatWasCancelledIsNotCountedTwice();
    void aChangeWithoutTheAttributesOfOldIsRead();
    void goodsThatCameBackBeforeTheirShipmentWasReportedAreBookedWithIt();
    void nothingIsPostedOverARefusedAmendment();
    void whatComesBackIsCredited();
    void oneItemInTwoConditionsIsBookedOnce();
    void aReturnToldTwiceIsADuplicate();
    void moreThanLeftCannotComeBack();
};

void TestDecideLines::aPersonsCorrectionOutlivesAChangeThatRepeatsTheOldValue()
{
    OrderScenario scenario = trading();
    scenario.content.note = "leave at the door";
    const CanonicalOrder stated = scenario.content;
    scenario.content.lines[1].description = "corrected by a person";
    CanonicalOrder wanted = stated;
    wanted.note = "ring twice";

    const OrderWish wish = wishTowards(scenario.order, scenario.content, wanted, &stated);

    QCOMPARE(wish.edits.size(), 1U);
    QCOMPARE(wish.edits[0].path, std::string("/note"));
    QCOMPARE(wishTowards(scenario.order, scenario.content, wanted).edits.size(), 2U); // when nobody knows
    QVERIFY(wishTowards(scenario.order, scenario.content, stated, &stated).isEmpty());
}

void TestDecideLines::anAmendmentChangesOnlyWhatItStates()
{
    CanonicalOrder stated = testContent({{"A", 10}, {"B", 4}, {"C", 2}});
    stated.note = "as it was";
    stated.lines[1].description = "hinge";
    CanonicalOrder amendment{.purpose = std::string(amendmentPurpose), .version = "2"};
    amendment.requestedAt = parseTimestamp("2026-11-30T00:00:00Z");
    amendment.lines = {{.lineNo = 1, .isDropped = true},
                       {.lineNo = 2, .unitPrice = UnitPrice{7'000'000}},
                       {.lineNo = 9, .sku = "D", .quantity = units(3)}};

    const CanonicalOrder whole = amended(stated, amendment);

    QCOMPARE(whole.note, std::string("as it was"));
    QCOMPARE(whole.purpose, std::string("change"));
    QVERIFY(whole.requestedAt == amendment.requestedAt);
    QCOMPARE(whole.parties.size(), stated.parties.size());
    QCOMPARE(whole.lines.size(), 4U);
    QCOMPARE(whole.lines[0].quantity, Quantity{});
    QCOMPARE(whole.lines[1].quantity, units(4));
    QCOMPARE(whole.lines[1].description, std::string("hinge"));
    QCOMPARE(whole.lines[1].unitPrice->micro, std::int64_t(7'000'000));
    QCOMPARE(whole.lines[2], stated.lines[2]);
    QCOMPARE(whole.lines[3].sku, std::string("D"));
}

void TestDecideLines::aReplacementDropsTheLinesThatItDoesNotName()
{
    OrderScenario scenario = trading();
    scenario.content.lines[0].description = "hinge";
    const CanonicalOrder stated = scenario.content;
    CanonicalOrder replacement{.purpose = std::string(replacementPurpose)};
    replacement.lines = {{.lineNo = 1, .sku = "A", .quantity = units(10)}};

    const OrderWish wish =
        wishTowards(scenario.order, scenario.content, amended(stated, replacement), &stated);

    QCOMPARE(wish.edits.size(), 1U);
    QCOMPARE(wish.edits[0].path, std::string("/lines/2/quantity"));
    QCOMPARE(wish.edits[0].value, std::string("0"));
}

void TestDecideLines::anAmendmentIsWishedForOverAPersonsQuantity()
{
    OrderScenario scenario = trading();
    scenario.released();
    const CanonicalOrder stated = scenario.content;
    want(scenario, withQuantity(scenario.content, 0, 8)); // a person's word
    CanonicalOrder amendment{.purpose = std::string(amendmentPurpose)};
    amendment.lines = {{.lineNo = 2, .quantity = units(6)}};

    const OrderWish wish = wishTowards(scenario.order, scenario.content, amended(stated, amendment), &stated);

    QCOMPARE(wish.edits.size(), 1U);
    QCOMPARE(wish.edits[0].path, std::string("/lines/2/quantity"));
}

void TestDecideLines::moreUnitsAreToldToTheErpAndFulfilled()
{
    OrderScenario scenario = trading();
    scenario.released();

    want(scenario, withQuantity(scenario.content, 0, 13));

    QCOMPARE(scenario.stateOf("amend"), EffectState::InFlight);
    QCOMPARE(asked(requestOf(scenario, "amend"), 1), units(13));
    QCOMPARE(asked(requestOf(scenario, "amend"), 2), units(4));
    scenario.settle();
    QCOMPARE(scenario.at(1, Stage::Released), units(13));
    QCOMPARE(scenario.order.statedChanges, 1);
    QVERIFY(scenario.openCauses().empty());
}

void TestDecideLines::anAddedLineIsFulfilled()
{
    OrderScenario scenario = trading();
    scenario.released();
    scenario.stock.units[{"east", "C"}] = 5;
    CanonicalOrder wanted = scenario.content;
    wanted.lines.push_back(
        {.lineNo = 3, .sku = "C", .quantity = units(2), .unitPrice = UnitPrice{1'000'000}});

    want(scenario, wanted);
    scenario.settle();

    QCOMPARE(scenario.at(3, Stage::Released), units(2));
    QCOMPARE(asked(requestOf(scenario, "amend"), 3), units(2));
    QVERIFY(findReference(scenario.order, "sku") != nullptr);
}

void TestDecideLines::fewerUnitsOfWhatNobodyHasAreCancelledAtOnce()
{
    OrderScenario scenario = trading(testContent({{"A", 10}}));
    scenario.stock.units = {{{"east", "A"}, 6}};
    scenario.released();
    QCOMPARE(scenario.at(1, Stage::Backordered), units(4));

    want(scenario, withQuantity(scenario.content, 0, 7));

    QCOMPARE(scenario.at(1, Stage::Cancelled), units(3));
    QCOMPARE(scenario.at(1, Stage::Backordered), units(1));
    QCOMPARE(asked(requestOf(scenario, "amend"), 1), units(7));
    QVERIFY(!scenario.order.compensation);
    QVERIFY(undoInFlight(scenario) == nullptr);
}

void TestDecideLines::fewerUnitsAtANodeAreTakenBackThereFirst()
{
    OrderScenario scenario = trading();
    scenario.released();

    want(scenario, withQuantity(scenario.content, 0, 8));
    const std::vector<std::string> steps = takeAllBack(scenario);

    QVERIFY(std::ranges::count(steps, "release") == 1 && std::ranges::count(steps, "allocate") == 1);
    QCOMPARE(scenario.at(1, Stage::Cancelled), units(2));
    scenario.settle();
    QCOMPARE(asked(requestOf(scenario, "amend"), 1), units(8));
    QCOMPARE(scenario.at(1, Stage::Released), units(8));
    QCOMPARE(scenario.at(2, Stage::Released), units(4));
    QVERIFY(scenario.order.holds.empty());
    QVERIFY(scenario.openCauses().empty());
}

void TestDecideLines::fewerUnitsThanHaveLeftAreForAPerson()
{
    OrderScenario scenario = trading(testContent({{"A", 10}}));
    scenario.released();
    scenario.shipped(1, {line("A", 10)}, "S1", "T1").settle();

    want(scenario, withQuantity(scenario.content, 0, 9));

    QCOMPARE(scenario.openCauses(), std::vector<std::string>{"changed too late"});
    QCOMPARE(scenario.at(1, Stage::Shipped), units(10));
    QCOMPARE(scenario.order.lines[0].unwanted, units(0));
    scenario.settle();
    QCOMPARE(asked(requestOf(scenario, "amend"), 1), units(10)); // the ERP is told what holds
}

void TestDecideLines::whatANodeCannotGiveBackIsForAPersonAtOnce()
{
    OrderScenario scenario = trading(testContent({{"A", 10}}));
    std::erase_if(scenario.landscape.offers,
                  [](const Offer& offer) { return offer.capability == "fulfillment.cancel"; });
    scenario.released();

    want(scenario, withQuantity(scenario.content, 0, 8));

    QVERIFY(undoInFlight(scenario) == nullptr); // its carrier comes, too
    QVERIFY(!scenario.order.compensation);
    QCOMPARE(scenario.openCauses(), std::vector<std::string>{"changed too late"});
    QCOMPARE(scenario.at(1, Stage::Released), units(10));
}

void TestDecideLines::whatShipsWhileItIsTakenBackWins()
{
    OrderScenario scenario = trading(testContent({{"A", 10}}));
    scenario.released();
    want(scenario, withQuantity(scenario.content, 0, 8));
    endUndo(scenario, milepost::Outcome::Rejected); // picking has begun
    QCOMPARE(scenario.order.exceptions.size(), 1U);
    QCOMPARE(scenario.order.exceptions[0].kind, ExceptionClass::CompensationIncomplete);

    scenario.shipped(1, {line("A", 10)}, "S1", "T1").settle();

    QVERIFY(!scenario.order.compensation);
    QCOMPARE(scenario.openCauses(), std::vector<std::string>{"changed too late"});
    QVERIFY(isFull(fullMilestones(scenario.order), Milestone::Invoiced));
}

void TestDecideLines::aCallInDoubtAboutWhatHasLeftHoldsNothingUp()
{
    OrderScenario scenario = trading();
    scenario.stock.units[{"east", "B"}] = 0;
    scenario.released();
    scenario.shipped(1, {line("A", 10)}, "S1", "T1").settle({"notify"});
    scenario.outcome("notify", milepost::Outcome::Unknown); // it has neither a key nor a look-up
    const std::vector<std::string> units{"/lines/2/quantity"};
    const std::vector<std::string> note{"/note"};
    std::string whyNot;

    QVERIFY(mayEdit(scenario.order, {}, scenario.process, scenario.landscape, whyNot, units));
    QVERIFY(!mayEdit(scenario.order, {}, scenario.process, scenario.landscape, whyNot, note));
}

void TestDecideLines::aDroppedLineIsCancelledAndTheRestGoesOn()
{
    OrderScenario scenario = trading();
    scenario.stock.units[{"east", "B"}] = 0;
    scenario.released();
    CanonicalOrder wanted = scenario.content;
    wanted.lines.pop_back();

    want(scenario, wanted);
    scenario.settle();
    scenario.shipped(1, {line("A", 10)}, "S1", "T1").settle();

    QCOMPARE(scenario.at(2, Stage::Cancelled), units(4));
    QVERIFY(isFull(fullMilestones(scenario.order), Milestone::Invoiced));
}

void TestDecideLines::anAcceptanceInDoubtSaysTheSameAgain()
{
    OrderScenario scenario = trading(testContent({{"A", 10}}));
    scenario.stock.units = {{{"east", "A"}, 4}};
    scenario.receive().settle({"accept"});
    const Effect accept = *scenario.effect("accept");
    scenario.done("accept").settle();

    want(scenario, withQuantity(scenario.content, 0, 12));

    QCOMPARE(asked(requestOf(scenario, "accept"), 1), units(10));
    QCOMPARE(asked(requestOf(scenario, "amend"), 1), units(12));
    QVERIFY(effectKey(scenario.order, scenario.process, accept) != requestOf(scenario, "amend").key);
}

void TestDecideLines::linesThatMovedUpKeepTheirNumbers()
{
    CanonicalOrder content = testContent({{"A", 10}, {"B", 4}});
    content.lines[0].partnerLineId = "71";
    content.lines[1].partnerLineId = "72";
    OrderScenario scenario = trading(content);
    scenario.released();
    CanonicalOrder wanted = content; // the channel counts anew: B is its first line now
    wanted.lines.erase(wanted.lines.begin());
    wanted.lines[0].lineNo = 1;

    const OrderWish wish = wishTowards(scenario.order, scenario.content, wanted);

    QVERIFY(wish.added.empty());
    QCOMPARE(wish.edits.size(), 1U);
    QCOMPARE(wish.edits[0].path, std::string("/lines/1/quantity"));
    QCOMPARE(wish.edits[0].value, std::string("0"));
}

void TestDecideLines::nothingLeftToDeliverIsNoChange()
{
    OrderScenario scenario = trading(testContent({{"A", 10}}));
    scenario.released();

    const auto revised =
        revisedContent(scenario.order, scenario.content,
                       wishTowards(scenario.order, scenario.content, withQuantity(scenario.content, 0, 0)));

    QVERIFY(!revised);
    QVERIFY(revised.error().message.find("cancel the order") != std::string::npos);
}

void TestDecideLines::anotherItemTakesThePlaceOfAMissingOne()
{
    CanonicalOrder content = testContent({{"A", 10}});
    content.lines[0].substitution = SubstitutionRule::Allowed;
    OrderScenario scenario = trading(content);
    scenario.landscape.substitutes = {{.sku = "A", .by = "X", .per = {2, 1}}};
    scenario.stock.units = {{{"east", "A"}, 7}, {{"west", "X"}, 50}};

    scenario.released();

    QCOMPARE(scenario.at(1, Stage::Substituted), units(3));
    QCOMPARE(scenario.order.lines.size(), 2U);
    const OrderLine& substitute = scenario.order.lines[1];
    QCOMPARE(substitute.parentLineNo, 1);
    QCOMPARE(substitute.ledger.at(Stage::Released), units(6));
    QCOMPARE(substitute.unitPrice->micro, 1'250'000); // the customer pays what was agreed on
    QCOMPARE(asked(requestOf(scenario, "amend"), 1), units(7));
    QCOMPARE(asked(requestOf(scenario, "amend"), 2), units(6));
    for (const Fulfillment& part : std::vector(scenario.order.fulfillments))
        scenario.shipped(part.number, {}, "S" + std::to_string(part.number)).settle();
    QVERIFY(isFull(fullMilestones(scenario.order), Milestone::Invoiced));
}

void TestDecideLines::aSubstituteIsProposedWhereTheCustomerWantsToBeAsked()
{
    CanonicalOrder content = testContent({{"A", 10}});
    content.lines[0].substitution = SubstitutionRule::AskFirst;
    OrderScenario scenario = trading(content);
    scenario.landscape.substitutes = {{.sku = "A", .by = "X"}};
    scenario.stock.units = {{{"east", "A"}, 7}, {{"east", "X"}, 2}};
    scenario.released();
    QCOMPARE(scenario.openCauses(), std::vector<std::string>{"substitute available"});
    QCOMPARE(scenario.at(1, Stage::Backordered), units(3));
    std::string whyNot;
    QVERIFY(
        mayEdit(scenario.order, scenario.order.exceptions[0], scenario.process, scenario.landscape, whyNot));

    scenario.content.lines[0].substitution = SubstitutionRule::Allowed;
    scenario.take(EditOrder{.exception = 1, .changed = {"/lines/1/substitution"}, .actor = "ann"});
    scenario.settle();

    QVERIFY(scenario.openCauses().empty());
    QCOMPARE(scenario.at(1, Stage::Substituted), units(2)); // no more of X is there
    QCOMPARE(scenario.at(1, Stage::Backordered), units(1));
    QCOMPARE(scenario.at(2, Stage::Released), units(2));
}

void TestDecideLines::theCustomersRuleForbidsSubstitution()
{
    CanonicalOrder content = testContent({{"A", 10}});
    content.lines[0].substitution = SubstitutionRule::Allowed;
    content.rules.noSubstitution = true;
    OrderScenario scenario = trading(content);
    scenario.landscape.substitutes = {{.sku = "A", .by = "X"}};
    scenario.stock.units = {{{"east", "A"}, 7}, {{"east", "X"}, 50}};

    scenario.released();

    QCOMPARE(scenario.at(1, Stage::Backordered), units(3));
    QCOMPARE(scenario.order.lines.size(), 1U);
}

void TestDecideLines::fewerOfASubstitutedLineAreFewerOfTheSubstituteToo()
{
    CanonicalOrder content = testContent({{"A", 10}, {"B", 1}});
    content.lines[0].substitution = SubstitutionRule::Allowed;
    OrderScenario scenario = trading(content);
    scenario.landscape.substitutes = {{.sku = "A", .by = "X", .per = {2, 1}}};
    scenario.stock.units = {{{"east", "A"}, 7}, {{"east", "B"}, 1}, {{"east", "X"}, 50}};
    scenario.released();
    QCOMPARE(scenario.at(3, Stage::Released), units(6));

    want(scenario, withQuantity(scenario.content, 0, 1)); // of 7 and of 6 that stand for 3
    takeAllBack(scenario);
    scenario.settle();

    QCOMPARE(scenario.at(1, Stage::Cancelled), units(7));
    QCOMPARE(scenario.at(3, Stage::Cancelled), units(4));
    QCOMPARE(scenario.at(3, Stage::Released), units(2));
    QVERIFY(scenario.openCauses().empty());
}

void TestDecideLines::whatWasCancelledIsNotCountedTwice()
{
    OrderScenario scenario = trading(testContent({{"A", 10}}));
    scenario.stock.units = {{{"east", "A"}, 4}};
    scenario.released();
    scenario.shipped(1, {line("A", 4)}, "S1", "T1").settle();
    scenario.command("cancel").settle();
    QCOMPARE(scenario.at(1, Stage::Cancelled), units(6));

    const OrderWish wish =
        wishTowards(scenario.order, scenario.content, withQuantity(scenario.content, 0, 4));
    const auto revised = revisedContent(scenario.order, scenario.content, wish);

    QVERIFY(revised.has_value());
    QVERIFY(revised->lines.fewer.empty() && revised->lines.more.empty());
}

void TestDecideLines::goodsThatCameBackBeforeTheirShipmentWasReportedAreBookedWithIt()
{
    OrderScenario scenario = trading(testContent({{"A", 10}}));
    scenario.released();
    scenario.take(ReceiveReport{.report = returned("RMA-1", {{.sku = "A", .quantity = units(3)}})}).settle();
    scenario.take(ReceiveReport{.report = returned("RMA-1", {{.sku = "A", .quantity = units(3)}})}).settle();
    QCOMPARE(scenario.order.earlyReturns.size(), 1U);
    QCOMPARE(scenario.order.exceptions.size(), 1U);
    QVERIFY(scenario.order.returns.empty());

    scenario.shipped(1, {line("A", 10)}, "S1", "T1").settle();

    QCOMPARE(scenario.order.returns.size(), 1U);
    QCOMPARE(scenario.order.returns.front().lines.front().quantity, units(3));
    QVERIFY(scenario.order.earlyReturns.empty());
    QVERIFY(scenario.order.exceptions.empty());
}

void TestDecideLines::aChangeWithoutTheAttributesOfOldIsRead()
{
    OrderScenario scenario = trading();
    scenario.content.attributes = {{"gift", "yes"}, {"wrap", "red"}};
    scenario.released();
    CanonicalOrder wanted = scenario.content;
    wanted.attributes = {{"wrap", "blue"}};

    const OrderWish wish = wishTowards(scenario.order, scenario.content, wanted);

    QCOMPARE(wish.edits.size(), 2U);
    QCOMPARE(wish.edits[0].path, std::string("/attributes/gift"));
    QCOMPARE(wish.edits[0].value, std::string());
    QCOMPARE(wish.edits[1].value, std::string("blue"));
}

void TestDecideLines::nothingIsPostedOverARefusedAmendment()
{
    OrderScenario scenario = trading();
    scenario.released();
    want(scenario, withQuantity(scenario.content, 0, 13));
    scenario.outcome("amend", milepost::Outcome::Rejected);
    const PermissionScope scope{scenario.order, scenario.process, scenario.landscape};

    QVERIFY(whyNotResolve(scope, scenario.order.exceptions[0]).find("knows the lines") != std::string::npos);
    QVERIFY(whyNotAdopt(scope, scenario.order.exceptions[0]).empty());
}

void TestDecideLines::oneItemInTwoConditionsIsBookedOnce()
{
    OrderScenario scenario = delivered();

    scenario.take(ReceiveReport{.report = returned("RMA-1", {line("A", 6), line("A", 5)})});

    QCOMPARE(scenario.order.returns[0].lines.size(), 1U);
    QCOMPARE(scenario.order.returns[0].lines[0].quantity, units(10));
    QCOMPARE(scenario.openCauses(), std::vector<std::string>{"more came back than left"});
}

void TestDecideLines::whatComesBackIsCredited()
{
    OrderScenario scenario = delivered();

    scenario.take(ReceiveReport{.report = returned("RMA-1", {line("A", 3)})});

    QCOMPARE(scenario.order.returns.size(), 1U);
    const RequestView request = requestOf(scenario, "credit", 1);
    QCOMPARE(request.invoiceDocument, std::string("invoice-doc"));
    QCOMPARE(request.returnDocument, std::string("RMA-1"));
    QCOMPARE(asked(request, 1), units(3));
    scenario.settle();
    QCOMPARE(scenario.order.credits.size(), 1U);
    QCOMPARE(scenario.order.credits[0].amountMinor, 750);
    QVERIFY(!isCredited(scenario.order, 1)); // billed it stays
    const LineFigures figures = figuresOf(scenario.order, scenario.order.lines[0]);
    QCOMPARE(figures.returned, units(3));
    QCOMPARE(figures.credited, units(3));
    QCOMPARE(figures.invoiced, units(10));
    QVERIFY(isClosed(scenario.order));
    QVERIFY(!isFull(fullMilestones(scenario.order), Milestone::Returned));
    scenario.take(ReceiveReport{.report = returned("RMA-2", {})}).settle(); // all the others
    QVERIFY(isFull(fullMilestones(scenario.order), Milestone::Returned));
}

void TestDecideLines::aReturnToldTwiceIsADuplicate()
{
    OrderScenario scenario = delivered();
    scenario.take(ReceiveReport{.report = returned("RMA-1", {line("A", 3)})}).settle();

    scenario.take(ReceiveReport{.report = returned("RMA-1", {line("A", 3)})});

    QCOMPARE(scenario.order.returns.size(), 1U);
    QCOMPARE(scenario.kindsOfLastRow(), std::vector<std::string>{"messageNoted"});
}

void TestDecideLines::moreThanLeftCannotComeBack()
{
    OrderScenario scenario = delivered();

    scenario.take(ReceiveReport{.report = returned("RMA-1", {line("A", 11)})});

    QCOMPARE(scenario.order.returns[0].lines[0].quantity, units(10));
    QCOMPARE(scenario.openCauses(), std::vector<std::string>{"more came back than left"});
}

QTEST_GUILESS_MAIN(TestDecideLines)

#include "tst_decide_lines.moc"
