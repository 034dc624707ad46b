// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/store/batch.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace milepost {

/// The key of the audit chain: a file of mode 0600 beside the store, made when it is missing and `mayCreate`.
/// Empty when there is none.
std::string auditKey(const std::filesystem::path& store, bool mayCreate);
std::filesystem::path auditKeyFile(const std::filesystem::path& store);

/// The mac of a row that follows one with the mac `previous` (empty: the first).
std::string auditMac(std::string_view key, std::string_view previous, const AuditRow& row);

/// The seal over the end of the chain.
std::string auditSeal(std::string_view key, std::int64_t count, std::string_view lastMac);

struct StoredAuditRow {
    std::int64_t id = 0; ///< 1, 2, …
    AuditRow row{};
    std::string mac{};
};

/// Rows with ids above `after`, by id; limit 0: all.
std::vector<StoredAuditRow> auditRows(SQLite::Database& database, std::int64_t after, int limit);

/// SQL of audit: append only, each row chained to the one before by an HMAC. One thread. Throws
/// SQLite::Exception.
class AuditRepository {
public:
    AuditRepository(SQLite::Database& database, std::string key);

    void add(const AuditRow& row);
    /// Of a store that is new: seals that there is no entry yet.
    void sealEmpty();

private:
    std::string m_key;
    SQLite::Statement m_last;
    SQLite::Statement m_insert;
    SQLite::Statement m_putEnd;
};

} // namespace milepost
