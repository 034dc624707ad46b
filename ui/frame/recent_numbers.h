// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/service/work_views.h"

#include <vector>

namespace milepost {

class UiSettings;

/// The numbers that somebody went to last, newest first; remembered.
class RecentNumbers {
public:
    explicit RecentNumbers(UiSettings& settings)
        : m_settings(settings)
    {
    }

    std::vector<FoundNumber> all() const;
    void add(const FoundNumber& number);

private:
    UiSettings& m_settings;
};

} // namespace milepost
