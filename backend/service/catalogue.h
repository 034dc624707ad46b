// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/process.h"
#include "backend/store/reader.h"

#include <map>
#include <memory>
#include <string>

namespace milepost {

/// Names for the definition numbers in a store's rows: which system a pack version is of, what a step is
/// called.
class Catalogue {
public:
    explicit Catalogue(StoreReader& reader);

    /// Null when that process is gone or cannot be read.
    const Process* process(int definition) const;
    std::string systemOf(int packDefinition) const; ///< empty: unknown

private:
    std::map<int, Process> m_processes;
    std::map<int, std::string> m_systems;
};

} // namespace milepost
