// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/engine/sent_counts.h"

#include "backend/engine/change_rows.h"

#include <algorithm>
#include <charconv>
#include <chrono>

namespace milepost {
namespace {

using std::chrono::hours;

std::string windowText(const CountWindow& window)
{
    std::string text;
    for (const std::int64_t number :
         {std::int64_t{window.from.time_since_epoch().count()},
          std::int64_t{window.to.time_since_epoch().count()}, window.said, window.arrived})
        text += " " + std::to_string(number);
    return text;
}

/// Numbers between blanks, from the front.
class Numbers {
public:
    explicit Numbers(std::string_view text)
        : m_text(text)
    {
    }

    std::optional<std::int64_t> next()
    {
        while (m_text.starts_with(' '))
            m_text.remove_prefix(1);
        std::int64_t number = 0;
        const auto [end, failed] = std::from_chars(m_text.data(), m_text.data() + m_text.size(), number);
        if (failed != std::errc{}) return std::nullopt;
        m_text.remove_prefix(static_cast<std::size_t>(end - m_text.data()));
        return number;
    }

    std::optional<CountWindow> nextWindow()
    {
        const auto from = next();
        const auto to = next();
        const auto said = next();
        const auto arrived = next();
        if (!arrived) return std::nullopt;
        return CountWindow{Timestamp(Duration(*from)), Timestamp(Duration(*to)), *said, *arrived};
    }

private:
    std::string_view m_text;
};

std::string minuteText(Timestamp at)
{
    return toText(at).substr(11, 5);
}

std::string orders(std::int64_t count)
{
    return std::to_string(count) + (count == 1 ? " order" : " orders");
}

} // namespace

std::optional<CountWindow> CountState::shown() const
{
    return open.empty() ? last : std::optional(open.front());
}

std::string toText(const CountState& state)
{
    const std::int64_t next = state.next ? state.next->time_since_epoch().count() : 0;
    std::string text = std::to_string(next) + windowText(state.last.value_or(CountWindow{}));
    for (const CountWindow& window : state.open)
        text += windowText(window);
    return text;
}

CountState parseCountState(std::string_view text)
{
    CountState state;
    Numbers numbers(text);
    const auto next = numbers.next();
    const auto last = numbers.nextWindow();
    if (!next || !last) return {};
    if (*next != 0) state.next = Timestamp(Duration(*next));
    if (last->from < last->to) state.last = *last;
    while (const auto window = numbers.nextWindow()) {
        if (window->from < window->to && state.open.size() < SentCounts::maxOpen)
            state.open.push_back(*window);
    }
    return state;
}

std::string sentenceOf(std::string_view system, const CountWindow& window)
{
    const bool isWithinDay = window.to - window.from <= hours(24);
    const std::string until = isWithinDay ? minuteText(window.to) : toText(window.to).substr(0, 16) + "Z";
    return std::string(system) + " says " + orders(window.said) + " between " + minuteText(window.from) +
           " and " + until + " on " + toText(window.from).substr(0, 10) + " (UTC), " +
           std::to_string(window.arrived) + " arrived";
}

std::optional<OpenException> countException(std::string_view system, const CountState& state)
{
    if (state.open.empty()) return std::nullopt;
    std::int64_t missing = 0;
    std::int64_t surplus = 0;
    for (const CountWindow& window : state.open)
        (window.said > window.arrived ? missing : surplus) += std::abs(window.said - window.arrived);
    const bool isAbsence = missing > 0;
    const auto worst = std::ranges::find_if(
        state.open, [&](const CountWindow& window) { return !isAbsence || window.said > window.arrived; });
    OpenException exception{.kind = isAbsence ? ExceptionClass::Absence : ExceptionClass::Mismatch,
                            .severity = Severity::High,
                            .system = std::string(system),
                            .cause = std::string(isAbsence ? missingOrdersCause : surplusOrdersCause),
                            .text = sentenceOf(system, *worst)};
    if (state.open.size() > 1)
        exception.text += "; in all " + std::to_string(state.open.size()) + " windows that differ " +
                          std::to_string(missing) + " are missing and " + std::to_string(surplus) +
                          " too many";
    exception.text += isAbsence ? ". Have them sent again; this closes by itself when they have come."
                                : ". Ask which of them it did not send.";
    return exception;
}

void SentCounts::load(const std::string& system, std::string_view stateText)
{
    m_sources[system].state = parseCountState(stateText);
}

void SentCounts::noteArrived(const std::string& system, std::int64_t hour, std::int64_t count)
{
    m_sources[system].arrivedByHour[hour] += count;
}

bool SentCounts::differs(const std::string& system) const
{
    const CountState* state = stateOf(system);
    return state != nullptr && !state->open.empty();
}

std::optional<CountWindow> SentCounts::nextToAsk(const std::string& system, Duration length,
                                                 std::optional<Timestamp> watermark, Timestamp now)
{
    CountState& state = m_sources[system].state;
    if (!state.next) state.next = std::chrono::ceil<hours>(now);
    const CountWindow next{.from = *state.next, .to = *state.next + length};
    if (watermark && next.to <= *watermark && state.open.size() < maxOpen) return next;
    return state.open.empty() ? std::nullopt : std::optional(state.open.front());
}

void SentCounts::compare(const std::string& system, CountWindow told)
{
    Source& source = m_sources[system];
    CountState& state = source.state;
    told.arrived = arrivedIn(source, told);
    state.last = told;
    if (!state.next || (told.from <= *state.next && told.to > *state.next)) state.next = told.to;
    const auto isSame = [&](const CountWindow& window) {
        return window.from == told.from && window.to == told.to;
    };
    std::erase_if(state.open, isSame);
    if (told.isEqual() || state.open.size() >= maxOpen) return;
    const auto at = std::ranges::upper_bound(state.open, told.from, {}, &CountWindow::from);
    state.open.insert(at, told);
}

bool SentCounts::compareAgain(const std::string& system)
{
    Source& source = m_sources[system];
    const CountState before = source.state;
    for (CountWindow& window : source.state.open)
        window.arrived = arrivedIn(source, window);
    for (const CountWindow& window : source.state.open)
        if (window.isEqual()) source.state.last = window;
    std::erase_if(source.state.open, &CountWindow::isEqual);
    return source.state != before;
}

void SentCounts::accept(const std::string& system)
{
    m_sources[system].state.open.clear();
}

const CountState* SentCounts::stateOf(const std::string& system) const
{
    const auto at = m_sources.find(system);
    return at == m_sources.end() ? nullptr : &at->second.state;
}

std::int64_t SentCounts::arrivedIn(const Source& source, const CountWindow& window)
{
    std::int64_t sum = 0;
    const std::int64_t end = hourOf(window.to);
    for (auto at = source.arrivedByHour.lower_bound(hourOf(window.from));
         at != source.arrivedByHour.end() && at->first < end; ++at)
        sum += at->second;
    return sum;
}

} // namespace milepost
