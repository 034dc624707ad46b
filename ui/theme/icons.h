// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>
#include <QString>

#include "ui/theme/theme.h"

namespace milepost {

/// An icon of resources/icons by its name ("orders", "retry"), drawn in the colour of the tone of the current
/// theme; Neutral is the colour of text.
QIcon icon(const QString& name, Tone tone = Tone::Neutral);

} // namespace milepost
