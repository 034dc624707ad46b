// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/network/books.h"
#include "app/network/dice.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

namespace milepost::network {

enum class FaultKind {
    None,
    Slow,
    TooMany,
    Unavailable,
    LostReply,
    LateWork,
    LostRequest,
    WrongStatus,
    Duplicate,
    OutOfOrder,
    Malformed,
    LostWebhook,
    Down,
    Rejected, ///< a definite no; only when forced
    Lost,     ///< never told, until its partner notices; only when forced
};

/// The word of GET /truth for a kind.
std::string_view faultName(FaultKind kind);
std::optional<FaultKind> faultNamed(std::string_view name);

enum class FaultProfile { None, Light, Heavy };

std::string_view profileName(FaultProfile profile);
std::optional<FaultProfile> profileNamed(std::string_view name);

/// What a fault is decided on: the same thing at the same attempt always meets the same fault.
struct FaultSubject {
    std::string system;
    std::string operation;
    std::string reference;
};

/// Decides who meets which fault, and counts them. Reads and writes the books in the caller's transaction.
class Faults {
public:
    Faults(Books& books, const Dice& dice);

    FaultProfile profile() const { return m_profile; }
    void setProfile(FaultProfile profile);
    /// Probability that a request or status is faulted.
    double rate() const;

    /// The fault of the next attempt on the subject, out of `possible`; counts the attempt. None after 3
    /// faulted ones in a row. `onlyForced`: kinds that the dice never choose.
    FaultKind next(const FaultSubject& subject, const std::vector<FaultKind>& possible,
                   const std::vector<FaultKind>& onlyForced = {});
    bool isForced(const FaultSubject& subject) const { return forcedFor(subject) != nullptr; }
    /// Whatever the dice say, the first attempts on the subject meet this fault (when it is possible there).
    void force(const FaultSubject& subject, FaultKind kind, std::int64_t attempts = 1);
    /// Notes that a fault was really played; an outage is noted when it begins.
    void count(FaultKind kind);

private:
    FaultKind drawn(const FaultSubject& subject, std::int64_t attempt,
                    const std::vector<FaultKind>& possible) const;

    using Forced = std::pair<FaultKind, std::int64_t>; ///< and for how many attempts

    const Forced* forcedFor(const FaultSubject& subject) const;
    FaultKind forcedFault(const FaultSubject& subject, std::int64_t attempt,
                          const std::vector<FaultKind>& possible) const;

    Books& m_books;
    const Dice& m_dice;
    FaultProfile m_profile = FaultProfile::None;
    std::map<std::tuple<std::string, std::string, std::string>, Forced> m_forced;
};

} // namespace milepost::network
