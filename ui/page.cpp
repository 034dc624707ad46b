// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/page.h"

namespace milepost {

Page::Page(const ConsoleContext& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
{
}

} // namespace milepost
