// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/fact.h"
#include "backend/store/batch.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <vector>

namespace milepost {

/// SQL of fact: append only. One thread. Throws SQLite::Exception.
class FactRepository {
public:
    explicit FactRepository(SQLite::Database& database);

    void add(const FactRecord& record);
    std::vector<FactRow> of(OrderId id);

private:
    SQLite::Statement m_insert;
    SQLite::Statement m_ofOrder;
};

} // namespace milepost
