// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/store/batch.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <optional>
#include <string>
#include <vector>

namespace milepost {

/// A stored zstd dictionary.
struct DictionaryRow {
    int id = 0;
    std::string kind{};
    std::string body{};
};

/// SQL of payload and dictionary. One thread. Throws SQLite::Exception.
class PayloadRepository {
public:
    explicit PayloadRepository(SQLite::Database& database);

    void add(const PayloadRow& row);
    std::optional<PayloadRow> find(PayloadId id); ///< body as stored

    int addDictionary(const std::string& kind, const std::string& body); ///< its id
    std::vector<DictionaryRow> dictionaries();                           ///< by id

private:
    SQLite::Database& m_database;
    SQLite::Statement m_insert;
    SQLite::Statement m_find;
    SQLite::Statement m_insertDictionary;
    SQLite::Statement m_dictionaries;
};

} // namespace milepost
