// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/core/result.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace milepost {

/// What a demo network is asked for; what is not said is as an earlier run in the folder had it, else the
/// default.
struct DemoWishes {
    std::filesystem::path dir{};
    std::optional<int> orders{};         ///< at first; default 200
    std::optional<std::string> faults{}; ///< none, light (default), heavy
    std::optional<std::int64_t> seed{};
    std::optional<double> speed{}; ///< business seconds per real second; default 600
};

/// The folder of a demo: store, network file, the network's books and log, and what it was asked for.
class DemoFolder {
public:
    /// Makes the folder. An earlier run is continued; Conflict when it was for other orders or another seed.
    static Result<DemoFolder> open(const DemoWishes& wishes);
    /// Whether an earlier run is there.
    static bool isThere(const std::filesystem::path& dir);

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
