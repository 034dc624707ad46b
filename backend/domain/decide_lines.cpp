// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/domain/compensation.h"
#include "backend/domain/decision.h"

#include <algorithm>
#include <ranges>

namespace milepost {
namespace {

void cancelUnits(Decision& decision, int lineNo, Stage from, Quantity units, int fulfillment)
{
    takeUnitsBack(decision, {lineNo, from, Stage::Cancelled, units}, fulfillment);
}

Quantity unwantedOf(const Decision& decision, int lineNo)
{
    return findLine(decision.order, lineNo)->unwanted;
}

/// Units that no node has been chosen for.
void dropFree(Decision& decision, int lineNo)
{
    for (const Stage from : {Stage::Backordered, Stage::Open}) {
        const LineLedger& ledger = findLine(decision.order, lineNo)->ledger;
        const Quantity inAll = ledger.at(Stage::Open) + ledger.at(Stage::Backordered);
        const Quantity free = inAll - std::min(inAll, plannedUnits(decision.order, lineNo));
        cancelUnits(decision, lineNo, from, std::min({unwantedOf(decision, lineNo), ledger.at(from), free}),
                    0);
    }
}

/// Units chosen for a node that has not been asked.
void dropPlanned(Decision& decision, int lineNo)
{
    const std::vector<Fulfillment> parts = decision.order.fulfillments;
    for (const Fulfillment& part : parts | std::views::reverse) {
        const auto line = std::ranges::find(part.lines, lineNo, &FulfillmentLine::lineNo);
        if (line == part.lines.end() || isAskedFor(decision, part.number)) continue;
        Quantity planned = line->planned;
        for (const Stage from : {Stage::Backordered, Stage::Open}) {
            const Quantity held = findLine(decision.order, lineNo)->ledger.at(from);
            const Quantity units = std::min({unwantedOf(decision, lineNo), held, planned});
            cancelUnits(decision, lineNo, from, units, part.number);
            planned -= units;
        }
        closeEmpty(decision, part.number);
    }
}

/// The last fulfillment that holds units of the line; 0: none does.
int holderOf(const Order& order, int lineNo)
{
    for (const Fulfillment& part : order.fulfillments | std::views::reverse) {
        for (const FulfillmentLine& line : part.lines)
            if (line.lineNo == lineNo && line.atNode().isPositive()) return part.number;
    }
    return 0;
}

int firstStepOfFulfillments(const Process& process)
{
    const auto at = std::ranges::find(process.steps, StepUnit::Fulfillment, &Step::unit);
    return at == process.steps.end() ? -1 : static_cast<int>(at - process.steps.begin());
}

/// Whether each step for that fulfillment can be taken back by a call: nothing is begun that a person would
/// have to end.
bool canTakeBack(const Decision& decision, const Compensation& wanted)
{
    const std::vector<UndoStep> steps =
        undoSteps(decision.order, decision.context.process, decision.context.landscape, wanted);
    return std::ranges::none_of(steps, [](const UndoStep& step) {
        return step.kind == UndoKind::AskPartner || step.kind == UndoKind::Irreversible;
    });
}

void tellTooLate(Decision& decision, int lineNo)
{
    const Quantity units = unwantedOf(decision, lineNo);
    decision.record(UnwantedLeft{.lineNo = lineNo, .quantity = units});
    decision.open(OpenException{.kind = ExceptionClass::Mismatch,
                                .severity = Severity::High,
                                .lineNo = lineNo,
                                .cause = "changed too late",
                                .text = "The customer no longer wants " + toText(units) + " of line " +
                                        std::to_string(lineNo) +
                                        ", which cannot be taken back any more. Agree on a return with "
                                        "them, then resolve this."});
}

} // namespace

bool isAskedFor(const Decision& decision, int fulfillment)
{
    return std::ranges::any_of(decision.order.effects, [&](const Effect& effect) {
        return effect.undoes == 0 && effect.subject == fulfillment && !isReplaced(effect.state) &&
               decision.stepOf(effect).unit == StepUnit::Fulfillment;
    });
}

void changeLines(Decision& decision, const LinesChanged& change)
{
    if (change.added.empty() && change.more.empty() && change.fewer.empty()) return;
    decision.record(change);
    for (const AddedLine& line : change.added)
        decision.learn("sku", line.sku, decision.order.channel, 0);
}

void dropUnwanted(Decision& decision)
{
    for (std::size_t i = 0; i < decision.order.lines.size(); ++i) {
        const int lineNo = decision.order.lines[i].lineNo;
        for (std::size_t round = 0; round <= decision.order.fulfillments.size(); ++round) {
            if (unwantedOf(decision, lineNo).isZero() || decision.order.compensation) break;
            dropFree(decision, lineNo);
            dropPlanned(decision, lineNo);
            if (unwantedOf(decision, lineNo).isZero()) break;
            const int holder = holderOf(decision.order, lineNo);
            const int from = firstStepOfFulfillments(decision.context.process);
            if (holder == 0 || from < 0) break;
            const Compensation reduction{.goal = CompensationGoal::Reduce,
                                         .fromStep = from,
                                         .subject = holder,
                                         .reason = "fewer units are wanted",
                                         .startedAt = decision.context.now};
            if (!canTakeBack(decision, reduction)) break;
            decision.record(CompensationStarted{.compensation = reduction});
            compensate(decision);
            const bool isLeft = !decision.order.compensation && isAskedFor(decision, holder) &&
                                holderOf(decision.order, lineNo) == holder;
            if (isLeft) break; // a person left its steps as they are
        }
        if (unwantedOf(decision, lineNo).isPositive() && !decision.order.compensation)
            tellTooLate(decision, lineNo);
    }
}

} // namespace milepost
