// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/demo_training.h"

namespace milepost {

void DemoTraining::setControl(const std::string& url)
{
    const std::lock_guard lock(m_mutex);
    m_url = url;
}

ControlClient DemoTraining::client() const
{
    const std::lock_guard lock(m_mutex);
    return ControlClient(m_url);
}

} // namespace milepost
