// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/service/backend.h"
#include "backend/service/engine_host.h"

#include <filesystem>
#include <vector>

namespace milepost {

/// The files below the paths, folders in the order of their names. NotFound names a path that is not there.
Result<std::vector<std::filesystem::path>> filesBelow(const std::vector<std::filesystem::path>& paths);

/// Reads the files and books what they hold.
IngestView ingestFiles(EngineHost& host, const std::vector<std::filesystem::path>& files,
                       const Backend::Progress& progress);

/// A receipt in the words of DESIGN.md section 11.
void fillOutcome(IngestedDocument& document, const Receipt& receipt);

} // namespace milepost
