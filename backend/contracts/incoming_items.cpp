// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/contracts/incoming_group.h"
#include "backend/contracts/order_draft.h"

#include <utility>

namespace milepost {
namespace {

template <typename T>
T* added(std::vector<T>& items)
{
    return &items.emplace_back();
}

CanonicalOrder& orderOf(void* parent)
{
    return static_cast<OrderDraft*>(parent)->order;
}

CanonicalLine& lineOf(void* parent)
{
    return static_cast<LineDraft*>(parent)->line;
}

void* addAttribute(std::vector<Attribute>& attributes, const std::string& name)
{
    Attribute* attribute = added(attributes);
    attribute->name = name;
    return attribute;
}

void* addParty(CanonicalOrder& order, const std::string& role)
{
    Party* party = added(order.parties);
    party->role = role;
    return party;
}

} // namespace

void* addItem(FieldScope scope, const std::string& name, void* parent)
{
    switch (scope) {
    case FieldScope::Party: return addParty(orderOf(parent), name);
    case FieldScope::Allowance: return added(orderOf(parent).allowances);
    case FieldScope::Attribute: return addAttribute(orderOf(parent).attributes, name);
    case FieldScope::Line: return added(static_cast<OrderDraft*>(parent)->lines);
    case FieldScope::LineAllowance: return added(lineOf(parent).allowances);
    case FieldScope::LineAttribute: return addAttribute(lineOf(parent).attributes, name);
    case FieldScope::LinePart: return added(static_cast<LineDraft*>(parent)->parts);
    case FieldScope::ReportLine: return added(static_cast<Report*>(parent)->lines);
    case FieldScope::ReportStock: return added(static_cast<Report*>(parent)->stock);
    case FieldScope::ReplyLine: return added(static_cast<ReplyDraft*>(parent)->reply.lines);
    case FieldScope::Order:
    case FieldScope::Report:
    case FieldScope::Reply:
    case FieldScope::Request: break;
    }
    return parent;
}

void removeLastItem(FieldScope scope, void* parent)
{
    switch (scope) {
    case FieldScope::Party: orderOf(parent).parties.pop_back(); return;
    case FieldScope::Allowance: orderOf(parent).allowances.pop_back(); return;
    case FieldScope::Attribute: orderOf(parent).attributes.pop_back(); return;
    case FieldScope::Line: static_cast<OrderDraft*>(parent)->lines.pop_back(); return;
    case FieldScope::LineAllowance: lineOf(parent).allowances.pop_back(); return;
    case FieldScope::LineAttribute: lineOf(parent).attributes.pop_back(); return;
    case FieldScope::LinePart: static_cast<LineDraft*>(parent)->parts.pop_back(); return;
    case FieldScope::ReportLine: static_cast<Report*>(parent)->lines.pop_back(); return;
    case FieldScope::ReportStock: static_cast<Report*>(parent)->stock.pop_back(); return;
    case FieldScope::ReplyLine: static_cast<ReplyDraft*>(parent)->reply.lines.pop_back(); return;
    case FieldScope::Order:
    case FieldScope::Report:
    case FieldScope::Reply:
    case FieldScope::Request: return;
    }
}

} // namespace milepost
