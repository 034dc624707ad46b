// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/service/lineage_view.h"

#include "backend/domain/effect_call.h"
#include "backend/domain/evolve.h"
#include "backend/domain/request_view.h"

#include <map>

namespace milepost {
namespace {

std::string unitsOf(const Movement& movement)
{
    return toText(movement.quantity) + " of line " + std::to_string(movement.lineNo) + " from " +
           std::string(toKey(movement.from)) + " to " + std::string(toKey(movement.to));
}

using Begins = std::map<std::pair<int, int>, Timestamp>; ///< of attempts

/// Fills the entry of one fact; the order is as it is after that fact.
struct EntryFiller {
    LineageEntry& entry;
    const Order& order;
    const Process* process;
    const Catalogue& catalogue;
    Begins& begins;

    template <typename Fact>
    void operator()(const Fact& fact)
    {
        if constexpr (requires { fact.payload; }) entry.payload = fact.payload;
        if constexpr (requires { fact.code; }) entry.detail = fact.code;
        if constexpr (requires { fact.outcome; }) entry.outcome = outcomeWord(fact.outcome);
        if constexpr (requires { fact.effect; }) nameEffect(fact.effect);
        fill(fact);
    }

private:
    template <typename Fact>
    void fill(const Fact&)
    {
    }
    void fill(const OrderReceived& fact)
    {
        entry.system = fact.channel;
        entry.payload = fact.raw;
    }
    void fill(const OrderRevised& fact)
    {
        entry.payload = fact.content;
        for (const std::string& path : fact.changed)
            entry.detail += (entry.detail.empty() ? "" : ", ") + path;
    }
    void fill(const MessageNoted& fact) { nameMessage(fact.system, fact.note + " " + fact.messageId); }
    void fill(const ReportReceived& fact)
    {
        nameMessage(fact.system, fact.statusWord + " " + fact.messageId);
    }
    void fill(const StepTaken& fact) { nameStep(fact.step); }
    void fill(const UnitsMoved& fact) { entry.detail = unitsOf(fact.movement); }
    void fill(const FulfillmentPlanned& fact) { entry.detail = "at " + fact.node; }
    void fill(const CarrierBooked& fact) { entry.detail = fact.carrier + " " + fact.booking; }
    void fill(const ShipmentObserved& fact) { entry.detail = fact.carrier + " " + fact.tracking; }
    void fill(const Invoiced& fact) { entry.detail = fact.document; }
    void fill(const ReferenceLearned& fact)
    {
        nameMessage(fact.reference.system, fact.reference.kind + " " + fact.reference.value);
    }
    void fill(const EffectDecided& fact) { nameEffect(fact.number); }
    void fill(const EffectStarted& fact)
    {
        entry.attempt = fact.attempt;
        begins[{fact.effect, fact.attempt}] = entry.at;
    }
    void fill(const AttemptEnded& fact)
    {
        entry.attempt = fact.attempt;
        const auto begin = begins.find({fact.effect, fact.attempt});
        if (begin != begins.end()) entry.took = entry.at - begin->second;
    }
    void fill(const EffectSettled& fact) { entry.outcome = toKey(fact.state); }
    void fill(const ExpectationSet& fact) { nameMessage(fact.system, "due " + toText(fact.dueAt)); }
    void fill(const ExceptionOpened& fact)
    {
        nameMessage(fact.exception.system, fact.exception.text);
        entry.step = fact.exception.step;
        entry.outcome = toKey(fact.exception.kind);
    }
    void fill(const ExceptionClosed& fact) { entry.detail = fact.how; }
    void fill(const HoldPlaced& fact) { entry.detail = fact.hold.kind + ": " + fact.hold.reason; }
    void fill(const HoldLifted& fact) { entry.detail = fact.kind; }
    void fill(const CompensationStarted& fact) { entry.detail = fact.compensation.reason; }
    void fill(const StepUndone& fact)
    {
        nameEffect(fact.effect);
        entry.outcome = fact.isKept ? "kept" : "compensated";
    }
    void fill(const Credited& fact) { entry.detail = fact.credit.document; }
    void fill(const ReturnForetold& fact) { entry.detail = fact.goods.document + " " + fact.goods.reason; }
    void fill(const GoodsReturned& fact) { entry.detail = fact.goods.document + " " + fact.goods.reason; }
    void fill(const LinesChanged& fact)
    {
        const auto add = [&](const std::string& words) {
            entry.detail += (entry.detail.empty() ? "" : ", ") + words;
        };
        for (const AddedLine& line : fact.added)
            add("line " + std::to_string(line.lineNo) + ": " + toText(line.quantity) + " " + line.sku +
                (line.parentLineNo == 0 ? "" : " for line " + std::to_string(line.parentLineNo)));
        for (const EffectLine& line : fact.more)
            add("line " + std::to_string(line.lineNo) + ": +" + toText(line.quantity));
        for (const EffectLine& line : fact.fewer)
            add("line " + std::to_string(line.lineNo) + ": -" + toText(line.quantity));
    }
    void fill(const UnwantedLeft& fact)
    {
        entry.detail = "line " + std::to_string(fact.lineNo) + ": " + toText(fact.quantity);
    }
    void fill(const ActionTaken& fact)
    {
        entry.actor = fact.actor;
        entry.outcome = fact.action;
        entry.detail = fact.reason;
    }
    void fill(const InputFailed& fact) { entry.detail = fact.what; }

    void nameMessage(const std::string& system, std::string detail)
    {
        entry.system = system;
        entry.detail = std::move(detail);
    }

    void nameStep(int index)
    {
        if (process == nullptr) return;
        const Step& step = process->steps.at(static_cast<std::size_t>(index));
        entry.step = step.name;
        entry.capability = step.capability;
    }

    void nameEffect(int number)
    {
        entry.effectId = number;
        const Effect* effect = findEffect(order, number);
        if (effect == nullptr) return;
        entry.system = catalogue.systemOf(effect->definition);
        nameStep(effect->step);
        if (effect->undoes != 0 && process != nullptr) entry.capability = capabilityOf(*process, *effect);
        if (process != nullptr) entry.idempotencyKey = effectKey(order, *process, *effect);
    }
};

} // namespace

std::string_view outcomeWord(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Done: return "done";
    case Outcome::Accepted: return "accepted";
    case Outcome::Rejected: return "rejected";
    case Outcome::Refused: return "refused";
    case Outcome::Unknown: return "unknown";
    case Outcome::NotFound: return "notFound";
    }
    return {};
}

LineageView lineageView(const std::vector<FactRow>& rows, const Catalogue& catalogue)
{
    LineageView lineage;
    Order order;
    Begins begins;
    for (const FactRow& row : rows) {
        int seq = row.firstSeq;
        for (const FactBody& fact : row.facts) {
            order.id = row.order;
            evolve(order, fact, row.at);
            LineageEntry& entry = lineage.entries.emplace_back(LineageEntry{
                .seq = seq++, .at = row.at, .kind = std::string(kindKey(fact)), .causationId = row.cause});
            entry.correlationId = order.orderNo;
            std::visit(EntryFiller{entry, order, catalogue.process(order.process), catalogue, begins}, fact);
        }
    }
    lineage.orderNo = order.orderNo;
    return lineage;
}

} // namespace milepost
