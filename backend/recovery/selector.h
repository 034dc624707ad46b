// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/core/result.h"
#include "backend/domain/exception.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace milepost {

/// Which open exceptions (or, of hold and release, orders) an action is for.
struct Selector {
    enum class Kind { All, Order, Orders, Exception, Exceptions, Class, System, Group };

    Kind kind = Kind::All;
    std::string text{};                                    ///< order no. or system
    std::int64_t number = 0;                               ///< of an exception, or of one of a group
    ExceptionGrouping grouping = ExceptionGrouping::Cause; ///< of a group
    std::vector<std::string> texts{};                      ///< several order nos., each once
    std::vector<std::int64_t> numbers{};                   ///< several exceptions, each once
    ExceptionClass exceptionClass = ExceptionClass::Internal;

    /// Each exception was chosen by itself, not as one of many.
    bool isByName() const { return kind == Kind::Exception || kind == Kind::Exceptions; }

    friend bool operator==(const Selector&, const Selector&) = default;
};

/// How many a selector may name one by one.
inline constexpr std::size_t maxNamed = 10'000;

/// Reads "all", "order:NO", "orders:NO,NO,…", "exception:ID", "exceptions:ID,ID,…", "class:C", "system:S",
/// "group:ID" (those of one cause with that exception) or "group:customer:ID" (those of one customer with it;
/// any grouping). InvalidInput says what is wrong. An order no. with a comma can be named alone only.
Result<Selector> parseSelector(std::string_view text);

/// The same words for a class as in DESIGN.md section 11, with or without hyphens and in any case.
Result<ExceptionClass> parseExceptionClass(std::string_view text);

/// "cause", "system", "step", "contract", "customer", "owner" or "class".
Result<ExceptionGrouping> parseExceptionGrouping(std::string_view text);

} // namespace milepost
