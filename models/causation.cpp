// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/causation.h"

#include "models/text.h"
#include "models/words.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string_view>

namespace milepost {
namespace {

/// "reply 3.2" and "look-up of reply 3.2": the second attempt of call 3.
struct Attempt {
    int effect = 0;
    int number = 0;
};

std::optional<Attempt> attemptOf(std::string_view cause)
{
    const auto at = cause.find("reply ");
    if (at == std::string_view::npos) return std::nullopt;
    const std::string_view numbers = cause.substr(at + 6);
    const auto dot = numbers.find('.');
    if (dot == std::string_view::npos) return std::nullopt;
    Attempt attempt;
    std::from_chars(numbers.data(), numbers.data() + dot, attempt.effect);
    std::from_chars(numbers.data() + dot + 1, numbers.data() + numbers.size(), attempt.number);
    return attempt;
}

bool isStartOf(const LineageEntry& entry, const Attempt& attempt)
{
    return entry.kind == "effectStarted" && entry.effectId == attempt.effect &&
           entry.attempt == attempt.number;
}

const LineageEntry* startOf(const LineageView& lineage, const Attempt& attempt)
{
    const auto found = std::ranges::find_if(
        lineage.entries, [&](const LineageEntry& entry) { return isStartOf(entry, attempt); });
    return found == lineage.entries.end() ? nullptr : &*found;
}

/// Where the decision that the entry belongs to begins.
const LineageEntry* firstOf(const LineageView& lineage, const std::string& cause)
{
    const auto found = std::ranges::find(lineage.entries, cause, &LineageEntry::causationId);
    return found == lineage.entries.end() ? nullptr : &*found;
}

} // namespace

QString Causation::reason(const LineageEntry& entry) const
{
    const std::string_view cause = entry.causationId;
    if (const auto attempt = attemptOf(cause)) {
        const LineageEntry* call = startOf(m_lineage, *attempt);
        if (call == nullptr) return tr("Because of the answer to call %1.").arg(attempt->effect);
        return tr("Because of the answer of %1 to “%2”, asked at %3.")
            .arg(text(call->system), Words::step(call->step), Text::timeExact(call->at));
    }
    if (cause.starts_with("message ")) {
        const QString message = text(std::string(cause.substr(8)));
        return tr("Because of message %2 of %1.").arg(message.section(u'/', 0, 0), message.section(u'/', 1));
    }
    if (cause.starts_with("command ")) {
        const QString action = Words::action(cause.substr(8));
        return entry.actor.empty() ? tr("Because a person chose “%1”.").arg(action)
                                   : tr("Because %2 chose “%1”.").arg(action, text(entry.actor));
    }
    if (cause == "due") return tr("Because its time had come.");
    if (cause == "stock was reported") return tr("Because stock was reported.");
    if (cause == "the program was started") return tr("Because Milepost was started again.");
    return cause.empty() ? QString() : tr("Because of: %1").arg(text(entry.causationId));
}

std::set<int> Causation::causes(const LineageEntry& entry) const
{
    std::set<int> found;
    if (const auto attempt = attemptOf(entry.causationId))
        if (const LineageEntry* call = startOf(m_lineage, *attempt)) found.insert(call->seq);
    const LineageEntry* first = firstOf(m_lineage, entry.causationId);
    if (first != nullptr && first->seq != entry.seq) found.insert(first->seq);
    return found;
}

std::set<int> Causation::consequences(const LineageEntry& entry) const
{
    std::set<int> found;
    const LineageEntry* first = firstOf(m_lineage, entry.causationId);
    const bool isFirst = first != nullptr && first->seq == entry.seq;
    for (const LineageEntry& other : m_lineage.entries) {
        if (other.seq == entry.seq) continue;
        const auto attempt = attemptOf(other.causationId);
        const bool isAnswered = attempt && isStartOf(entry, *attempt);
        if (isAnswered || (isFirst && other.causationId == entry.causationId)) found.insert(other.seq);
    }
    return found;
}

} // namespace milepost
