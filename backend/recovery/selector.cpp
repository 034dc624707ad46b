// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/recovery/selector.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace milepost {
namespace {

constexpr std::string_view forms = "all, order:NO, orders:NO,NO, exception:ID, exceptions:ID,ID, class:C, "
                                   "system:S, group:ID or group:BY:ID";

Error invalid(std::string message)
{
    return {.kind = ErrorKind::InvalidInput, .message = std::move(message)};
}

struct Form {
    std::string_view word;
    Selector::Kind kind;
};
constexpr std::array<Form, 7> namedForms{{{"order", Selector::Kind::Order},
                                          {"orders", Selector::Kind::Orders},
                                          {"exception", Selector::Kind::Exception},
                                          {"exceptions", Selector::Kind::Exceptions},
                                          {"class", Selector::Kind::Class},
                                          {"system", Selector::Kind::System},
                                          {"group", Selector::Kind::Group}}};

Result<std::int64_t> numberOf(std::string_view word, std::string_view value)
{
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
    if (error != std::errc() || end != value.data() + value.size() || number <= 0)
        return invalid("the selector " + std::string(word) + ":" + std::string(value) + " needs a number");
    return number;
}

Result<Selector> withNumber(Selector selector, std::string_view word, std::string_view value)
{
    const auto number = numberOf(word, value);
    if (!number) return number.error();
    selector.number = *number;
    return selector;
}

std::string groupingWords()
{
    std::string words;
    for (int i = 0; i <= static_cast<int>(ExceptionGrouping::Class); ++i)
        words += (i == 0 ? "" : ", ") + std::string(toKey(static_cast<ExceptionGrouping>(i)));
    return words;
}

/// "17", or "customer:17".
Result<Selector> withGroup(Selector selector, std::string_view value)
{
    const auto colon = value.find(':');
    if (colon == std::string_view::npos) return withNumber(std::move(selector), "group", value);
    const std::string_view by = value.substr(0, colon);
    const auto grouping = parseExceptionGrouping(by);
    if (!grouping) return grouping.error();
    selector.grouping = *grouping;
    return withNumber(std::move(selector), "group:" + std::string(by), value.substr(colon + 1));
}

template <typename T>
void addOnce(std::vector<T>& values, const T& value)
{
    if (std::ranges::find(values, value) == values.end()) values.push_back(value);
}

Result<Selector> withSeveral(Selector selector, std::string_view word, std::string_view rest)
{
    if (std::ranges::count(rest, ',') >= static_cast<std::ptrdiff_t>(maxNamed))
        return invalid("the selector " + std::string(word) + ": names more than " + std::to_string(maxNamed));
    for (bool isLast = false; !isLast;) {
        const auto comma = rest.find(',');
        const std::string_view value = rest.substr(0, comma);
        isLast = comma == std::string_view::npos;
        rest = isLast ? std::string_view() : rest.substr(comma + 1);
        if (value.empty()) return invalid("the selector " + std::string(word) + ": has an empty name");
        if (selector.kind == Selector::Kind::Orders) {
            addOnce(selector.texts, std::string(value));
            continue;
        }
        const auto number = numberOf(word, value);
        if (!number) return number.error();
        addOnce(selector.numbers, *number);
    }
    return selector;
}

Result<Selector> withClass(Selector selector, std::string_view value)
{
    const auto found = parseExceptionClass(value);
    if (!found) return found.error();
    selector.exceptionClass = *found;
    return selector;
}

std::string folded(std::string_view text)
{
    std::string letters;
    for (const char c : text) {
        if (c >= 'A' && c <= 'Z') letters += static_cast<char>(c - 'A' + 'a');
        if (c >= 'a' && c <= 'z') letters += c;
    }
    return letters;
}

} // namespace

Result<ExceptionClass> parseExceptionClass(std::string_view text)
{
    std::string known;
    for (int i = 0; i <= static_cast<int>(ExceptionClass::Internal); ++i) {
        const auto candidate = static_cast<ExceptionClass>(i);
        if (folded(toKey(candidate)) == folded(text)) return candidate;
        known += known.empty() ? "" : ", ";
        known += toKey(candidate);
    }
    return invalid("there is no exception class '" + std::string(text) + "'; known are " + known);
}

Result<ExceptionGrouping> parseExceptionGrouping(std::string_view text)
{
    ExceptionGrouping grouping = ExceptionGrouping::Cause;
    if (fromKey(text, grouping)) return grouping;
    return invalid("exceptions are not grouped by '" + std::string(text) + "'; use " + groupingWords());
}

Result<Selector> parseSelector(std::string_view text)
{
    if (text == "all") return Selector{};
    const auto colon = text.find(':');
    const std::string_view word = text.substr(0, colon);
    const std::string_view value =
        colon == std::string_view::npos ? std::string_view() : text.substr(colon + 1);
    for (const Form& form : namedForms) {
        if (form.word != word) continue;
        if (value.empty()) return invalid("the selector " + std::string(word) + ": names nothing");
        Selector selector{.kind = form.kind, .text = std::string(value)};
        if (form.kind == Selector::Kind::Class) return withClass(std::move(selector), value);
        if (form.kind == Selector::Kind::Group) return withGroup(std::move(selector), value);
        if (form.kind == Selector::Kind::Exception) return withNumber(std::move(selector), word, value);
        if (form.kind == Selector::Kind::Exceptions || form.kind == Selector::Kind::Orders)
            return withSeveral(std::move(selector), word, value);
        return selector;
    }
    return invalid("'" + std::string(text) + "' is no selector; use " + std::string(forms));
}

} // namespace milepost
