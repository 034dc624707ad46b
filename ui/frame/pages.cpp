// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/pages.h"

#include "ui/activity/activity_page.h"
#include "ui/exceptions/exceptions_page.h"
#include "ui/inventory/inventory_page.h"
#include "ui/orders/orders_page.h"
#include "ui/overview/overview_page.h"
#include "ui/policies/policies_page.h"
#include "ui/systems/systems_page.h"

namespace milepost {

std::vector<FramePage> makePages(const ConsoleContext& context, QWidget* parent)
{
    return {
        {Place::Page::Overview, new OverviewPage(context, parent)},
        {Place::Page::Orders, new OrdersPage(context, parent)},
        {Place::Page::Exceptions, new ExceptionsPage(context, parent)},
        {Place::Page::Systems, new SystemsPage(context, parent)},
        {Place::Page::Activity, new ActivityPage(context, parent)},
        {Place::Page::Inventory, new InventoryPage(context, parent)},
        {Place::Page::Policies, new PoliciesPage(context, parent)},
    };
}

} // namespace milepost
