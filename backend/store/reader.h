// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/core/result.h"
#include "backend/domain/fact.h"
#include "backend/store/batch.h"
#include "backend/store/store.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace milepost {

/// One row of a list of orders.
struct OrderSummary {
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
};

/// What a list of orders is sorted by.
enum class OrderKey { Arrival, OrderNo, Channel, Customer, Placed, Total };

/// Which orders; all conditions hold together.
struct OrderQuery {
    std::string search{}; ///< words, each the beginning of a number, customer or sku; empty: all
    std::optional<unsigned> milestone{}; ///< full for it (its bit)
    std::optional<bool> isOpen{};
    std::string channel{}; ///< empty: any
    std::optional<Timestamp> receivedFrom{};
    std::optional<Timestamp> receivedBefore{};
    OrderKey sort = OrderKey::Arrival; ///< of orderIds(); pages are always newest first
    bool isDescending = true;
    OrderId before{}; ///< only lower ids: the last of the page before; 0: from the newest
    int limit = 100;  ///< 0: no limit
    /// Of a search: look only at about so many of the orders that it finds, chosen to be found at once; 0: at
    /// all of them, which takes seconds where a short beginning fits a million numbers.
    int atMost = 0;
};

/// What the exceptions of one group have in common; members that it is not grouped by are empty.
struct ExceptionGroupKey {
    ExceptionGrouping by = ExceptionGrouping::Cause;
    std::string kind{}; ///< key of the class
    std::string system{};
    std::string step{};
    std::string cause{};
    std::string contract{};
    std::string customer{};
    std::string owner{};
    friend bool operator==(const ExceptionGroupKey&, const ExceptionGroupKey&) = default;
};

/// Which exceptions; all conditions hold together.
struct ExceptionQuery {
    std::optional<ExceptionClass> kind{};
    std::optional<Severity> leastSeverity{};
    std::string system{};    ///< empty: any
    std::string owner{};     ///< empty: any
    std::string claimedBy{}; ///< empty: any
    std::string search{};    ///< in order no., customer, cause, text, system, step, contract, tags and ticket
    std::string orderNo{};   ///< empty: any
    OrderId order{};         ///< 0: any
    std::optional<Timestamp> awakeAt{};       ///< without those that sleep at that time
    std::optional<ExceptionGroupKey> group{}; ///< only those of that group
    std::optional<bool> isOpen = true;        ///< false: closed ones, the last closed first; nothing: all
    std::int64_t after = 0;                   ///< only higher ids
    std::int64_t before = 0; ///< of closed ones: goes on behind that one; 0: from the last closed
    int limit = 0;           ///< 0: no limit
};

/// A queue entry with the number people know its order by.
struct ExceptionEntry {
    ExceptionRow row{};
    std::string orderNo{};  ///< empty: of a system
    std::string customer{}; ///< of its order
    ClaimRow claim{};       ///< by nobody, where nobody claimed it
    MarkRow mark{};
};

/// The group that an exception is in.
ExceptionGroupKey keyOf(ExceptionGrouping by, const ExceptionEntry& entry);

/// A group and what it comes to.
struct ExceptionGroupRow {
    ExceptionGroupKey key{};
    std::int64_t first = 0; ///< the exception with the lowest id
    std::int64_t count = 0;
    Timestamp oldestAt{};
    std::optional<Timestamp> soonestDue{};
    std::vector<Money> money{}; ///< at risk, one sum a currency
};

/// A plan and what became of one item of it.
struct PlannedItem {
    PlanRow plan{};
    PlanItemRow item{};
};

struct CounterRow {
    std::string kind{};
    std::string key{};
    std::string system{};
    std::int64_t hour = 0;
    std::int64_t value = 0;
};

/// A connection that reads beside the owner, of this or another process. One thread at a time; each call is a
/// short transaction of its own. Throws StoreError, PackedFormError for damaged rows.
class StoreReader {
public:
    /// NotFound when there is no such file; InvalidInput when it is no store, damaged, newer or older.
    static Result<std::unique_ptr<StoreReader>> open(const std::filesystem::path& file);
    virtual ~StoreReader() = default;

    /// A call that is running when this is stopped ends soon, with a StoreError; {}: none is.
    virtual void endWith(std::stop_token stop) = 0;

    virtual std::vector<CounterRow> counters(std::string_view kind) = 0;
    /// Sums over systems and hours, by key; counters at zero are left out.
    virtual std::map<std::string, std::int64_t> counts(std::string_view kind) = 0;
    virtual std::string cursor(std::string_view system, std::string_view poll) = 0; ///< empty: none
    virtual std::int64_t orderCount() = 0;                                          ///< by the counters

    virtual std::vector<OrderSummary> orders(const OrderQuery& query) = 0; ///< newest first
    virtual std::vector<OrderId> orderIds(const OrderQuery& query) = 0;    ///< in its order
    virtual std::vector<OrderSummary>
    ordersById(std::span<const OrderId> ids) = 0; ///< in that order; unknown left out
    virtual std::optional<OrderId> orderByNo(std::string_view orderNo) = 0;
    virtual std::optional<StoredOrder> order(OrderId id) = 0;
    virtual std::optional<Order> state(OrderId id) = 0; ///< without its content: much cheaper than order()
    virtual std::vector<OrderId> openOrders() = 0;
    virtual std::int64_t lastFact() = 0; ///< grows with every decision; 0: none yet
    /// Orders that something was decided about after that fact.
    virtual std::vector<OrderId> changedAfter(std::int64_t fact) = 0;
    virtual std::vector<std::string> channels() = 0; ///< of the newest orders, by name
    /// How many exceptions were opened in each hour (hours since 1970) from that time on.
    virtual std::map<std::int64_t, std::int64_t> exceptionsByHour(Timestamp from) = 0;

    virtual std::vector<FactRow> facts(OrderId id) = 0;             ///< from the first on
    virtual std::optional<PayloadRow> payloadRow(PayloadId id) = 0; ///< body as stored
    virtual std::string payload(PayloadId id) = 0;                  ///< the plain body; empty: none

    virtual std::vector<ExceptionEntry> exceptions(const ExceptionQuery& query) = 0; ///< by id
    virtual std::int64_t exceptionCount(const ExceptionQuery& query) = 0;            ///< whatever its limit
    /// The largest first.
    virtual std::vector<ExceptionGroupRow> exceptionGroups(const ExceptionQuery& query,
                                                           ExceptionGrouping by) = 0;
    virtual std::optional<ExceptionEntry> exception(std::int64_t id) = 0;
    /// The plans that name that exception, oldest first.
    virtual std::vector<PlannedItem> plansOf(std::int64_t exception) = 0;
    virtual std::vector<NoteRow> notes(std::int64_t exception) = 0; ///< oldest first
    /// Messages in that state with ids above `after`; by id.
    virtual std::vector<InboxRow> inbox(InboxState state, std::int64_t after, int limit) = 0;
    virtual std::vector<SourceRow> sources() = 0;
    virtual std::vector<StockRow> stock() = 0;
    virtual std::vector<PlanRow> plans() = 0; ///< by id
    virtual std::vector<PlanItemRow> planItems(std::int64_t plan) = 0;
    virtual std::vector<DefinitionRow> definitions(std::string_view kind) = 0;
    virtual std::vector<DefinitionVersion> versions(std::string_view kind) = 0; ///< by number
    virtual std::vector<AuditRow> audit(std::int64_t after,
                                        int limit) = 0; ///< rows after that number, by number
    /// Rows before that number, the newest first; 0: from the end.
    virtual std::vector<std::pair<std::int64_t, AuditRow>> auditBackwards(std::int64_t before, int limit) = 0;
    virtual std::string setting(std::string_view name) = 0;
};

} // namespace milepost
