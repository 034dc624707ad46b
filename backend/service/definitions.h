// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/contracts/pack.h"
#include "backend/core/result.h"
#include "backend/domain/policy.h"
#include "backend/domain/process.h"
#include "backend/store/reader.h"
#include "backend/store/store.h"

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace milepost {

/// A pack, process or policy set as it lies in a file.
struct DefinitionText {
    std::string kind{}; ///< pack, process, policies
    std::string name{}; ///< as the text says, else that of the file
    std::string body{};
};

/// The built-in files, those of `folder` (packs/x.json, processes/…, policies/…) in their place or beside
/// them. NotFound when the folder is named and not there.
Result<std::vector<DefinitionText>> definitionTexts(const std::filesystem::path& folder);

/// All versions of a store, compiled.
struct Definitions {
    std::vector<std::shared_ptr<const Pack>> packs{};    ///< the live version of each
    std::vector<std::shared_ptr<const Pack>> oldPacks{}; ///< versions that effects may still refer to
    std::vector<std::shared_ptr<const Process>> processes{};
    PolicySet policies{};

    /// The live version of that process; 0: there is none.
    int processNamed(std::string_view name) const;
    std::vector<std::pair<std::string, int>> liveProcesses{};
};

/// Stores what is new and compiles everything. Policies that a person saved go on acting, whatever the files
/// say. InvalidInput names the file and the place in it.
Result<Definitions> registerDefinitions(Store& store, const std::vector<DefinitionText>& texts,
                                        Timestamp now);

/// The same of a store that another process owns: what lies there, compiled.
Result<Definitions> readDefinitions(StoreReader& reader);

} // namespace milepost
