// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/core/clock.h"
#include "backend/core/ids.h"
#include "backend/domain/canonical_order.h"
#include "backend/domain/concern.h"
#include "backend/domain/exception.h"
#include "backend/domain/milestone.h"
#include "backend/domain/order.h"
#include "backend/domain/waiting.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// What the face (backend.h) answers about orders: plain values that could cross a process border.
namespace milepost {

/// How many there are of a key; keys are those of toKey().
struct Count {
    std::string key{};
    std::int64_t value = 0;
};

/// What a source says it has sent, beside what is here of it.
struct CountsView {
    std::int64_t said = 0;
    std::int64_t arrived = 0;
    Timestamp from{};
    Timestamp to{};
};

struct SystemView {
    std::string name{};
    std::string kind{};
    std::string state{}; ///< up, parked, paused, notConnected
    std::optional<Timestamp> lastContactAt{};
    std::optional<Timestamp> watermark{}; ///< it has told us everything up to then
    std::optional<CountsView> counts{};   ///< the oldest that differ, else the last
};

/// All counts in one read.
struct StatusView {
    std::int64_t orders = 0;
    std::vector<Count> milestones{}; ///< orders for which it is full, one entry per milestone
    std::int64_t openExceptions = 0;
    std::vector<Count> exceptionsByClass{};
    std::vector<Count> effects{}; ///< by state, "parked" beside the states of the domain
    std::vector<SystemView> systems{};
};

/// One order in a list.
struct OrderRow {
    OrderId id{};
    std::string orderNo{};
    std::string channel{};
    std::string customer{};
    Timestamp receivedAt{};
    std::optional<Timestamp> placedAt{};
    std::optional<std::int64_t> totalMinor{};
    Currency currency{};
    bool isOpen = true;
    std::uint32_t milestones = 0; ///< bit i: milestone i is full
    std::optional<Timestamp> promisedAt{};
    std::vector<std::string> nodes{}; ///< of its fulfillments
    int openExceptions = 0;
    Waiting waiting{};
};

enum class OrderSort { Received, OrderNo, Channel, Customer, Placed, Promised, Total };

struct OrderFilter {
    std::string search{};                 ///< any number on any document, customer or sku; empty: all
    std::optional<Milestone> milestone{}; ///< full for it
    std::optional<Milestone> notYet{};    ///< not full for it, and open
    std::optional<Concern> concern{};     ///< open orders with this concern
    std::string channel{};                ///< empty: any
    std::string system{};                 ///< open orders that wait for this system; empty: any
    std::string node{};                   ///< open orders with a fulfillment there; empty: any
    std::optional<bool> isOpen{};
    std::optional<Timestamp> receivedFrom{};
    std::optional<Timestamp> receivedBefore{};
    OrderSort sort = OrderSort::Received; ///< of orderIds(); pages of orders() are always newest first
    bool isDescending = true;
    std::size_t limit = 100;
    OrderId before{}; ///< goes on below this order; 0: from the newest
    /// Of orderIds() with a search: only about so many of those it finds, at once; 0: all, however many.
    std::size_t atMost = 0;
};

/// A page of a list, newest first.
struct OrderPage {
    std::vector<OrderRow> orders{};
    OrderId next{}; ///< `before` of the next page; 0: this was the last
};

struct LineView {
    int lineNo = 0;
    int parentLineNo = 0; ///< of a substitute
    std::string sku{};
    std::optional<UnitPrice> unitPrice{};
    LineFigures figures{};
};

/// An outgoing call of an order.
struct EffectView {
    int number = 0;
    std::string step{};
    std::string capability{};
    std::string system{};
    int subject = 0;
    std::string state{};
    int attempts = 0;
    std::string key{};       ///< idempotency key
    std::string reference{}; ///< of the fulfillment or shipment, as partners call it; empty: of the order
    std::string document{};  ///< what the partner calls the result
    int undoes = 0;          ///< the effect that it takes back; 0: none
};

/// One step of taking an order's steps back.
struct UndoView {
    int effect = 0;
    std::string step{};
    std::string reference{}; ///< of the fulfillment or shipment
    std::string system{};
    std::string document{}; ///< what is taken back
    std::string how{};      ///< call, askPartner, irreversible, wait, withdraw, nothing (UndoKind)
    std::string state{};    ///< open, underWay, stuck, undone, kept
    std::string proof{};    ///< the partner's number of its being undone
};

struct CompensationView {
    std::string goal{}; ///< cancel, redo
    std::string fromStep{};
    std::string reason{};
    Timestamp startedAt{};
    std::vector<UndoView> steps{}; ///< those taken back, then those to come
};

struct ExceptionView {
    std::int64_t id = 0;
    std::string orderNo{}; ///< empty: of a system or a message
    ExceptionClass kind = ExceptionClass::Internal;
    Severity severity = Severity::Medium;
    std::string system{};
    std::string step{};
    int effect = 0;
    std::string state{}; ///< open, closed
    std::string cause{};
    std::string text{}; ///< what happened and what a person should do
    std::optional<Money> moneyAtRisk{};
    Timestamp openedAt{};
    std::optional<Timestamp> dueBy{};
    std::string owner{};
    PayloadId payload{};
    std::string claimedBy{}; ///< who works on it; empty: nobody
    std::optional<Timestamp> claimedAt{};
    std::optional<Timestamp> closedAt{};
    std::string how{};       ///< it was closed
    std::string closedBy{};  ///< the person; empty: it closed by itself
    std::string closedWhy{}; ///< in that person's words
    std::string customer{};  ///< of its order
    std::string contract{};  ///< "erp order.accept v2", "shop shopify-order"; empty: not known
    std::string tags{};      ///< of persons: words
    std::string ticket{};    ///< its number in another system
    std::optional<Timestamp> snoozedUntil{};
};

/// Open ones by id, closed ones with the last closed first.
enum class ExceptionState { Open, Closed, All };

/// How many closed exceptions a page has at most.
inline constexpr std::size_t mostClosedExceptions = 1'000;

struct ExceptionFilter {
    std::optional<ExceptionClass> kind{};
    std::optional<Severity> leastSeverity{};
    std::string system{};
    std::string owner{};     ///< team; empty: any
    std::string claimedBy{}; ///< empty: any
    std::string search{};    ///< in order no., cause, text, system, step; empty: all
    ExceptionState state = ExceptionState::Open;
    std::optional<Timestamp> awakeAt{}; ///< without those that sleep at that time; nothing: with all
    std::int64_t group = 0;             ///< only those of the group of that exception; 0: any
    ExceptionGrouping grouping = ExceptionGrouping::Cause; ///< of the group, and of groups that are asked for
    std::string orderNo{};
    std::size_t limit = 0;   ///< 0: all; of closed ones at most mostClosedExceptions
    std::int64_t before = 0; ///< of closed ones: goes on behind that one; 0: from the last closed
};

struct ExceptionPage {
    std::int64_t total = 0; ///< that match, also those beyond the limit
    std::vector<ExceptionView> exceptions{};
    std::int64_t next = 0; ///< of closed ones: `before` of the next page; 0: this was the last
};

/// Exceptions that have something in common; what they are not grouped by is empty.
struct ExceptionGroup {
    std::int64_t id = 0; ///< the oldest exception of it
    ExceptionGrouping grouping = ExceptionGrouping::Cause;
    std::string selector{}; ///< that names them in a plan
    std::optional<ExceptionClass> kind{};
    std::string system{};
    std::string step{};
    std::string cause{};
    std::string contract{};
    std::string customer{};
    std::string owner{};
    std::int64_t count = 0;
    Timestamp oldestAt{};
    std::optional<Timestamp> soonestDue{};
    std::vector<Money> moneyAtRisk{}; ///< one sum a currency
};

/// What should come next for an order, and by when.
struct ExpectationView {
    std::string what{}; ///< in the process's words: shipmentConfirmed, delivered
    std::string system{};
    std::string reference{}; ///< of the fulfillment or shipment it is about
    Timestamp dueAt{};
    bool isOverdue = false;
};

/// A change that the channel wants and that waits for the end of a call.
struct WaitingChange {
    std::string system{};
    Timestamp receivedAt{};
    PayloadId payload{};
};

struct OrderView {
    OrderRow row{};
    std::string number{};                    ///< that people use in the channel: PO number, shop order name
    std::optional<CanonicalOrder> content{}; ///< newest revision, as stated by the customer
    std::vector<LineView> lines{};
    std::vector<Fulfillment> fulfillments{};
    std::vector<Shipment> shipments{};
    std::vector<Invoice> invoices{};
    std::vector<EffectView> effects{};
    std::vector<ExternalReference> references{};
    std::vector<Hold> holds{};
    std::vector<Credit> credits{};
    std::vector<Return> returns{};
    std::optional<CompensationView> compensation{}; ///< while steps are being taken back
    std::vector<ExceptionView> exceptions{};        ///< open ones
    std::vector<ExpectationView> expectations{};    ///< what should come next, soonest first
    std::vector<WaitingChange> waitingChanges{};    ///< the first one first
};

struct LineageEntry {
    int seq = 0;
    Timestamp at{};
    std::string kind{}; ///< of the fact
    std::string system{};
    std::string step{};
    std::string capability{};
    int effectId = 0;
    int attempt = 0;
    std::string idempotencyKey{};
    std::string outcome{};
    std::string detail{}; ///< a few words for people
    std::string causationId{};
    std::string correlationId{};
    std::string actor{};
    PayloadId payload{};
    std::optional<Duration> took{}; ///< of an attempt, business time
};

struct LineageView {
    std::string orderNo{};
    std::vector<LineageEntry> entries{};
};

} // namespace milepost
