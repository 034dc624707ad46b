// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/core/clock.h"
#include "backend/core/ids.h"
#include "backend/core/money.h"
#include "backend/core/quantity.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <optional>
#include <string>
#include <string_view>
#include <utility>

/// Binding and reading of our values by SQLiteCpp. Texts and blobs are bound without a copy: they must
/// outlive the execution, which `execute` and `Rows` see to when they are given lvalues.
namespace milepost::sql {

/// Marks bytes that are bound as a BLOB.
struct Blob {
    std::string_view bytes;
};

inline void bind(SQLite::Statement& statement, int index, std::int64_t value)
{
    statement.bind(index, value);
}
inline void bind(SQLite::Statement& statement, int index, int value)
{
    statement.bind(index, value);
}
inline void bind(SQLite::Statement& statement, int index, std::uint32_t value)
{
    statement.bind(index, static_cast<std::int64_t>(value));
}
inline void bind(SQLite::Statement& statement, int index, bool value)
{
    statement.bind(index, value ? 1 : 0);
}
inline void bind(SQLite::Statement& statement, int index, const std::string& value)
{
    statement.bindNoCopy(index, value);
}
inline void bind(SQLite::Statement& statement, int index, std::string_view value)
{
    statement.bind(index, std::string(value));
}
inline void bind(SQLite::Statement& statement, int index, Blob value)
{
    // a null pointer would bind NULL
    statement.bindNoCopy(index, value.bytes.data() ? value.bytes.data() : "",
                         static_cast<int>(value.bytes.size()));
}
inline void bind(SQLite::Statement& statement, int index, Timestamp value)
{
    statement.bind(index, static_cast<std::int64_t>(value.time_since_epoch().count()));
}
inline void bind(SQLite::Statement& statement, int index, OrderId value)
{
    statement.bind(index, value.value);
}
inline void bind(SQLite::Statement& statement, int index, PayloadId value)
{
    statement.bind(index, value.value);
}
inline void bind(SQLite::Statement& statement, int index, Quantity value)
{
    statement.bind(index, value.micro);
}
inline void bind(SQLite::Statement& statement, int index, Currency value)
{
    statement.bind(index, std::string(value.code()));
}
template <typename T>
void bind(SQLite::Statement& statement, int index, const std::optional<T>& value)
{
    if (value)
        bind(statement, index, *value);
    else
        statement.bind(index);
}

template <typename... Values>
void bindAll(SQLite::Statement& statement, const Values&... values)
{
    statement.tryReset(); // the error of the last execution was told then
    int index = 0;
    (bind(statement, ++index, values), ...);
}

/// Runs a statement that yields no rows; returns how many it changed.
template <typename... Values>
int execute(SQLite::Statement& statement, const Values&... values)
{
    bindAll(statement, values...);
    const int changed = statement.exec();
    statement.tryReset();
    return changed;
}

/// The rows of a statement, one after the other; releases its read lock when it goes.
class Rows {
public:
    template <typename... Values>
    explicit Rows(SQLite::Statement& statement, const Values&... values)
        : m_statement(statement)
    {
        bindAll(m_statement, values...);
    }
    ~Rows() { m_statement.tryReset(); }
    Rows(const Rows&) = delete;
    Rows& operator=(const Rows&) = delete;

    /// Goes to the next row; the columns are then read from the first on.
    bool next()
    {
        m_column = 0;
        return m_statement.executeStep();
    }

    std::int64_t integer() { return m_statement.getColumn(m_column++).getInt64(); }
    int number() { return m_statement.getColumn(m_column++).getInt(); }
    bool flag() { return number() != 0; }
    std::string text() { return m_statement.getColumn(m_column++).getString(); }
    /// Valid until the next call of next().
    std::string_view bytes()
    {
        const SQLite::Column column = m_statement.getColumn(m_column++);
        const auto* data = static_cast<const char*>(column.getBlob());
        return {data ? data : "", static_cast<std::size_t>(column.getBytes())};
    }
    std::string blob() { return std::string(bytes()); }
    Timestamp time() { return Timestamp(Duration(integer())); }
    OrderId order() { return OrderId{integer()}; }
    PayloadId payload() { return PayloadId{integer()}; }
    Currency currency() { return parseCurrency(text()).value_or(Currency{}); }
    std::optional<std::int64_t> optionalInteger()
    {
        const SQLite::Column column = m_statement.getColumn(m_column++);
        return column.isNull() ? std::nullopt : std::optional<std::int64_t>(column.getInt64());
    }
    std::optional<Timestamp> optionalTime()
    {
        const auto value = optionalInteger();
        return value ? std::optional<Timestamp>(Timestamp(Duration(*value))) : std::nullopt;
    }

private:
    SQLite::Statement& m_statement;
    int m_column = 0;
};

/// The single figure that `query` yields, 0 where it yields none.
std::int64_t figure(SQLite::Database& database, const std::string& query);

} // namespace milepost::sql
