// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/contracts/duration_text.h"

#include <array>
#include <charconv>
#include <utility>

namespace milepost {
namespace {

using namespace std::chrono;
constexpr std::array<std::pair<std::string_view, Duration>, 5> units{
    {{"ms", milliseconds(1)}, {"s", seconds(1)}, {"m", minutes(1)}, {"h", hours(1)}, {"d", days(1)}}};

} // namespace

std::optional<Duration> readDuration(std::string_view text)
{
    constexpr std::int64_t maxCount = 1'000'000'000;
    std::int64_t count = 0;
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), count);
    if (failure != std::errc() || count < 0 || count > maxCount) return std::nullopt;
    const std::string_view unit = text.substr(static_cast<std::size_t>(end - text.data()));
    for (const auto& [name, duration] : units) {
        if (name == unit) return duration * count;
    }
    return std::nullopt;
}

std::string durationWord(Duration duration)
{
    if (duration == Duration(0)) return "0s";
    std::string text;
    for (const auto& [name, unit] : units) {
        if (duration % unit == Duration(0)) text = std::to_string(duration / unit).append(name);
    }
    return text;
}

} // namespace milepost
