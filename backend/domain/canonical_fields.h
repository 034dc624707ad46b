// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/canonical_order.h"

/// What a packed canonical order consists of (core/packed.h). Parties are not visited: person data is packed
/// on its own, see store.
namespace milepost {

inline constexpr int canonicalOrderVersion = 2;

template <typename V>
void fields(V& visit, Attribute& a)
{
    visit("name", a.name);
    visit("value", a.value);
}

template <typename V>
void fields(V& visit, Allowance& a)
{
    visit("isCharge", a.isCharge);
    visit("code", a.code);
    visit("text", a.text);
    visit("amountMinor", a.amountMinor);
}

template <typename V>
void fields(V& visit, Party& p)
{
    visit("role", p.role);
    visit("idQualifier", p.idQualifier);
    visit("id", p.id);
    visit("name", p.name);
    visit("company", p.company);
    visit("line1", p.line1);
    visit("line2", p.line2);
    visit("city", p.city);
    visit("region", p.region);
    visit("postalCode", p.postalCode);
    visit("country", p.country);
    visit("phone", p.phone);
    visit("email", p.email);
}

template <typename V>
void fields(V& visit, DestinationPart& p)
{
    visit("destination", p.destination);
    visit("quantity", p.quantity);
}

template <typename V>
void fields(V& visit, CanonicalLine& l)
{
    visit("lineNo", l.lineNo);
    visit("sku", l.sku);
    visit("partnerSku", l.partnerSku);
    visit("partnerLineId", l.partnerLineId);
    visit("description", l.description);
    visit("quantity", l.quantity);
    visit("unit", l.unit);
    visit("unitToBase", l.unitToBase);
    visit("unitPrice", l.unitPrice);
    visit("substitution", l.substitution);
    visit("requestedAt", l.requestedAt);
    visit("attributes", l.attributes);
    visit("allowances", l.allowances);
    visit("parts", l.parts);
    if (visit.version() >= 2) visit("isDropped", l.isDropped);
}

template <typename V>
void fields(V& visit, CustomerRules& r)
{
    visit("shipComplete", r.shipComplete);
    visit("preferredNode", r.preferredNode);
    visit("preferredCarrier", r.preferredCarrier);
    visit("noSubstitution", r.noSubstitution);
}

template <typename V>
void fields(V& visit, PaymentTerms& t)
{
    visit("code", t.code);
    visit("text", t.text);
    visit("netDays", t.netDays);
    visit("discountDays", t.discountDays);
    visit("discountMicro", t.discountMicro);
}

template <typename V>
void fields(V& visit, CanonicalOrder& o)
{
    visit("orderNo", o.orderNo);
    visit("channel", o.channel);
    visit("sender", o.sender);
    visit("channelOrderId", o.channelOrderId);
    visit("number", o.number);
    visit("releaseNo", o.releaseNo);
    visit("purpose", o.purpose);
    visit("version", o.version);
    visit("customerNo", o.customerNo);
    visit("currency", o.currency);
    visit("placedAt", o.placedAt);
    visit("requestedAt", o.requestedAt);
    visit("promisedAt", o.promisedAt);
    visit("cancelAfter", o.cancelAfter);
    visit("priority", o.priority);
    visit("terms", o.terms);
    visit("service", o.service);
    visit("isPaid", o.isPaid);
    visit("totalMinor", o.totalMinor);
    visit("taxMinor", o.taxMinor);
    visit("note", o.note);
    visit("rules", o.rules);
    visit("allowances", o.allowances);
    visit("attributes", o.attributes);
    visit("destinations", o.destinations);
    visit("lines", o.lines);
}

} // namespace milepost
