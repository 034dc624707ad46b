// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/page.h"
#include "ui/place.h"

#include <functional>
#include <vector>

namespace milepost {

/// A page and the place that leads to it.
struct FramePage {
    Place::Page place = Place::Page::Overview;
    Page* page = nullptr;
};

using PageFactory = std::function<std::vector<FramePage>(const ConsoleContext& context, QWidget* parent)>;

/// All pages, in the order of the navigation.
std::vector<FramePage> makePages(const ConsoleContext& context, QWidget* parent);

} // namespace milepost
