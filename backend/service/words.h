// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/core/result.h"
#include "backend/domain/exception.h"

#include <cstdint>
#include <string_view>

namespace milepost {

/// The class of that name, with or without hyphens and in any case. InvalidInput lists the known ones.
Result<ExceptionClass> exceptionClassOf(std::string_view name);

/// "cause", "system", "step", "contract", "customer", "owner" or "class". InvalidInput lists them.
Result<ExceptionGrouping> exceptionGroupingOf(std::string_view name);

/// A group by one exception in it.
struct NamedGroup {
    std::int64_t exception = 0;
    ExceptionGrouping grouping = ExceptionGrouping::Cause;
};
/// Of "group:17" or "group:customer:17". InvalidInput says what is wrong.
Result<NamedGroup> exceptionGroupOf(std::string_view selector);

/// Whether plan() would know these words: retry, resolve, hold, release and a selector. InvalidInput says
/// what is wrong.
Status checkPlanWords(std::string_view action, std::string_view selector);

} // namespace milepost
