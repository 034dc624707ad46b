// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/store/batch.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

namespace milepost {

/// SQL of fact: append only. One thread. Throws SQLite::Exception.
class FactRepository {
public:
    explicit FactRepository(SQLite::Database& database);

    void add(const FactRecord& record);

private:
    SQLite::Statement m_insert;
};

} // namespace milepost
