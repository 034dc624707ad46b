// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/store/batch.h"
#include "backend/store/sql.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace milepost {

/// The columns of inbox, in the order in which readInbox reads them.
inline constexpr const char* inboxColumns = "id, source, message_id, digest, format, state, received_at, "
                                            "order_id, payload_id, business_key, content_digest, "
                                            "version, file, place, reason, waits_for";
InboxRow readInbox(sql::Rows& rows);

/// SQL of inbox. One thread. Throws SQLite::Exception.
class InboxRepository {
public:
    explicit InboxRepository(SQLite::Database& database);

    void put(const InboxRow& row);
    std::optional<InboxRow> find(std::string_view source, std::string_view messageId);
    std::optional<InboxRow> failed(PayloadId payload);
    std::vector<InboxRow> unfinished(); ///< received or mapped, by id

private:
    SQLite::Statement m_put;
    SQLite::Statement m_find;
    SQLite::Statement m_unfinished;
    SQLite::Statement m_failed;
};

} // namespace milepost
