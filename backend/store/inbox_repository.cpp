// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/store/inbox_repository.h"

namespace milepost {
namespace {

constexpr const char* putSql = R"(
    INSERT INTO inbox (id, source, message_id, digest, format, state, received_at, order_id, payload_id, business_key,
                       content_digest, version, file, place, reason, waits_for)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (id) DO UPDATE
    SET digest = excluded.digest, format = excluded.format, state = excluded.state, order_id = excluded.order_id,
        payload_id = excluded.payload_id, business_key = excluded.business_key,
        content_digest = excluded.content_digest, version = excluded.version, file = excluded.file,
        place = excluded.place, reason = excluded.reason, waits_for = excluded.waits_for
)";

} // namespace

InboxRow readInbox(sql::Rows& rows)
{
    InboxRow row;
    row.id = rows.integer();
    row.source = rows.text();
    row.messageId = rows.text();
    row.digest = rows.blob();
    row.format = rows.text();
    row.state = static_cast<InboxState>(rows.number());
    row.receivedAt = rows.time();
    row.order = rows.order();
    row.payload = rows.payload();
    row.businessKey = rows.text();
    row.contentDigest = rows.blob();
    row.version = rows.text();
    row.file = rows.text();
    row.place = rows.text();
    row.reason = rows.text();
    row.references = rows.text();
    return row;
}

InboxRepository::InboxRepository(SQLite::Database& database)
    : m_put(database, putSql)
    , m_find(database,
             std::string("SELECT ") + inboxColumns + " FROM inbox WHERE source = ? AND message_id = ?")
    , m_unfinished(database,
                   std::string("SELECT ") + inboxColumns + " FROM inbox WHERE state < 2 ORDER BY id")
    , m_failed(database,
               std::string("SELECT ") + inboxColumns + " FROM inbox WHERE state = 3 AND payload_id = ?")
{
}

void InboxRepository::put(const InboxRow& row)
{
    sql::execute(m_put, row.id, row.source, row.messageId, sql::Blob{row.digest}, row.format,
                 static_cast<int>(row.state), row.receivedAt, row.order, row.payload, row.businessKey,
                 sql::Blob{row.contentDigest}, row.version, row.file, row.place, row.reason, row.references);
}

std::optional<InboxRow> InboxRepository::find(std::string_view source, std::string_view messageId)
{
    sql::Rows rows(m_find, source, messageId);
    if (!rows.next()) return std::nullopt;
    return readInbox(rows);
}

std::optional<InboxRow> InboxRepository::failed(PayloadId payload)
{
    sql::Rows rows(m_failed, payload);
    if (!rows.next()) return std::nullopt;
    return readInbox(rows);
}

std::vector<InboxRow> InboxRepository::unfinished()
{
    std::vector<InboxRow> found;
    sql::Rows rows(m_unfinished);
    while (rows.next())
        found.push_back(readInbox(rows));
    return found;
}

} // namespace milepost
