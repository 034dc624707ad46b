// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/engine/contract_names.h"

namespace milepost {

ContractNames::ContractNames(const std::vector<std::shared_ptr<const Pack>>& packs,
                             const std::vector<std::shared_ptr<const Pack>>& oldPacks)
{
    for (const auto* versions : {&packs, &oldPacks})
        for (const auto& pack : *versions)
            m_versions[pack->definition()] = {.system = pack->name()};
    std::map<std::string, int> count;
    for (auto& [definition, version] : m_versions) // definitions are numbered as they came
        version.number = ++count[version.system];
}

std::string ContractNames::ofCall(int definition, std::string_view capability) const
{
    const auto found = m_versions.find(definition);
    if (found == m_versions.end()) return std::string(capability);
    return found->second.system + " " + std::string(capability) + " v" + std::to_string(found->second.number);
}

std::string ContractNames::ofMessage(std::string_view system, std::string_view format)
{
    return std::string(system) + (format.empty() ? "" : " ") + std::string(format);
}

} // namespace milepost
