// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "backend/domain/canonical_order.h"

namespace milepost {

/// The order as it was understood: one field a line, in the words of people; what it does not say is left
/// out.
QString contentText(const CanonicalOrder& order);

} // namespace milepost
