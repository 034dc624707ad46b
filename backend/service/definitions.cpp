// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/service/definitions.h"

#include "backend/contracts/policy_file.h"
#include "backend/contracts/process_file.h"
#include "backend/core/resources.h"
#include "backend/service/policies.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <map>
#include <optional>

namespace milepost {
namespace {

struct Folder {
    std::string_view name;
    std::string_view kind;
};
constexpr std::array<Folder, 3> folders{
    {{"packs", "pack"}, {"processes", "process"}, {"policies", "policies"}}};

/// What the text calls itself; a policy file has no name of its own.
std::string nameOf(const std::filesystem::path& path, const std::string& body)
{
    const auto document = nlohmann::json::parse(body, nullptr, false);
    const auto name = document.is_object() ? document.find("name") : document.end();
    return name != document.end() && name->is_string() ? name->get<std::string>() : path.stem().string();
}

using TextsByPath = std::map<std::string, DefinitionText>;

/// `path` such as "packs/erp.json"; other files are not looked at.
void add(TextsByPath& texts, const std::filesystem::path& path, std::string body)
{
    if (path.extension() != ".json") return;
    for (const Folder& folder : folders) {
        if (path.parent_path() != folder.name) continue;
        std::string name = nameOf(path, body);
        texts[path.string()] = {std::string(folder.kind), std::move(name), std::move(body)};
    }
}

void addBuiltIn(TextsByPath& texts)
{
    constexpr std::string_view root = "resources/";
    for (const EmbeddedFile& file : embeddedFiles())
        if (file.path.starts_with(root)) add(texts, file.path.substr(root.size()), std::string(file.body));
}

void addFolder(TextsByPath& texts, const std::filesystem::path& root)
{
    for (const auto& entry : std::filesystem::recursive_directory_iterator(root)) {
        if (!entry.is_regular_file()) continue;
        std::ifstream stream(entry.path(), std::ios::binary);
        add(texts, entry.path().lexically_relative(root),
            std::string(std::istreambuf_iterator<char>(stream), {}));
    }
}

Error about(const DefinitionRow& row, Error error)
{
    error.message = row.kind + " " + row.name + ": " + error.message;
    return error;
}

Status addPack(Definitions& definitions, const DefinitionRow& row)
{
    auto pack = compilePack(row.body, row.id);
    if (!pack) return about(row, pack.error());
    (row.isLive ? definitions.packs : definitions.oldPacks).push_back(*std::move(pack));
    return Done{};
}

Status addProcess(Definitions& definitions, const DefinitionRow& row)
{
    auto process = parseProcess(row.body, row.id);
    if (!process) return about(row, process.error());
    if (row.isLive) definitions.liveProcesses.emplace_back(row.name, row.id);
    definitions.processes.push_back(std::make_shared<const Process>(*std::move(process)));
    return Done{};
}

struct PolicyRows {
    std::vector<Policy> policies{};
    std::vector<RecoveryObjective> objectives{};
};

Status addPolicies(PolicyRows& rows, const DefinitionRow& row)
{
    if (!row.isLive) return Done{};
    const auto policies = parsePolicies(row.body);
    if (!policies) return about(row, policies.error());
    std::ranges::copy(policies->rows(), std::back_inserter(rows.policies));
    std::ranges::copy(policies->objectives(), std::back_inserter(rows.objectives));
    return Done{};
}

/// The first error of `add` over the rows of a kind.
template <typename Source, typename Add>
std::optional<Error> forEach(Source& store, const char* kind, Add add)
{
    for (const DefinitionRow& row : store.definitions(kind))
        if (const Status added = add(row); !added) return added.error();
    return std::nullopt;
}

/// Whether any version of a process has it; empty: it is not asked.
bool hasStep(const Definitions& definitions, const std::string& step)
{
    return step.empty() || std::ranges::any_of(definitions.processes, [&](const auto& process) {
               return stepIndex(*process, step) >= 0;
           });
}

template <typename Source>
Result<Definitions> compiled(Source& store)
{
    Definitions definitions;
    PolicyRows policies;
    for (const auto& error :
         {forEach(store, "pack", [&](const DefinitionRow& row) { return addPack(definitions, row); }),
          forEach(store, "process", [&](const DefinitionRow& row) { return addProcess(definitions, row); }),
          forEach(store, "policies", [&](const DefinitionRow& row) { return addPolicies(policies, row); })})
        if (error) return *error;
    definitions.policies = PolicySet(std::move(policies.policies), std::move(policies.objectives));
    for (const RecoveryObjective& row : definitions.policies.objectives())
        if (!hasStep(definitions, row.step))
            return Error{.kind = ErrorKind::InvalidInput,
                         .message =
                             "policies: " + nameOf(row) + ": no process has a step '" + row.step + "'"};
    return definitions;
}

} // namespace

Result<std::vector<DefinitionText>> definitionTexts(const std::filesystem::path& folder)
{
    TextsByPath byPath;
    addBuiltIn(byPath);
    if (!folder.empty()) {
        if (!std::filesystem::is_directory(folder))
            return Error{.kind = ErrorKind::NotFound,
                         .message = "there is no folder of packs " + folder.string()};
        addFolder(byPath, folder);
    }
    std::vector<DefinitionText> texts;
    for (auto& [path, text] : byPath)
        texts.push_back(std::move(text));
    return texts;
}

int Definitions::processNamed(std::string_view name) const
{
    const auto found = std::ranges::find(liveProcesses, name, &std::pair<std::string, int>::first);
    return found == liveProcesses.end() ? 0 : found->second;
}

Result<Definitions> registerDefinitions(Store& store, const std::vector<DefinitionText>& texts, Timestamp now)
{
    for (const DefinitionText& text : texts) {
        if (text.kind != "policies") {
            store.defineVersion(text.kind, text.name, text.body);
            continue;
        }
        if (const Status taken = takeShippedPolicies(store, text.name, text.body, now); !taken)
            return taken.error();
    }
    return compiled(store);
}

Result<Definitions> readDefinitions(StoreReader& reader)
{
    return compiled(reader);
}

} // namespace milepost
