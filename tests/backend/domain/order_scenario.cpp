// SPDX-License-Identifier: GPL-3.0-or-later
#include "order_scenario.h"

#include "backend/domain/request_view.h"

#include <algorithm>
#include <stdexcept>

namespace milepost::test {
namespace {

using namespace std::chrono_literals;

Step step(std::string name, std::string capability, StepUnit unit, Booking booking,
          const std::vector<std::string>& when)
{
    Step made{.name = std::move(name),
              .capability = std::move(capability),
              .unit = unit,
              .booking = booking,
              .policy = "normal"};
    for (const std::string& text : when) {
        auto term = parseTerm(text);
        if (!term) throw std::logic_error(term.error().message);
        made.when.push_back(*term);
    }
    return made;
}

void resolveArguments(Process& process)
{
    for (Step& each : process.steps) {
        for (Term& term : each.when) {
            if (term.predicate == "done") term.argumentStep = stepIndex(process, term.argument);
        }
    }
}

Offer offerWithKey(int definition, std::string system, std::string capability)
{
    return {.definition = definition,
            .system = std::move(system),
            .capability = std::move(capability),
            .idempotency = {.carrier = KeyCarrier::Header, .protects = true}};
}

Offer offerWithLookup(int definition, std::string system, std::string capability)
{
    return {.definition = definition,
            .system = std::move(system),
            .capability = std::move(capability),
            .lookup = {.exists = true, .by = "reference", .settleAfter = 60s, .reads = 2}};
}

} // namespace

bool FakeGate::take(const std::string& system, Criticality /*criticality*/)
{
    if (parked.contains(system) || full.contains(system)) return false;
    ++taken;
    return true;
}

void FakeStock::reserve(const Order& order, const FactRow& row)
{
    for (const FactBody& fact : row.facts) {
        const auto* planned = std::get_if<FulfillmentPlanned>(&fact);
        if (planned == nullptr) continue;
        for (const EffectLine& part : planned->lines) {
            const auto known = units.find({planned->node, findLine(order, part.lineNo)->sku});
            if (known != units.end()) known->second -= part.quantity.micro / Quantity::units(1).micro;
        }
    }
}

bool FakeStock::isKnown(std::string_view node, std::string_view sku) const
{
    return units.contains({std::string(node), std::string(sku)});
}

std::int64_t FakeStock::availableMicro(std::string_view node, std::string_view sku) const
{
    const auto found = units.find({std::string(node), std::string(sku)});
    return found == units.end() ? 0 : Quantity::units(std::max<std::int64_t>(found->second, 0)).micro;
}

Timestamp FakeStock::reportedAt(std::string_view node, std::string_view sku) const
{
    const bool isTold = std::ranges::any_of(units, [&](const auto& entry) {
        return entry.first.first == node && (sku.empty() || entry.first.second == sku);
    });
    return isTold ? at : Timestamp{};
}

std::optional<Timestamp> FakeWatermarks::of(std::string_view system) const
{
    const auto found = marks.find(system);
    return found == marks.end() ? std::nullopt : std::optional(found->second);
}

Process testProcess()
{
    Process process{.definition = 1, .name = "test"};
    const auto order = StepUnit::Order;
    const auto part = StepUnit::Fulfillment;
    const auto parcel = StepUnit::Shipment;
    process.steps = {
        step("validate", "", order, Booking::Validate, {"!held"}),
        step("tax", "tax.quote", order, Booking::Tax, {"validated", "!held"}),
        step("accept", "order.accept", order, Booking::Accept, {"validated", "done tax", "!held"}),
        step("plan", "", order, Booking::Plan, {"accepted", "unplanned > 0", "!held"}),
        step("allocate", "inventory.allocate", part, Booking::Allocate, {"planned > 0", "!held"}),
        step("tender", "shipment.tender", part, Booking::Book, {"done allocate", "allocated > 0", "!held"}),
        step("release", "fulfillment.release", part, Booking::Release,
             {"allocated > 0", "done tender", "shipInstructionsComplete", "beforeCutOff", "!held"}),
        step("post", "shipment.post", parcel, Booking::Post, {"shipped > 0"}),
        step("invoice", "invoice.create", parcel, Booking::Invoice, {"posted = shipped", "invoiceReady"}),
        step("notify", "customer.notify", parcel, Booking::None, {"shipped > 0"}),
    };
    process.steps[3].isRepeated = true;
    Step& release = process.steps[6];
    release.expects = "shipmentConfirmed";
    release.expectedFrom = "node";
    release.expectedWithin = 24h;
    Step& notify = process.steps[9];
    notify.expects = "delivered";
    notify.expectedFrom = "shipment.tender";
    notify.expectedWithin = 72h;
    resolveArguments(process);
    return process;
}

Landscape testLandscape()
{
    Landscape landscape;
    landscape.offers = {
        offerWithKey(1, "tax", "tax.quote"),
        offerWithLookup(2, "erp", "order.accept"),
        offerWithLookup(2, "erp", "shipment.post"),
        offerWithLookup(2, "erp", "invoice.create"),
        offerWithKey(3, "wms", "inventory.allocate"),
        offerWithKey(3, "wms", "fulfillment.release"),
        offerWithKey(4, "3pl", "inventory.allocate"),
        offerWithKey(4, "3pl", "fulfillment.release"),
        offerWithKey(5, "tms", "shipment.tender"),
        Offer{.definition = 6, .system = "mail", .capability = "customer.notify"},
        Offer{.definition = 7,
              .system = "legacy",
              .capability = "fulfillment.release",
              .idempotency = {.carrier = KeyCarrier::FileName, .protects = true},
              .isAsynchronous = true,
              .takesControlNumber = true},
    };
    landscape.offers[8].idempotency.ttl = 1h;
    landscape.nodes = {Node{.name = "east", .system = "wms", .preference = 1},
                       Node{.name = "west", .system = "3pl", .preference = 2},
                       Node{.name = "south", .system = "legacy", .preference = 3}};
    return landscape;
}

CanonicalOrder testContent(std::vector<std::pair<std::string, int>> skuAndUnits)
{
    CanonicalOrder content{.orderNo = "O-1", .channel = "shop", .number = "1001"};
    content.currency = *parseCurrency("USD");
    content.parties = {Party{.role = "shipTo", .name = "Ann", .line1 = "Street 1", .city = "Town"}};
    for (const auto& [sku, count] : skuAndUnits)
        content.lines.push_back(CanonicalLine{.lineNo = static_cast<int>(content.lines.size()) + 1,
                                              .sku = sku,
                                              .quantity = units(count),
                                              .unit = "EA",
                                              .unitPrice = UnitPrice{2'500'000}});
    return content;
}

OrderScenario::OrderScenario(CanonicalOrder content_)
    : now(std::chrono::sys_days(std::chrono::year(2026) / 11 / 23) + 8h) // a Monday
    , content(std::move(content_))
{
    stock.at = now - 1h;
    for (const CanonicalLine& ordered : content.lines)
        stock.units[{"east", ordered.sku}] = 100;
    order.id = {1};
}

Offer& OrderScenario::offer(const std::string& system, const std::string& capability)
{
    const auto at = std::ranges::find_if(landscape.offers, [&](const Offer& each) {
        return each.system == system && each.capability == capability;
    });
    if (at == landscape.offers.end()) throw std::logic_error("no such offer: " + system);
    return *at;
}

OrderScenario& OrderScenario::take(const Input& input)
{
    const Context context{.now = now,
                          .advances = advances,
                          .content = std::make_shared<const CanonicalOrder>(content),
                          .process = process,
                          .policies = policies,
                          .landscape = landscape,
                          .stock = stock,
                          .watermarks = watermarks,
                          .gate = gate,
                          .controls = controls};
    FactRow row{.order = order.id, .firstSeq = order.facts + 1, .at = now};
    decide(order, input, context, row);
    stock.reserve(order, row);
    rows.push_back(std::move(row));
    return *this;
}

OrderScenario& OrderScenario::pass(Duration duration)
{
    now += duration;
    return wake();
}

OrderScenario& OrderScenario::answer(const std::string& name, Reply reply, int subject)
{
    const Effect* found = effect(name, subject);
    if (found == nullptr || found->state != EffectState::InFlight)
        throw std::logic_error("nothing is in flight for step " + name);
    return take(EndAttempt{.effect = found->number, .attempt = found->attempts, .reply = std::move(reply)});
}

OrderScenario& OrderScenario::done(const std::string& name, int subject)
{
    return answer(name, Reply{.outcome = Outcome::Done, .document = name + "-doc"}, subject);
}

OrderScenario& OrderScenario::outcome(const std::string& name, Outcome end, int subject)
{
    return answer(name, Reply{.outcome = end, .code = "code"}, subject);
}

OrderScenario& OrderScenario::lookup(const std::string& name, Outcome end, int subject)
{
    const Effect* found = effect(name, subject);
    if (found == nullptr || !found->lookupFlying) throw std::logic_error("no look-up flies for step " + name);
    return take(EndLookup{.effect = found->number, .reply = {.outcome = end, .code = "code"}});
}

OrderScenario& OrderScenario::settle(const std::set<std::string>& except)
{
    const auto isMeant = [&](const Effect& each) {
        return each.state == EffectState::InFlight &&
               !except.contains(process.steps[static_cast<std::size_t>(each.step)].name);
    };
    for (auto at = std::ranges::find_if(order.effects, isMeant); at != order.effects.end();
         at = std::ranges::find_if(order.effects, isMeant)) {
        const std::string name = process.steps[static_cast<std::size_t>(at->step)].name;
        done(name, at->subject);
    }
    return *this;
}

OrderScenario& OrderScenario::released()
{
    return receive().settle();
}

OrderScenario& OrderScenario::shipped(int fulfillment, std::vector<ReportLine> lines,
                                      const std::string& document, const std::string& tracking)
{
    const Fulfillment* part = findFulfillment(order, fulfillment);
    const Node* node = part == nullptr ? nullptr : findNode(landscape, part->node);
    return take(ReceiveReport{.report = {.kind = ReportKind::ShipmentConfirmed,
                                         .system = node == nullptr ? "wms" : node->system,
                                         .messageId = std::to_string(m_nextMessage++),
                                         .reference = reference(fulfillment),
                                         .document = document,
                                         .tracking = tracking,
                                         .carrier = "DHL",
                                         .lines = std::move(lines)}});
}

OrderScenario& OrderScenario::pickedShort(int fulfillment, std::vector<ReportLine> lines)
{
    return take(ReceiveReport{.report = {.kind = ReportKind::PickShort,
                                         .system = "wms",
                                         .messageId = std::to_string(m_nextMessage++),
                                         .reference = reference(fulfillment),
                                         .lines = std::move(lines)}});
}

OrderScenario& OrderScenario::parcel(const std::string& tracking, ParcelStatus status)
{
    return take(ReceiveReport{.report = {.kind = ReportKind::CarrierStatus,
                                         .system = "tms",
                                         .messageId = std::to_string(m_nextMessage++),
                                         .tracking = tracking,
                                         .parcel = status}});
}

OrderScenario& OrderScenario::command(const std::string& action, const std::string& kind)
{
    return take(Command{.action = action, .kind = kind, .actor = "ann", .reason = "because", .byName = true});
}

const Effect* OrderScenario::effect(const std::string& name, int subject) const
{
    const int index = stepIndex(process, name);
    const Effect* newest = nullptr; // of those that go forward
    for (const Effect& each : order.effects) {
        if (each.step == index && each.undoes == 0 && (subject < 0 || each.subject == subject)) {
            const bool isOtherSubject = newest != nullptr && newest->subject != each.subject;
            if (!isOtherSubject) newest = &each;
        }
    }
    return newest;
}

EffectState OrderScenario::stateOf(const std::string& name, int subject) const
{
    const Effect* found = effect(name, subject);
    if (found == nullptr) throw std::logic_error("step " + name + " was not decided");
    return found->state;
}

int OrderScenario::callsInFlight() const
{
    return static_cast<int>(std::ranges::count(order.effects, EffectState::InFlight, &Effect::state));
}

std::vector<std::string> OrderScenario::openCauses() const
{
    std::vector<std::string> causes;
    for (const OpenException& exception : order.exceptions)
        causes.push_back(exception.cause);
    return causes;
}

std::vector<std::string> OrderScenario::kindsOfLastRow() const
{
    std::vector<std::string> kinds;
    for (const FactBody& fact : rows.back().facts)
        kinds.emplace_back(kindKey(fact));
    return kinds;
}

std::string OrderScenario::systemOf(const Effect& each) const
{
    const Step& itsStep = process.steps[static_cast<std::size_t>(each.step)];
    return findOffer(landscape, each.definition, itsStep.capability)->system;
}

std::string OrderScenario::reference(int fulfillment) const
{
    return fulfillment == 0 ? std::string("nobody-knows") : fulfillmentReference(order, fulfillment);
}

Quantity OrderScenario::at(int lineNo, Stage stage) const
{
    return findLine(order, lineNo)->ledger.at(stage);
}

Quantity units(std::int64_t whole)
{
    return Quantity::units(whole);
}

ReportLine line(const std::string& sku, std::int64_t whole, int lineNo)
{
    return {.lineNo = lineNo, .sku = sku, .quantity = units(whole)};
}

} // namespace milepost::test
