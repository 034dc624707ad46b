// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/pages.h"

namespace milepost {

std::vector<FramePage> makePages(const ConsoleContext& context, QWidget* parent)
{
    (void)context;
    (void)parent;
    return {
        // One line a page, in this order: Overview, Orders (also opens Place::Page::Order), Exceptions,
        // Systems, Activity. For example:
        // {Place::Page::Orders, new OrdersPage(context, parent)},
    };
}

} // namespace milepost
