// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/core/result.h"
#include "backend/domain/exception.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace milepost {

/// Which open exceptions (or, of hold and release, orders) an action is for.
struct Selector {
    enum class Kind { All, Order, Exception, Class, System, Group };

    Kind kind = Kind::All;
    std::string text{};      ///< order no. or system
    std::int64_t number = 0; ///< of an exception or a group
    ExceptionClass exceptionClass = ExceptionClass::Internal;

    friend bool operator==(const Selector&, const Selector&) = default;
};

/// Reads "all", "order:NO", "exception:ID", "class:C", "system:S" or "group:ID". InvalidInput says what is
/// wrong.
Result<Selector> parseSelector(std::string_view text);

/// The same words for a class as in DESIGN.md section 11, with or without hyphens and in any case.
Result<ExceptionClass> parseExceptionClass(std::string_view text);

} // namespace milepost
