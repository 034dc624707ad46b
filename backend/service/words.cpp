// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/service/words.h"

#include "backend/recovery/plan.h"
#include "backend/recovery/selector.h"

namespace milepost {

Result<ExceptionClass> exceptionClassOf(std::string_view name)
{
    return parseExceptionClass(name);
}

Status checkPlanWords(std::string_view action, std::string_view selector)
{
    if (const auto known = checkAction(action); !known) return known.error();
    const auto parsed = parseSelector(selector);
    if (!parsed) return parsed.error();
    return Done{};
}

} // namespace milepost
