// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/contracts/render_scope.h"
#include "backend/core/money.h"
#include "backend/core/result.h"

#include <span>
#include <string>
#include <string_view>

namespace milepost {

/// What a canonical field belongs to. One element of a partner's array becomes one item of a scope.
enum class FieldScope {
    Order,
    Party,
    Allowance,
    Attribute,
    Line,
    LineAllowance,
    LineAttribute,
    LinePart,
    Report,
    ReportLine,
    ReportStock,
    Reply,
    ReplyLine,
    Request, ///< what only requests have: effect, fulfillment, shipment, references
};

/// How a field's text is written in JSON when no transform says otherwise.
enum class JsonType { Text, Number, Integer, Boolean };

/// Sets a field of an item from its text; returns what is wrong with the text, null: nothing.
using FieldSetter = const char* (*)(void* item, std::string_view text, Currency currency);
/// Appends the text of a field; false: it has none.
using FieldGetter = bool (*)(const RenderScope& scope, std::string_view argument, std::string& text);

/// One row of the catalogue.
struct CanonicalField {
    std::string_view name{}; ///< "order.number", "line.sku"; "*" at the end: any name, the getter's argument
    FieldScope scope = FieldScope::Order;
    JsonType type = JsonType::Text;
    FieldSetter set = nullptr; ///< null: not for incoming maps
    FieldGetter get = nullptr; ///< null: not for requests
};

/// All canonical fields that maps may name: the one table.
std::span<const CanonicalField> canonicalFields();

/// A field as a map names it: "party.billTo.name" is party.name of the role billTo, "attribute.gift" the
/// attribute of that name.
struct FieldName {
    const CanonicalField* field = nullptr;
    std::string argument{};
};

/// InvalidInput for a name that is in no row.
Result<FieldName> findField(std::string_view name);

} // namespace milepost
