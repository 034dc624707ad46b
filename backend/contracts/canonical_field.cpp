// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/contracts/canonical_field.h"

#include "backend/contracts/field_access.h"
#include "backend/contracts/request_fields.h"

#include <algorithm>
#include <array>

namespace milepost {
namespace {

using namespace access;
using enum FieldScope;
using enum JsonType;

template <auto member>
constexpr CanonicalField both(std::string_view name, FieldScope scope, JsonType type = Text)
{
    return {name, scope, type, put<member>, get<member>};
}

template <auto member>
constexpr CanonicalField money(std::string_view name, FieldScope scope)
{
    return {name, scope, Text, putMoney<member>, getMoney<member>};
}

template <auto member>
constexpr CanonicalField incoming(std::string_view name, FieldScope scope, JsonType type = Text)
{
    return {name, scope, type, put<member>, nullptr};
}

template <auto member>
constexpr CanonicalField outgoing(std::string_view name, FieldScope scope, JsonType type = Text)
{
    return {name, scope, type, nullptr, get<member>};
}

constexpr auto getPlacedAt = get<&CanonicalOrder::placedAt>;

constexpr std::array catalogue{
    both<&CanonicalOrder::number>("order.number", Order),
    both<&CanonicalOrder::channelOrderId>("order.channelOrderId", Order),
    both<&CanonicalOrder::sender>("order.sender", Order),
    both<&CanonicalOrder::releaseNo>("order.releaseNo", Order),
    both<&CanonicalOrder::purpose>("order.purpose", Order),
    both<&CanonicalOrder::version>("order.version", Order),
    both<&CanonicalOrder::customerNo>("order.customerNo", Order),
    both<&CanonicalOrder::currency>("order.currency", Order),
    CanonicalField{"order.placedAt", Order, Text, put<&CanonicalOrder::placedAt>, getPlacedAt},
    both<&CanonicalOrder::requestedAt>("order.requestedAt", Order),
    both<&CanonicalOrder::promisedAt>("order.promisedAt", Order),
    both<&CanonicalOrder::cancelAfter>("order.cancelAfter", Order),
    both<&CanonicalOrder::priority>("order.priority", Order, Integer),
    both<&CanonicalOrder::service>("order.service", Order),
    both<&CanonicalOrder::isPaid>("order.isPaid", Order, Boolean),
    money<&CanonicalOrder::totalMinor>("order.total", Order),
    money<&CanonicalOrder::taxMinor>("order.tax", Order),
    both<&CanonicalOrder::note>("order.note", Order),
    both<&PaymentTerms::code>("terms.code", Order),
    both<&PaymentTerms::text>("terms.text", Order),
    both<&PaymentTerms::netDays>("terms.netDays", Order, Integer),
    both<&PaymentTerms::discountDays>("terms.discountDays", Order, Integer),
    CanonicalField{"terms.discountPercent", Order, Number, putMicro<&PaymentTerms::discountMicro>,
                   getMicro<&PaymentTerms::discountMicro>},
    both<&CustomerRules::shipComplete>("rules.shipComplete", Order, Boolean),
    both<&CustomerRules::preferredNode>("rules.preferredNode", Order),
    both<&CustomerRules::preferredCarrier>("rules.preferredCarrier", Order),
    both<&CustomerRules::noSubstitution>("rules.noSubstitution", Order, Boolean),

    both<&Party::role>("party.role", FieldScope::Party),
    both<&Party::idQualifier>("party.idQualifier", FieldScope::Party),
    both<&Party::id>("party.id", FieldScope::Party),
    both<&Party::name>("party.name", FieldScope::Party),
    both<&Party::company>("party.company", FieldScope::Party),
    both<&Party::line1>("party.line1", FieldScope::Party),
    both<&Party::line2>("party.line2", FieldScope::Party),
    both<&Party::city>("party.city", FieldScope::Party),
    both<&Party::region>("party.region", FieldScope::Party),
    both<&Party::postalCode>("party.postalCode", FieldScope::Party),
    both<&Party::country>("party.country", FieldScope::Party),
    both<&Party::phone>("party.phone", FieldScope::Party),
    both<&Party::email>("party.email", FieldScope::Party),

    incoming<&Allowance::isCharge>("allowance.isCharge", FieldScope::Allowance, Boolean),
    incoming<&Allowance::code>("allowance.code", FieldScope::Allowance),
    incoming<&Allowance::text>("allowance.text", FieldScope::Allowance),
    CanonicalField{"allowance.amount", FieldScope::Allowance, Text, putMoney<&Allowance::amountMinor>,
                   nullptr},
    incoming<&Attribute::name>("attribute.name", FieldScope::Attribute),
    incoming<&Attribute::value>("attribute.value", FieldScope::Attribute),
    CanonicalField{"attribute.*", FieldScope::Attribute, Text, put<&Attribute::value>, getAttribute},

    CanonicalField{"line.lineNo", Line, Integer, put<&CanonicalLine::lineNo>, get<&RequestLine::lineNo>},
    CanonicalField{"line.sku", Line, Text, put<&CanonicalLine::sku>, get<&RequestLine::sku>},
    CanonicalField{"line.quantity", Line, Number, put<&CanonicalLine::quantity>, get<&RequestLine::quantity>},
    CanonicalField{"line.unitPrice", Line, Text, put<&CanonicalLine::unitPrice>,
                   get<&RequestLine::unitPrice>},
    CanonicalField{"line.unit", Line, Text, put<&CanonicalLine::unit>, get<&RequestLine::unit>},
    both<&CanonicalLine::partnerSku>("line.partnerSku", Line),
    both<&CanonicalLine::partnerLineId>("line.partnerLineId", Line),
    both<&CanonicalLine::description>("line.description", Line),
    both<&CanonicalLine::unitToBase>("line.unitToBase", Line),
    both<&CanonicalLine::requestedAt>("line.requestedAt", Line),
    incoming<&CanonicalLine::substitution>("line.substitution", Line),
    incoming<&CanonicalLine::isDropped>("line.isDropped", Line, Boolean),
    outgoing<&CanonicalLine::quantity>("line.ordered", Line, Number),
    CanonicalField{"line.amount", Line, Text, nullptr, getLineAmount},
    CanonicalField{"line.index", Line, Integer, nullptr, getLineIndex},
    incoming<&Allowance::isCharge>("line.allowance.isCharge", LineAllowance, Boolean),
    incoming<&Allowance::code>("line.allowance.code", LineAllowance),
    incoming<&Allowance::text>("line.allowance.text", LineAllowance),
    CanonicalField{"line.allowance.amount", LineAllowance, Text, putMoney<&Allowance::amountMinor>, nullptr},
    incoming<&Attribute::name>("line.attribute.name", LineAttribute),
    incoming<&Attribute::value>("line.attribute.value", LineAttribute),
    CanonicalField{"line.attribute.*", LineAttribute, Text, put<&Attribute::value>, getLineAttribute},
    incoming<&PartDraft::destination>("line.part.destination", LinePart),
    incoming<&PartDraft::quantity>("line.part.quantity", LinePart, Number),

    incoming<&milepost::Report::reference>("report.reference", FieldScope::Report),
    incoming<&milepost::Report::document>("report.document", FieldScope::Report),
    incoming<&milepost::Report::tracking>("report.tracking", FieldScope::Report),
    incoming<&milepost::Report::carrier>("report.carrier", FieldScope::Report),
    incoming<&milepost::Report::statusWord>("report.status", FieldScope::Report),
    incoming<&milepost::Report::occurredAt>("report.occurredAt", FieldScope::Report),
    incoming<&milepost::ReportLine::lineNo>("report.line.lineNo", FieldScope::ReportLine, Integer),
    incoming<&milepost::ReportLine::sku>("report.line.sku", FieldScope::ReportLine),
    incoming<&milepost::ReportLine::quantity>("report.line.quantity", FieldScope::ReportLine, Number),
    incoming<&milepost::ReportLine::reason>("report.line.reason", FieldScope::ReportLine),
    incoming<&StockFigure::node>("report.stock.node", ReportStock),
    incoming<&StockFigure::sku>("report.stock.sku", ReportStock),
    incoming<&StockFigure::onHand>("report.stock.onHand", ReportStock, Number),

    incoming<&milepost::Reply::code>("reply.code", FieldScope::Reply),
    incoming<&milepost::Reply::message>("reply.message", FieldScope::Reply),
    incoming<&milepost::Reply::document>("reply.document", FieldScope::Reply),
    incoming<&milepost::Reply::carrier>("reply.carrier", FieldScope::Reply),
    incoming<&milepost::Reply::tracking>("reply.tracking", FieldScope::Reply),
    incoming<&ReplyDraft::currency>("reply.currency", FieldScope::Reply),
    CanonicalField{"reply.amount", FieldScope::Reply, Text, putMoney<&milepost::Reply::amountMinor>, nullptr},
    incoming<&milepost::Reply::state>("reply.state", FieldScope::Reply),
    CanonicalField{"reply.tax", FieldScope::Reply, Text, putMoney<&milepost::Reply::taxMinor>, nullptr},
    incoming<&milepost::ReplyLine::lineNo>("reply.line.lineNo", FieldScope::ReplyLine, Integer),
    incoming<&milepost::ReplyLine::sku>("reply.line.sku", FieldScope::ReplyLine),
    incoming<&milepost::ReplyLine::quantity>("reply.line.quantity", FieldScope::ReplyLine, Number),
    incoming<&milepost::ReplyLine::unitPrice>("reply.line.unitPrice", FieldScope::ReplyLine),

    outgoing<&CanonicalOrder::channel>("order.channel", Request),
    outgoing<&RequestView::orderNo>("order.orderNo", Request),
    outgoing<&RequestView::key>("effect.key", Request),
    outgoing<&RequestView::correlationId>("effect.correlationId", Request),
    outgoing<&RequestView::step>("effect.step", Request),
    outgoing<&RequestView::capability>("effect.capability", Request),
    outgoing<&RequestView::undoneKey>("undone.key", Request),
    outgoing<&RequestView::undoneDocument>("undone.document", Request),
    outgoing<&RequestView::returnDocument>("return.document", Request),
    outgoing<&RequestView::invoiceDocument>("invoice.document", Request),
    outgoing<&RequestView::decidedAt>("effect.decidedAt", Request),
    CanonicalField{"effect.traceparent", Request, Text, nullptr, getTraceparent},
    CanonicalField{"effect.control", Request, Integer, nullptr, getControl},
    CanonicalField{"effect.amount", Request, Text, nullptr, getAmount},
    CanonicalField{"effect.lineCount", Request, Integer, nullptr, getLineCount},
    CanonicalField{"effect.quantity", Request, Number, nullptr, getTotalQuantity},
    outgoing<&RequestView::fulfillmentRef>("fulfillment.reference", Request),
    outgoing<&RequestView::node>("fulfillment.node", Request),
    outgoing<&RequestView::booking>("fulfillment.booking", Request),
    outgoing<&RequestView::shipmentRef>("shipment.reference", Request),
    outgoing<&RequestView::shipmentDocument>("shipment.document", Request),
    outgoing<&RequestView::carrier>("shipment.carrier", Request),
    outgoing<&RequestView::tracking>("shipment.tracking", Request),
    CanonicalField{"reference.*", Request, Text, nullptr, getReference},
};

const CanonicalField* rowOf(std::string_view name)
{
    const auto at = std::ranges::find(catalogue, name, &CanonicalField::name);
    return at == catalogue.end() ? nullptr : &*at;
}

/// "<prefix><argument>" of a row "<prefix>*".
FieldName openRow(std::string_view name)
{
    for (const CanonicalField& field : catalogue) {
        if (!field.name.ends_with('*')) continue;
        const std::string_view before = field.name.substr(0, field.name.size() - 1);
        if (name.starts_with(before) && name.size() > before.size())
            return {&field, std::string(name.substr(before.size()))};
    }
    return {};
}

/// "party.<role>.<field>" ("shipTo.<field>" for short) and "allowance.<label>.<field>".
FieldName namedItem(std::string_view name)
{
    if (name.starts_with("shipTo.")) return {rowOf("party." + std::string(name.substr(7))), "shipTo"};
    const auto dot = name.rfind('.');
    for (const std::string_view scope : {"party", "allowance"}) {
        if (!name.starts_with(scope) || dot == std::string_view::npos || dot <= scope.size() + 1) continue;
        const std::string field = std::string(scope) + std::string(name.substr(dot));
        return {rowOf(field), std::string(name.substr(scope.size() + 1, dot - scope.size() - 1))};
    }
    return {};
}

} // namespace

std::span<const CanonicalField> canonicalFields()
{
    return catalogue;
}

Result<FieldName> findField(std::string_view name)
{
    if (const CanonicalField* field = rowOf(name)) {
        if (!field->name.ends_with('*')) return FieldName{field, {}};
    }
    FieldName found = namedItem(name);
    if (found.field == nullptr) found = openRow(name);
    if (found.field != nullptr) return found;
    return Error{ErrorKind::InvalidInput, "there is no canonical field \"" + std::string(name) + "\"", {}};
}

} // namespace milepost
