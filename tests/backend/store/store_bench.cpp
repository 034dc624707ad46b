// SPDX-License-Identifier: GPL-3.0-or-later
// What the store costs per order: 64 orders in flight, eight turns each, a row of each kind per turn.
// store_bench FOLDER [ORDERS]; prints one line.
#include "backend/store/store.h"

#include <chrono>
#include <cstdio>
#include <ctime>
#include <filesystem>
#include <random>
#include <string>

namespace {

using namespace milepost;

constexpr int inFlight = 64;
constexpr int turns = 8;

double cpuSeconds()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
}

std::mt19937_64 dice(7); // NOLINT: the same work at each run

/// Half noise, half the same for all: as packed and compressed bodies are.
std::string bytes(std::size_t size)
{
    std::string text(size, 'x');
    for (std::size_t i = 0; i < size; i += 2)
        text[i] = static_cast<char>(dice());
    return text;
}

struct Ids {
    std::int64_t payload = 0;
    std::int64_t inbox = 0;
};

PayloadRow payload(Ids& ids, OrderId order, const char* kind, std::size_t size)
{
    return {.id = {++ids.payload},
            .order = order,
            .kind = kind,
            .dictionary = 0,
            .size = 600,
            .sha256 = bytes(32),
            .body = bytes(size)};
}

Change arrival(Ids& ids, OrderId id, Timestamp now)
{
    Change change;
    const std::string no = "SO-" + std::to_string(100'000 + id.value);
    const std::string key = "shop/acme/PO-" + std::to_string(id.value) + "/";
    change.payloads = {payload(ids, id, "shop/message", 300), payload(ids, id, "order", 150)};
    change.inbox = {{.id = ++ids.inbox,
                     .source = "shop",
                     .messageId = "m" + std::to_string(id.value),
                     .digest = bytes(32),
                     .format = "shopify-order",
                     .state = InboxState::Applied,
                     .receivedAt = now,
                     .order = id,
                     .payload = {ids.payload - 1},
                     .businessKey = key,
                     .contentDigest = bytes(32),
                     .version = "1"}};
    change.newOrder =
        NewOrderRow{.id = id,
                    .orderNo = no,
                    .channel = "shop",
                    .customer = "C" + std::to_string(id.value % 900),
                    .businessKey = key,
                    .receivedAt = now,
                    .content = {ids.payload},
                    .person = bytes(120),
                    .words = "SKU-" + std::to_string(id.value % 700) + " SKU-" +
                             std::to_string(id.value % 311) + " PO-" + std::to_string(id.value)};
    change.references = {{id, {.kind = "po", .value = "PO-" + std::to_string(id.value), .system = "shop"}}};
    return change;
}

Change turn(Ids& ids, OrderId id, int number, Timestamp now, int hour)
{
    Change change = number == 0 ? arrival(ids, id, now) : Change{};
    change.state = StateRow{.id = id,
                            .facts = (number + 1) * 4,
                            .isOpen = number + 1 < turns,
                            .milestones = 1U << static_cast<unsigned>(number),
                            .packedState = bytes(static_cast<std::size_t>(160 + 20 * number))};
    change.facts = {
        {.order = id, .firstSeq = number * 4 + 1, .count = 4, .at = now, .packedFacts = bytes(70)}};
    if (number > 0) change.payloads = {payload(ids, id, "erp/order.accept", 90)};
    if (number % 3 == 1)
        change.references = {
            {id, {.kind = "sale", .value = "S" + std::to_string(id.value * 8 + number), .system = "erp"}}};
    change.counters = {{.kind = "milestone",
                        .key = "m" + std::to_string(number),
                        .system = "shop",
                        .hour = hour,
                        .delta = 1},
                       {.kind = "effectState", .key = "done", .system = "erp", .hour = hour, .delta = 1}};
    return change;
}

} // namespace

int main(int argc, char** argv)
{
    if (argc < 2) return 2;
    const std::filesystem::path folder = argv[1];
    const int orders = argc > 2 ? std::stoi(argv[2]) : 20'000;
    std::filesystem::remove_all(folder);
    auto store = Store::open(folder / "store.db");
    if (!store) return std::puts(store.error().message.c_str()), 1;

    Ids ids;
    double cpu = 0;
    double wall = 0;
    int commits = 0;
    // each order is one turn behind the one before it, so that each batch holds orders at all turns
    for (int step = 0; step < orders * turns / inFlight + turns; ++step) {
        Batch batch;
        const Timestamp now{Duration(1'700'000'000'000 + step)};
        constexpr int perTurn = inFlight / turns;
        for (int number = 0; number < turns; ++number) {
            const int group = step - number;
            if (group < 0 || group >= orders / perTurn) continue;
            for (int i = 0; i < perTurn; ++i)
                batch.changes.push_back(
                    turn(ids, {std::int64_t{group} * perTurn + i + 1}, number, now, step / 2000));
        }
        const double cpuBefore = cpuSeconds();
        const auto before = std::chrono::steady_clock::now();
        const Committed done = (*store)->commit(batch);
        wall += std::chrono::duration<double>(std::chrono::steady_clock::now() - before).count();
        cpu += cpuSeconds() - cpuBefore;
        ++commits;
        if (!done.refused.empty()) return std::puts(done.refused.front().second.c_str()), 1;
    }
    store = Error{};
    const auto size = std::filesystem::file_size(folder / "store.db");
    std::printf(
        "orders %d commits %d cpu %.1f us/order wall %.1f us/order commit %.2f ms bytes %.0f /order\n",
        orders, commits, cpu / orders * 1e6, wall / orders * 1e6, wall / commits * 1e3,
        static_cast<double>(size) / orders);
    return 0;
}
