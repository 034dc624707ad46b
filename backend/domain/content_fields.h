// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/canonical_order.h"

#include <functional>
#include <string>
#include <vector>

namespace milepost {

/// Until when a field of an order may be changed by a person.
enum class FieldLock {
    Identity,      ///< never: partners know the order by it
    Declared,      ///< never: the customer stated it
    Units,         ///< never: the ledger counts by it
    Quantity,      ///< as long as anything is left to come; what has left stays
    UntilAccepted, ///< until the order is accepted
    Item,          ///< until the order is accepted or units of the line have moved
    UntilPlanned,  ///< until nodes are chosen
    UntilBooked,   ///< until a carrier is booked
    UntilShipped,  ///< until goods have left (to that destination, where it is one's)
    Free,
};

/// One field of an order's content, as text.
struct ContentField {
    std::string path{}; ///< as EditableField::path
    FieldLock lock = FieldLock::Free;
    int lineNo = 0;       ///< of a line's field
    int destination = -1; ///< of the field of one of several destinations: its index
    bool isPerson = false;
    std::string expects{}; ///< what its text must be, for people; empty: any text
    std::function<std::string(const CanonicalOrder&)> read{};
    /// False: the text is no such value. Nothing for what is never changed.
    std::function<bool(CanonicalOrder&, const std::string&)> write{};
};

/// All fields of this content that are shown to a person, in the order in which they are shown. They fit this
/// content and its revisions only.
std::vector<ContentField> contentFields(const CanonicalOrder& content);

/// Whether a path is of a party: person data, which is kept nowhere but with the order.
bool isPersonPath(std::string_view path);

} // namespace milepost
