// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/service/words.h"

#include "backend/recovery/plan.h"
#include "backend/recovery/selector.h"

namespace milepost {

Result<ExceptionClass> exceptionClassOf(std::string_view name)
{
    return parseExceptionClass(name);
}

Result<ExceptionGrouping> exceptionGroupingOf(std::string_view name)
{
    return parseExceptionGrouping(name);
}

Result<NamedGroup> exceptionGroupOf(std::string_view selector)
{
    const auto parsed = parseSelector(selector);
    if (!parsed) return parsed.error();
    if (parsed->kind != Selector::Kind::Group)
        return Error{.kind = ErrorKind::InvalidInput,
                     .message = "'" + std::string(selector) +
                                "' names no group; use such as group:17 or group:customer:17"};
    return NamedGroup{.exception = parsed->number, .grouping = parsed->grouping};
}

Status checkPlanWords(std::string_view action, std::string_view selector)
{
    if (const auto known = checkAction(action); !known) return known.error();
    const auto parsed = parseSelector(selector);
    if (!parsed) return parsed.error();
    return Done{};
}

} // namespace milepost
