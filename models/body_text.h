// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string>

namespace milepost {

/// A message or call as people can read it: JSON indented, X12 one segment a line with what it
/// says; anything else as it is.
/// Bytes that are no UTF-8 are shown as such. At most `maxBody` characters, with a note where it was cut.
QString bodyText(const std::string& body);

inline constexpr qsizetype maxBody = 400'000;

} // namespace milepost
