// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/engine/sources.h"

namespace milepost {

void Sources::load(Store& store)
{
    for (SourceRow& row : store.sources())
        m_rows.insert_or_assign(row.system, std::move(row));
}

void Sources::add(const std::string& system, const std::string& kind)
{
    SourceRow& row = m_rows[system];
    row.system = system;
    row.kind = kind;
    if (row.state != "paused") row.state = "up"; // what a person paused stays so until a person resumes it
    m_changed.insert(system);
}

std::optional<Timestamp> Sources::of(std::string_view system) const
{
    const auto at = m_rows.find(system);
    return at == m_rows.end() ? std::nullopt : at->second.watermark;
}

void Sources::noteContact(const std::string& system, Timestamp now)
{
    const auto at = m_rows.find(system);
    if (at == m_rows.end()) return;
    at->second.lastContactAt = now;
    m_changed.insert(system);
}

bool Sources::isPaused(const std::string& system) const
{
    const auto at = m_rows.find(system);
    return at != m_rows.end() && at->second.state == "paused";
}

void Sources::noteState(const std::string& system, const std::string& state)
{
    const auto at = m_rows.find(system);
    if (at == m_rows.end()) return;
    at->second.state = state;
    m_changed.insert(system);
}

void Sources::noteWatermark(const std::string& system, Timestamp asOf)
{
    const auto at = m_rows.find(system);
    if (at == m_rows.end() || (at->second.watermark && *at->second.watermark >= asOf)) return;
    at->second.watermark = asOf;
    m_changed.insert(system);
}

void Sources::distrust(const std::vector<std::string>& systems)
{
    m_behind.insert(systems.begin(), systems.end());
}

void Sources::caughtUp(const std::string& system)
{
    m_behind.erase(system);
}

std::vector<SourceRow> Sources::takeChanged()
{
    std::vector<SourceRow> rows;
    for (const std::string& system : m_changed)
        rows.push_back(m_rows.find(system)->second);
    m_changed.clear();
    return rows;
}

} // namespace milepost
