// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/network/object_book.h"

namespace milepost::network {

namespace {

BookObject readObject(SQLite::Statement& row)
{
    return {row.getColumn(0).getString(), row.getColumn(1).getString(), row.getColumn(2).getString(),
            row.getColumn(3).getString(), row.getColumn(4).getString(), row.getColumn(5).getString(),
            row.getColumn(6).getString()};
}

} // namespace

void ObjectBook::put(const BookObject& object)
{
    m_books.run("INSERT INTO object (system, kind, id, reference, orderRef, state, body) VALUES (?, ?, ?, ?, "
                "?, ?, ?) "
                "ON CONFLICT (system, kind, id) DO UPDATE SET state = excluded.state, body = excluded.body",
                object.system, object.kind, object.id, object.reference, object.orderRef, object.state,
                object.body);
}

std::optional<BookObject> ObjectBook::get(const std::string& system, const std::string& kind,
                                          const std::string& id)
{
    const auto found = m_books.rows("SELECT system, kind, id, reference, orderRef, state, body FROM object "
                                    "WHERE system = ? AND kind = ? AND id = ?",
                                    readObject, system, kind, id);
    return found.empty() ? std::nullopt : std::optional{found.front()};
}

std::vector<BookObject> ObjectBook::byReference(const std::string& system, const std::string& kind,
                                                const std::string& reference)
{
    return m_books.rows("SELECT system, kind, id, reference, orderRef, state, body FROM object "
                        "WHERE system = ? AND kind = ? AND reference = ? ORDER BY id",
                        readObject, system, kind, reference);
}

std::vector<BookObject> ObjectBook::byState(const std::string& system, const std::string& kind,
                                            const std::string& state)
{
    return m_books.rows("SELECT system, kind, id, reference, orderRef, state, body FROM object "
                        "WHERE system = ? AND kind = ? AND state = ? ORDER BY id",
                        readObject, system, kind, state);
}

std::vector<BookObject> ObjectBook::ofOrder(const std::string& system, const std::string& kind,
                                            const std::string& orderRef)
{
    return m_books.rows("SELECT system, kind, id, reference, orderRef, state, body FROM object "
                        "WHERE orderRef = ? AND system = ? AND kind = ? ORDER BY id",
                        readObject, orderRef, system, kind);
}

std::vector<BookObject> ObjectBook::ofKind(const std::string& kind)
{
    return m_books.rows(
        "SELECT system, kind, id, reference, orderRef, state, body FROM object WHERE kind = ? "
        "ORDER BY system, id",
        readObject, kind);
}

} // namespace milepost::network
