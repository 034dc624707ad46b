// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/core/ids.h"
#include "backend/core/money.h"
#include "backend/domain/effect.h"
#include "backend/domain/exception.h"
#include "backend/domain/ledger.h"
#include "backend/domain/message.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace milepost {

struct OrderLine {
    int lineNo = 0;
    int parentLineNo = 0; ///< of a substitute: the line it stands for; else 0
    std::string sku{};
    Ratio perParentUnit{};                ///< of a substitute: units per unit of the parent line
    std::optional<UnitPrice> unitPrice{}; ///< as ordered, or as the ERP priced it
    LineLedger ledger{};
    Quantity unwanted{}; ///< no longer wanted by the customer, and not cancelled yet

    /// What is to be delivered of it: not what was cancelled or is sent as another item.
    Quantity wanted() const
    {
        return ledger.ordered() - ledger.at(Stage::Cancelled) - ledger.at(Stage::Substituted) - unwanted;
    }
    friend bool operator==(const OrderLine&, const OrderLine&) = default;
};

/// Units of one line at one node. `planned` are chosen but not yet promised by the node.
struct FulfillmentLine {
    int lineNo = 0;
    Quantity planned{};
    Quantity allocated{};
    Quantity released{};
    Quantity shipped{};    ///< in all
    Quantity refused{};    ///< what the node did not have, at allocation or at picking
    Timestamp refusedAt{}; ///< when it last said so

    /// Meant for or at the node, and not shipped.
    Quantity atNode() const { return planned + allocated + released; }
    friend bool operator==(const FulfillmentLine&, const FulfillmentLine&) = default;
};

/// The part of an order given to one node.
struct Fulfillment {
    int number = 0; ///< 1, 2, …
    std::string node{};
    int destination = 0;
    Timestamp plannedAt{};
    std::string carrier{}; ///< as booked
    std::string booking{};
    bool isClosed = false; ///< the node will do nothing more for it
    std::vector<FulfillmentLine> lines{};
    friend bool operator==(const Fulfillment&, const Fulfillment&) = default;
};

struct ShipmentLine {
    int lineNo = 0;
    Quantity quantity{};
    Quantity delivered{};
    Quantity posted{};
    Quantity invoiced{};
    Quantity lost{};
    friend bool operator==(const ShipmentLine&, const ShipmentLine&) = default;
};

/// A physical dispatch.
struct Shipment {
    int number = 0;         ///< 1, 2, …
    int fulfillment = 0;    ///< 0: from a node that had no fulfillment of this order
    std::string document{}; ///< the node's number of it
    std::string carrier{};
    std::string tracking{};
    Timestamp shippedAt{};
    std::optional<Timestamp> deliveredAt{};
    std::string status{}; ///< the carrier's last word, canonical: inTransit, delivered, refused, lost, …
    std::vector<ShipmentLine> lines{};
    friend bool operator==(const Shipment&, const Shipment&) = default;
};

/// A carrier's word about a parcel whose dispatch nobody has reported yet; it is booked with the dispatch.
struct EarlyParcel {
    std::string tracking{};
    ParcelStatus status = ParcelStatus::InTransit;
    Timestamp at{};
    friend bool operator==(const EarlyParcel&, const EarlyParcel&) = default;
};

/// Goods that came back with a parcel whose dispatch nobody has reported yet; they are booked with it.
struct EarlyReturn {
    std::string system{};
    std::string document{}; ///< the node's number of the return
    std::string tracking{};
    std::string reason{};
    Timestamp at{};
    std::vector<ReportLine> lines{}; ///< empty: all of the parcel
    friend bool operator==(const EarlyReturn&, const EarlyReturn&) = default;
};

struct InvoiceLine {
    int lineNo = 0;
    Quantity quantity{};
    friend bool operator==(const InvoiceLine&, const InvoiceLine&) = default;
};

struct Invoice {
    int number = 0;         ///< 1, 2, …
    std::string document{}; ///< the ERP's invoice number
    std::int64_t amountMinor = 0;
    std::vector<int> shipments{}; ///< those it covers; empty: billed before anything was shipped
    std::vector<InvoiceLine> lines{};
    friend bool operator==(const Invoice&, const Invoice&) = default;
};

/// What should come next, from whom, by when.
struct Expectation {
    int number = 0;
    int step = 0;         ///< the process step whose expectation it is
    int subject = 0;      ///< as of the effect
    std::string system{}; ///< who would tell
    Timestamp dueAt{};
    bool isOverdue = false; ///< an absence exception was opened
    friend bool operator==(const Expectation&, const Expectation&) = default;
};

/// One number that a partner uses for this order.
struct ExternalReference {
    std::string kind{}; ///< po, channelOrder, sale, allocation, booking, tracking, shipment, invoice, …
    std::string value{};
    std::string system{};
    int subject = 0; ///< fulfillment or shipment number it belongs to; 0: the order
    friend bool operator==(const ExternalReference&, const ExternalReference&) = default;
};

/// A step without a call that was taken.
struct TakenStep {
    int step = 0;    ///< index into the process
    int subject = 0; ///< as of an effect
    friend bool operator==(const TakenStep&, const TakenStep&) = default;
};

struct Hold {
    std::string kind{}; ///< credit, fraud, customer, operator
    std::string reason{};
    friend bool operator==(const Hold&, const Hold&) = default;
};

/// What taking back the steps of an order is for.
enum class CompensationGoal {
    Cancel, ///< what has not left is cancelled at the end
    Redo,   ///< a person mends the order, then the steps are taken anew
    Reduce, ///< fewer units are wanted: they are cancelled, then the steps are taken anew for the others
};

/// Steps are being taken back, the last one first (compensation.h).
struct Compensation {
    CompensationGoal goal = CompensationGoal::Redo;
    int fromStep = 0; ///< index: this step and what follows it
    int subject = 0;  ///< one fulfillment or shipment only; 0: all
    std::string reason{};
    Timestamp startedAt{};
    std::vector<int> kept{}; ///< effects that a person left as they are
    friend bool operator==(const Compensation&, const Compensation&) = default;
};

/// An invoice taken back, in whole or for goods that came back.
struct Credit {
    int invoice = 0;        ///< 0: none of ours is known for the goods
    int goods = 0;          ///< number of the return that it is for; 0: the invoice in whole
    std::string document{}; ///< the ERP's number of the credit note
    std::int64_t amountMinor = 0;
    Timestamp at{};
    friend bool operator==(const Credit&, const Credit&) = default;
};

/// Goods that came back.
struct Return {
    int number = 0; ///< 1, 2, …
    int shipment = 0;
    std::string document{};
    std::string reason{};
    Timestamp at{};
    std::vector<EffectLine> lines{};
    friend bool operator==(const Return&, const Return&) = default;
};

/// The state of an order: the fold of its facts by evolve() and nothing else.
struct Order {
    OrderId id{};
    int revision = 0;      ///< of the content; 0: nothing received yet
    int process = 0;       ///< definition id of the process version it follows
    int facts = 0;         ///< folded so far
    int lineChanges = 0;   ///< how often lines were added, or more or fewer of them ordered
    int statedChanges = 0; ///< how many of those the system that accepted the order was told of
    std::string orderNo{};
    std::string channel{};
    Currency currency{};
    int priority = 0;
    Timestamp receivedAt{};
    Timestamp promisedAt{}; ///< zero: none
    std::vector<TakenStep> takenSteps{};
    std::optional<Timestamp> validatedAt{};
    std::optional<Timestamp> acceptedAt{};
    std::optional<std::int64_t> taxMinor{};
    std::vector<OrderLine> lines{};
    std::vector<Fulfillment> fulfillments{};
    std::vector<Shipment> shipments{};
    std::vector<EarlyParcel> earlyParcels{};
    std::vector<EarlyReturn> earlyReturns{};
    std::vector<Invoice> invoices{};
    std::vector<Effect> effects{};
    std::vector<Expectation> expectations{};
    std::vector<OpenException> exceptions{}; ///< open ones only
    int exceptionsOpened = 0;                ///< in all; the last number given
    int expectationsSet = 0;
    std::vector<ExternalReference> references{};
    std::vector<Hold> holds{};
    std::vector<Credit> credits{};
    std::vector<Return> returns{};
    std::optional<Compensation> compensation{}; ///< under way, or stuck at a step that cannot be taken back

    friend bool operator==(const Order&, const Order&) = default;
};

/// Units of a fulfillment that are meant for or at the node, and not shipped.
Quantity unitsAtNode(const Fulfillment& fulfillment);
/// Units of a line that nodes were chosen for and have not promised.
Quantity plannedUnits(const Order& order, int lineNo);
/// Where a fulfillment stands, in one word: planned, allocated, released, shipped, or closed (nothing ever
/// left it).
std::string_view stateKey(const Fulfillment& fulfillment);

OrderLine* findLine(Order& order, int lineNo);
const OrderLine* findLine(const Order& order, int lineNo);
/// The highest number of a line; 0: there is none.
int lastLineNo(const Order& order);
Fulfillment* findFulfillment(Order& order, int number);
const Fulfillment* findFulfillment(const Order& order, int number);
Shipment* findShipment(Order& order, int number);
const Shipment* findShipment(const Order& order, int number);
Effect* findEffect(Order& order, int number);
const Effect* findEffect(const Order& order, int number);
Return* findReturn(Order& order, int number);
const Return* findReturn(const Order& order, int number);
/// The shipment that what came back had left with; 0: there is no such return.
int shipmentOfReturn(const Order& order, int number);
/// Whether that invoice was taken back in whole.
bool isCredited(const Order& order, int invoice);
/// Whether a call about the whole order names that line: one that nobody wants any more is named only where
/// it was accepted before.
bool isNamed(const Effect& effect, const OrderLine& line);
/// The invoice, not taken back, that billed that shipment; null: none.
const Invoice* invoiceFor(const Order& order, int shipment);
/// The first reference of that kind (of that subject, where not 0), or null.
const ExternalReference* findReference(const Order& order, std::string_view kind, int subject = 0);

/// Nothing is left to happen: every unit is delivered, cancelled, substituted or lost, every effect settled,
/// what was shipped is posted and invoiced. Open exceptions keep an order open.
bool isClosed(const Order& order);

/// The packed form that the store keeps, and its inverse (throws PackedFormError).
std::string packed(const Order& order);
Order unpackedOrder(std::string_view bytes);

} // namespace milepost
