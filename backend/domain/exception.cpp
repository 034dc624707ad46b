// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/domain/exception.h"

#include <array>
#include <utility>

namespace milepost {
namespace {

constexpr std::array<std::pair<ExceptionClass, std::string_view>, 10> classKeys{{
    {ExceptionClass::TransientExhausted, "transientExhausted"},
    {ExceptionClass::BusinessRule, "businessRule"},
    {ExceptionClass::Validation, "validation"},
    {ExceptionClass::Contract, "contract"},
    {ExceptionClass::UnknownStatus, "unknownStatus"},
    {ExceptionClass::UnknownOutcome, "unknownOutcome"},
    {ExceptionClass::Mismatch, "mismatch"},
    {ExceptionClass::Absence, "absence"},
    {ExceptionClass::CompensationIncomplete, "compensationIncomplete"},
    {ExceptionClass::Internal, "internal"},
}};

constexpr std::array<std::pair<ExceptionGrouping, std::string_view>, 7> groupingKeys{{
    {ExceptionGrouping::Cause, "cause"},
    {ExceptionGrouping::System, "system"},
    {ExceptionGrouping::Step, "step"},
    {ExceptionGrouping::Contract, "contract"},
    {ExceptionGrouping::Customer, "customer"},
    {ExceptionGrouping::Owner, "owner"},
    {ExceptionGrouping::Class, "class"},
}};

} // namespace

std::string_view toKey(ExceptionGrouping value)
{
    for (const auto& [candidate, key] : groupingKeys) {
        if (candidate == value) return key;
    }
    return {};
}

bool fromKey(std::string_view key, ExceptionGrouping& value)
{
    for (const auto& [candidate, name] : groupingKeys) {
        if (name != key) continue;
        value = candidate;
        return true;
    }
    return false;
}

std::string_view toKey(ExceptionClass value)
{
    for (const auto& [candidate, key] : classKeys) {
        if (candidate == value) return key;
    }
    return {};
}

bool fromKey(std::string_view key, ExceptionClass& value)
{
    for (const auto& [candidate, name] : classKeys) {
        if (name != key) continue;
        value = candidate;
        return true;
    }
    return false;
}

std::string_view toKey(Severity value)
{
    switch (value) {
    case Severity::Low: return "low";
    case Severity::Medium: return "medium";
    case Severity::High: return "high";
    case Severity::Critical: return "critical";
    }
    return {};
}

} // namespace milepost
