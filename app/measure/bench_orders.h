// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace milepost {

/// Shopify-shaped orders of about 3 kB with three lines, numbered PREFIX-000000 on. The same prefix gives the
/// same orders.
std::vector<std::string> benchOrders(const std::string& prefix, int count);

} // namespace milepost
