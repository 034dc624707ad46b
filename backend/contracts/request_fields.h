// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/contracts/render_scope.h"

#include <string>
#include <string_view>

/// Getters of fields that are more than one member.
namespace milepost::access {

bool getAttribute(const RenderScope& scope, std::string_view name, std::string& text);
bool getLineAttribute(const RenderScope& scope, std::string_view name, std::string& text);
/// The newest reference of that kind that belongs to the request's fulfillment or shipment, else to the
/// order.
bool getReference(const RenderScope& scope, std::string_view kind, std::string& text);
bool getTraceparent(const RenderScope& scope, std::string_view argument, std::string& text);
bool getControl(const RenderScope& scope, std::string_view argument, std::string& text);
bool getAmount(const RenderScope& scope, std::string_view argument, std::string& text);
bool getLineAmount(const RenderScope& scope, std::string_view argument, std::string& text);
bool getLineIndex(const RenderScope& scope, std::string_view argument, std::string& text);
bool getLineCount(const RenderScope& scope, std::string_view argument, std::string& text);
bool getTotalQuantity(const RenderScope& scope, std::string_view argument, std::string& text);

} // namespace milepost::access
