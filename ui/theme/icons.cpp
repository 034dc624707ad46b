// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/icons.h"

namespace milepost {

QIcon icon(const QString& name, Tone tone)
{
    (void)tone;
    return QIcon(QStringLiteral(":/icons/") + name + QStringLiteral(".svg"));
}

} // namespace milepost
