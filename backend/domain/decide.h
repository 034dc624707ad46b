// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/canonical_order.h"
#include "backend/domain/fact.h"
#include "backend/domain/field_edit.h"
#include "backend/domain/landscape.h"
#include "backend/domain/policy.h"
#include "backend/domain/process.h"

#include <memory>
#include <optional>
#include <string>
#include <variant>

namespace milepost {

/// Who may start a call now. Taking a place is part of the decision; what is not given a place stays waiting
/// and is decided again when the engine has one.
class StartGate {
public:
    virtual ~StartGate() = default;
    /// A place for one more call to that system, if it is not parked and not full.
    virtual bool take(const std::string& system, Criticality criticality) = 0;
    virtual bool isParked(const std::string& system) const = 0;
};

/// Numbers for files and interchanges, one series per partner; each is given once for ever.
class ControlSeries {
public:
    virtual ~ControlSeries() = default;
    virtual std::int64_t next(const std::string& system) = 0;
};

/// Up to when each system has surely told us everything.
class Watermarks {
public:
    virtual ~Watermarks() = default;
    virtual std::optional<Timestamp>
    of(std::string_view system) const = 0; ///< nothing: it has never told anything
    virtual bool areTrusted() const = 0;   ///< false after a clock jump until every source has caught up once
};

/// All that decide() reads besides the order and the input.
struct Context {
    Timestamp now{};
    double jitter = 0.5;  ///< uniform in [0, 1), drawn by the engine for this input
    bool advances = true; ///< false: book the input, take no step (no systems are connected)
    std::shared_ptr<const CanonicalOrder> content{};
    const Process& process;
    const PolicySet& policies;
    const Landscape& landscape;
    const StockView& stock;
    const Watermarks& watermarks;
    StartGate& gate;
    ControlSeries& controls;
};

struct ReceiveOrder {
    PayloadId content{};
    PayloadId raw{};
};
struct NoteMessage {
    MessageNoted note{};
};
struct ReceiveReport {
    Report report{};
    PayloadId payload{};
};
struct EndAttempt {
    int effect = 0;
    int attempt = 0;
    Reply reply{};
    PayloadId payload{};
};
struct EndLookup {
    int effect = 0;
    Reply reply{};
    PayloadId payload{};
};
/// Time has passed, stock came, a place is free, a system is back: see what can go on.
struct Wake {};
/// The process was started again: what was in flight is unknown now.
struct Recover {};
/// An exception as it was when a person closed it, by the history of its order.
struct ClosedException {
    OpenException exception{};
    std::string how{};                            ///< it was closed
    EffectState effect = EffectState::Superseded; ///< of its effect, just before
    bool isDoubtful = false;                      ///< its effect was
};
/// A person's word about this order.
struct Command {
    std::string action{}; ///< retry, replay, adopt, skip, resolve, reopen, cancel, compensate, hold, release
    int exception = 0;    ///< of those that are about one; 0: all open ones of the order
    std::string kind{};   ///< of hold and release
    std::string actor{};
    std::string reason{};
    bool byName = false;            ///< the exception was chosen by itself, not as one of many
    std::vector<FieldEdit> edits{}; ///< of edit: taken by the engine, which makes an EditOrder of it
    std::string from{};             ///< of compensate: the first step that is taken back
    int subject = 0;                ///< of compensate: one fulfillment or shipment only; 0: all
    bool keepsMap = false;          ///< of replay: with the pack version that the call was made with
    Reply adopted{};                ///< of adopt: what the partner has, as it says or as a person knows
    ClosedException closed{};       ///< of reopen
};

/// A person changed the order, or the order behind an exception; Context::content is what it is now.
/// Precondition: mayEdit() (order_edit.h); decide() throws otherwise.
struct EditOrder {
    int exception = 0;                  ///< 0: the order itself
    PayloadId content{};                ///< where the new content is kept
    std::vector<std::string> changed{}; ///< paths
    LinesChanged lines{};               ///< what other units are wanted by it
    std::string actor{};
    std::string reason{};
};

using Input = std::variant<ReceiveOrder, NoteMessage, ReceiveReport, EndAttempt, EndLookup, Wake, Recover,
                           Command, EditOrder>;

/// Decides what follows from one input. Pure but for what the context gives out (places, numbers): appends
/// facts to `row` and applies each to `order` by evolve(). Throws std::exception when the input cannot be
/// decided on; then `order` is to be thrown away.
void decide(Order& order, const Input& input, const Context& context, FactRow& row);

/// When something of this order is due next by itself, after `now`; nothing: it waits for others.
std::optional<Timestamp> nextDue(const Order& order, const Landscape& landscape, Timestamp now);

/// Whether a hold keeps this effect from its first attempt: it stops what has not begun, never what is under
/// way.
bool isHeldBack(const Order& order, const Process& process, const Effect& effect);

/// Whether a retry of what this exception is about is safe to do without a person looking at it.
bool mayRetry(const Order& order, const OpenException& exception, const Process& process,
              const Landscape& landscape, std::string& whyNot);

} // namespace milepost
