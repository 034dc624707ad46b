// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/store/exception_repository.h"

#include <algorithm>
#include <string>

namespace milepost {
namespace {

constexpr const char* putSql = R"(
    INSERT INTO exception (id, order_id, number, class, severity, system, step, effect, line_no, cause, words, opened_at,
                           is_open, how, closed_at, money_minor, currency, due_by, owner, payload_id, contract,
                           closed_by, closed_why)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (id) DO UPDATE
    SET severity = excluded.severity, cause = excluded.cause, words = excluded.words, is_open = excluded.is_open,
        how = excluded.how, closed_at = excluded.closed_at, money_minor = excluded.money_minor,
        currency = excluded.currency, due_by = excluded.due_by, owner = excluded.owner,
        closed_by = excluded.closed_by, closed_why = excluded.closed_why
)";

} // namespace

ExceptionRow readException(sql::Rows& rows)
{
    ExceptionRow row;
    row.id = rows.integer();
    row.order = rows.order();
    row.exception.number = rows.number();
    fromKey(rows.text(), row.exception.kind);
    row.exception.severity = static_cast<Severity>(rows.number());
    row.exception.system = rows.text();
    row.exception.step = rows.text();
    row.exception.effect = rows.number();
    row.exception.lineNo = rows.number();
    row.exception.cause = rows.text();
    row.exception.text = rows.text();
    row.exception.openedAt = rows.time();
    row.isOpen = rows.flag();
    row.how = rows.text();
    row.closedAt = rows.optionalTime();
    row.moneyMinor = rows.optionalInteger();
    row.currency = rows.currency();
    row.dueBy = rows.optionalTime();
    row.owner = rows.text();
    row.payload = rows.payload();
    row.contract = rows.text();
    row.closedBy = rows.text();
    row.closedWhy = rows.text();
    return row;
}

ExceptionRepository::ExceptionRepository(SQLite::Database& database)
    : m_put(database, putSql)
    , m_open(database, std::string("SELECT ") + exceptionColumns + " FROM exception WHERE is_open = 1")
    , m_numbered(database, std::string("SELECT ") + exceptionColumns +
                               " FROM exception WHERE order_id = ? AND number = ?")
    , m_claim(database, "INSERT OR REPLACE INTO exception_claim VALUES (?, ?, ?)")
    , m_unclaim(database, "DELETE FROM exception_claim WHERE exception_id = ?")
    , m_mark(database, "INSERT OR REPLACE INTO exception_mark VALUES (?, ?, ?, ?)")
    , m_note(database,
             "INSERT INTO exception_note (exception_id, at, actor, kind, words) VALUES (?, ?, ?, ?, ?)")
{
}

void ExceptionRepository::put(const ExceptionRow& row)
{
    const OpenException& e = row.exception;
    sql::execute(m_put, row.id, row.order, e.number, toKey(e.kind), static_cast<int>(e.severity), e.system,
                 e.step, e.effect, e.lineNo, e.cause, e.text, e.openedAt, row.isOpen, row.how, row.closedAt,
                 row.moneyMinor, row.currency, row.dueBy, row.owner, row.payload, row.contract, row.closedBy,
                 row.closedWhy);
}

void ExceptionRepository::put(const ClaimRow& row)
{
    if (row.claimedBy.empty())
        sql::execute(m_unclaim, row.exception);
    else
        sql::execute(m_claim, row.exception, row.claimedBy, row.claimedAt);
}

void ExceptionRepository::put(const MarkRow& row)
{
    sql::execute(m_mark, row.exception, row.tags, row.ticket, row.snoozedUntil);
}

void ExceptionRepository::add(const NoteRow& row)
{
    sql::execute(m_note, row.exception, row.at, row.actor, row.kind, row.text);
}

std::optional<ExceptionRow> ExceptionRepository::find(OrderId order, int number)
{
    sql::Rows rows(m_numbered, order, number);
    if (!rows.next()) return std::nullopt;
    return readException(rows);
}

std::vector<ExceptionRow> ExceptionRepository::open()
{
    std::vector<ExceptionRow> found;
    sql::Rows rows(m_open);
    while (rows.next())
        found.push_back(readException(rows));
    std::ranges::sort(found, {}, &ExceptionRow::id);
    return found;
}

} // namespace milepost
