// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/network/faults.h"

#include <algorithm>
#include <array>

namespace milepost::network {

namespace {

constexpr std::array<std::string_view, 15> faultNames{"none",      "slow",       "429",         "503",
                                                      "lostReply", "lateWork",   "lostRequest", "wrongStatus",
                                                      "duplicate", "outOfOrder", "malformed",   "lostWebhook",
                                                      "down",      "rejected",   "lost"};
constexpr std::array<std::string_view, 3> profileNames{"none", "light", "heavy"};
constexpr std::int64_t maxFaultsInRow = 3;

} // namespace

std::string_view faultName(FaultKind kind)
{
    return faultNames.at(static_cast<std::size_t>(kind));
}

std::optional<FaultKind> faultNamed(std::string_view name)
{
    for (std::size_t i = 0; i < faultNames.size(); ++i) {
        if (faultNames.at(i) == name) return static_cast<FaultKind>(i);
    }
    return std::nullopt;
}

std::string_view profileName(FaultProfile profile)
{
    return profileNames.at(static_cast<std::size_t>(profile));
}

std::optional<FaultProfile> profileNamed(std::string_view name)
{
    for (std::size_t i = 0; i < profileNames.size(); ++i) {
        if (profileNames.at(i) == name) return static_cast<FaultProfile>(i);
    }
    return std::nullopt;
}

Faults::Faults(Books& books, const Dice& dice)
    : m_books(books)
    , m_dice(dice)
{
    m_profile = profileNamed(books.meta("profile", "none")).value_or(FaultProfile::None);
}

void Faults::setProfile(FaultProfile profile)
{
    m_profile = profile;
    m_books.setMeta("profile", std::string{profileName(profile)});
}

double Faults::rate() const
{
    switch (m_profile) {
    case FaultProfile::None: return 0.0;
    case FaultProfile::Light: return 0.03;
    case FaultProfile::Heavy: return 0.15;
    }
    return 0.0;
}

void Faults::force(const FaultSubject& subject, FaultKind kind, std::int64_t attempts)
{
    m_forced[{subject.system, subject.operation, subject.reference}] = {kind, attempts};
}

/// A reference that ends with a star stands for all that begin like it.
const Faults::Forced* Faults::forcedFor(const FaultSubject& subject) const
{
    const auto exact = m_forced.find({subject.system, subject.operation, subject.reference});
    if (exact != m_forced.end()) return &exact->second;
    for (const auto& [where, forced] : m_forced) {
        const auto& [system, operation, reference] = where;
        const bool isPattern = reference.ends_with('*');
        if (isPattern && system == subject.system && operation == subject.operation &&
            subject.reference.starts_with(reference.substr(0, reference.size() - 1)))
            return &forced;
    }
    return nullptr;
}

FaultKind Faults::forcedFault(const FaultSubject& subject, std::int64_t attempt,
                              const std::vector<FaultKind>& possible) const
{
    const Forced* forced = m_forced.empty() ? nullptr : forcedFor(subject);
    if (forced == nullptr || attempt > forced->second) return FaultKind::None;
    const bool isPossible =
        forced->first == FaultKind::Rejected || std::ranges::count(possible, forced->first) > 0;
    return isPossible ? forced->first : FaultKind::None;
}

FaultKind Faults::drawn(const FaultSubject& subject, std::int64_t attempt,
                        const std::vector<FaultKind>& possible) const
{
    DiceRow row =
        m_dice.row({"fault", subject.system, subject.operation, subject.reference, std::to_string(attempt)});
    if (possible.empty() || !row.chance(rate())) return FaultKind::None;
    return possible[static_cast<std::size_t>(row.between(0, static_cast<std::int64_t>(possible.size()) - 1))];
}

FaultKind Faults::next(const FaultSubject& subject, const std::vector<FaultKind>& possible,
                       const std::vector<FaultKind>& onlyForced)
{
    const bool isForcedHere = isForced(subject);
    if (m_profile == FaultProfile::None && !isForcedHere) return FaultKind::None;
    m_books.run(
        "INSERT INTO attempt (system, operation, reference, attempts, faultsInRow) VALUES (?, ?, ?, 1, 0) "
        "ON CONFLICT (system, operation, reference) DO UPDATE SET attempts = attempts + 1",
        subject.system, subject.operation, subject.reference);
    struct Attempt {
        std::int64_t number;
        std::int64_t faultsInRow;
    };
    const Attempt attempt =
        m_books
            .rows(
                "SELECT attempts, faultsInRow FROM attempt WHERE system = ? AND operation = ? AND reference "
                "= ?",
                [](SQLite::Statement& row) {
                    return Attempt{row.getColumn(0).getInt64(), row.getColumn(1).getInt64()};
                },
                subject.system, subject.operation, subject.reference)
            .front();
    std::vector<FaultKind> forcible = possible;
    forcible.insert(forcible.end(), onlyForced.begin(), onlyForced.end());
    FaultKind kind = forcedFault(subject, attempt.number, forcible);
    if (kind == FaultKind::None && (isForcedHere || attempt.faultsInRow < maxFaultsInRow))
        kind = drawn(subject, attempt.number, possible);
    const std::int64_t inRow = kind == FaultKind::None ? 0 : attempt.faultsInRow + 1;
    if (inRow != attempt.faultsInRow) {
        m_books.run("UPDATE attempt SET faultsInRow = ? WHERE system = ? AND operation = ? AND reference = ?",
                    inRow, subject.system, subject.operation, subject.reference);
    }
    return kind;
}

void Faults::count(FaultKind kind)
{
    if (kind == FaultKind::None) return;
    m_books.run(
        "INSERT INTO fault (kind, count) VALUES (?, 1) ON CONFLICT (kind) DO UPDATE SET count = count + 1",
        std::string{faultName(kind)});
}

} // namespace milepost::network
