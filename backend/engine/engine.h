// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/connectors/transport.h"
#include "backend/contracts/incoming.h"
#include "backend/contracts/pack.h"
#include "backend/core/clock.h"
#include "backend/core/result.h"
#include "backend/domain/decide.h"
#include "backend/engine/call_rates.h"
#include "backend/engine/sent_counts.h"
#include "backend/store/store.h"

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace milepost {

/// What the engine works with: data and parts, chosen by app or service.
struct EngineSetup {
    std::vector<std::shared_ptr<const Pack>> packs{};    ///< the live version of each connected system
    std::vector<std::shared_ptr<const Pack>> oldPacks{}; ///< older versions that effects may still refer to
    std::vector<std::shared_ptr<const Process>> processes{}; ///< all versions in the store
    int process = 0; ///< definition of the version that new orders follow
    PolicySet policies{};
    Transport* http = nullptr; ///< outlive the engine; null: no such systems
    Transport* files = nullptr;
    PayloadCodec* codec = nullptr; ///< outlives the engine
    const Clock* clock = nullptr;  ///< outlives the engine
    int maxOrdersInFlight = 0;     ///< new orders wait while this many are under way; 0: no bound
    bool advances = true;   ///< false: book what comes in and do nothing about it (no systems are connected)
    std::uint64_t seed = 1; ///< of back-off jitter
    /// Reads a stored message again from its bytes, as it was read when it came (after a crash).
    std::function<std::vector<IncomingMessage>(const InboxRow& row, const std::string& raw)> readAgain{};
};

/// What became of a message, told after it is durable.
struct Receipt {
    bool isDurable = false;
    std::string result{}; ///< accepted, duplicate, change, late, conflict, rejected, ignored, unmatched
    std::string orderNo{};
    std::string reason{};
    std::string place{};
    std::string duplicateOf{}; ///< the first message, of a duplicate
};

struct CommandReceipt {
    bool isDone = false;
    std::string reason{};   ///< why not
    bool isRefused = false; ///< it is not permitted (any more); nothing was changed
};

/// A person's word about a system.
struct PauseWish {
    bool isPaused = true;
    std::string actor{};
    std::string reason{};
};

struct SystemStatus {
    std::string name{};
    std::string kind{};
    std::string state{}; ///< up, parked, paused
    std::optional<Timestamp> lastContactAt{};
    std::optional<Timestamp> watermark{};
    std::optional<Timestamp> lastPolledAt{}; ///< when the oldest of its polls last succeeded, engine time
    std::optional<CountWindow> counts{};     ///< what it said to have sent: where it differs, else the last
    int inFlight = 0;
    int queued = 0;
    std::optional<Timestamp> nextProbeAt{}; ///< of a parked one: when it is tried again
    std::string trouble{};                  ///< of a parked one: the last failure in a word
    std::int64_t calls = 0;                 ///< ended within CallRates::span of real time
    std::int64_t failures = 0;              ///< of these
};

/// A picture of the engine after a commit. A value; any thread.
struct EngineStatus {
    Timestamp now{};
    std::int64_t openOrders = 0;
    int waiting = 0;  ///< effects that start by themselves now or later, not at a parked system
    int parked = 0;   ///< the same at a parked system
    int inFlight = 0; ///< look-ups included
    int sent = 0;     ///< an acknowledgement is awaited
    int unknown = 0;  ///< with an automatic next step
    int queuedInputs = 0;
    std::optional<Timestamp> nextDue{}; ///< of effects and expectations
    std::int64_t commits = 0;
    std::vector<SystemStatus> systems{};
    std::string trouble{}; ///< why nothing can be written, empty: all is well
};

/// What changed in one commit, for views.
struct ChangeSet {
    std::vector<OrderId> orders{};
    bool exceptionsChanged = false;
    bool systemsChanged = false;
};

/// The loop of DESIGN.md section 3 and its thread. All public functions may be called from any thread;
/// callbacks run on the engine's thread and must not block.
class Engine {
public:
    virtual ~Engine() = default; ///< stops as stop() does

    /// Takes up what an earlier process left (what was in flight is unknown now) and begins.
    virtual void start() = 0;
    /// Ends the turn in hand, takes no more, joins. Work under way stays in flight in the store.
    virtual void stop() = 0;

    /// A message that came in. `done` runs once it is durable (or could not be made so).
    virtual void receive(IncomingMessage message, std::function<void(Receipt)> done) = 0;
    /// A person's word about one order.
    virtual void command(OrderId order, Command command, std::function<void(CommandReceipt)> done) = 0;
    /// A paused system is not called until it is resumed, also by a later process; it is still listened to.
    virtual void pause(std::string system, PauseWish wish, std::function<void(CommandReceipt)> done) = 0;
    /// Asks every poll now instead of when it is due.
    virtual void pollNow() = 0;
    /// Runs `work` on the engine's thread between two turns, with the store (for plans, definitions,
    /// backups).
    virtual void run(std::function<void(Store&)> work) = 0;
    /// The same for work that may store other policies: those that it answers act from the next decision on;
    /// nothing: the old ones stay. `work` must not throw.
    virtual void changePolicies(std::function<std::optional<PolicySet>(Store&)> work) = 0;

    virtual EngineStatus status() const = 0;
    /// Called after each commit, on the engine's thread.
    virtual void onChange(std::function<void(const ChangeSet&)> listener) = 0;
};

/// `store` is used by the engine's thread alone from start() to stop().
std::unique_ptr<Engine> makeEngine(Store& store, EngineSetup setup);

} // namespace milepost
