// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/hex_text.h"
#include "backend/engine/change_rows.h"
#include "backend/engine/engine_loop.h"

#include <algorithm>
#include <chrono>

namespace milepost {
namespace {

using std::chrono::hours;

constexpr std::string_view countsCursor = "counts";
constexpr std::string_view arrivedCounter = "arrived";
constexpr Duration rememberedFor = hours(24 * 32); ///< older windows are not counted any more
constexpr Duration longestWindow = hours(24 * 31);

bool isWholeHour(Timestamp at)
{
    return std::chrono::floor<hours>(at) == at;
}

/// Why a window cannot be held against anything; empty: it can.
std::string whyNotCompare(const CountWindow& window, Timestamp now)
{
    if (!isWholeHour(window.from) || !isWholeHour(window.to)) return "its window is not of whole hours";
    if (window.to - window.from > longestWindow) return "its window is longer than 31 days";
    if (window.to > now + hours(24)) return "its window ends in the future";
    if (window.from < now - rememberedFor) return "its window is too long ago";
    return {};
}

} // namespace

void EngineLoop::loadCounts()
{
    m_counts.clear();
    for (const CursorRow& row : m_store.cursors())
        if (row.poll == countsCursor) m_counts.load(row.system, row.cursor);
    const std::int64_t from = hourOf(m_setup.clock->now() - rememberedFor);
    for (const Store::CounterHour& counted : m_store.counterHours(arrivedCounter, from))
        m_counts.noteArrived(counted.system, counted.hour, counted.value);
}

/// An order that is here counts for its channel, by whatever way it came.
void EngineLoop::countArrival(const CanonicalOrder& order, Change& change)
{
    const auto pack = std::ranges::find_if(
        m_setup.packs, [&](const auto& candidate) { return candidate->name() == order.channel; });
    const CountedBy by = pack == m_setup.packs.end() ? CountedBy::Nothing : (*pack)->countedBy();
    if (by == CountedBy::Nothing) return;
    const std::optional<Timestamp> at =
        by == CountedBy::Version ? parseTimestamp(order.version) : order.placedAt;
    const std::int64_t hour = hourOf(at.value_or(m_now));
    m_counts.noteArrived(order.channel, hour, 1);
    change.counters.push_back(CounterDelta{.kind = std::string(arrivedCounter),
                                           .key = order.channel,
                                           .system = order.channel,
                                           .hour = hour,
                                           .delta = 1});
    if (m_counts.differs(order.channel)) compareCounts(order.channel, change);
}

/// What a source says is no news of an order: like a report of stock it is used and not kept, unless it is
/// wrong.
Receipt EngineLoop::takeCount(PreparedMessage& message, const SentCount& told, Change& change)
{
    const std::string system = message.message.source;
    const CountWindow window{
        .from = told.from.value_or(Timestamp{}), .to = told.to.value_or(Timestamp{}), .said = told.said};
    if (const std::string whyNot = whyNotCompare(window, m_now); !whyNot.empty()) {
        if (m_store.inboxByMessage(system, message.message.messageId)) return {.result = "duplicate"};
        return takeBad(message, Error{ErrorKind::InvalidInput, "the count of orders is of no use: " + whyNot},
                       change);
    }
    const bool isAskedHowFar = std::ranges::any_of(m_setup.packs, [&](const auto& pack) {
        return pack->name() == system && std::ranges::any_of(pack->polls(), &PollSpec::isWatermark);
    });
    if (!isAskedHowFar) m_sources.noteWatermark(system, window.to); // its totals say: that was all up to then
    if (m_sources.of(system).value_or(Timestamp{}) < window.to)
        return {.result = "ignored", .reason = system + " has not told everything up to then"};
    m_counts.compare(system, window);
    tellCounts(system, change);
    return {.result = "ignored", .reason = "the count was compared"};
}

void EngineLoop::compareCounts(const std::string& system, Change& change)
{
    if (m_counts.compareAgain(system)) tellCounts(system, change);
}

/// Writes what is known down, and opens, changes or closes the one exception about it.
void EngineLoop::tellCounts(const std::string& system, Change& change)
{
    const CountState* state = m_counts.stateOf(system);
    if (state == nullptr) return;
    change.cursors.push_back({system, std::string(countsCursor), toText(*state)});
    auto exception = countException(system, *state);
    for (const std::string_view cause : {missingOrdersCause, surplusOrdersCause}) {
        if (exception && exception->cause == cause) continue;
        const std::string how = state->last ? sentenceOf(system, *state->last) + "; the counts agree again"
                                            : std::string("the counts agree again");
        m_exceptions.closeForSystem(change, system, std::string(cause), how, m_now);
    }
    m_turn.exceptionsChanged = true;
    if (!exception) return;
    exception->openedAt = m_now;
    m_exceptions.updateForSystem(change, *std::move(exception), m_setup.policies, "normal");
}

/// False: there is nothing to ask now.
bool EngineLoop::askForCounts(ScheduledPoll& poll)
{
    const std::string& system = poll.pack->name();
    const auto ask = m_held.empty() && m_sources.areTrusted()
                         ? m_counts.nextToAsk(system, poll.spec.window, m_sources.of(system), m_now)
                         : std::nullopt;
    if (!ask) {
        poll.isFlying = false;
        poll.dueAt = m_now + poll.spec.every;
        return false;
    }
    poll.cursor = toText(ask->from) + "/" + toText(ask->to);
    return true;
}

void EngineLoop::handleCounts(ScheduledPoll& poll, ResultInput& input)
{
    const auto slash = poll.cursor.find('/');
    for (PreparedMessage& message : input.messages) {
        IncomingMessage& in = message.message;
        in.messageId = poll.spec.name + "/" + hexText(message.digest); // a wrong answer is kept once
        if (auto* told = std::get_if<SentCount>(&in.content); told != nullptr && !told->from) {
            told->from = parseTimestamp(poll.cursor.substr(0, slash));
            told->to = parseTimestamp(poll.cursor.substr(slash + 1));
        }
        take(message, m_turn.batch.changes.emplace_back());
    }
    noteHealth(input.result, m_setup.policies.find("normal"), m_turn.batch.changes.emplace_back());
    if (input.result.reply.outcome != Outcome::Done) return;
    const auto next =
        m_counts.nextToAsk(poll.pack->name(), poll.spec.window, m_sources.of(poll.pack->name()), m_now);
    const bool isBehind = next && toText(next->to) > poll.cursor.substr(slash + 1);
    if (isBehind) poll.dueAt = m_now; // it has told of later hours meanwhile
}

} // namespace milepost
