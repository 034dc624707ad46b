// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/core/clock.h"
#include "backend/core/ids.h"
#include "backend/core/quantity.h"
#include "backend/domain/order.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace milepost {

struct CanonicalOrder;

/// A body to be kept. Compressed by the worker that made it (PayloadCodec), not by the store.
struct PayloadRow {
    PayloadId id{};
    OrderId order{};       ///< 0: none (yet)
    std::string kind{};    ///< "order", "shop/message", "erp/order.accept", …
    int dictionary = -1;   ///< -1: raw, 0: zstd without dictionary, else the dictionary's id
    std::int64_t size = 0; ///< of the body before compression
    std::string sha256{};  ///< 32 bytes
    std::string body{};
};

enum class InboxState { Received, Mapped, Applied, Failed };

struct InboxRow {
    std::int64_t id = 0;
    std::string source{};
    std::string messageId{};
    std::string digest{}; ///< SHA-256 of the raw bytes, 32 bytes
    std::string format{};
    InboxState state = InboxState::Received;
    Timestamp receivedAt{};
    OrderId order{};
    PayloadId payload{};
    std::string businessKey{};   ///< of orders: channel/sender/number/release
    std::string contentDigest{}; ///< of orders: digest of the packed canonical form, 32 bytes
    std::string version{};       ///< of orders: what orders revisions
    std::string file{};
    std::string place{};      ///< of what is wrong
    std::string reason{};     ///< why it failed; empty: it did not
    std::string references{}; ///< while it waits for its order: the numbers it names, separated by \n
};

struct NewOrderRow {
    OrderId id{};
    std::string orderNo{};
    std::string channel{};
    std::string customer{};
    std::string businessKey{};
    Timestamp receivedAt{};
    std::optional<Timestamp> placedAt{};
    std::optional<std::int64_t> totalMinor{};
    Currency currency{};
    PayloadId content{};
    std::string person{}; ///< packed parties (content.h); kept in a table of its own
    std::string words{};  ///< found by these too, separated by spaces: skus and the like
};

struct StateRow {
    OrderId id{};
    int facts = 0;
    bool isOpen = true;
    std::uint32_t milestones = 0; ///< bit i: milestone i is full (domain/milestone.h)
    std::string packedState{};
};

struct FactRecord {
    OrderId order{};
    int firstSeq = 1;
    int count = 0;
    Timestamp at{};
    std::string packedFacts{};
};

struct ExceptionRow {
    std::int64_t id = 0; ///< given by the engine; never reused
    OrderId order{};
    OpenException exception{};
    bool isOpen = true;
    std::string how{}; ///< how it was closed
    std::optional<Timestamp> closedAt{};
    std::string closedBy{};  ///< the person; empty: it closed by itself
    std::string closedWhy{}; ///< in that person's words
    std::optional<std::int64_t> moneyMinor{};
    Currency currency{};
    std::optional<Timestamp> dueBy{};
    std::string owner{};
    PayloadId payload{}; ///< what it is about, where there is no order
    /// "erp order.accept v2": the call behind it; "shop shopify-order": the message; empty: neither.
    std::string contract{};
};

/// Who works on an exception; nobody (empty): it is given back.
struct ClaimRow {
    std::int64_t exception = 0;
    std::string claimedBy{};
    Timestamp claimedAt{};
};

/// How people have marked an exception.
struct MarkRow {
    std::int64_t exception = 0;
    std::string tags{}; ///< words, each once, by name
    std::string ticket{};
    Timestamp snoozedUntil{}; ///< zero: it is not
};

/// One word of a person about an exception.
struct NoteRow {
    std::int64_t exception = 0;
    Timestamp at{};
    std::string actor{};
    std::string kind{}; ///< note, tag, untag, ticket, snooze, claim, unclaim, takeOver, resolve, reopen
    std::string text{};
};

struct StockRow {
    std::string node{};
    std::string sku{};
    Quantity onHand{};
    Timestamp asOf{};
};

struct SourceRow {
    std::string system{};
    std::string kind{};
    std::string state{}; ///< up, parked, paused
    std::optional<Timestamp> lastContactAt{};
    std::optional<Timestamp> watermark{};
};

/// Where a poll goes on; under the name "counts" what a source said to have sent (engine/sent_counts.h).
struct CursorRow {
    std::string system{};
    std::string poll{};
    std::string cursor{};
};

/// A change of one counter; the store adds it up. `verify` proves, by key and over all systems and hours:
/// milestone (orders for which it is full, key as of domain/milestone.h), exceptionClass (open exceptions)
/// and effectState (effects of all orders), keys as of toKey(). `arrived` (orders by source, in the hour of
/// its own time) is what its counts are held against.
struct CounterDelta {
    std::string kind{}; ///< milestone, exceptionClass, effectState, …
    std::string key{};
    std::string system{};
    std::int64_t hour = 0; ///< hours since 1970 in which it was entered
    std::int64_t delta = 0;
};

struct SequenceRow {
    std::string name{};
    std::int64_t value = 0; ///< the last one taken
};

struct AuditRow {
    Timestamp at{};
    std::string actor{};
    std::string action{};
    std::string target{};
    std::string reason{};
    std::string before{};
    std::string after{};
};

/// A definition that is brought: stored if it is new, a version of its own in any case.
struct DefinitionChange {
    std::string kind{}; ///< as of DefinitionRow
    std::string name{};
    std::string body{};
    Timestamp at{};
    std::string actor{}; ///< empty: it came in a file with the program
    std::string reason{};
    bool goesLive = true; ///< takes the place of the one of its name
};

/// A frozen set of actions (DESIGN.md section 9).
struct PlanRow {
    std::int64_t id = 0; ///< given by the engine
    std::string action{};
    std::string selector{};
    std::string state{}; ///< frozen, running, suspended, ended, cancelled
    std::string actor{};
    std::string reason{};
    Timestamp createdAt{};
    std::string summary{}; ///< JSON: what it would do
};

struct PlanItemRow {
    std::int64_t plan = 0;
    int number = 0; ///< 1, 2, … within the plan
    OrderId order{};
    std::int64_t exception = 0;
    int effect = 0;      ///< number within the order, 0: none
    std::string state{}; ///< planned, verified, failed, awaiting, unverified, skipped
    std::string detail{};
};

/// All rows that one input led to. Applied whole or not at all.
struct Change {
    std::vector<InboxRow> inbox{}; ///< insert or update by id
    std::vector<PayloadRow> payloads{};
    /// Inserted; with a known id and order no. it is a newer revision of the content. Digest and version of
    /// the content are those of the inbox row with the same business key; where there is none (a person's
    /// edit), those of the partner's last word stay.
    std::optional<NewOrderRow> newOrder{};
    std::optional<StateRow> state{};
    std::vector<FactRecord> facts{};
    std::vector<std::pair<OrderId, ExternalReference>> references{};
    std::vector<ExceptionRow> exceptions{}; ///< insert or update by id
    std::vector<ClaimRow> claims{};
    std::vector<MarkRow> marks{};
    std::vector<NoteRow> notes{};
    std::vector<StockRow> stock{};
    std::vector<CounterDelta> counters{};
    std::vector<SequenceRow> sequences{};
    std::vector<CursorRow> cursors{};
    std::vector<AuditRow> audit{};
    std::vector<DefinitionChange> definitions{};
    std::vector<PlanRow> plans{};         ///< insert or update by id
    std::vector<PlanItemRow> planItems{}; ///< insert or update by (plan, number)
};

/// What one turn of the engine commits in one transaction.
struct Batch {
    std::vector<Change> changes{};
    std::vector<SourceRow> sources{}; ///< last state, for the batch as a whole
};

/// What became of a batch that was committed: the changes (by index) that a constraint refused, each rolled
/// back alone.
struct Committed {
    std::vector<std::pair<std::size_t, std::string>> refused{};
};

} // namespace milepost
