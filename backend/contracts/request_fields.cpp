// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/contracts/request_fields.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <ranges>

namespace milepost::access {
namespace {

std::uint64_t hashOf(std::string_view text, std::uint64_t seed)
{
    std::uint64_t hash = seed; // FNV-1a
    for (const char c : text)
        hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
    hash ^= hash >> 33; // spreads short texts over all bits
    hash *= 0xff51afd7ed558ccdU;
    return hash ^ (hash >> 33);
}

void appendHex(std::string& text, std::uint64_t value)
{
    constexpr std::string_view digits = "0123456789abcdef";
    for (int shift = 60; shift >= 0; shift -= 4)
        text.push_back(digits[(value >> shift) & 15]);
}

bool getNamed(const std::vector<Attribute>& attributes, std::string_view name, std::string& text)
{
    const auto at = std::ranges::find(attributes, name, &Attribute::name);
    if (at == attributes.end()) return false;
    text += at->value;
    return !at->value.empty();
}

/// The number behind the mark of "<orderNo>-F<number>" or "<orderNo>-S<number>"; 0 when there is none.
int subjectNumber(const std::string& reference)
{
    const auto mark = reference.find_last_of("FS");
    int number = 0;
    if (mark != std::string::npos)
        std::from_chars(reference.data() + mark + 1, reference.data() + reference.size(), number);
    return number;
}

} // namespace

bool getAttribute(const RenderScope& scope, std::string_view name, std::string& text)
{
    return scope.order() != nullptr && getNamed(scope.order()->attributes, name, text);
}

bool getLineAttribute(const RenderScope& scope, std::string_view name, std::string& text)
{
    return scope.orderedLine() != nullptr && getNamed(scope.orderedLine()->attributes, name, text);
}

bool getReference(const RenderScope& scope, std::string_view kind, std::string& text)
{
    const RequestView& view = scope.view();
    const std::array subjects{subjectNumber(view.shipmentRef), subjectNumber(view.fulfillmentRef), 0};
    for (const int subject : subjects) {
        for (const ExternalReference& reference : view.references | std::views::reverse) {
            if (reference.kind != kind || reference.subject != subject) continue;
            text += reference.value;
            return true;
        }
    }
    return false;
}

bool getTraceparent(const RenderScope& scope, std::string_view, std::string& text)
{
    const RequestView& view = scope.view();
    constexpr std::uint64_t firstSeed = 0xcbf29ce484222325U;
    constexpr std::uint64_t secondSeed = 0x9e3779b97f4a7c15U;
    text += "00-";
    appendHex(text, hashOf(view.correlationId, firstSeed));
    appendHex(text, hashOf(view.correlationId, secondSeed) | 1); // all zero is not allowed
    text += "-";
    appendHex(text, hashOf(view.key, firstSeed) | 1);
    text += "-01";
    return true;
}

bool getControl(const RenderScope& scope, std::string_view, std::string& text)
{
    if (scope.view().control == 0) return false;
    text += std::to_string(scope.view().control);
    return true;
}

bool getAmount(const RenderScope& scope, std::string_view, std::string& text)
{
    if (scope.order() == nullptr) return false;
    text += amountText({scope.view().amountMinor, scope.order()->currency});
    return true;
}

bool getLineAmount(const RenderScope& scope, std::string_view, std::string& text)
{
    const RequestLine* line = scope.line();
    if (line == nullptr || !line->unitPrice || scope.order() == nullptr) return false;
    text += amountText(lineAmount(*line->unitPrice, line->quantity, scope.order()->currency));
    return true;
}

bool getLineIndex(const RenderScope& scope, std::string_view, std::string& text)
{
    text += std::to_string(scope.lineIndex() + 1);
    return true;
}

bool getLineCount(const RenderScope& scope, std::string_view, std::string& text)
{
    text += std::to_string(scope.view().lines.size());
    return true;
}

bool getTotalQuantity(const RenderScope& scope, std::string_view, std::string& text)
{
    Quantity total;
    for (const RequestLine& line : scope.view().lines)
        total += line.quantity;
    text += toText(total);
    return true;
}

} // namespace milepost::access
