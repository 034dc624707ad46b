// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaType>
#include <QString>

#include "backend/service/views.h"

#include <cstdint>

namespace milepost {

/// Somewhere in the console that a page can ask to be taken to.
struct Place {
    enum class Page { Overview, Orders, Order, Exceptions, Systems, Activity, Inventory, Policies };

    Page page = Page::Overview;
    OrderFilter orders{};         ///< of Orders
    QString orderNo{};            ///< of Order
    ExceptionFilter exceptions{}; ///< of Exceptions
    std::int64_t exception = 0;   ///< of Exceptions: the one to open; 0: none
    QString system{};             ///< of Systems: the one to select
};

} // namespace milepost

Q_DECLARE_METATYPE(milepost::Place)
