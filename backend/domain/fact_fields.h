// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/fact.h"
#include "backend/domain/order_fields.h"

/// What packed facts consist of (core/packed.h).
namespace milepost {

inline constexpr int factVersion = 4;

template <typename V>
void fields(V& visit, OrderedLine& l)
{
    visit("lineNo", l.lineNo);
    visit("sku", l.sku);
    visit("quantity", l.quantity);
    visit("unitPrice", l.unitPrice);
}

template <typename V>
void fields(V& visit, OrderReceived& f)
{
    visit("process", f.process);
    visit("orderNo", f.orderNo);
    visit("channel", f.channel);
    visit("currency", f.currency);
    visit("priority", f.priority);
    visit("promisedAt", f.promisedAt);
    visit("lines", f.lines);
    visit("content", f.content);
    visit("raw", f.raw);
}

template <typename V>
void fields(V& visit, MessageNoted& f)
{
    visit("system", f.system);
    visit("messageId", f.messageId);
    visit("note", f.note);
    visit("payload", f.payload);
}

template <typename V>
void fields(V& visit, ReportReceived& f)
{
    visit("kind", f.kind);
    visit("system", f.system);
    visit("messageId", f.messageId);
    visit("statusWord", f.statusWord);
    visit("occurredAt", f.occurredAt);
    visit("payload", f.payload);
}

template <typename V>
void fields(V& visit, StepTaken& f)
{
    visit("step", f.step);
    visit("subject", f.subject);
}

template <typename V>
void fields(V&, Validated&)
{
}

template <typename V>
void fields(V& visit, Accepted& f)
{
    if (visit.version() >= 4) visit("lineChanges", f.lineChanges);
}

template <typename V>
void fields(V& visit, TaxStated& f)
{
    visit("taxMinor", f.taxMinor);
}

template <typename V>
void fields(V& visit, LinePriced& f)
{
    visit("lineNo", f.lineNo);
    visit("unitPrice", f.unitPrice);
}

template <typename V>
void fields(V& visit, FulfillmentPlanned& f)
{
    visit("number", f.number);
    visit("node", f.node);
    visit("destination", f.destination);
    visit("lines", f.lines);
}

template <typename V>
void fields(V& visit, UnitsMoved& f)
{
    visit("movement", f.movement);
    visit("fulfillment", f.fulfillment);
    if (visit.version() >= 3) visit("isTakenBack", f.isTakenBack);
}

template <typename V>
void fields(V& visit, UnitsRefused& f)
{
    visit("fulfillment", f.fulfillment);
    visit("lineNo", f.lineNo);
    visit("quantity", f.quantity);
}

template <typename V>
void fields(V& visit, FulfillmentClosed& f)
{
    visit("number", f.number);
}

template <typename V>
void fields(V& visit, CarrierBooked& f)
{
    visit("fulfillment", f.fulfillment);
    visit("carrier", f.carrier);
    visit("booking", f.booking);
}

template <typename V>
void fields(V& visit, ShipmentObserved& f)
{
    visit("number", f.number);
    visit("fulfillment", f.fulfillment);
    visit("document", f.document);
    visit("carrier", f.carrier);
    visit("tracking", f.tracking);
    visit("shippedAt", f.shippedAt);
    visit("lines", f.lines);
}

template <typename V>
void fields(V& visit, ParcelReported& f)
{
    visit("shipment", f.shipment);
    visit("status", f.status);
    visit("at", f.at);
}

template <typename V>
void fields(V& visit, ShipmentPosted& f)
{
    visit("shipment", f.shipment);
}

template <typename V>
void fields(V& visit, Invoiced& f)
{
    visit("number", f.number);
    visit("document", f.document);
    visit("amountMinor", f.amountMinor);
    visit("shipments", f.shipments);
    visit("lines", f.lines);
}

template <typename V>
void fields(V& visit, ReferenceLearned& f)
{
    visit("reference", f.reference);
}

template <typename V>
void fields(V& visit, EffectDecided& f)
{
    visit("number", f.number);
    visit("step", f.step);
    visit("definition", f.definition);
    visit("subject", f.subject);
    visit("revision", f.revision);
    visit("control", f.control);
    visit("knowsCarrier", f.knowsCarrier);
    visit("lines", f.lines);
    if (visit.version() >= 3) visit("undoes", f.undoes);
}

template <typename V>
void fields(V& visit, EffectStarted& f)
{
    visit("effect", f.effect);
    visit("attempt", f.attempt);
}

template <typename V>
void fields(V& visit, AttemptEnded& f)
{
    visit("effect", f.effect);
    visit("attempt", f.attempt);
    visit("outcome", f.outcome);
    visit("code", f.code);
    visit("message", f.message);
    visit("document", f.document);
    visit("payload", f.payload);
    visit("nextAt", f.nextAt);
    visit("needsPerson", f.needsPerson);
    visit("isFree", f.isFree);
    visit("isEvidence", f.isEvidence);
}

template <typename V>
void fields(V& visit, LookupStarted& f)
{
    visit("effect", f.effect);
}

template <typename V>
void fields(V& visit, LookupEnded& f)
{
    visit("effect", f.effect);
    visit("outcome", f.outcome);
    visit("code", f.code);
    visit("document", f.document);
    visit("payload", f.payload);
    visit("counts", f.counts);
    visit("nextAt", f.nextAt);
    visit("repeat", f.repeat);
    visit("needsPerson", f.needsPerson);
    visit("isFree", f.isFree);
}

template <typename V>
void fields(V& visit, EffectAcknowledged& f)
{
    visit("effect", f.effect);
}

template <typename V>
void fields(V& visit, EffectSettled& f)
{
    visit("effect", f.effect);
    visit("state", f.state);
    if (visit.version() >= 3) visit("document", f.document);
}

template <typename V>
void fields(V& visit, EffectRetried& f)
{
    visit("effect", f.effect);
    visit("newRevision", f.newRevision);
}

template <typename V>
void fields(V& visit, ExpectationSet& f)
{
    visit("number", f.number);
    visit("step", f.step);
    visit("subject", f.subject);
    visit("system", f.system);
    visit("dueAt", f.dueAt);
}

template <typename V>
void fields(V& visit, ExpectationEnded& f)
{
    visit("number", f.number);
}

template <typename V>
void fields(V& visit, ExpectationOverdue& f)
{
    visit("number", f.number);
}

template <typename V>
void fields(V& visit, ExceptionOpened& f)
{
    visit("exception", f.exception);
}

template <typename V>
void fields(V& visit, ExceptionClosed& f)
{
    visit("number", f.number);
    visit("how", f.how);
}

template <typename V>
void fields(V& visit, HoldPlaced& f)
{
    visit("hold", f.hold);
}

template <typename V>
void fields(V& visit, HoldLifted& f)
{
    visit("kind", f.kind);
}

template <typename V>
void fields(V& visit, ActionTaken& f)
{
    visit("action", f.action);
    visit("actor", f.actor);
    visit("reason", f.reason);
}

template <typename V>
void fields(V& visit, InputFailed& f)
{
    visit("what", f.what);
    visit("payload", f.payload);
}

template <typename V>
void fields(V& visit, ParcelForetold& f)
{
    visit("parcel", f.parcel);
}

template <typename V>
void fields(V& visit, ReturnForetold& f)
{
    visit("goods", f.goods);
}

template <typename V>
void fields(V& visit, EffectHandedOver& f)
{
    visit("effect", f.effect);
}

template <typename V>
void fields(V& visit, RevisedLine& l)
{
    visit("lineNo", l.lineNo);
    visit("sku", l.sku);
    visit("unitPrice", l.unitPrice);
}

template <typename V>
void fields(V& visit, OrderRevised& f) // came with version 2
{
    visit("revision", f.revision);
    visit("priority", f.priority);
    visit("promisedAt", f.promisedAt);
    visit("lines", f.lines);
    visit("content", f.content);
    visit("changed", f.changed);
}

template <typename V>
void fields(V& visit, CompensationStarted& f)
{
    visit("compensation", f.compensation);
}

template <typename V>
void fields(V& visit, StepUndone& f)
{
    visit("effect", f.effect);
    visit("isKept", f.isKept);
    visit("booking", f.booking);
}

template <typename V>
void fields(V&, CompensationEnded&)
{
}

template <typename V>
void fields(V& visit, Credited& f)
{
    visit("credit", f.credit);
}

template <typename V>
void fields(V& visit, GoodsReturned& f)
{
    visit("goods", f.goods);
}

template <typename V>
void fields(V& visit, AddedLine& l)
{
    visit("lineNo", l.lineNo);
    visit("parentLineNo", l.parentLineNo);
    visit("sku", l.sku);
    visit("quantity", l.quantity);
    visit("perParentUnit", l.perParentUnit);
    visit("unitPrice", l.unitPrice);
}

template <typename V>
void fields(V& visit, LinesChanged& f) // came with version 4, as do the two below
{
    visit("added", f.added);
    visit("more", f.more);
    visit("fewer", f.fewer);
}

template <typename V>
void fields(V& visit, LinesStated& f)
{
    visit("lineChanges", f.lineChanges);
}

template <typename V>
void fields(V& visit, UnwantedLeft& f)
{
    visit("lineNo", f.lineNo);
    visit("quantity", f.quantity);
}

} // namespace milepost
