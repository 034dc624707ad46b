// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTemporaryDir>

#include "backend/engine/engine.h"
#include "scripted_transport.h"

#include <atomic>
#include <functional>
#include <future>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace milepost::test {

/// Business time that stands still until the test moves it.
class HandClock final : public Clock {
public:
    Timestamp now() const override { return Timestamp(Duration(m_now.load())); }
    void advance(Duration by) { m_now += by.count(); }

private:
    std::atomic<std::int64_t> m_now{1'795'420'800'000}; // 2026-11-23T08:00Z, a Monday
};

/// A running engine with a real store in a folder of its own and systems (tax, erp, wms) that the test plays.
/// Process: validate; tax and accept as soon as that is done; plan and allocate. A hold is poison: the
/// step that it allows books for a fulfillment without having one.
class EngineScene {
public:
    EngineScene() { open(); }
    ~EngineScene() { close(); }

    /// Ends the process without a word to the systems, as a crash does to what is under way.
    void close();
    /// Begins again on the same store; `beforeStart` runs when the store is open and nothing goes on yet.
    void open(const std::function<void()>& beforeStart = [] {});

    /// The receipt of a message once it is told, at most 5 s later.
    Receipt receive(const IncomingMessage& message);
    std::future<Receipt> send(const IncomingMessage& message);
    /// Runs `work` on the engine's thread and waits for it.
    void inEngine(const std::function<void(Store&)>& work);
    /// What runs meanwhile waits and is taken together when the returned promise is set.
    std::promise<void> holdBack();
    /// Moves business time and lets the engine see it.
    void pass(Duration time);

    Order order(const std::string& orderNo);
    std::vector<ExceptionRow> exceptions();
    std::vector<FactRow> facts(const std::string& orderNo);
    /// The content as the store has it.
    CanonicalOrder content(const std::string& orderNo);
    /// What a person wants done to an order; at most 5 s later.
    CommandReceipt command(const std::string& orderNo, Command command);
    /// From now on the stored bytes of that message are read as this: its map was mended.
    void readAs(const IncomingMessage& message) { m_sent.insert_or_assign(message.messageId, message); }
    /// The same for what no order has; at most 5 s later.
    CommandReceipt commandOfSystem(Command command) { return commandOn({}, std::move(command)); }
    /// What is wrong with the store by its own proofs; empty: nothing.
    std::string whatIsNotProven();
    Engine& engine() { return *m_engine; }

    /// From the next open() on wms is asked how far it has told, and a shipment is expected a day after it
    /// allocated; edi sends orders and says how many.
    bool isListening = false;

    HandClock clock;
    ScriptedTransport transport;

private:
    CommandReceipt commandOn(OrderId order, Command command);

    QTemporaryDir m_folder;
    std::map<std::string, IncomingMessage> m_sent; // by message id: how stored bytes are read again
    std::unique_ptr<Store> m_store;
    std::unique_ptr<Engine> m_engine;
};

/// An order message with `units` of one item.
IncomingMessage orderMessage(const std::string& messageId, const std::string& number, int units = 1);
CanonicalOrder& contentOf(IncomingMessage& message);
IncomingMessage reportMessage(const std::string& messageId, Report report);
IncomingMessage stockMessage(const std::string& messageId, int onHand, Timestamp at);
Reply done(const std::string& document);
const Effect* effectOf(const Order& order, int step);

inline constexpr int taxStep = 1;
inline constexpr int acceptStep = 2;

} // namespace milepost::test
