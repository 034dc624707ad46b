// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/store/batch.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <functional>
#include <string_view>
#include <vector>

namespace milepost {

/// The changes of counters in one batch, summed: each counter is written once. One thread.
class CounterSums {
public:
    void add(const std::vector<CounterDelta>& deltas);
    void clear() { m_sums.clear(); }
    const std::vector<CounterDelta>& sums() const { return m_sums; }

private:
    std::vector<CounterDelta>
        m_sums; // a batch touches some dozens: a search by eye beats a hash of four strings
};

/// SQL of counter and sequence. One thread. Throws SQLite::Exception.
class CounterRepository {
public:
    explicit CounterRepository(SQLite::Database& database);

    void add(const CounterDelta& sum);
    /// Sums of a kind by system and hour, from that hour on.
    void eachHour(std::string_view kind, std::int64_t fromHour,
                  const std::function<void(std::string, std::int64_t, std::int64_t)>& visit);
    void put(const SequenceRow& row); ///< never lowers it
    std::int64_t sequence(std::string_view name);

private:
    SQLite::Statement m_add;
    SQLite::Statement m_hours;
    SQLite::Statement m_putSequence;
    SQLite::Statement m_sequence;
};

} // namespace milepost
