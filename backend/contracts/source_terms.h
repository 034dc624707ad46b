// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/core/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace milepost {

/// One of the alternatives of a row's source: a constant, or texts that are joined by a blank.
struct SourceTerm {
    bool isConstant = false;
    std::string constant{};
    std::vector<std::string> parts{}; ///< pointers or field names
};

/// Splits "/a&/b|/c|=none". InvalidInput when a part is empty.
Result<std::vector<SourceTerm>> parseSourceTerms(std::string_view source);

} // namespace milepost
