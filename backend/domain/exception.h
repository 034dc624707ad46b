// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/core/clock.h"

#include <string>
#include <string_view>

namespace milepost {

/// Why a person must look (DESIGN.md section 2).
enum class ExceptionClass {
    TransientExhausted,
    BusinessRule,
    Validation,
    Contract,
    UnknownStatus,
    UnknownOutcome,
    Mismatch,
    Absence,
    CompensationIncomplete,
    Internal,
};

enum class Severity { Low, Medium, High, Critical };

/// What exceptions are put together by. Of a cause: those of one class, system, step and cause.
enum class ExceptionGrouping { Cause, System, Step, Contract, Customer, Owner, Class };

/// "cause", "system", …
std::string_view toKey(ExceptionGrouping value);
bool fromKey(std::string_view key, ExceptionGrouping& value); ///< false for a name that no grouping has

/// The name under which a class is stored, exported and selected: "transientExhausted".
std::string_view toKey(ExceptionClass value);
std::string_view toKey(Severity value);
bool fromKey(std::string_view key, ExceptionClass& value); ///< false for a name that no class has

/// An open exception of an order, or of a system (then the order is 0).
struct OpenException {
    int number = 0; ///< 1, 2, … within the order
    ExceptionClass kind = ExceptionClass::Internal;
    Severity severity = Severity::Medium;
    std::string system{}; ///< may be empty
    std::string step{};   ///< may be empty
    int effect = 0;       ///< the effect that is stuck, 0: none
    int lineNo = 0;       ///< the line that it is about, 0: none
    int subject = 0;      ///< the fulfillment or shipment that it is about, 0: none
    std::string
        cause{}; ///< short and equal for equal causes: "CREDIT_BLOCKED", "timeout"; groups are made of it
    std::string text{}; ///< one sentence: what happened and what a person should do
    Timestamp openedAt{};
    friend bool operator==(const OpenException&, const OpenException&) = default;
};

template <typename V>
void fields(V& visit, OpenException& e)
{
    visit("number", e.number);
    visit("kind", e.kind);
    visit("severity", e.severity);
    visit("system", e.system);
    visit("step", e.step);
    visit("effect", e.effect);
    visit("lineNo", e.lineNo);
    visit("subject", e.subject);
    visit("cause", e.cause);
    visit("text", e.text);
    visit("openedAt", e.openedAt);
}

} // namespace milepost
