// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/service/catalogue.h"

#include "backend/contracts/pack.h"
#include "backend/contracts/process_file.h"

#include <algorithm>
#include <iterator>

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

Landscape landscapeOf(StoreReader& reader)
{
    std::map<std::string, int> newest;
    const std::vector<DefinitionRow> rows = reader.definitions("pack");
    for (const DefinitionRow& row : rows)
        newest[row.name] = std::max(newest[row.name], row.id);
    Landscape landscape;
    for (const DefinitionRow& row : rows) {
        const auto pack = compilePack(row.body, row.id);
        if (!pack) continue;
        const bool isNewest = newest[row.name] == row.id;
        std::ranges::move((*pack)->offers(),
                          std::back_inserter(isNewest ? landscape.offers : landscape.retired));
        if (isNewest) std::ranges::move((*pack)->nodes(), std::back_inserter(landscape.nodes));
    }
    return landscape;
}

} // namespace milepost
