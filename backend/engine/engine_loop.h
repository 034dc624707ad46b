// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/order_edit.h"
#include "backend/engine/call_rates.h"
#include "backend/engine/change_rows.h"
#include "backend/engine/engine.h"
#include "backend/engine/input_queue.h"
#include "backend/engine/lanes.h"
#include "backend/engine/live_orders.h"
#include "backend/engine/open_exceptions.h"
#include "backend/engine/polls.h"
#include "backend/engine/sent_counts.h"
#include "backend/engine/sources.h"
#include "backend/engine/stock_book.h"
#include "backend/engine/timers.h"
#include "backend/engine/turn.h"
#include "backend/engine/unmatched.h"

#include <mutex>
#include <random>
#include <set>
#include <thread>
#include <unordered_set>

namespace milepost {

/// The one implementation of Engine. Its parts are values used by its thread alone; what other threads touch
/// is the queue, the last status and the listener.
class EngineLoop final : public Engine, private ControlSeries {
public:
    EngineLoop(Store& store, EngineSetup setup);
    ~EngineLoop() override;

    void start() override;
    void stop() override;
    void receive(IncomingMessage message, std::function<void(Receipt)> done) override;
    void command(OrderId order, Command command, std::function<void(CommandReceipt)> done) override;
    void pause(std::string system, PauseWish wish, std::function<void(CommandReceipt)> done) override;
    void pollNow() override;
    void run(std::function<void(Store&)> work) override;
    void changePolicies(std::function<std::optional<PolicySet>(Store&)> work) override;
    EngineStatus status() const override;
    void onChange(std::function<void(const ChangeSet&)> listener) override;

private:
    // engine_loop.cpp: the thread and its turns
    void loop();
    void oneTurn();
    void gatherMore();
    void handle(EngineInput& input);
    void handle(PoliciesInput& input);
    void wakeDue();
    void tellUnmatched(Unmatched::Waiting& waiting, Change& change);
    void wakeReady();
    void takeHeld();
    bool commitTurn();
    void finishTurn(const Committed& committed);
    void survive(const std::string& trouble);
    std::chrono::steady_clock::time_point nextWake() const;
    void watchClock();
    void noteClockJump(Duration jump);

    // engine_start.cpp: taking up what an earlier process left
    void load();
    void recoverOrders();
    void recoverInbox();

    // engine_decisions.cpp
    Context contextFor(const LiveOrder& order, StartGate& gate);
    const Process& processOf(const Order& order) const;
    void decideOn(LiveOrder& order, const Input& input, std::string cause, Change& change);
    void follow(LiveOrder& order, const OrderTally& before, const FactRow& row, Change& change);
    void startCalls(const LiveOrder& order, const FactRow& row);
    std::shared_ptr<const Pack> packOf(int definition) const;
    void contain(OrderId id, const std::string& cause, const std::string& what, Change& change);
    void countWork(const LiveOrder& order);
    void keepWaitingForStock(LiveOrder& order);
    void wake(OrderId id, const char* cause);
    std::int64_t next(const std::string& system) override; // control numbers

    // engine_commands.cpp: a person's word
    void handle(CommandInput& input);
    void answerWhenDurable(CommandInput& input);
    Result<RevisedContent> revisionFor(const Command& command, const LiveOrder& order) const;
    void handleOfSystem(CommandInput& input);
    std::string readStored(int exception, std::optional<ExceptionRow>& about, Change& change);
    void edit(CommandInput& input, LiveOrder& order);
    /// Writes the new content and decides on it, in one; false: the decision failed and was contained. `edit`
    /// says who, why and because of what.
    bool revise(LiveOrder& order, const RevisedContent& revised, EditOrder edit, const std::string& cause,
                Change& change);
    void leaveStockQueue(LiveOrder& order);

    // engine_messages.cpp: the inbox rules
    void handle(MessageInput& input);
    void handle(WaitedInput& input);
    Receipt take(PreparedMessage& message, Change& change);
    Receipt takeOrder(PreparedMessage& message, Change& change);
    Receipt takeReport(PreparedMessage& message, Change& change);
    Receipt takeStock(const PreparedMessage& message, Change& change);
    Receipt takeBad(PreparedMessage& message, const Error& error, Change& change);
    Receipt noteRepeated(const PreparedMessage& message, const InboxRow& first, Change& change);
    /// It waits for the order that has one of these numbers, or is known by this business key.
    Receipt keepUnmatched(PreparedMessage& message, const std::vector<std::string>& references,
                          std::string reason, Change& change);
    void note(LiveOrder& order, const IncomingMessage& message, std::string what, PayloadId payload,
              Change& change);
    std::optional<OrderId> orderOf(const Report& report);
    std::optional<OrderId> orderByNo(const std::string& orderNo);
    std::string freeOrderNo(const CanonicalOrder& order, OrderId id);
    InboxRow& writeInbox(const PreparedMessage& message, InboxState state, OrderId order, Change& change);
    std::optional<InboxRow> inboxOf(const std::string& source, const std::string& messageId);
    PayloadId writePayload(PayloadRow payload, OrderId order, Change& change);
    void retryUnmatched(const std::string& reference);
    std::optional<Store::KnownOrder> knownOrder(const std::string& businessKey);

    // engine_wishes.cpp: what a channel says of an order that it has sent before
    struct ChannelWish {
        CanonicalOrder wanted{}; ///< the whole order, also where the message amends it only
        OrderWish difference{};  ///< empty of a cancellation, and where the content is not here any more
    };
    ChannelWish wishOf(const LiveOrder& order, const CanonicalOrder& said);
    std::optional<CanonicalOrder> statedOf(const LiveOrder& order);
    std::optional<CanonicalOrder> readMessage(const std::string& source, const std::string& messageId);
    std::string applyFromChannel(LiveOrder& order, const ChannelWish& wish, const IncomingMessage& message,
                                 Change& change);
    std::string blockOf(const LiveOrder& order, const ChannelWish& wish) const;
    void keepWish(PreparedMessage& message, const std::string& orderNo, Change& change);
    void handleWish(Unmatched::Waiting& waiting);
    void noteFound(Unmatched::Waiting& waiting, LiveOrder& order);
    /// @param version of what the order follows now
    void takeWish(Unmatched::Waiting& waiting, LiveOrder& order, const std::string& version);
    void wakeWishes(const LiveOrder& order);
    void openUnfollowed(const std::string& source, const std::string& cause, const std::string& what,
                        PayloadId payload, std::string contract, Change& change);
    Receipt noteKnownOrder(PreparedMessage& message, const Store::KnownOrder& known, Change& change);

    // engine_counts.cpp: what sources say they have sent
    void loadCounts();
    void countArrival(const CanonicalOrder& order, Change& change);
    Receipt takeCount(PreparedMessage& message, const SentCount& told, Change& change);
    void compareCounts(const std::string& system, Change& change);
    void tellCounts(const std::string& system, Change& change);
    void handleCounts(ScheduledPoll& poll, ResultInput& input);
    bool askForCounts(ScheduledPoll& poll);

    // engine_pause.cpp: a person's word about a system
    void handle(PauseInput& input);

    // engine_results.cpp: ends of calls and polls
    void handle(ResultInput& input);
    void handlePoll(ResultInput& input);
    void noteHealth(const CallResult& result, const Policy& policy, Change& change);
    void startPolls();
    void wakeForStock();

    // engine_silence.cpp: sources that tell nothing
    void noteSilence(const Order& order);
    void openSilence(const std::string& system, std::optional<Timestamp> watermark);
    void endSilence(const std::string& system, Timestamp asOf, Change& change);

    // engine_status.cpp
    void tell();
    EngineStatus picture() const;

    Store& m_store;
    EngineSetup m_setup;
    Landscape m_landscape;
    ContractNames m_contracts;

    InputQueue m_queue;
    LiveOrders m_orders;
    Lanes m_lanes;
    StockBook m_stock;
    Sources m_sources;
    Polls m_polls;
    SentCounts m_counts;
    Timers m_timers;
    OpenExceptions m_exceptions;
    Unmatched m_unmatched;
    Unmatched m_wishes; ///< changes of orders, by order no., that wait for the end of a call
    std::map<std::string, int> m_wishesOf;                 ///< how many of an order wait, also in the queue
    std::unordered_map<std::int64_t, OpenWork> m_openWork; ///< of open orders, also of those not in memory
    WorkTotals m_workTotals;
    std::map<std::string, std::set<WaitingOrder>, std::less<>> m_waitingForStock; ///< by sku
    std::set<WaitingOrder> m_stockWakes;                                          ///< stock came for them
    std::set<std::string> m_reportedDown; ///< systems with an open exception that says so
    std::set<std::string> m_silent;       ///< the same of silence
    CallRates m_rates;
    std::map<std::string, std::string, std::less<>> m_lastFailures; ///< by system, in a word
    std::set<CallKey> m_outstanding;                                ///< calls that were handed to a transport
    std::unordered_set<std::int64_t> m_active;                      ///< orders with a call under way
    std::deque<MessageInput> m_held;                                ///< new orders that wait for one of them
    std::map<std::string, std::int64_t> m_controls;

    Turn m_turn;
    Change* m_change = nullptr; ///< of the decision in hand: where control numbers are written
    Store::HighIds m_ids;
    Timestamp m_now{};
    Timestamp m_lastClock{};
    std::chrono::steady_clock::time_point m_lastReal{};
    int m_systemFacts = 0; ///< facts that belong to no order, so far
    std::mt19937_64 m_random;
    std::string m_trouble;
    bool m_inboxIsStale = false; ///< what waits for its order is to be read from the store again
    std::int64_t m_commits = 0;
    std::chrono::steady_clock::duration m_meanCommit{}; ///< of late

    mutable std::mutex m_statusMutex;
    EngineStatus m_status;
    std::function<void(const ChangeSet&)> m_listener;

    std::jthread m_thread; ///< last: it joins first
};

} // namespace milepost
