// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/store/batch.h"
#include "backend/store/sql.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <optional>
#include <vector>

namespace milepost {

/// The columns of exception, in the order in which readException reads them.
inline constexpr const char* exceptionColumns =
    "exception.id, exception.order_id, number, class, severity, system, step, effect, line_no, cause, "
    "exception.words, "
    "opened_at, exception.is_open, how, closed_at, money_minor, exception.currency, due_by, owner, "
    "payload_id, contract, closed_by, closed_why";
ExceptionRow readException(sql::Rows& rows);

/// SQL of exception. One thread. Throws SQLite::Exception.
class ExceptionRepository {
public:
    explicit ExceptionRepository(SQLite::Database& database);

    void put(const ExceptionRow& row);
    void put(const ClaimRow& row);
    void put(const MarkRow& row);
    void add(const NoteRow& row);
    std::vector<ExceptionRow> open(); ///< by id
    std::optional<ExceptionRow> find(OrderId order, int number);

private:
    SQLite::Statement m_put;
    SQLite::Statement m_open;
    SQLite::Statement m_numbered;
    SQLite::Statement m_claim;
    SQLite::Statement m_unclaim;
    SQLite::Statement m_mark;
    SQLite::Statement m_note;
};

} // namespace milepost
