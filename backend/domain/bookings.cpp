// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/domain/decision.h"

#include <algorithm>
#include <stdexcept>

namespace milepost {
namespace {

std::string referenceKind(Booking booking)
{
    switch (booking) {
    case Booking::Accept: return "sale";
    case Booking::Tax: return "tax";
    case Booking::Allocate: return "allocation";
    case Booking::Release: return "release";
    case Booking::Book: return "booking";
    case Booking::Post: return "posting";
    case Booking::Invoice: return "invoice";
    case Booking::Amend: return "amendment";
    case Booking::Credit: return "credit";
    case Booking::None:
    case Booking::Validate:
    case Booking::Plan:
    case Booking::Ship: return "document";
    }
    return {};
}

/// What a partner grants, line by line: what it named by item number is given to the lines of that item in
/// turn.
class Grants {
public:
    explicit Grants(const Reply& reply)
        : m_isAll(reply.lines.empty())
        , m_rest(reply.lines)
    {
    }

    Quantity take(const OrderLine& line, Quantity asked)
    {
        if (m_isAll) return asked;
        Quantity granted;
        for (ReplyLine& named : m_rest) {
            const bool isMeant = named.lineNo != 0 ? named.lineNo == line.lineNo : named.sku == line.sku;
            if (!isMeant) continue;
            const Quantity units = std::clamp(named.quantity, Quantity{}, asked - granted);
            named.quantity -= units;
            granted += units;
        }
        return granted;
    }

private:
    bool m_isAll;
    std::vector<ReplyLine> m_rest;
};

/// The units that could be allocated: a shipment may have been quicker.
Quantity allocateLine(Decision& decision, int fulfillment, int lineNo, Quantity granted)
{
    const Quantity wanted = granted;
    for (const Stage from : {Stage::Open, Stage::Backordered}) {
        const Quantity units = std::min(granted, findLine(decision.order, lineNo)->ledger.at(from));
        if (!units.isPositive()) continue;
        decision.record(UnitsMoved{
            .movement = {.lineNo = lineNo, .from = from, .to = Stage::Allocated, .quantity = units},
            .fulfillment = fulfillment});
        granted -= units;
    }
    return wanted - granted;
}

bool holdsUnits(const Fulfillment& fulfillment)
{
    return std::ranges::any_of(fulfillment.lines, [](const FulfillmentLine& line) {
        return (line.atNode() + line.shipped).isPositive();
    });
}

void bookAllocation(Decision& decision, int fulfillment, const Reply& reply)
{
    const std::vector<FulfillmentLine> lines = findFulfillment(decision.order, fulfillment)->lines;
    Grants grants(reply);
    for (const FulfillmentLine& line : lines) {
        if (!line.planned.isPositive()) continue;
        const Quantity granted = grants.take(*findLine(decision.order, line.lineNo), line.planned);
        const Quantity allocated = allocateLine(decision, fulfillment, line.lineNo, granted);
        if (allocated < line.planned)
            decision.record(UnitsRefused{
                .fulfillment = fulfillment, .lineNo = line.lineNo, .quantity = line.planned - allocated});
    }
    if (!holdsUnits(*findFulfillment(decision.order, fulfillment)))
        decision.record(FulfillmentClosed{.number = fulfillment});
}

void bookRelease(Decision& decision, int fulfillment)
{
    const std::vector<FulfillmentLine> lines = findFulfillment(decision.order, fulfillment)->lines;
    for (const FulfillmentLine& line : lines) {
        if (!line.allocated.isPositive()) continue;
        decision.record(UnitsMoved{.movement = {.lineNo = line.lineNo,
                                                .from = Stage::Allocated,
                                                .to = Stage::Released,
                                                .quantity = line.allocated},
                                   .fulfillment = fulfillment});
    }
}

/// What keeps the lines of an order from being fulfilled; empty: nothing.
std::string missingInLines(const CanonicalOrder& content)
{
    bool isAnythingOrdered = false;
    for (const CanonicalLine& line : content.lines) {
        const std::string name = "line " + std::to_string(line.lineNo);
        if (line.sku.empty()) return "the item number of " + name;
        if (line.quantity < Quantity{}) return "a quantity that is not negative on " + name;
        if (std::ranges::count(content.lines, line.lineNo, &CanonicalLine::lineNo) > 1)
            return "a number of its own for each line (" + name + " comes twice)";
        Quantity inParts;
        for (const DestinationPart& part : line.parts)
            inParts += part.quantity;
        if (!line.parts.empty() && inParts != line.quantity)
            return "store quantities that add up to the " + toText(line.quantity) + " of " + name;
        isAnythingOrdered = isAnythingOrdered || line.quantity.isPositive();
    }
    return isAnythingOrdered ? std::string() : "any line with units";
}

std::string missingForAnyDestination(const CanonicalOrder& content)
{
    const int destinations = std::max(static_cast<int>(content.destinations.size()), 1);
    for (int index = 0; index < destinations; ++index) {
        std::string missing = missingShipInstruction(content, index);
        if (!missing.empty()) return missing;
    }
    return {};
}

void bookValidation(Decision& decision, const Step& step)
{
    std::string missing = missingInLines(*decision.context.content);
    if (missing.empty()) missing = missingForAnyDestination(*decision.context.content);
    if (missing.empty()) return decision.record(Validated{});
    decision.open(OpenException{.kind = ExceptionClass::Validation,
                                .severity = Severity::High,
                                .step = step.name,
                                .cause = "incomplete",
                                .text = "The order lacks " + missing +
                                        ". Ask the channel to send it again with that, or correct it."});
}

/// How many line changes a call speaks of; without one, all.
int statedBy(const Decision& decision, const Effect* effect)
{
    return effect == nullptr ? decision.order.lineChanges : effect->lineChanges;
}

void priceLines(Decision& decision, const Reply& reply)
{
    const std::vector<OrderLine> lines = decision.order.lines;
    for (const OrderLine& line : lines) {
        if (line.unitPrice) continue;
        const auto at = std::ranges::find_if(reply.lines, [&](const ReplyLine& priced) {
            return priced.lineNo == line.lineNo || (priced.lineNo == 0 && priced.sku == line.sku);
        });
        if (at != reply.lines.end() && at->unitPrice)
            decision.record(LinePriced{.lineNo = line.lineNo, .unitPrice = *at->unitPrice});
    }
}

void bookAcceptance(Decision& decision, const Effect* effect, const Reply& reply)
{
    decision.record(Accepted{.lineChanges = statedBy(decision, effect)});
    priceLines(decision, reply);
}

void bookAmendment(Decision& decision, const Effect* effect, const Reply& reply)
{
    decision.record(LinesStated{.lineChanges = statedBy(decision, effect)});
    priceLines(decision, reply);
}

/// Of lines at their prices, in minor units.
template <typename Line>
std::int64_t amountOf(const Order& order, const std::vector<Line>& lines)
{
    std::int64_t amount = 0;
    for (const Line& line : lines) {
        const OrderLine* ordered = findLine(order, line.lineNo);
        if (ordered != nullptr && ordered->unitPrice)
            amount += lineAmount(*ordered->unitPrice, line.quantity, order.currency).minor;
    }
    return amount;
}

/// The credit for goods that came back, of the invoice that billed their shipment.
void bookCredit(Decision& decision, int subject, const Reply& reply)
{
    const Return* goods = findReturn(decision.order, subject);
    if (goods == nullptr) return;
    const Invoice* invoice = invoiceFor(decision.order, goods->shipment);
    decision.record(
        Credited{.credit = {.invoice = invoice == nullptr ? 0 : invoice->number,
                            .goods = subject,
                            .document = reply.document,
                            .amountMinor = reply.amountMinor.value_or(amountOf(decision.order, goods->lines)),
                            .at = decision.context.now}});
}

/// The shipments that a step of that unit and subject is about.
std::vector<int> shipmentsOf(const Order& order, const Step& step, int subject)
{
    std::vector<int> numbers;
    for (const Shipment& shipment : order.shipments) {
        const bool isMeant =
            step.unit == StepUnit::Order ||
            (step.unit == StepUnit::Shipment ? shipment.number : shipment.fulfillment) == subject;
        if (isMeant) numbers.push_back(shipment.number);
    }
    return numbers;
}

/// What an invoice covers: of an order the lines that were asked to be billed, else what was shipped.
std::vector<InvoiceLine> invoicedLines(const Decision& decision, const Step& step, int subject,
                                       const Effect* effect)
{
    std::vector<InvoiceLine> lines;
    if (step.unit == StepUnit::Order) {
        const auto asked = effect != nullptr ? effect->lines : linesFor(decision.order, step, subject);
        for (const EffectLine& line : asked)
            lines.push_back({line.lineNo, line.quantity});
        return lines;
    }
    for (const int number : shipmentsOf(decision.order, step, subject)) {
        for (const ShipmentLine& line : findShipment(decision.order, number)->lines)
            lines.push_back({line.lineNo, line.quantity});
    }
    return lines;
}

void bookInvoice(Decision& decision, const Step& step, int subject, const Effect* effect, const Reply& reply)
{
    Invoiced invoice{.number = static_cast<int>(decision.order.invoices.size()) + 1,
                     .document = reply.document,
                     .shipments = shipmentsOf(decision.order, step, subject),
                     .lines = invoicedLines(decision, step, subject, effect)};
    invoice.amountMinor = reply.amountMinor.value_or(amountOf(decision.order, invoice.lines));
    decision.record(std::move(invoice));
}

void bookPosting(Decision& decision, const Step& step, int subject)
{
    for (const int number : shipmentsOf(decision.order, step, subject))
        decision.record(ShipmentPosted{.shipment = number});
}

void bookCarrier(Decision& decision, int fulfillment, const std::string& system, const Reply& reply)
{
    decision.record(
        CarrierBooked{.fulfillment = fulfillment, .carrier = reply.carrier, .booking = reply.document});
    decision.learn("tracking", reply.tracking, system, fulfillment);
}

void bookOwnShipment(Decision& decision, int fulfillment, const std::string& system, const Reply& reply)
{
    Dispatch dispatch{.system = system,
                      .document = reply.document,
                      .carrier = reply.carrier,
                      .tracking = reply.tracking,
                      .at = decision.context.now};
    for (const FulfillmentLine& line : findFulfillment(decision.order, fulfillment)->lines) {
        if (line.released.isPositive()) dispatch.lines.push_back({line.lineNo, line.released});
    }
    if (!dispatch.lines.empty()) bookShipment(decision, fulfillment, dispatch);
}

/// Steps that happen to a fulfillment need one as their subject: a defect of the process table.
void requireFulfillment(const Decision& decision, const Step& step, int subject)
{
    const bool needsOne = step.booking == Booking::Allocate || step.booking == Booking::Release ||
                          step.booking == Booking::Book || step.booking == Booking::Ship;
    if (needsOne &&
        (step.unit != StepUnit::Fulfillment || findFulfillment(decision.order, subject) == nullptr))
        throw std::logic_error("step " + step.name + " of process " + decision.context.process.name +
                               " books " + std::string(toKey(step.booking)) +
                               ", so its unit must be fulfillment");
}

} // namespace

void book(Decision& decision, const Step& step, int subject, const Effect* effect, const Reply& reply)
{
    const Offer* offer = effect == nullptr ? nullptr : decision.offerOf(*effect);
    const std::string system = offer == nullptr ? std::string() : offer->system;
    if (effect != nullptr && effect->undoes != 0) return bookUndo(decision, *effect, reply);
    requireFulfillment(decision, step, subject);
    if (effect != nullptr) decision.learn(referenceKind(step.booking), reply.document, system, subject);
    switch (step.booking) {
    case Booking::None: return;
    case Booking::Validate: return bookValidation(decision, step);
    case Booking::Tax: return decision.record(TaxStated{.taxMinor = reply.taxMinor.value_or(0)});
    case Booking::Accept: return bookAcceptance(decision, effect, reply);
    case Booking::Plan: return planFulfillments(decision);
    case Booking::Allocate: return bookAllocation(decision, subject, reply);
    case Booking::Release: return bookRelease(decision, subject);
    case Booking::Book: return bookCarrier(decision, subject, system, reply);
    case Booking::Ship: return bookOwnShipment(decision, subject, system, reply);
    case Booking::Post: return bookPosting(decision, step, subject);
    case Booking::Invoice: return bookInvoice(decision, step, subject, effect, reply);
    case Booking::Amend: return bookAmendment(decision, effect, reply);
    case Booking::Credit: return bookCredit(decision, subject, reply);
    }
}

} // namespace milepost
