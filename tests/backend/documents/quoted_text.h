// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <string>

namespace milepost::sample {

/// JSON that is written with ' in place of ". (moc 6.4 loses its way in raw strings.)
inline std::string quoted(std::string text)
{
    std::ranges::replace(text, '\'', '"');
    return text;
}

} // namespace milepost::sample
