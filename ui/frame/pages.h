// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/page.h"
#include "ui/place.h"

#include <vector>

namespace milepost {

/// A page and the place that leads to it.
struct FramePage {
    Place::Page place = Place::Page::Overview;
    Page* page = nullptr;
};

/// All pages, in the order of the navigation.
std::vector<FramePage> makePages(const ConsoleContext& context, QWidget* parent);

} // namespace milepost
