// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/place.h"

#include <optional>
#include <vector>

namespace milepost {

/// Where somebody has been, to go back and forward as in a browser.
class History {
public:
    /// A new place behind the current one; what was ahead is forgotten.
    void visit(const Place& place);
    std::optional<Place> back();
    std::optional<Place> forward();
    bool canGoBack() const { return m_current > 0; }
    bool canGoForward() const { return m_current + 1 < m_places.size(); }

private:
    std::vector<Place> m_places{};
    std::size_t m_current = 0;
};

} // namespace milepost
