// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace milepost {

/// A new value for one field of an order (EditableField::path), as text.
struct FieldEdit {
    std::string path{};
    std::string value{};
    friend bool operator==(const FieldEdit&, const FieldEdit&) = default;
};

/// What an edit changes.
struct FieldChange {
    std::string path{};
    std::string before{};
    std::string after{};
    friend bool operator==(const FieldChange&, const FieldChange&) = default;
};

/// A value of the order that a person may change before a retry.
struct EditableField {
    std::string path{}; ///< JSON-Pointer-like: "/shipTo/postalCode", "/lines/2/sku" (2: the line's number)
    std::string value{};
    std::string lockedBy{}; ///< why it may not be changed; empty: it may
};

} // namespace milepost
