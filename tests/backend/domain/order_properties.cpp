// SPDX-License-Identifier: GPL-3.0-or-later
#include "order_properties.h"

#include "backend/domain/effect_call.h"
#include "backend/domain/order_edit.h"
#include "backend/domain/request_view.h"
#include "undo_play.h"

#include <algorithm>
#include <set>

namespace milepost::test {
namespace {

using namespace std::chrono_literals;

CanonicalOrder contentFrom(const std::vector<std::uint8_t>& shape)
{
    std::vector<std::pair<std::string, int>> lines;
    const std::size_t count = 1 + shape[0] % 4U;
    for (std::size_t i = 0; i < count; ++i)
        lines.emplace_back(shape[1 + i] % 3 == 0 ? "B" : "A", 1 + shape[1 + i] % 9);
    CanonicalOrder content = testContent(lines);
    content.rules.shipComplete = shape[5] % 8 == 0;
    if (shape[6] % 3 != 0) return content;
    content.destinations = {"101", "102"};
    content.parties.push_back(Party{.role = "store", .id = "101"});
    content.parties.push_back(Party{.role = "store", .id = "102"});
    for (CanonicalLine& line : content.lines) {
        const Quantity half = units(line.quantity.micro / 2'000'000);
        line.parts = {{0, half}, {1, line.quantity - half}};
    }
    return content;
}

/// Outcomes of attempts; most go well.
Outcome outcomeFrom(std::uint8_t number)
{
    constexpr std::array bad{Outcome::Rejected, Outcome::Refused, Outcome::Unknown, Outcome::Unknown,
                             Outcome::Accepted};
    return number % 2 == 0 ? Outcome::Done : bad[number / 2U % bad.size()];
}

template <typename Items>
auto* pick(Items& items, std::uint8_t number)
{
    return items.empty() ? nullptr : &items[number % items.size()];
}

Quantity atNodes(const Order& order, int lineNo, Quantity FulfillmentLine::*figure)
{
    Quantity sum;
    for (const Fulfillment& part : order.fulfillments) {
        for (const FulfillmentLine& line : part.lines) {
            if (line.lineNo == lineNo) sum += line.*figure;
        }
    }
    return sum;
}

} // namespace

std::ostream& operator<<(std::ostream& out, const Happening& happening)
{
    return out << "{" << int(happening.kind % 16) << ", " << int(happening.first) << ", "
               << int(happening.second) << ", " << int(happening.third) << "}";
}

OrderProperties::OrderProperties(std::vector<std::uint8_t> shape)
    : m_scenario((shape.resize(16), contentFrom(shape)))
{
    m_scenario.stock.units = {{{"east", "A"}, shape[7] % 12},
                              {{"east", "B"}, shape[8] % 12},
                              {{"west", "A"}, shape[9] % 12},
                              {{"south", "A"}, shape[10] % 12},
                              {{"south", "B"}, shape[11] % 12}};
    m_scenario.offer("erp", "invoice.create").idempotency.replaysErrors = true;
    makeReversible(m_scenario);
    makeTrading(m_scenario);
    m_scenario.landscape.substitutes = {{.sku = "A", .by = "B"}};
    for (CanonicalLine& line : m_scenario.content.lines)
        line.substitution = static_cast<SubstitutionRule>(shape[12] % 3);
    m_reached.resize(m_scenario.content.lines.size());
    m_folded.id = m_scenario.order.id;
}

std::string OrderProperties::happen(const Happening& happening)
{
    const std::size_t before = m_scenario.rows.size();
    if (before == 0)
        m_scenario.receive();
    else
        choose(happening);
    for (std::size_t i = before; i < m_scenario.rows.size(); ++i) {
        const std::string broken = checkRow(m_scenario.rows[i]);
        if (!broken.empty()) return broken;
    }
    const std::string broken = checkUnits();
    return broken.empty() ? checkEffects() : broken;
}

std::string OrderProperties::history() const
{
    std::string text;
    for (const FactRow& row : m_scenario.rows) {
        text += toText(row.at);
        for (const FactBody& fact : row.facts)
            text += " " + std::string(kindKey(fact));
        text += "\n";
    }
    return text;
}

void OrderProperties::choose(const Happening& happening)
{
    switch (happening.kind % 16) {
    case 0:
    case 1:
    case 2:
    case 3:
    case 4: return answer(happening);
    case 5: return answerLate(happening);
    case 6: return look(happening);
    case 7:
    case 8: return reportGoods(happening);
    case 9: return reportParcel(happening);
    case 10: return acknowledge(happening);
    case 11: return changeWorld(happening);
    case 12: return happening.third % 3 == 0 ? want(happening) : command(happening);
    case 13:
        if (happening.third % 3 == 0) return sendBack(happening);
        if (const Report* again = pick(m_reports, happening.first))
            m_scenario.take(ReceiveReport{.report = *again});
        return;
    case 14: m_scenario.take(Recover{}); return;
    default: m_scenario.pass(Duration(happening.first * 60'000)); return;
    }
}

Reply OrderProperties::replyFor(const Effect& effect, const Happening& happening) const
{
    Reply reply{.outcome = outcomeFrom(happening.second), .code = "code", .document = "doc"};
    const Step& step = m_scenario.process.steps[static_cast<std::size_t>(effect.step)];
    if (step.booking != Booking::Allocate || happening.third % 2 == 0) return reply;
    for (const EffectLine& line : effect.lines)
        reply.lines.push_back({.lineNo = line.lineNo, .quantity = units(happening.third % 7)});
    return reply;
}

void OrderProperties::answer(const Happening& happening)
{
    std::vector<Effect> flying;
    std::ranges::copy_if(m_scenario.order.effects, std::back_inserter(flying),
                         [](const Effect& effect) { return effect.state == EffectState::InFlight; });
    const Effect* effect = pick(flying, happening.first);
    if (effect == nullptr) return;
    m_scenario.take(EndAttempt{
        .effect = effect->number, .attempt = effect->attempts, .reply = replyFor(*effect, happening)});
}

void OrderProperties::answerLate(const Happening& happening)
{
    const Effect* effect = pick(m_scenario.order.effects, happening.first);
    if (effect == nullptr || effect->attempts == 0) return;
    const int attempt = 1 + happening.third % effect->attempts;
    m_scenario.take(
        EndAttempt{.effect = effect->number, .attempt = attempt, .reply = replyFor(*effect, happening)});
}

void OrderProperties::look(const Happening& happening)
{
    constexpr std::array outcomes{Outcome::Done, Outcome::NotFound, Outcome::NotFound, Outcome::Unknown};
    for (const Effect& effect : m_scenario.order.effects) {
        if (!effect.lookupFlying) continue;
        const Reply reply{.outcome = outcomes[happening.first % outcomes.size()], .document = "found"};
        m_scenario.take(EndLookup{.effect = effect.number, .reply = reply});
        return;
    }
}

std::vector<ReportLine> OrderProperties::linesFrom(const Happening& happening) const
{
    std::vector<ReportLine> lines;
    if (happening.second % 8 == 0) return lines;
    const int lineNo = happening.second % 3 == 0 ? 1 + happening.second % 5 : 0;
    lines.push_back(line(happening.second % 4 == 0 ? "B" : "A", happening.third % 7, lineNo));
    if (happening.third % 3 == 0) lines.push_back(line("B", happening.second % 5));
    if (happening.third % 11 == 0) lines.push_back(line("Z", 1));
    return lines;
}

void OrderProperties::receive(Report report)
{
    m_reports.push_back(report);
    m_scenario.take(ReceiveReport{.report = std::move(report)});
}

void OrderProperties::reportGoods(const Happening& happening)
{
    const int parts = static_cast<int>(m_scenario.order.fulfillments.size());
    const int fulfillment = happening.first % (parts + 1);
    const std::string number = std::to_string(happening.first % 16);
    const bool isShort = happening.first % 5 == 0;
    receive(Report{.kind = isShort ? ReportKind::PickShort : ReportKind::ShipmentConfirmed,
                   .system = happening.first % 2 == 0 ? "wms" : "3pl",
                   .reference = m_scenario.reference(fulfillment),
                   .document = happening.second % 7 == 0 ? std::string() : "D" + number,
                   .tracking = "T" + std::to_string(happening.first % 8),
                   .carrier = "DHL",
                   .lines = linesFrom(happening)});
}

void OrderProperties::reportParcel(const Happening& happening)
{
    if (happening.second % 16 == 0)
        return receive(Report{.kind = ReportKind::Unknown, .system = "tms", .statusWord = "ODD"});
    Report report{.kind = ReportKind::CarrierStatus,
                  .system = "tms",
                  .tracking = "T" + std::to_string(happening.first % 8),
                  .parcel = static_cast<ParcelStatus>(happening.second % 6)};
    if (happening.third % 2 == 0) report.occurredAt = m_scenario.now - Duration(happening.third * 60'000);
    receive(std::move(report));
}

void OrderProperties::acknowledge(const Happening& happening)
{
    receive(Report{.kind = happening.second % 4 == 0 ? ReportKind::Refused : ReportKind::Acknowledged,
                   .system = happening.third % 4 == 0 ? "wms" : "legacy",
                   .reference = m_scenario.reference(1),
                   .document = std::to_string(1 + happening.first % 3)});
}

void OrderProperties::changeWorld(const Happening& happening)
{
    constexpr std::array systems{"wms", "3pl", "legacy", "erp"};
    const std::string system = systems[happening.first % systems.size()];
    if (happening.second % 3 == 0) m_scenario.gate.parked.insert(system);
    if (happening.second % 3 == 1) m_scenario.gate.parked.clear();
    if (happening.second % 3 == 2) {
        m_scenario.stock.units[{happening.first % 2 == 0 ? "east" : "west", "A"}] = happening.third % 12;
        m_scenario.stock.at = m_scenario.now;
    }
    m_scenario.watermarks.marks[system] = m_scenario.now;
    m_scenario.wake();
}

void OrderProperties::command(const Happening& happening)
{
    constexpr std::array actions{"retry", "retry", "retry", "resolve", "hold", "release", "release"};
    const std::string action = actions[happening.first % actions.size()];
    m_scenario.take(Command{.action = action,
                            .exception = action == "resolve" ? 1 + happening.second % 8 : 0,
                            .kind = action == "hold" ? "operator" : "",
                            .byName = happening.third % 2 == 0});
}

/// Another quantity of a line, or a line more.
void OrderProperties::want(const Happening& happening)
{
    CanonicalOrder wanted = m_scenario.content;
    CanonicalLine& line = *pick(wanted.lines, happening.first);
    if (!line.parts.empty()) return; // stores share them
    line.quantity = units(happening.second % 14);
    if (happening.second % 5 == 0)
        wanted.lines.push_back({.lineNo = 90 + happening.second,
                                .sku = happening.second % 2 == 0 ? "A" : "B",
                                .quantity = units(1 + happening.second % 4),
                                .unitPrice = UnitPrice{1'000'000}});
    const OrderWish wish = wishTowards(m_scenario.order, m_scenario.content, wanted);
    std::string whyNot;
    const bool mayBe =
        mayEdit(m_scenario.order, {}, m_scenario.process, m_scenario.landscape, whyNot, wish.paths());
    const auto revised = revisedContent(m_scenario.order, m_scenario.content, wish);
    if (!mayBe || !revised) return;
    m_scenario.content = revised->content;
    m_scenario.take(EditOrder{.changed = revised->changedPaths(), .lines = revised->lines, .actor = "shop"});
}

void OrderProperties::sendBack(const Happening& happening)
{
    const Shipment* shipment = pick(m_scenario.order.shipments, happening.first);
    if (shipment == nullptr) return;
    Report report{.kind = ReportKind::Returned,
                  .system = "wms",
                  .messageId = "back" + std::to_string(m_reports.size()),
                  .reference = m_scenario.reference(shipment->fulfillment),
                  .document = "RMA" + std::to_string(happening.second % 6),
                  .tracking = shipment->tracking};
    if (happening.third % 2 == 0)
        for (const ShipmentLine& part : shipment->lines)
            report.lines.push_back({.lineNo = part.lineNo, .quantity = units(1 + happening.second % 3)});
    receive(std::move(report));
}

/// Stored and read again, the row must lead to the same state.
std::string OrderProperties::checkRow(const FactRow& row)
{
    const FactRow read = unpackedFacts(row.order, row.firstSeq, row.at, packed(row));
    if (packed(read) != packed(row)) return "a row of facts does not survive packing";
    for (const FactBody& fact : read.facts) {
        const std::string broken = checkStart(fact, row.at);
        if (!broken.empty()) return broken;
        evolve(m_folded, fact, row.at);
    }
    if (&row != &m_scenario.rows.back()) return {};
    if (packed(m_folded) != packed(m_scenario.order)) return "the fold of the facts is not the state";
    return unpackedOrder(packed(m_folded)) == m_folded ? "" : "an order does not survive packing";
}

/// `m_folded` is the state just before that fact.
std::string OrderProperties::checkStart(const FactBody& fact, Timestamp at) const
{
    const auto* started = std::get_if<EffectStarted>(&fact);
    if (started == nullptr) return {};
    const Effect& effect = *findEffect(m_folded, started->effect);
    const std::string name = m_scenario.process.steps[static_cast<std::size_t>(effect.step)].name;
    if (isSettled(effect.state) || effect.state == EffectState::Acknowledged)
        return "step " + name + " is done and was started again";
    if (effect.state == EffectState::InFlight) return "step " + name + " was started twice at once";
    if (effect.state == EffectState::Waiting && effect.isDoubtful)
        return "step " + name + " waits though it may have been done";
    if (effect.state != EffectState::Unknown) return {};
    const std::string& capability = capabilityOf(m_scenario.process, effect);
    const Idempotency& key = findOffer(m_scenario.landscape, effect.definition, capability)->idempotency;
    const bool isInTime = key.ttl == Duration{} || at < effect.firstAt + key.ttl;
    return key.protects && isInTime ? "" : "step " + name + " may be done and was repeated without a key";
}

std::string OrderProperties::checkUnits()
{
    const Order& order = m_scenario.order;
    m_reached.resize(order.lines.size());
    for (std::size_t i = 0; i < order.lines.size(); ++i) {
        const OrderLine& line = order.lines[i];
        if (line.unwanted.isPositive() && !order.compensation)
            return "units are wanted no more, and nothing is done about it";
        const LineLedger& ledger = line.ledger;
        if (!ledger.isBalanced()) return "the stages of a line do not sum to ordered + overage";
        if (ledger.at(Stage::Allocated) != atNodes(order, line.lineNo, &FulfillmentLine::allocated))
            return "the nodes have other units allocated than the line";
        if (ledger.at(Stage::Released) != atNodes(order, line.lineNo, &FulfillmentLine::released))
            return "the nodes have other units released than the line";
        if (atNodes(order, line.lineNo, &FulfillmentLine::planned) >
            ledger.at(Stage::Open) + ledger.at(Stage::Backordered))
            return "more units are planned than are open";
        const Reached now{ledger.reached(Stage::Shipped), ledger.at(Stage::Delivered)};
        if (now.shipped < m_reached[i].shipped) return "shipped units became fewer";
        if (now.delivered < m_reached[i].delivered) return "delivered units became fewer";
        m_reached[i] = now;
    }
    return {};
}

std::string OrderProperties::checkEffects() const
{
    const Order& order = m_scenario.order;
    std::set<std::string> keys;
    std::set<std::string> busy;
    for (const Effect& effect : order.effects) {
        if (!keys.insert(effectKey(order, m_scenario.process, effect)).second)
            return "two effects share the key " + effectKey(order, m_scenario.process, effect);
        const bool isBusy = effect.state == EffectState::InFlight || effect.lookupFlying;
        if (isBusy && !busy.insert(m_scenario.systemOf(effect)).second)
            return "two calls of the order are in flight to " + m_scenario.systemOf(effect);
        const bool isToldOf = std::ranges::any_of(
            order.exceptions, [&](const OpenException& e) { return e.effect == effect.number; });
        if (effect.needsPerson && !isSettled(effect.state) && !isToldOf)
            return "effect " + std::to_string(effect.number) + " needs a person, but nobody is told";
    }
    return {};
}

} // namespace milepost::test
