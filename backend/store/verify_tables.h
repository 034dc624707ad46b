// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/store/verify_findings.h"
#include "backend/store/verify_orders.h"

#include <SQLiteCpp/Database.h>

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>

namespace milepost {

/// Proves stored bodies: each restores to what its digest says and belongs to an order that exists, or to
/// none.
class PayloadProof {
public:
    explicit PayloadProof(SQLite::Database& database);

    /// Looks at up to `limit` payloads above `after`; the id of the last, 0 when there are no more.
    std::int64_t prove(std::int64_t after, int limit);
    VerifyCheck check() const { return m_findings.check(); }

private:
    SQLite::Statement m_rows;
    std::map<int, std::string> m_dictionaries;
    Findings m_findings{"payloads", "payloads"};
};

/// Proves that messages and references belong to orders that exist.
class BelongingProof {
public:
    explicit BelongingProof(SQLite::Database& database);

    std::int64_t proveInbox(std::int64_t after, int limit);      ///< as PayloadProof::prove
    std::int64_t proveReferences(std::int64_t after, int limit); ///< as PayloadProof::prove
    std::vector<VerifyCheck> checks() const { return {m_inbox.check(), m_references.check()}; }

private:
    SQLite::Statement m_inboxRows;
    SQLite::Statement m_referenceRows;
    Findings m_inbox{"inbox", "messages"};
    Findings m_references{"references belong to orders", "references"};
};

/// The counters of milestone, effectState and exceptionClass over all systems and hours, without zeros.
Tally storedCounters(SQLite::Database& database);
/// Open exceptions, as exceptionClass counts them.
Tally openExceptionTally(SQLite::Database& database);
/// Orders by milestone, from the column.
Tally milestoneTally(SQLite::Database& database);
/// Compares the counters of the kinds that `kinds` lists ("milestone/", …).
VerifyCheck compareCounters(const Tally& stored, const Tally& counted, const std::vector<std::string>& kinds);

/// Proves the audit from its first to its last row, with the key beside the store.
VerifyCheck proveAudit(SQLite::Database& database, const std::filesystem::path& file);

} // namespace milepost
