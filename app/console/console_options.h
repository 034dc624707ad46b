// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/core/result.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

namespace milepost {

/// The command line of the program `milepost`.
struct ConsoleOptions {
    std::filesystem::path store{};   ///< empty: that of the user, or of the demo
    std::filesystem::path network{}; ///< network file; empty: none, orders are only booked
    std::filesystem::path demo{};    ///< folder of a demo network; empty: none
    std::filesystem::path settings{};
    std::filesystem::path screenshots{}; ///< folder for pictures of every page; empty: a window
    std::filesystem::path benchDir{};    ///< where a measurement keeps its stores; empty: the user's cache
    std::string bench{};                 ///< a measurement instead of work: gui; empty: none
    std::int64_t orders = 1'000'000;     ///< in the store that is measured
    bool isJson = false;                 ///< of a measurement: JSON instead of a table
    bool isMeasured = false;             ///< this is the process that is measured: all is ready for it
    std::string language{};              ///< de, en; empty: as chosen before, else the desktop's
    std::string theme{};                 ///< light, dark, system; empty: as chosen before
};

/// What the arguments ask for: a window, or just some words.
struct ReadArguments {
    ConsoleOptions options{};
    std::optional<int> exitCode{}; ///< there is no more to do than to print `words`
    std::string words{};           ///< help and version for stdout, what is wrong for stderr
};

ReadArguments readArguments(int argc, const char* const* argv);

} // namespace milepost
