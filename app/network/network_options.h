// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/network/faults.h"
#include "app/network/time_text.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace milepost::network {

/// The command line of milepost-network; what is absent was not given.
struct NetworkOptions {
    std::filesystem::path dir;
    std::filesystem::path config;
    std::optional<std::int64_t> orders;
    std::optional<std::uint64_t> seed;
    std::optional<FaultProfile> faults;
    std::optional<double> speed;
    std::optional<Millis> start;
    bool startAtOnce = false;
    bool wantsHelp = false;
};

/// Reads the arguments (without the program's name). Throws std::invalid_argument with a text for people.
NetworkOptions readOptions(const std::vector<std::string>& arguments);

/// What --help prints.
std::string usageText();

} // namespace milepost::network
