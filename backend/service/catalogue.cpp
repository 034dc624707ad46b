// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/service/catalogue.h"

#include "backend/contracts/process_file.h"

namespace milepost {

Catalogue::Catalogue(StoreReader& reader)
{
    for (const DefinitionRow& row : reader.definitions("pack"))
        m_systems.emplace(row.id, row.name);
    for (const DefinitionRow& row : reader.definitions("process"))
        if (auto process = parseProcess(row.body, row.id)) m_processes.emplace(row.id, *std::move(process));
}

const Process* Catalogue::process(int definition) const
{
    const auto found = m_processes.find(definition);
    return found == m_processes.end() ? nullptr : &found->second;
}

std::string Catalogue::systemOf(int packDefinition) const
{
    const auto found = m_systems.find(packDefinition);
    return found == m_systems.end() ? std::string() : found->second;
}

} // namespace milepost
