// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/engine/engine_loop.h"

#include "backend/contracts/pack_set.h"
#include "backend/store/store_error.h"

#include <pthread.h>

#include <algorithm>
#include <chrono>
#include <utility>

namespace milepost {
namespace {

constexpr std::size_t maxInputs = 256;
constexpr std::size_t maxLiveOrders = 5'000;
constexpr auto longestTurn = std::chrono::milliseconds(5);
constexpr auto longestSleep = std::chrono::milliseconds(200); // business time may be set from outside
constexpr auto slowCommit = std::chrono::microseconds(1500);
constexpr auto longestGathering = std::chrono::milliseconds(3);
constexpr std::size_t fewCalls = 4;
constexpr auto probeWriting = std::chrono::milliseconds(500);
constexpr auto unmatchedPatience = std::chrono::hours(24);
constexpr auto unmatchedAtMost = std::chrono::hours(24 * 30);
constexpr auto clockJump = std::chrono::minutes(5);

/// Why a person is told of a message that nobody took.
std::string unmatchedText(const Unmatched::Waiting& waiting)
{
    const auto* order = std::get_if<CanonicalOrder>(&waiting.message.message.content);
    if (order != nullptr)
        return waiting.inbox.source + " wants to change order " + order->number +
               ", which has not come. The change waits for it; ask for the order.";
    return waiting.inbox.source + " speaks of " + waiting.inbox.references +
           ", which no order here has. Ask it what that is.";
}

} // namespace

EngineLoop::EngineLoop(Store& store, EngineSetup setup)
    : m_store(store)
    , m_setup(std::move(setup))
    , m_orders(store, maxLiveOrders)
    , m_random(m_setup.seed)
{
    m_landscape = landscapeOf(m_setup.packs, m_setup.oldPacks);
    m_contracts = ContractNames(m_setup.packs, m_setup.oldPacks);
}

EngineLoop::~EngineLoop()
{
    EngineLoop::stop();
}

void EngineLoop::start()
{
    for (Transport* transport : {m_setup.http, m_setup.files}) {
        if (transport == nullptr) continue;
        transport->setSink([this](std::vector<CallResult> results) {
            std::vector<EngineInput> inputs;
            for (CallResult& result : results)
                inputs.emplace_back(prepareResult(std::move(result), *m_setup.codec));
            m_queue.put(std::move(inputs));
        });
    }
    m_thread = std::jthread([this] { loop(); });
    pthread_setname_np(m_thread.native_handle(), "engine");
}

void EngineLoop::stop()
{
    m_queue.stop();
    if (m_thread.joinable()) m_thread.join();
}

void EngineLoop::receive(IncomingMessage message, std::function<void(Receipt)> done)
{
    m_queue.put(MessageInput{prepareMessage(std::move(message), false, *m_setup.codec), std::move(done)});
}

void EngineLoop::command(OrderId order, Command command, std::function<void(CommandReceipt)> done)
{
    m_queue.put(CommandInput{order, std::move(command), std::move(done)});
}

void EngineLoop::pollNow()
{
    m_queue.put(PollNowInput{});
}

void EngineLoop::run(std::function<void(Store&)> work)
{
    m_queue.put(WorkInput{std::move(work)});
}

void EngineLoop::changePolicies(std::function<std::optional<PolicySet>(Store&)> work)
{
    m_queue.put(PoliciesInput{std::move(work)});
}

/// Decisions that are already made in this turn keep the old rows; all later ones follow the new.
void EngineLoop::handle(PoliciesInput& input)
{
    if (auto policies = input.work(m_store)) m_setup.policies = *std::move(policies);
}

void EngineLoop::loop()
{
    try {
        load();
        recoverOrders();
        recoverInbox();
    } catch (const std::exception& problem) {
        survive(problem.what());
    }
    while (!m_queue.isStopped()) {
        m_turn.inputs = m_queue.take(maxInputs, nextWake());
        gatherMore();
        try {
            oneTurn();
        } catch (const std::exception& problem) { // the store could not be read
            survive(problem.what());
        }
    }
    tell();
}

/// Where a commit is slow, what comes within one commit's time shares it. Only while answers are on their
/// way: a call that is alone never waits for company.
void EngineLoop::gatherMore()
{
    if (m_meanCommit < slowCommit || m_turn.inputs.empty()) return;
    if (m_outstanding.size() < 2 * m_turn.inputs.size() + fewCalls) return;
    std::this_thread::sleep_for(
        std::min<std::chrono::steady_clock::duration>(m_meanCommit, longestGathering));
    for (EngineInput& input : m_queue.take(maxInputs - std::min(maxInputs, m_turn.inputs.size()), {}))
        m_turn.inputs.push_back(std::move(input));
}

void EngineLoop::oneTurn()
{
    const auto begun = std::chrono::steady_clock::now();
    watchClock();
    m_lanes.setNow(m_now);
    if (m_inboxIsStale) recoverInbox();
    takeHeld();
    std::size_t handled = 0;
    while (handled < m_turn.inputs.size()) {
        handle(m_turn.inputs[handled++]);
        if (std::chrono::steady_clock::now() - begun > longestTurn) break;
    }
    std::deque<EngineInput> rest(
        std::make_move_iterator(m_turn.inputs.begin() + static_cast<std::ptrdiff_t>(handled)),
        std::make_move_iterator(m_turn.inputs.end()));
    m_turn.inputs.resize(handled);
    if (!rest.empty()) m_queue.putBack(std::move(rest));
    wakeDue();
    wakeReady();
    startPolls();
    commitTurn();
}

void EngineLoop::handle(EngineInput& input)
{
    if (auto* message = std::get_if<MessageInput>(&input)) handle(*message);
    if (auto* result = std::get_if<ResultInput>(&input)) handle(*result);
    if (auto* waited = std::get_if<WaitedInput>(&input)) handle(*waited);
    if (std::holds_alternative<PollNowInput>(input)) m_polls.askAll(m_now);
    if (auto* work = std::get_if<WorkInput>(&input)) work->work(m_store);
    if (auto* command = std::get_if<CommandInput>(&input)) handle(*command);
    if (auto* pause = std::get_if<PauseInput>(&input)) handle(*pause);
    if (auto* policies = std::get_if<PoliciesInput>(&input)) handle(*policies);
}

void EngineLoop::wake(OrderId id, const char* cause)
{
    LiveOrder* order = m_orders.find(id);
    if (order == nullptr) return;
    decideOn(*order, Wake{}, cause, m_turn.batch.changes.emplace_back());
    m_turn.dropEmptyChange();
    order = m_orders.find(id);
    if (order != nullptr) noteSilence(order->state);
}

void EngineLoop::wakeDue()
{
    for (const OrderId id : m_timers.takeDue(m_now, maxInputs))
        wake(id, "due");
    for (Unmatched::Waiting& waiting : m_unmatched.takeOlder(m_now - unmatchedPatience, false))
        tellUnmatched(waiting, m_turn.batch.changes.emplace_back());
    for (Unmatched::Waiting& waiting : m_unmatched.takeOlder(m_now - unmatchedAtMost, true)) {
        waiting.inbox.state = InboxState::Failed;
        m_turn.batch.changes.emplace_back().inbox.push_back(std::move(waiting.inbox));
    }
}

/// A change of an order waits on: it would be lost if its order came without it.
void EngineLoop::tellUnmatched(Unmatched::Waiting& waiting, Change& change)
{
    const bool isWish = std::holds_alternative<CanonicalOrder>(waiting.message.message.content);
    if (!isWish) waiting.inbox.state = InboxState::Failed;
    waiting.inbox.reason = "it belongs to no order that we know";
    m_exceptions.openForSystem(change,
                               OpenException{.kind = ExceptionClass::Mismatch,
                                             .severity = Severity::High,
                                             .system = waiting.inbox.source,
                                             .cause = "belongs to no order",
                                             .text = unmatchedText(waiting),
                                             .openedAt = m_now},
                               waiting.inbox.payload, m_setup.policies, "normal",
                               ContractNames::ofMessage(waiting.inbox.source, waiting.inbox.format));
    change.inbox.push_back(waiting.inbox);
    const std::vector<std::string> references{waiting.message.businessKey};
    if (isWish) m_unmatched.keep(std::move(waiting), references);
}

void EngineLoop::wakeReady()
{
    for (const OrderId id : m_lanes.ready())
        wake(id, "a place is free");
}

void EngineLoop::takeHeld()
{
    const auto max = static_cast<std::size_t>(m_setup.maxOrdersInFlight);
    while (!m_held.empty() && m_active.size() < max) {
        MessageInput input = std::move(m_held.front());
        m_held.pop_front();
        handle(input);
    }
}

bool EngineLoop::commitTurn()
{
    m_turn.batch.sources = m_sources.takeChanged();
    const bool isEmpty = m_turn.batch.changes.empty();
    try {
        if (!isEmpty || !m_turn.batch.sources.empty()) {
            const auto begun = std::chrono::steady_clock::now();
            const Committed committed = m_store.commit(m_turn.batch);
            m_meanCommit = (m_meanCommit * 7 + (std::chrono::steady_clock::now() - begun)) / 8;
            ++m_commits;
            finishTurn(committed);
        }
    } catch (const std::exception& problem) {
        survive(problem.what());
        return false;
    }
    m_trouble.clear();
    tell();
    m_turn = {};
    m_orders.trim();
    return true;
}

void EngineLoop::finishTurn(const Committed& committed)
{
    const auto isRefused = [&](std::size_t change) {
        return std::ranges::any_of(committed.refused,
                                   [&](const auto& entry) { return entry.first == change; });
    };
    for (const auto& [change, reason] : committed.refused) {
        const Change& refused = m_turn.batch.changes[change];
        if (!refused.state) continue;
        m_orders.forget(refused.state->id); // its state in memory was never written
        m_timers.set(refused.state->id, m_now + std::chrono::minutes(1));
    }
    for (const CallKey& key : m_turn.ended)
        m_outstanding.erase(key);
    for (auto& [change, answer] : m_turn.answers)
        answer(!isRefused(change));
    for (Turn::Start& start : m_turn.starts) {
        Transport* transport =
            start.call.pack->transport() == TransportKind::Http ? m_setup.http : m_setup.files;
        if (isRefused(start.change) || transport == nullptr) {
            m_lanes.release(start.key.system);
            continue;
        }
        m_outstanding.insert(start.key);
        transport->start(std::move(start.call));
    }
    if (!m_turn.readFiles.empty() && m_setup.files != nullptr) m_setup.files->settle(m_turn.readFiles);
    ChangeSet changes{.exceptionsChanged = m_turn.exceptionsChanged,
                      .systemsChanged = !m_turn.batch.sources.empty()};
    changes.orders.assign(m_turn.orders.begin(), m_turn.orders.end());
    if (m_listener) m_listener(changes);
}

/// Nothing could be written: what is in memory is ahead of the store. Forget it, read it anew, try again.
void EngineLoop::survive(const std::string& trouble)
{
    m_trouble = trouble;
    Turn lost = std::exchange(m_turn, {});
    for (auto& [change, answer] : lost.answers)
        answer(false);
    std::deque<EngineInput> kept;
    for (EngineInput& input : lost.inputs) {
        auto* message = std::get_if<MessageInput>(&input);
        auto* command = std::get_if<CommandInput>(&input);
        if (message != nullptr && message->done) message->done({}); // its turn had not come
        if (command != nullptr && command->done) command->done({false, "it could not be written"});
        auto* pause = std::get_if<PauseInput>(&input);
        if (pause != nullptr && pause->done) pause->done({false, "it could not be written"});
        if (std::holds_alternative<ResultInput>(input)) kept.push_back(std::move(input));
    }
    tell();
    std::this_thread::sleep_for(probeWriting);
    m_queue.putBack(std::move(kept));
    try {
        load();
        m_inboxIsStale = true;
    } catch (const std::exception& problem) {
        m_trouble = problem.what();
    }
}

std::chrono::steady_clock::time_point EngineLoop::nextWake() const
{
    std::optional<Timestamp> due;
    for (const auto& next : {m_timers.next(), m_polls.next(), m_lanes.nextProbe()}) {
        if (next) due = due ? std::min(*due, *next) : *next;
    }
    auto sleep = std::chrono::duration_cast<std::chrono::microseconds>(longestSleep);
    if (due) {
        const double real = static_cast<double>((*due - m_now).count()) * 1000.0 / m_setup.clock->speed();
        const std::chrono::microseconds wanted(static_cast<std::int64_t>(std::clamp(real, 0.0, 1e9)));
        sleep = std::min(sleep, std::max(wanted, std::chrono::microseconds(500)));
    }
    return std::chrono::steady_clock::now() + sleep;
}

/// Business time never runs backwards; after a jump silence proves nothing for a while.
void EngineLoop::watchClock()
{
    const auto real = std::chrono::steady_clock::now();
    const Timestamp now = m_setup.clock->now();
    if (m_lastReal != std::chrono::steady_clock::time_point{}) {
        const auto passed =
            std::chrono::duration_cast<Duration>((real - m_lastReal) * m_setup.clock->speed());
        const Duration jump = now - (m_lastClock + passed);
        const auto tolerated =
            std::chrono::duration_cast<Duration>(clockJump * std::max(1.0, m_setup.clock->speed() / 60));
        if (std::chrono::abs(jump) > tolerated) noteClockJump(jump);
    }
    m_lastReal = real;
    m_lastClock = now;
    m_now = std::max(m_now, now);
}

void EngineLoop::noteClockJump(Duration jump)
{
    m_sources.distrust(m_polls.systems());
    m_polls.askAll(m_now);
    Change& change = m_turn.batch.changes.emplace_back();
    FactRow row{.firstSeq = ++m_systemFacts, .at = m_now, .cause = "clock"};
    row.facts.emplace_back(MessageNoted{.system = "clock",
                                        .note = "jumped by " + std::to_string(jump.count() / 1000) +
                                                " s; silence is not judged"});
    change.facts.push_back(
        FactRecord{.firstSeq = row.firstSeq, .count = 1, .at = row.at, .packedFacts = packed(row)});
    change.sequences.push_back({"facts of systems", m_systemFacts});
}

} // namespace milepost
