// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/store/verify.h"

#include "backend/store/connection.h"
#include "backend/store/place.h"
#include "backend/store/sql.h"
#include "backend/store/sqlite_failure.h"
#include "backend/store/verify_orders.h"
#include "backend/store/verify_tables.h"

#include <SQLiteCpp/Transaction.h>

#include <algorithm>
#include <memory>
#include <sstream>
#include <utility>

namespace milepost {
namespace {

namespace fs = std::filesystem;

constexpr int rowsPerTransaction = 5000; // of tables whose rows are quickly looked at
constexpr std::int64_t sampleOrders = 200;

/// How far the store was proven good.
struct Mark {
    std::int64_t fact = 0;
    std::int64_t payload = 0;
};

fs::path markFile(const fs::path& store)
{
    return fs::path(store) += ".verified";
}

Mark readMark(const fs::path& store)
{
    Mark mark;
    if (fs::exists(markFile(store)))
        std::istringstream(fileBytes(markFile(store))) >> mark.fact >> mark.payload;
    return mark;
}

/// One run.
class Verification {
public:
    Verification(const fs::path& file, SQLite::Database& database, const VerifyOptions& options,
                 const std::stop_token& stop)
        : m_file(file)
        , m_database(database)
        , m_options(options)
        , m_stop(stop)
        , m_since(options.quick ? readMark(file) : Mark{})
    {
    }

    VerifyReport run();

private:
    void takeStock();
    void proveFile();
    void proveAllOrders();
    void proveChangedOrders();
    bool proveOrders(const std::vector<std::int64_t>& ids);
    std::vector<std::int64_t> nextOrders(std::int64_t after);
    void provePayloads();
    void proveBelonging();
    void proveCounters();
    void advance(std::int64_t count);
    void writeMark() const;
    bool isStopped() const { return m_stop.stop_requested(); }

    const fs::path& m_file;
    SQLite::Database& m_database;
    const VerifyOptions& m_options;
    const std::stop_token& m_stop;
    Mark m_since;

    Mark m_upTo{};      ///< at the start
    Tally m_counters{}; ///< at the start
    Tally m_exceptions{};
    Tally m_columns{};
    std::unique_ptr<OrderProof> m_orders{};
    VerifyProgress m_progress{};
    VerifyReport m_report{};
};

VerifyReport Verification::run()
{
    takeStock();
    proveFile();
    if (m_options.quick)
        proveChangedOrders();
    else
        proveAllOrders();
    for (VerifyCheck& check : m_orders->checks())
        m_report.checks.push_back(std::move(check));
    provePayloads();
    proveBelonging();
    proveCounters();
    m_report.checks.push_back(proveAudit(m_database, m_file));

    m_report.isComplete = !isStopped();
    m_report.ok = std::ranges::all_of(m_report.checks, &VerifyCheck::ok);
    if (m_report.ok && m_report.isComplete && m_options.after.value == 0) writeMark();
    return std::move(m_report);
}

void Verification::writeMark() const
{
    try {
        writePrivateFile(markFile(m_file),
                         std::to_string(m_upTo.fact) + " " + std::to_string(m_upTo.payload) + "\n");
    } catch (const StoreError&) { // a folder that may only be read: the next quick run proves more
    }
}

void Verification::takeStock()
{
    const SQLite::Transaction snapshot(m_database); // counters and facts of one moment
    m_upTo.fact = sql::figure(m_database, "SELECT coalesce(max(id), 0) FROM fact");
    m_upTo.payload = sql::figure(m_database, "SELECT coalesce(max(id), 0) FROM payload");
    m_counters = storedCounters(m_database);
    m_exceptions = openExceptionTally(m_database);
    if (m_options.quick) m_columns = milestoneTally(m_database);
    m_orders = std::make_unique<OrderProof>(m_database, m_upTo.fact);
    m_progress.total =
        sql::figure(m_database, "SELECT count(*) FROM customer_order") + m_upTo.payload - m_since.payload;
}

void Verification::proveFile()
{
    Findings findings("file integrity", "file");
    if (m_options.quick) {
        findings.skip("left out by a quick run");
    } else {
        findings.look();
        if (const std::string found = integrity(m_database); found != "ok") findings.add(found);
    }
    m_report.checks.push_back(findings.check());
}

std::vector<std::int64_t> Verification::nextOrders(std::int64_t after)
{
    std::vector<std::int64_t> ids;
    SQLite::Statement query(m_database, "SELECT id FROM customer_order WHERE id > ? ORDER BY id LIMIT ?");
    sql::Rows rows(query, after, m_options.ordersPerTransaction);
    while (rows.next())
        ids.push_back(rows.integer());
    return ids;
}

void Verification::proveAllOrders()
{
    std::int64_t after = m_options.after.value;
    while (!isStopped()) {
        const SQLite::Transaction snapshot(m_database);
        const auto ids = nextOrders(after);
        const std::int64_t upTo =
            ids.empty() ? sql::figure(m_database, "SELECT max(order_id) FROM fact") : ids.back();
        m_orders->proveNoOrphans({after}, {upTo});
        if (ids.empty()) return;
        for (const std::int64_t id : ids)
            m_orders->prove({id});
        after = upTo;
        m_report.lastOrder = {after};
        advance(static_cast<std::int64_t>(ids.size()));
    }
}

void Verification::proveChangedOrders()
{
    std::vector<std::int64_t> ids;
    SQLite::Statement query(m_database, R"(
        SELECT order_id FROM fact WHERE id > ?1 AND order_id <> 0
        UNION
        SELECT id FROM customer_order WHERE (id + ?1) % max(1, (SELECT count(*) FROM customer_order) / ?2) = 0
        ORDER BY 1
    )");
    {
        sql::Rows rows(query, m_since.fact, sampleOrders);
        while (rows.next())
            ids.push_back(rows.integer());
    }
    std::int64_t inTransaction = 0;
    auto snapshot = std::make_unique<SQLite::Transaction>(m_database);
    for (const std::int64_t id : ids) {
        if (isStopped()) return;
        m_orders->prove({id});
        m_orders->proveNoOrphans({id - 1}, {id});
        if (++inTransaction < m_options.ordersPerTransaction) continue;
        snapshot.reset();
        advance(std::exchange(inTransaction, 0));
        snapshot = std::make_unique<SQLite::Transaction>(m_database);
    }
}

void Verification::provePayloads()
{
    PayloadProof proof(m_database);
    std::int64_t after = m_since.payload;
    while (!isStopped()) {
        const SQLite::Transaction snapshot(m_database);
        const std::int64_t last = proof.prove(after, m_options.ordersPerTransaction * 4);
        if (last == 0) break;
        advance(last - after);
        after = last;
    }
    m_report.checks.push_back(proof.check());
}

void Verification::proveBelonging()
{
    BelongingProof proof(m_database);
    for (std::int64_t after = 0; !isStopped() && !m_options.quick;) {
        after = proof.proveInbox(after, rowsPerTransaction);
        if (after == 0) break;
    }
    for (std::int64_t after = 0; !isStopped() && !m_options.quick;) {
        after = proof.proveReferences(after, rowsPerTransaction);
        if (after == 0) break;
    }
    if (m_options.quick) return;
    for (VerifyCheck& check : proof.checks())
        m_report.checks.push_back(std::move(check));
}

void Verification::proveCounters()
{
    const bool hasSeenAll = !isStopped() && !m_options.quick && m_options.after.value == 0;
    std::vector<std::string> kinds{"exceptionClass/"};
    Tally counted = m_exceptions;
    if (m_options.quick) {
        kinds.push_back("milestone/");
        counted.insert(m_columns.begin(), m_columns.end());
    } else if (hasSeenAll) {
        kinds.insert(kinds.end(), {"milestone/", "effectState/"});
        counted.insert(m_orders->tally().begin(), m_orders->tally().end());
    }
    m_report.checks.push_back(compareCounters(m_counters, counted, kinds));
}

void Verification::advance(std::int64_t count)
{
    m_progress.done += count;
    if (m_options.progress) m_options.progress(m_progress);
}

} // namespace

Result<VerifyReport> verifyStore(const fs::path& file, const VerifyOptions& options,
                                 const std::stop_token& stop)
{
    auto database = openReading(file);
    if (!database) return database.error();
    return guarded(file, [&] { return Verification(file, **database, options, stop).run(); });
}

} // namespace milepost
