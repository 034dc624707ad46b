// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QString>

#include <string_view>

namespace milepost {

/// What people call the fields of an order.
class FieldWords {
    Q_DECLARE_TR_FUNCTIONS(FieldWords)

public:
    /// "/shipTo/postalCode": "Ship to: postal code"; "/lines/2/quantity": "Line 2: quantity". A segment that
    /// is not known is shown as it is.
    static QString path(std::string_view path);
};

} // namespace milepost
