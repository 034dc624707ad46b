// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/order.h"

/// What a packed order state consists of (core/packed.h).
namespace milepost {

inline constexpr int orderStateVersion = 5;

template <typename V>
void fields(V& visit, OrderLine& l)
{
    visit("lineNo", l.lineNo);
    visit("parentLineNo", l.parentLineNo);
    visit("sku", l.sku);
    visit("perParentUnit", l.perParentUnit);
    visit("unitPrice", l.unitPrice);
    visit("ledger", l.ledger);
    if (visit.version() >= 4) visit("unwanted", l.unwanted);
}

template <typename V>
void fields(V& visit, FulfillmentLine& l)
{
    visit("lineNo", l.lineNo);
    visit("planned", l.planned);
    visit("allocated", l.allocated);
    visit("released", l.released);
    visit("shipped", l.shipped);
    visit("refused", l.refused);
    visit("refusedAt", l.refusedAt);
}

template <typename V>
void fields(V& visit, Fulfillment& f)
{
    visit("number", f.number);
    visit("node", f.node);
    visit("destination", f.destination);
    visit("plannedAt", f.plannedAt);
    visit("carrier", f.carrier);
    visit("booking", f.booking);
    visit("isClosed", f.isClosed);
    visit("lines", f.lines);
}

template <typename V>
void fields(V& visit, ShipmentLine& l)
{
    visit("lineNo", l.lineNo);
    visit("quantity", l.quantity);
    visit("delivered", l.delivered);
    visit("posted", l.posted);
    visit("invoiced", l.invoiced);
    visit("lost", l.lost);
}

template <typename V>
void fields(V& visit, Shipment& s)
{
    visit("number", s.number);
    visit("fulfillment", s.fulfillment);
    visit("document", s.document);
    visit("carrier", s.carrier);
    visit("tracking", s.tracking);
    visit("shippedAt", s.shippedAt);
    visit("deliveredAt", s.deliveredAt);
    visit("status", s.status);
    visit("lines", s.lines);
}

template <typename V>
void fields(V& visit, EarlyParcel& p)
{
    visit("tracking", p.tracking);
    visit("status", p.status);
    visit("at", p.at);
}

template <typename V>
void fields(V& visit, ReportLine& l)
{
    visit("lineNo", l.lineNo);
    visit("sku", l.sku);
    visit("quantity", l.quantity);
    visit("reason", l.reason);
}

template <typename V>
void fields(V& visit, EarlyReturn& r)
{
    visit("system", r.system);
    visit("document", r.document);
    visit("tracking", r.tracking);
    visit("reason", r.reason);
    visit("at", r.at);
    visit("lines", r.lines);
}

template <typename V>
void fields(V& visit, InvoiceLine& l)
{
    visit("lineNo", l.lineNo);
    visit("quantity", l.quantity);
}

template <typename V>
void fields(V& visit, Invoice& i)
{
    visit("number", i.number);
    visit("document", i.document);
    visit("amountMinor", i.amountMinor);
    visit("shipments", i.shipments);
    visit("lines", i.lines);
}

template <typename V>
void fields(V& visit, Expectation& e)
{
    visit("number", e.number);
    visit("step", e.step);
    visit("subject", e.subject);
    visit("system", e.system);
    visit("dueAt", e.dueAt);
    visit("isOverdue", e.isOverdue);
}

template <typename V>
void fields(V& visit, ExternalReference& r)
{
    visit("kind", r.kind);
    visit("value", r.value);
    visit("system", r.system);
    visit("subject", r.subject);
}

template <typename V>
void fields(V& visit, TakenStep& s)
{
    visit("step", s.step);
    visit("subject", s.subject);
}

template <typename V>
void fields(V& visit, Hold& h)
{
    visit("kind", h.kind);
    visit("reason", h.reason);
}

template <typename V>
void fields(V& visit, Compensation& c)
{
    visit("goal", c.goal);
    visit("fromStep", c.fromStep);
    visit("subject", c.subject);
    visit("reason", c.reason);
    visit("startedAt", c.startedAt);
    visit("kept", c.kept);
}

template <typename V>
void fields(V& visit, Credit& c)
{
    visit("invoice", c.invoice);
    visit("document", c.document);
    visit("amountMinor", c.amountMinor);
    visit("at", c.at);
    if (visit.version() >= 4) visit("goods", c.goods);
}

template <typename V>
void fields(V& visit, Return& r)
{
    visit("shipment", r.shipment);
    visit("document", r.document);
    visit("reason", r.reason);
    visit("at", r.at);
    visit("lines", r.lines);
    if (visit.version() >= 4) visit("number", r.number);
}

template <typename V>
void fields(V& visit, Order& o)
{
    visit("id", o.id);
    visit("revision", o.revision);
    visit("process", o.process);
    visit("facts", o.facts);
    visit("orderNo", o.orderNo);
    visit("channel", o.channel);
    visit("currency", o.currency);
    visit("priority", o.priority);
    visit("receivedAt", o.receivedAt);
    visit("promisedAt", o.promisedAt);
    visit("takenSteps", o.takenSteps);
    visit("validatedAt", o.validatedAt);
    visit("acceptedAt", o.acceptedAt);
    visit("taxMinor", o.taxMinor);
    visit("lines", o.lines);
    visit("fulfillments", o.fulfillments);
    visit("shipments", o.shipments);
    visit("earlyParcels", o.earlyParcels);
    visit("invoices", o.invoices);
    visit("effects", o.effects);
    visit("expectations", o.expectations);
    visit("exceptions", o.exceptions);
    visit("exceptionsOpened", o.exceptionsOpened);
    visit("expectationsSet", o.expectationsSet);
    visit("references", o.references);
    visit("holds", o.holds);
    if (visit.version() < 3) return;
    visit("credits", o.credits);
    visit("returns", o.returns);
    visit("compensation", o.compensation);
    if (visit.version() < 4) return;
    visit("lineChanges", o.lineChanges);
    visit("statedChanges", o.statedChanges);
    if (visit.version() < 5) return;
    visit("earlyReturns", o.earlyReturns);
}

} // namespace milepost
