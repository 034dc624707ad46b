// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/canonical_order.h"

#include <string_view>

/// Changes that state only what is to be different, as an X12 860 does. Pure.
namespace milepost {

/// CanonicalOrder::purpose of such a statement, of one that names all lines that are still wanted (X12 BCH01
/// 05), and of one that wants the order no more.
inline constexpr std::string_view amendmentPurpose = "amend";
inline constexpr std::string_view replacementPurpose = "replace";
inline constexpr std::string_view cancelPurpose = "cancel";

inline bool isAmendment(const CanonicalOrder& order)
{
    return order.purpose == amendmentPurpose || order.purpose == replacementPurpose;
}

/// Whether the message is an order by itself, and not only about one that came before.
inline bool isWhole(const CanonicalOrder& order)
{
    return !isAmendment(order) && !(order.purpose == cancelPurpose && order.lines.empty());
}

/// The order that was stated, with what the amendment says put over it. What it leaves empty stays, and so do
/// lines that it does not name, where it replaces no lines; units of a line are what it says they are now
/// (X12 POC03).
CanonicalOrder amended(CanonicalOrder stated, const CanonicalOrder& amendment);

} // namespace milepost
