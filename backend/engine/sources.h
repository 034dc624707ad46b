// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/decide.h"
#include "backend/store/batch.h"
#include "backend/store/store.h"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace milepost {

/// What each system last told and up to when it has told everything. Engine thread.
class Sources final : public Watermarks {
public:
    void load(Store& store);
    void add(const std::string& system, const std::string& kind);

    std::optional<Timestamp> of(std::string_view system) const override;
    bool areTrusted() const override { return m_behind.empty(); }

    void noteContact(const std::string& system, Timestamp now);
    bool isPaused(const std::string& system) const;
    void noteState(const std::string& system, const std::string& state);
    /// Moves forward only.
    void noteWatermark(const std::string& system, Timestamp asOf);
    /// The clock has jumped: until each of these has caught up once, silence proves nothing.
    void distrust(const std::vector<std::string>& systems);
    void caughtUp(const std::string& system);

    /// The rows that changed since the last call.
    std::vector<SourceRow> takeChanged();
    const std::map<std::string, SourceRow, std::less<>>& rows() const { return m_rows; }

private:
    std::map<std::string, SourceRow, std::less<>> m_rows;
    std::set<std::string> m_changed;
    std::set<std::string> m_behind;
};

} // namespace milepost
