// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/commands.h"

#include <filesystem>
#include <string>
#include <vector>

namespace milepost {

/// The folder of a headless run: store, network file, the network's books and log, and what the run was asked
/// for.
class HeadlessFolder {
public:
    /// Makes the folder. An earlier run is continued; Conflict when it was for other orders or another seed.
    static Result<HeadlessFolder> open(const HeadlessWords& words);

    std::filesystem::path store() const { return m_dir / "store.db"; }
    std::filesystem::path networkFile() const { return m_dir / "network.json"; }
    std::filesystem::path log() const { return m_dir / "network.log"; }
    bool isContinued() const { return m_isContinued; }
    /// Words for milepost-network.
    std::vector<std::string> networkArguments() const;

private:
    std::filesystem::path m_dir{};
    int m_orders = 200;
    std::int64_t m_seed = 1;
    std::string m_faults = "light";
    double m_speed = 600;
    bool m_isContinued = false;
};

} // namespace milepost
