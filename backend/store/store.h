// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/core/result.h"
#include "backend/domain/fact.h"
#include "backend/store/batch.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace milepost {

/// A stored definition: one version of a pack, process or policy set, found again by its digest.
struct DefinitionRow {
    int id = 0;
    std::string kind{}; ///< pack, process, policies
    std::string name{};
    std::string body{};
    bool isLive = true; ///< the newest of its name
};

/// One time that a definition was brought. A text that comes back has several.
struct DefinitionVersion {
    std::int64_t number = 0; ///< 1, 2, … over all kinds
    std::string name{};
    std::string body{};
    Timestamp at{};
    std::string actor{}; ///< empty: it came in a file with the program
    std::string reason{};
    bool wentLive = true; ///< and took the place of the one before
};

/// A stored order as the engine needs it.
struct StoredOrder {
    Order state{};
    std::shared_ptr<const CanonicalOrder> content{}; ///< parties included
    std::string businessKey{};
};

class PayloadCodec;

/// The one writing connection of a store file and its owner's lock. Engine thread only (open may run on
/// another); throws StoreError (store_error.h) for what a caller cannot mend (disk full, damaged file).
class Store {
public:
    /// Creates, or opens and migrates (with a backup beside the file before a migration). Fails, naming the
    /// file, when it is owned by another process (Conflict, with its name), of a newer version, damaged,
    /// foreign, or on a network file system (InvalidInput).
    static Result<std::unique_ptr<Store>> open(const std::filesystem::path& file);
    virtual ~Store() = default;

    virtual const std::filesystem::path& file() const = 0;
    /// Rises with each opening of the file for writing.
    virtual std::int64_t fencingNumber() const = 0;
    /// The codec of this store's payloads; lives as long as the store. What it learns is stored by commit().
    virtual PayloadCodec& codec() = 0;

    /// One transaction, synchronous=FULL. A constraint error refuses that change only. Throws StoreError when
    /// nothing could be written; then nothing was.
    virtual Committed commit(const Batch& batch) = 0;

    /// The highest ids given, 0 at first: the engine counts on from them.
    struct HighIds {
        std::int64_t order = 0;
        std::int64_t payload = 0;
        std::int64_t inbox = 0;
        std::int64_t exception = 0;
        std::int64_t plan = 0;
    };
    virtual HighIds highIds() = 0;

    virtual std::optional<StoredOrder> loadOrder(OrderId id) = 0;
    virtual std::vector<FactRow> facts(OrderId id) = 0; ///< from the first on
    virtual std::vector<OrderId> openOrders() = 0;
    virtual std::optional<OrderId> orderByNo(std::string_view orderNo) = 0;
    /// The order of a business key, with digest and version of the newest content applied.
    struct KnownOrder {
        OrderId id{};
        std::string contentDigest{};
        std::string version{};
        std::int64_t firstInbox = 0;
    };
    virtual std::optional<KnownOrder> orderByBusinessKey(std::string_view key) = 0;
    /// The message of that payload, if it could not be used.
    virtual std::optional<InboxRow> failedInbox(PayloadId payload) = 0;
    virtual std::optional<InboxRow> inboxByMessage(std::string_view source, std::string_view messageId) = 0;
    virtual std::vector<InboxRow> unfinishedInbox() = 0; ///< received or mapped: to be taken up after a start
    /// Orders that carry a reference of that value (any kind).
    virtual std::vector<OrderId> ordersByReference(std::string_view value) = 0;
    virtual std::string payload(PayloadId id) = 0; ///< the body as it came; empty: none
    virtual std::vector<StockRow> stock() = 0;
    virtual std::vector<SourceRow> sources() = 0;
    virtual std::vector<CursorRow> cursors() = 0;
    /// By system and hour (hours since 1970), from that hour on.
    struct CounterHour {
        std::string system{};
        std::int64_t hour = 0;
        std::int64_t value = 0;
    };
    virtual std::vector<CounterHour> counterHours(std::string_view kind, std::int64_t fromHour) = 0;
    virtual std::int64_t sequence(std::string_view name) = 0; ///< last value taken; 0: none
    virtual std::vector<ExceptionRow> openExceptions() = 0;
    /// Also a closed one. `order` 0: of a system.
    virtual std::optional<ExceptionRow> exception(OrderId order, int number) = 0;
    virtual std::optional<PlanRow> plan(std::int64_t id) = 0;
    virtual std::vector<PlanItemRow> planItems(std::int64_t plan) = 0; ///< by number

    /// The id of that definition, stored if it is new; the newest of a name is live.
    virtual int defineVersion(std::string_view kind, std::string_view name, std::string_view body) = 0;
    virtual std::vector<DefinitionRow> definitions(std::string_view kind) = 0;
    virtual std::vector<DefinitionVersion> versions(std::string_view kind) = 0; ///< by number

    virtual std::string setting(std::string_view name) = 0; ///< empty: none
    virtual void setSetting(std::string_view name, std::string_view value) = 0;
};

/// Compresses bodies: zstd level 1 with a trained dictionary per kind. Any thread.
class PayloadCodec {
public:
    virtual ~PayloadCodec() = default;
    /// Fills size, sha256, dictionary and body of the row from the plain body by its kind; under 256 bytes it
    /// stays raw.
    virtual void encode(PayloadRow& row, std::string_view plain) = 0;
};

} // namespace milepost
