// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>
#include <SQLiteCpp/VariadicBind.h>

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

namespace milepost::network {

/// The durable memory of all peers, one SQLite file. One thread. Throws SQLite::Exception when the file
/// fails.
class Books {
public:
    /// Opens or creates the file.
    explicit Books(const std::filesystem::path& file);

    /// Runs the work in one transaction (joins one that is open); what throws is rolled back and thrown on.
    void transact(const std::function<void()>& work);

    /// Runs a statement that gives no rows; answers how many rows it changed.
    template <typename... Values>
    int run(const char* sql, const Values&... values)
    {
        SQLite::Statement& statement = prepared(sql);
        if constexpr (sizeof...(values) > 0) SQLite::bind(statement, values...);
        const int changed = statement.exec();
        statement.reset();
        return changed;
    }

    /// All rows of a query, each turned into a value by `map(statement)`.
    template <typename Map, typename... Values>
    auto rows(const char* sql, Map map, const Values&... values)
    {
        SQLite::Statement& statement = prepared(sql);
        if constexpr (sizeof...(values) > 0) SQLite::bind(statement, values...);
        std::vector<decltype(map(statement))> result;
        while (statement.executeStep())
            result.push_back(map(statement));
        statement.reset();
        return result;
    }

    /// First column of the first row, or the fallback.
    template <typename... Values>
    std::int64_t number(const char* sql, std::int64_t fallback, const Values&... values)
    {
        const auto found = rows(
            sql, [](SQLite::Statement& row) { return row.getColumn(0).getInt64(); }, values...);
        return found.empty() ? fallback : found.front();
    }

    std::string meta(const std::string& key, const std::string& fallback = {});
    void setMeta(const std::string& key, const std::string& value);
    /// The next figure of a named count, from `first` on; durable with the transaction.
    std::int64_t nextNumber(const std::string& name, std::int64_t first = 1);

private:
    SQLite::Statement& prepared(const char* sql);

    SQLite::Database m_database;
    std::unordered_map<std::string, std::unique_ptr<SQLite::Statement>> m_statements;
    int m_depth = 0;
};

} // namespace milepost::network
