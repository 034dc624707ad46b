// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace milepost {

/// A call that an action leads to, or that is not made because it is done.
struct ForeseenCall {
    std::string step{};
    std::string system{};
    std::string capability{};
    std::string key{};     ///< idempotency key
    bool isLookup = false; ///< it only asks
    bool hasKey = false;   ///< the partner recognises a repetition by it
    friend bool operator==(const ForeseenCall&, const ForeseenCall&) = default;
};

/// A call that would say something else now than it said.
struct BodyDifference {
    std::string step{};
    std::string system{};
    bool isDone = false; ///< it was done with the old body and stays so
    std::string before{};
    std::string after{};
    friend bool operator==(const BodyDifference&, const BodyDifference&) = default;
};

inline constexpr std::string_view mapOfThen = "then"; ///< ActionDetail::map

/// What an action needs to know beside its name.
struct ActionDetail {
    /// Of compensate the first step that is taken back; of replay see replayStart(), empty: the one call
    /// only.
    std::string from{};
    int subject = 0;        ///< of compensate: one fulfillment or shipment only; 0: all
    std::string document{}; ///< of adopt: the partner's number, where it cannot be asked
    std::string map{};      ///< of replay: "today" (or empty), or "then": the one that the call was made with
    friend bool operator==(const ActionDetail&, const ActionDetail&) = default;
};

} // namespace milepost
