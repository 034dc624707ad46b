// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/argument_text.h"

#include <charconv>
#include <cmath>

namespace milepost {
namespace {

/// Takes the number off the front.
std::optional<double> takeNumber(std::string_view& text)
{
    double number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || !std::isfinite(number) || number < 0 || number > 1e9) return std::nullopt;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    return number;
}

double millisecondsOf(std::string_view unit)
{
    if (unit == "ms") return 1;
    if (unit.empty() || unit == "s") return 1'000;
    if (unit == "m" || unit == "min") return 60'000;
    return unit == "h" ? 3'600'000 : 0;
}

} // namespace

std::optional<Duration> parseDuration(std::string_view text)
{
    const auto number = takeNumber(text);
    const double unit = millisecondsOf(text);
    if (!number || unit == 0) return std::nullopt;
    return Duration(static_cast<Duration::rep>(*number * unit));
}

std::optional<double> parseRate(std::string_view text)
{
    const auto number = takeNumber(text);
    if (!number || *number <= 0) return std::nullopt;
    if (text.empty() || text == "/s") return number;
    if (text == "/m" || text == "/min") return *number / 60;
    return std::nullopt;
}

Result<std::vector<FieldEdit>> parseEdits(const std::vector<std::string>& words)
{
    std::vector<FieldEdit> edits;
    for (const std::string& word : words) {
        const auto equals = word.find('=');
        if (equals == std::string::npos || !word.starts_with('/'))
            return Error{.kind = ErrorKind::InvalidInput,
                         .message = "--set " + word +
                                    " is no change; use PATH=VALUE, such as /shipTo/postalCode=89501"};
        edits.push_back({.path = word.substr(0, equals), .value = word.substr(equals + 1)});
    }
    return edits;
}

std::string durationText(Duration duration)
{
    const auto seconds = duration.count() / 1000;
    if (seconds < 60) return std::to_string(seconds) + " s";
    if (seconds < 3600) return std::to_string(seconds / 60) + " min " + std::to_string(seconds % 60) + " s";
    return std::to_string(seconds / 3600) + " h " + std::to_string(seconds / 60 % 60) + " min";
}

std::string countsText(const std::optional<CountsView>& counts)
{
    return counts ? std::to_string(counts->said) + " / " + std::to_string(counts->arrived) : std::string();
}

std::string momentText(const std::optional<Timestamp>& time)
{
    if (!time || *time == Timestamp{}) return {};
    std::string text = toText(*time).substr(0, 19);
    text[10] = ' ';
    return text;
}

} // namespace milepost
