// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>
#include <QPixmap>
#include <QString>

#include "ui/theme/theme.h"

namespace milepost {

/// An icon of resources/icons by its name ("orders", "retry"), drawn in the colour that the tone has in the
/// current theme whenever it is painted; Neutral is the colour of text.
QIcon icon(const QString& name, Tone tone = Tone::Neutral);

/// The same in the colour of words on a button with look "primary"; grey where that is disabled.
QIcon primaryIcon(const QString& name);

/// The same as a picture of that many pixels at that device pixel ratio, for delegates; cached.
QPixmap iconPixmap(const QString& name, Tone tone, int size, double ratio);

bool hasIcon(const QString& name);

} // namespace milepost
