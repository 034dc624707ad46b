// SPDX-License-Identifier: GPL-3.0-or-later
#include "store_samples.h"

#include "backend/domain/evolve.h"
#include "backend/domain/fact.h"
#include "backend/domain/milestone.h"
#include "backend/store/content.h"
#include "backend/store/digest.h"

#include <SQLiteCpp/Database.h>

#include <stdexcept>

namespace milepost::samples {
namespace {

constexpr Timestamp start{Duration(1'700'000'000'000)};

std::string numberOf(OrderId id)
{
    return "SO-" + std::to_string(1000 + id.value);
}

CanonicalOrder content(OrderId id)
{
    CanonicalOrder order{
        .orderNo = numberOf(id), .channel = "shop", .number = "PO-" + std::to_string(id.value)};
    order.parties = {{.role = "shipTo", .name = "Ada Lovelace", .city = "London"}};
    order.lines = {{.lineNo = 1, .sku = "SKU-1", .quantity = {5'000'000}},
                   {.lineNo = 2, .sku = "SKU-2", .quantity = {1'000'000}}};
    return order;
}

FactRow arrivalFacts(OrderId id)
{
    OrderReceived received{.process = 1, .orderNo = numberOf(id), .channel = "shop"};
    received.lines = {{.lineNo = 1, .sku = "SKU-1", .quantity = {5'000'000}},
                      {.lineNo = 2, .sku = "SKU-2", .quantity = {1'000'000}}};
    received.content = {id.value * 10 + 1};
    received.raw = {id.value * 10};
    ReferenceLearned number{{.kind = "po", .value = "PO-" + std::to_string(id.value), .system = "shop"}};
    EffectDecided effect{.number = 1, .step = 2, .definition = 1};
    return {.order = id, .firstSeq = 1, .at = start, .cause = "message", .facts = {received, number, effect}};
}

FactRow troubleFacts(OrderId id)
{
    OpenException exception{.number = 1,
                            .kind = ExceptionClass::Mismatch,
                            .system = "wms",
                            .cause = "SHORT",
                            .text = "The warehouse had less.",
                            .openedAt = start};
    ReferenceLearned sale{{.kind = "sale", .value = "S" + std::to_string(9000 + id.value), .system = "erp"}};
    return {.order = id,
            .firstSeq = 4,
            .at = start,
            .cause = "reply",
            .facts = {ExceptionOpened{exception}, sale}};
}

void writeFacts(Change& change, Order& order, const FactRow& row)
{
    evolve(order, row);
    change.facts.push_back({.order = row.order,
                            .firstSeq = row.firstSeq,
                            .count = static_cast<int>(row.facts.size()),
                            .at = row.at,
                            .packedFacts = packed(row)});
    change.state = StateRow{.id = order.id,
                            .facts = order.facts,
                            .isOpen = true,
                            .milestones = fullMilestones(order),
                            .packedState = packed(order)};
    for (const FactBody& fact : row.facts) {
        if (const auto* learned = std::get_if<ReferenceLearned>(&fact))
            change.references.emplace_back(row.order, learned->reference);
    }
}

PayloadRow rawPayload(std::int64_t id, OrderId order, std::string kind, std::string body)
{
    return {.id = {id},
            .order = order,
            .kind = std::move(kind),
            .dictionary = -1,
            .size = static_cast<std::int64_t>(body.size()),
            .sha256 = sha256(body),
            .body = body};
}

} // namespace

std::unique_ptr<Store> openStore(const std::filesystem::path& file)
{
    auto store = Store::open(file);
    if (!store) throw std::runtime_error(store.error().message);
    return std::move(*store);
}

std::filesystem::path storeFile(const QTemporaryDir& folder)
{
    return std::filesystem::path(folder.path().toStdString()) / "store.db";
}

Change arrival(OrderId id)
{
    Change change;
    const CanonicalOrder order = content(id);
    const std::string key = "shop//" + order.number + "/";
    change.payloads = {rawPayload(id.value * 10, id, "shop/message", "{\"order\": " + order.number + "}"),
                       rawPayload(id.value * 10 + 1, id, "order", packedContent(order))};
    change.inbox = {{.id = id.value,
                     .source = "shop",
                     .messageId = "m" + std::to_string(id.value),
                     .digest = sha256(order.number),
                     .format = "shopify-order",
                     .state = InboxState::Applied,
                     .receivedAt = start,
                     .order = id,
                     .payload = {id.value * 10},
                     .businessKey = key,
                     .contentDigest = contentDigest(order),
                     .version = "7"}};
    change.newOrder = NewOrderRow{.id = id,
                                  .orderNo = order.orderNo,
                                  .channel = "shop",
                                  .customer = "C-77",
                                  .businessKey = key,
                                  .receivedAt = start,
                                  .content = {id.value * 10 + 1},
                                  .person = packedParties(order),
                                  .words = "SKU-1 SKU-2"};
    Order state{.id = id};
    writeFacts(change, state, arrivalFacts(id));
    change.counters = {{.kind = "effectState", .key = std::string(toKey(EffectState::Waiting)), .delta = 1}};
    for (int i = 0; i < milestoneCount; ++i) {
        if (isFull(change.state->milestones, static_cast<Milestone>(i)))
            change.counters.push_back({.kind = "milestone",
                                       .key = std::string(toKey(static_cast<Milestone>(i))),
                                       .hour = 472'222,
                                       .delta = 1});
    }
    return change;
}

Change trouble(OrderId id)
{
    Change change;
    Order state{.id = id};
    evolve(state, arrivalFacts(id));
    writeFacts(change, state, troubleFacts(id));
    change.exceptions = {{.id = id.value,
                          .order = id,
                          .exception = state.exceptions.front(),
                          .moneyMinor = 1234,
                          .owner = "warehouse"}};
    change.counters = {{.kind = "exceptionClass", .key = "mismatch", .system = "wms", .delta = 1}};
    return change;
}

Batch batchOf(std::vector<Change> changes)
{
    Batch batch;
    batch.changes = std::move(changes);
    return batch;
}

void tamper(const std::filesystem::path& file, const std::string& sql)
{
    SQLite::Database(file.string(), SQLite::OPEN_READWRITE).exec(sql);
}

std::int64_t figure(const std::filesystem::path& file, const std::string& sql)
{
    return SQLite::Database(file.string(), SQLite::OPEN_READWRITE).execAndGet(sql).getInt64();
}

} // namespace milepost::samples
