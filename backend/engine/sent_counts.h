// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/core/clock.h"
#include "backend/domain/exception.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace milepost {

/// Causes of the one exception for all that a source's counts differ by.
inline constexpr std::string_view missingOrdersCause = "orders are missing";
inline constexpr std::string_view surplusOrdersCause = "more orders than were sent";

/// Orders that a source says it has sent in whole hours of its own time, beside those of that time that are
/// here.
struct CountWindow {
    Timestamp from{};
    Timestamp to{}; ///< the first moment behind it
    std::int64_t said = 0;
    std::int64_t arrived = 0;

    bool isEqual() const { return said == arrived; }
    friend bool operator==(const CountWindow&, const CountWindow&) = default;
};

/// What one source has said and what of it differs.
struct CountState {
    std::optional<Timestamp> next{}; ///< where the first window begins that was not told of yet
    std::optional<CountWindow> last{};
    std::vector<CountWindow> open{}; ///< that differ, by time

    /// The oldest window that differs, else the last one that was compared.
    std::optional<CountWindow> shown() const;
    friend bool operator==(const CountState&, const CountState&) = default;
};

/// As it is kept between two runs, and back. What cannot be read is as if nothing had been told.
std::string toText(const CountState& state);
CountState parseCountState(std::string_view text);

/// "shop says 41 orders between 09:00 and 10:00 on 2026-11-23 (UTC), 39 arrived"
std::string sentenceOf(std::string_view system, const CountWindow& window);

/// The one exception for all windows of a source that differ; nothing: none does. Fewer orders are an
/// absence; only more ones are a mismatch.
std::optional<OpenException> countException(std::string_view system, const CountState& state);

/// Holds what sources say they have sent against what arrived. Engine thread, or a test's.
class SentCounts {
public:
    /// More windows are not kept: what comes behind is asked for when older ones agree.
    static constexpr std::size_t maxOpen = 168;

    void clear() { m_sources.clear(); }
    void load(const std::string& system, std::string_view stateText);
    void noteArrived(const std::string& system, std::int64_t hour, std::int64_t orders);
    bool differs(const std::string& system) const;

    /// The next window of whole hours that ends up to `watermark` and was not told of yet, else the oldest
    /// one that differs; nothing: there is nothing to ask. The first window begins with the next whole hour
    /// after `now`.
    std::optional<CountWindow> nextToAsk(const std::string& system, Duration length,
                                         std::optional<Timestamp> watermark, Timestamp now);
    /// The source's word on a window. Precondition: whole hours, from before to.
    void compare(const std::string& system, CountWindow told);
    /// Counts anew what has arrived of the windows that differ; whether that changed anything.
    bool compareAgain(const std::string& system);
    /// A person says that it is in order as it is.
    void accept(const std::string& system);

    const CountState* stateOf(const std::string& system) const;

private:
    struct Source {
        CountState state{};
        std::map<std::int64_t, std::int64_t> arrivedByHour{};
    };

    static std::int64_t arrivedIn(const Source& source, const CountWindow& window);

    std::map<std::string, Source, std::less<>> m_sources;
};

} // namespace milepost
