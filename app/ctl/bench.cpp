// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/bench_matrix.h"
#include "app/ctl/bench_peer.h"
#include "app/ctl/bench_seed.h"
#include "app/ctl/bench_verdicts.h"
#include "app/ctl/commands.h"
#include "app/ctl/idle_watch.h"
#include "app/ctl/table.h"
#include "app/measure/bench_orders.h"
#include "app/measure/process_figures.h"
#include "backend/service/backend.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <fstream>
#include <mutex>
#include <ostream>
#include <set>
#include <thread>

namespace milepost {
namespace {

using namespace std::chrono_literals;
using Steady = std::chrono::steady_clock;

constexpr auto lookInterval = 20ms; ///< at the latest; commits are told as they come
constexpr auto pssInterval = 400ms; ///< asking the kernel costs milliseconds
constexpr auto togetherInterval = 5ms;
constexpr const char* source = "mock";

/// The store of a measurement, and the network file beside it that names the one system.
class BenchStore {
public:
    explicit BenchStore(std::filesystem::path store)
        : m_store(std::move(store))
        , m_network(m_store.string() + ".network.json")
    {
    }

    /// Makes room. Only what an earlier measurement left (its network file says so) is removed.
    Status clear(const std::string& mock) const
    {
        if (std::filesystem::exists(m_store) && !std::filesystem::exists(m_network))
            return Error{.kind = ErrorKind::Conflict,
                         .message = m_store.string() +
                                    " is there and was not made by a bench; name another --store"};
        for (const char* ending : {"", "-wal", "-shm", ".lock", ".key", ".verified"})
            std::filesystem::remove(m_store.string() + ending);
        if (m_store.has_parent_path()) std::filesystem::create_directories(m_store.parent_path());
        const nlohmann::json system{{"name", source}, {"kind", "erp"}, {"url", mock}};
        std::ofstream(m_network) << nlohmann::json{{"systems", {system}}}.dump() << '\n';
        return Done{};
    }

    const std::filesystem::path& store() const { return m_store; }
    const std::filesystem::path& network() const { return m_network; }

    std::uintmax_t bytes() const
    {
        std::uintmax_t sum = 0;
        for (const char* ending : {"", "-wal"}) {
            std::error_code missing;
            const auto size = std::filesystem::file_size(m_store.string() + ending, missing);
            sum += missing ? 0 : size;
        }
        return sum;
    }

private:
    std::filesystem::path m_store;
    std::filesystem::path m_network;
};

/// An engine over a bench store, and a way to wait until it has nothing left to do.
class BenchEngine {
public:
    BenchEngine(Session session, const BenchStore& store)
        : m_store(store)
    {
        session.store = store.store();
        m_backend = openBackend(session);
    }

    Status start(int inFlight)
    {
        const auto run = m_backend->start({.network = m_store.network(),
                                           .process = "bench",
                                           .maxOrdersInFlight = inFlight,
                                           .hasGateway = false});
        if (!run) return run.error();
        m_backend->onCommit([this](const ChangeView&) {
            const std::lock_guard lock(m_mutex);
            ++m_commits;
            m_lastCommit = Steady::now();
            m_committed.notify_one();
        });
        return Done{};
    }

    void feed(const std::string& order)
    {
        ++m_fed;
        m_backend->submit(source, order, [this](const IngestedDocument&) { ++m_booked; });
    }

    /// Until everything that was fed is booked and no call is left to make. Looks after a commit, but not
    /// more often than `interval`: looking costs the engine a turn.
    void waitUntilQuiet(std::chrono::milliseconds interval)
    {
        for (;;) {
            const std::int64_t seen = commits();
            if (m_booked == m_fed && isQuiet(m_backend->engineStatus())) return;
            samplePss();
            std::this_thread::sleep_for(interval);
            std::unique_lock lock(m_mutex);
            m_committed.wait_for(lock, lookInterval, [&] { return m_commits != seen; });
        }
    }

    /// When the last thing was made durable.
    Steady::time_point lastCommit()
    {
        const std::lock_guard lock(m_mutex);
        return m_lastCommit;
    }
    Backend& backend() { return *m_backend; }
    std::int64_t pssPeak() const { return m_pssPeak; }

private:
    std::int64_t commits()
    {
        const std::lock_guard lock(m_mutex);
        return m_commits;
    }

    void samplePss()
    {
        if (Steady::now() - m_sampledAt < pssInterval) return;
        m_sampledAt = Steady::now();
        m_pssPeak = std::max(m_pssPeak, proportionalBytes());
    }

    const BenchStore& m_store;
    std::atomic<int> m_fed{0};
    std::atomic<int> m_booked{0};
    std::mutex m_mutex;
    std::condition_variable m_committed;
    std::int64_t m_commits = 0;
    Steady::time_point m_lastCommit = Steady::now();
    std::int64_t m_pssPeak = 0;
    Steady::time_point m_sampledAt{};
    std::unique_ptr<Backend> m_backend; ///< last: ends first
};

struct Figures {
    int orders = 0;
    std::int64_t done = 0;
    std::int64_t rejected = 0;
    double seconds = 0;
    double pssPeakMB = 0;
    std::uintmax_t bytesPerOrder = 0;
    std::int64_t commits = 0;
    std::map<std::string, std::int64_t> cpuMs{};
    std::vector<double> aloneMs{};
};

/// An order is rejected when a person must look at it. It is done when it is invoiced and nobody must: the
/// run has ended, so the message to the customer is out too.
void countOrders(Backend& backend, Figures& figures)
{
    const auto exceptions = backend.exceptions({});
    if (!exceptions) return;
    std::set<std::string> stuck;
    for (const ExceptionView& exception : exceptions->exceptions)
        stuck.insert(exception.orderNo);
    figures.rejected = static_cast<std::int64_t>(stuck.size());
    OrderFilter filter{.milestone = Milestone::Invoiced, .limit = 1000};
    do {
        const auto page = backend.orders(filter);
        if (!page) return;
        figures.done += std::ranges::count_if(
            page->orders, [&](const OrderRow& row) { return !stuck.contains(row.orderNo); });
        filter.before = page->next;
    } while (filter.before.value != 0);
}

Status measureTogether(const Session& session, const BenchWords& words, Figures& figures)
{
    const std::vector<std::string> orders = benchOrders("RAW", words.orders);
    const BenchStore store(session.store);
    if (const Status cleared = store.clear(words.mock); !cleared) return cleared;
    {
        BenchEngine engine(session, store);
        if (const Status started = engine.start(words.inFlight); !started) return started;
        const auto begun = Steady::now();
        for (const std::string& order : orders)
            engine.feed(order);
        engine.waitUntilQuiet(togetherInterval);
        figures.seconds = std::chrono::duration<double>(engine.lastCommit() - begun).count();
        figures.cpuMs = cpuMsByThread();
        figures.commits = engine.backend().engineStatus().commits;
        figures.pssPeakMB = static_cast<double>(engine.pssPeak()) / 1e6;
        countOrders(engine.backend(), figures);
    }
    figures.orders = words.orders;
    figures.bytesPerOrder = store.bytes() / orders.size();
    return Done{};
}

/// One order after the other on a store of their own: how long one takes when nothing else is to do.
Status measureAlone(const Session& session, const BenchWords& words, Figures& figures)
{
    const BenchStore store(session.store.string() + ".alone");
    if (const Status cleared = store.clear(words.mock); !cleared) return cleared;
    BenchEngine engine(session, store);
    if (const Status started = engine.start(0); !started) return started;
    for (const std::string& order : benchOrders("ONE", words.alone)) {
        const auto begun = Steady::now();
        engine.feed(order);
        engine.waitUntilQuiet(0ms);
        figures.aloneMs.push_back(
            std::chrono::duration<double, std::milli>(engine.lastCommit() - begun).count());
    }
    std::ranges::sort(figures.aloneMs);
    return Done{};
}

double percentile(const std::vector<double>& sorted, double share)
{
    if (sorted.empty()) return 0;
    return sorted[static_cast<std::size_t>(share * static_cast<double>(sorted.size() - 1))];
}

nlohmann::ordered_json figuresJson(const Figures& figures)
{
    return {{"orders", figures.orders},
            {"done", figures.done},
            {"rejected", figures.rejected},
            {"seconds", figures.seconds},
            {"ordersPerS", figures.orders / figures.seconds},
            {"aloneP50Ms", percentile(figures.aloneMs, 0.5)},
            {"aloneP99Ms", percentile(figures.aloneMs, 0.99)},
            {"pssPeakMB", figures.pssPeakMB},
            {"bytesPerOrder", figures.bytesPerOrder},
            {"commits", figures.commits},
            {"cpuMsByThread", figures.cpuMs}};
}

void printForPeople(Session& session, const nlohmann::ordered_json& figures)
{
    Table table({{"figure"}, {"value", true}});
    for (const auto& [name, value] : figures.items())
        if (!value.is_object()) table.add({name, value.dump()});
    table.print(session.out, session.hasColour);
}

} // namespace

int runBench(Session& session, const BenchWords& words)
{
    if (words.name == "seed") return runBenchSeed(session, words);
    if (words.name == "matrix") return runBenchMatrix(session, words);
    if (words.name == "plans") return runBenchPlans(session, words);
    if (words.name == "verdicts") return runBenchVerdicts(session, words);
    if (words.name == "peer") return runBenchPeer(session);
    if (words.name != "fulfillment")
        return refuseUsage(
            session,
            {.message =
                 "there is no bench '" + words.name +
                 "'; there are fulfillment, seed, matrix, plans, verdicts, peer and, of the window, gui"});
    Figures figures;
    if (const Status measured = measureTogether(session, words, figures); !measured)
        return refuse(session, measured.error());
    if (const Status measured = measureAlone(session, words, figures); !measured)
        return refuse(session, measured.error());
    const auto document = figuresJson(figures);
    if (session.isJson)
        printJson(session, document);
    else
        printForPeople(session, document);
    return exitDone;
}

} // namespace milepost
