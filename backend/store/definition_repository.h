// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/store/store.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <string>
#include <string_view>
#include <vector>

namespace milepost {

/// SQL of definition, definition_version and setting. One thread. Throws SQLite::Exception.
class DefinitionRepository {
public:
    explicit DefinitionRepository(SQLite::Database& database);

    /// The id of that version, stored if it is new; makes it the live one. Within a transaction of the
    /// caller.
    int define(std::string_view kind, std::string_view name, std::string_view body);
    std::vector<DefinitionRow> ofKind(std::string_view kind); ///< by id, retired versions too

    /// Within a transaction of the caller.
    void add(const DefinitionChange& change);
    std::vector<DefinitionVersion> versions(std::string_view kind); ///< by number

    std::string setting(std::string_view name);
    void putSetting(std::string_view name, std::string_view value);

private:
    std::int64_t idOf(std::string_view kind, std::string_view name, std::string_view body);

    SQLite::Database& m_database;
    SQLite::Statement m_find;
    SQLite::Statement m_insert;
    SQLite::Statement m_setLive;
    SQLite::Statement m_ofKind;
    SQLite::Statement m_insertVersion;
    SQLite::Statement m_versions;
    SQLite::Statement m_setting;
    SQLite::Statement m_putSetting;
};

} // namespace milepost
